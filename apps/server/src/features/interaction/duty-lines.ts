/** Duties beside the calendar year of talks, as they travel: in words, since their periods and names are the policy's. */
import { dutyOn, type Duty, type DutyFacts } from '@zhengyou/domain/interaction/duty.ts';
import { sayDuty, shortDuty } from '@zhengyou/domain/interaction/duty.words.ts';
import type { DutyLine } from '@zhengyou/domain/interaction/year.contract.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import type { Said } from '@zhengyou/domain/policy/arithmetic.ts';
import { periodOn, periodsWithin, type PeriodCalendar } from '@zhengyou/domain/calendar/period.ts';
import { asksOf } from '@zhengyou/domain/policy/policy.words.ts';
import type { Cadence } from '@zhengyou/domain/policy/requirement.ts';
import { earlierOf } from '@zhengyou/domain/kit/plain-date.ts';

export const inBoth = ({ words, facts }: Said): Words => ({ zh: say(words, 'zh', facts), en: say(words, 'en', facts) });

export const dutiesOf = (
  facts: DutyFacts,
  cadences: readonly Cadence[],
  calendar: PeriodCalendar,
  on: PlainDate,
): Duty[] => cadences.map((cadence) => dutyOn(facts, cadence, calendar, on));

export const dutyLine = (duty: Duty): DutyLine => ({
  requirement: duty.cadence.id,
  clause: duty.cadence.basis,
  unit: duty.cadence.unit,
  asks: inBoth(asksOf(duty.cadence)),
  short: shortDuty(duty),
  sentence: sayDuty(duty),
  state: duty.state,
  required: duty.current?.required ?? null,
  aim: duty.current?.aim ?? null,
  done: duty.current?.done ?? 0,
  dueOn: duty.dueOn,
});

/** From which day on contacts are needed, so that every period that is judged on a day is whole. */
export function contactsFrom(
  cadences: readonly Cadence[],
  calendar: PeriodCalendar,
  on: PlainDate,
  first: PlainDate,
): PlainDate {
  const year = periodOn('year', on, calendar);
  return cadences.reduce((from, cadence) => {
    const begun = year
      ? (periodsWithin(cadence.unit, { from: year.from, until: year.until }, calendar)[0]?.from ?? from)
      : from;
    return earlierOf(from, begun);
  }, first);
}
