/**
 * A duty of contact over any period: each week, month, two months, quarter, term, half-year, year. One pair may have several at
 * once, each with its own set of channels. Pure: facts, the rule, the day.
 *
 * - Only days on which pair and rule both stand are judged. A pair or a rule that begins or ends within the period, or an
 *   excuse for a time, leaves a share: rounded, yet at least one, and none where less than a quarter of the period is left
 *   (of a year: fewer than ninety days).
 * - What was done in the period counts, also before the pair began and whatever rule was then in force: nothing done is lost.
 * - A period that has ended unmet is late until the next talk that counts, and no longer than its year. That talk turns the page:
 *   the missed period stays in the arithmetic and presses nobody for what can no longer be done.
 * - A soft rule ("as a rule", "as needed") is never due or late. A rule without a number yields no duty: never zero, never late.
 * - Between terms, and where a term's dates are not written, the duty rests.
 * - A contact known only by its month counts in the period in which the middle of the month lies, and in no week.
 */
import { placeOf } from '../calendar/precision.ts';
import { periodOn, periodsWithin, type Period, type PeriodCalendar } from '../calendar/period.ts';
import { addDays, daysBetween, earlierOf, laterOf, startOfMonth, type PlainDate } from '../kit/plain-date.ts';
import type { Cadence } from '../policy/requirement.ts';
import { excusedDays, excuseOn } from './year-of-contact.days.ts';
import { countsAsTalk, type Contact, type ContactState, type Excuse } from './year-of-contact.ts';

export type DutyFacts = {
  readonly pairing: { readonly startsOn: PlainDate | null; readonly endsOn: PlainDate | null };
  readonly contacts: readonly Contact[];
  readonly excuses: readonly Excuse[];
  readonly today: PlainDate;
};

/** `resting`: no period today, between terms. */
export type DutyState = Exclude<ContactState, 'firstPending'> | 'resting';

export type PeriodVerdict = {
  readonly period: Period;
  /** Null where the rule states no number. */
  readonly required: number | null;
  readonly aim: number | null;
  readonly done: number;
  readonly state: Exclude<DutyState, 'resting'>;
  /** The last day on which the duty can be met in time; null where nothing is owed any more. */
  readonly dueOn: PlainDate | null;
  readonly days: { readonly paired: number; readonly excused: number; readonly all: number };
};

export type Duty = {
  readonly cadence: Cadence;
  /** Today's period; null between terms. */
  readonly current: PeriodVerdict | null;
  readonly state: DutyState;
  readonly dueOn: PlainDate | null;
  /** The period that ended unmet, while nothing was done since. */
  readonly missed: PeriodVerdict | null;
  /** Of the periods of the year that have ended and asked for something: how many there were, in how many it was done. */
  readonly ended: { readonly asked: number; readonly met: number };
};

const FIRM: ReadonlySet<string> = new Set(['shall', 'atLeast']);
export const isFirm = (cadence: Cadence): boolean => FIRM.has(cadence.strength);

/** The duty presses earlier the longer its period is: thirty and seven days for a quarter and more, days for a week. */
export const pressOf = (days: number): { readonly soon: number; readonly due: number } => ({
  soon: Math.min(30, Math.floor(days / 3)),
  due: Math.min(7, Math.max(1, Math.floor(days / 6))),
});

export const leastShareOf = (unit: Cadence['unit'], days: number): number => (unit === 'year' ? 90 : days / 4);

/** The day on which a contact counts towards a duty up to a day; undefined where it does not. */
function countedOn(contact: Contact, cadence: Cadence, upTo: PlainDate): PlainDate | undefined {
  if (!countsAsTalk(contact, cadence)) return undefined;
  const byMonth = contact.precision === 'month';
  if (byMonth && cadence.unit === 'week') return undefined;
  if ((byMonth ? startOfMonth(contact.on) : contact.on) > upTo) return undefined;
  return byMonth ? placeOf(contact.on, 'month') : contact.on;
}

export function judgePeriod(facts: DutyFacts, cadence: Cadence, period: Period): PeriodVerdict {
  const { pairing, today } = facts;
  let start = laterOf(period.from, cadence.from);
  let end = cadence.until === null ? period.until : earlierOf(period.until, cadence.until);
  if (pairing.startsOn !== null) start = laterOf(start, pairing.startsOn);
  if (pairing.endsOn !== null) end = earlierOf(end, pairing.endsOn);
  const all = daysBetween(period.from, period.until);
  const paired = Math.max(0, daysBetween(start, end));
  const excused = paired === 0 ? 0 : excusedDays(facts.excuses, { start, end });
  const { required, aim } = shareOf(cadence, paired - excused, all);
  let done = 0;
  for (const contact of facts.contacts) {
    const on = countedOn(contact, cadence, today);
    if (on !== undefined && on >= period.from && on < period.until) done += 1;
  }
  const lastDay = addDays(paired === 0 ? period.until : end, -1);
  const excuse = excuseOn(facts.excuses, earlierOf(today, lastDay));
  const dueOn = excuse === null && required !== null && paired > 0 && done < required ? lastDay : null;
  const verdict = { period, required, aim, done, dueOn, days: { paired, excused, all } };
  return { ...verdict, state: excuse === null ? stateOf(verdict, cadence, today) : 'excused' };
}

function shareOf(cadence: Cadence, covered: number, all: number): { required: number | null; aim: number | null } {
  const { floor, aim } = cadence.value;
  if (floor === null) return { required: null, aim: null };
  if (covered === all) return { required: floor, aim: Math.max(floor, aim ?? floor) };
  const part = (times: number) => (times === 0 ? 0 : Math.max(1, Math.round((times * covered) / all)));
  const required = covered < leastShareOf(cadence.unit, all) ? 0 : part(floor);
  return { required, aim: Math.max(required, part(aim ?? floor)) };
}

function stateOf(verdict: Omit<PeriodVerdict, 'state'>, cadence: Cadence, today: PlainDate): PeriodVerdict['state'] {
  if (verdict.required === null) return 'noNumber';
  if (verdict.done >= Math.max(1, verdict.required)) return 'met';
  if (verdict.dueOn === null) return 'onTrack';
  const left = daysBetween(today, verdict.dueOn);
  const { soon, due } = pressOf(verdict.days.all);
  if (left > soon) return 'onTrack';
  if (!isFirm(cadence)) return left >= 0 ? 'dueSoon' : 'onTrack';
  return left > due ? 'dueSoon' : left >= 0 ? 'due' : 'late';
}

/** How a duty stands; `on` is the day whose period is asked for: today, or the last day of a year that is over. */
export function dutyOn(
  facts: DutyFacts,
  cadence: Cadence,
  calendar: PeriodCalendar,
  on: PlainDate = facts.today,
): Duty {
  const year = periodOn('year', on, calendar);
  const period = periodOn(cadence.unit, on, calendar);
  const current = period ? judgePeriod(facts, cadence, period) : null;
  const before = year
    ? periodsWithin(
        cadence.unit,
        { from: year.from, until: laterOf(year.from, period?.from ?? addDays(on, 1)) },
        calendar,
      )
    : [];
  const judged = before.filter((one) => one.until <= on).map((one) => judgePeriod(facts, cadence, one));
  const asked = judged.filter(({ required }) => required !== null && required > 0);
  const last = judged.at(-1);
  const missed =
    last && isFirm(cadence) && last.state === 'late' && !doneSince(facts, cadence, last.period.until) ? last : null;
  const state = missed && current?.state !== 'excused' ? 'late' : (current?.state ?? 'resting');
  return {
    cadence,
    current,
    state,
    dueOn: state === 'late' && missed ? missed.dueOn : (current?.dueOn ?? null),
    missed: state === 'late' ? missed : null,
    ended: { asked: asked.length, met: asked.filter((one) => one.done >= (one.required ?? 0)).length },
  };
}

const doneSince = (facts: DutyFacts, cadence: Cadence, from: PlainDate): boolean =>
  facts.contacts.some((contact) => {
    const on = countedOn(contact, cadence, facts.today);
    return on !== undefined && on >= from;
  });
