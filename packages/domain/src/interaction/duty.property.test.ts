import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOn, PERIOD_UNITS, type PeriodCalendar } from '../calendar/period.ts';
import { addDays, plainDate, type PlainDate } from '../kit/plain-date.ts';
import { aCadence } from '../policy/policy.build.ts';
import type { Cadence } from '../policy/requirement.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { dutyOn, isFirm, pressOf, type DutyFacts, type DutyState } from './duty.ts';
import type { Contact, Excuse } from './year-of-contact.ts';

const START = plainDate('2027-09-01');
const both = (text: string) => ({ zh: text, en: text });
const calendar: PeriodCalendar = {
  yearStartsOn: null,
  terms: [
    { id: 'a', name: both('秋'), from: plainDate('2027-09-06'), until: plainDate('2028-01-15') },
    { id: 'b', name: both('春'), from: plainDate('2028-02-28'), until: plainDate('2028-07-08') },
    { id: 'c', name: both('未定'), from: null, until: null },
  ],
};
// From September 2027 to the end of 2028, a leap year.
const aDay = fc.integer({ min: 0, max: 486 }).map((days) => addDays(START, days));
const aDayOrNone = fc.option(aDay, { nil: null, freq: 3 });
const aContact: fc.Arbitrary<Contact> = fc.record({
  on: aDay,
  precision: fc.constantFrom('moment' as const, 'day' as const, 'month' as const),
  channel: fc.constantFrom(...CHANNELS),
  attempt: fc.boolean(),
  group: fc.boolean(),
});
const ordered = (a: PlainDate | null, b: PlainDate | null): [PlainDate | null, PlainDate | null] =>
  a !== null && b !== null && a > b ? [b, a] : [a, b];
const anExcuse: fc.Arbitrary<Excuse> = fc.tuple(aDayOrNone, aDayOrNone).map(([a, b]) => {
  const [from, until] = ordered(a, b);
  return { from, until, reason: '病假' };
});
const aRule: fc.Arbitrary<Cadence> = fc
  .record({
    unit: fc.constantFrom(...PERIOD_UNITS),
    strength: fc.constantFrom('atLeast' as const, 'shall' as const, 'asARule' as const),
    floor: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null, freq: 6 }),
    more: fc.integer({ min: 0, max: 2 }),
    groupEventsCount: fc.boolean(),
    channels: fc.subarray([...CHANNELS], { minLength: 1 }),
    dates: fc.tuple(aDayOrNone, aDayOrNone),
  })
  .map(({ unit, strength, floor, more, groupEventsCount, channels, dates }) => {
    const [from, until] = ordered(...dates);
    return aCadence(
      { floor, aim: floor === null ? null : floor + more, groupEventsCount, channels, shown: [] },
      { unit, strength, ...(from === null ? {} : { from }), until },
    );
  });
const someFacts: fc.Arbitrary<DutyFacts> = fc.record({
  pairing: fc.tuple(aDayOrNone, aDayOrNone).map(([a, b]) => {
    const [startsOn, endsOn] = ordered(a, b);
    return { startsOn, endsOn };
  }),
  contacts: fc.array(aContact, { maxLength: 8 }),
  excuses: fc.array(anExcuse, { maxLength: 2 }),
  today: aDay,
});

const WEIGHT: Record<DutyState, number> = {
  excused: 0,
  resting: 0,
  noNumber: 0,
  met: 0,
  onTrack: 1,
  dueSoon: 2,
  due: 3,
  late: 4,
};

/** The same question answered by walking the days one by one. */
function plainly(facts: DutyFacts, rule: Cadence): { state: DutyState; done: number | null; required: number | null } {
  const excused = (day: PlainDate) =>
    facts.excuses.some((one) => (one.from === null || one.from <= day) && (one.until === null || day < one.until));
  const stands = (day: PlainDate) =>
    (facts.pairing.startsOn === null || facts.pairing.startsOn <= day) &&
    (facts.pairing.endsOn === null || day < facts.pairing.endsOn) &&
    rule.from <= day &&
    (rule.until === null || day < rule.until);
  const keyOf = (day: PlainDate) => {
    if (rule.unit !== 'term') return `${periodOn(rule.unit, day, calendar)?.from}`;
    return calendar.terms.find((one) => one.from !== null && one.until !== null && one.from <= day && day < one.until)
      ?.id;
  };
  const counted = facts.contacts.flatMap((contact) => {
    const month = contact.precision === 'month';
    const begun = month ? `${contact.on.slice(0, 7)}-01` : contact.on;
    const skip =
      contact.attempt ||
      begun > facts.today ||
      (month && rule.unit === 'week') ||
      (contact.group === true && !rule.value.groupEventsCount) ||
      !rule.value.channels.includes(contact.channel);
    return skip ? [] : [month ? plainDate(`${contact.on.slice(0, 7)}-15`) : contact.on];
  });
  const judge = (key: string, days: readonly PlainDate[]) => {
    const paired = days.filter(stands);
    const owed = paired.filter((day) => !excused(day)).length;
    const floor = rule.value.floor;
    const least = rule.unit === 'year' ? 90 : days.length / 4;
    const required =
      floor === null
        ? null
        : owed === days.length || floor === 0
          ? floor
          : owed < least
            ? 0
            : Math.max(1, Math.round((floor * owed) / days.length));
    const done = counted.filter((day) => keyOf(day) === key).length;
    const last = (paired.length > 0 ? paired : days).at(-1) ?? facts.today;
    const judgedOn = facts.today < last ? facts.today : last;
    let state: DutyState = 'onTrack';
    if (excused(judgedOn)) state = 'excused';
    else if (required === null) state = 'noNumber';
    else if (done >= Math.max(1, required)) state = 'met';
    else if (done < required && paired.length > 0) {
      let left = 0;
      if (facts.today > last) left = -1;
      else while (addDays(facts.today, left) < last) left += 1;
      const { soon, due } = pressOf(days.length);
      if (left > soon) state = 'onTrack';
      else if (!isFirm(rule)) state = left >= 0 ? 'dueSoon' : 'onTrack';
      else state = left > due ? 'dueSoon' : left >= 0 ? 'due' : 'late';
    }
    return { state, done, required };
  };
  // Every period that touches the calendar year of today, with all of its days.
  const periods = new Map<string, PlainDate[]>();
  const span = Array.from({ length: 900 }, (_, index) => addDays(plainDate('2027-01-01'), index));
  for (const day of span) {
    const key = keyOf(day);
    if (key !== undefined) periods.set(key, [...(periods.get(key) ?? []), day]);
  }
  const here = keyOf(facts.today);
  const current = here === undefined ? null : judge(here, periods.get(here) ?? []);
  const year = facts.today.slice(0, 4);
  const before = [...periods].filter(([, days]) => {
    const last = days.at(-1);
    return last !== undefined && last < facts.today && days.some((day) => day.startsWith(year));
  });
  const previous = before.at(-1);
  const missed =
    previous !== undefined &&
    isFirm(rule) &&
    judge(previous[0], previous[1]).state === 'late' &&
    !counted.some((day) => day > (previous[1].at(-1) ?? day));
  const state = missed && current?.state !== 'excused' ? 'late' : (current?.state ?? 'resting');
  return { state, done: current?.done ?? null, required: current?.required ?? null };
}

describe('a duty over any period', () => {
  it('is what a walk day by day finds', () => {
    fc.assert(
      fc.property(someFacts, aRule, (facts, rule) => {
        const { state, current } = dutyOn(facts, rule, calendar);
        expect({ state, done: current?.done ?? null, required: current?.required ?? null }).toEqual(
          plainly(facts, rule),
        );
      }),
      { numRuns: 400 },
    );
    // The walk is slow on purpose; a busy machine takes its time over it.
  }, 60_000);

  it('never gets worse by one more contact', () => {
    fc.assert(
      fc.property(someFacts, aRule, aContact, (facts, rule, more) => {
        const before = dutyOn(facts, rule, calendar);
        const after = dutyOn({ ...facts, contacts: [...facts.contacts, more] }, rule, calendar);
        expect(WEIGHT[after.state]).toBeLessThanOrEqual(WEIGHT[before.state]);
        expect(after.ended.met).toBeGreaterThanOrEqual(before.ended.met);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of its facts', () => {
    const shuffled = someFacts.chain((facts) =>
      fc
        .shuffledSubarray([...facts.contacts], { minLength: facts.contacts.length })
        .map((contacts) => [facts, { ...facts, contacts, excuses: facts.excuses.toReversed() }] as const),
    );
    fc.assert(
      fc.property(shuffled, aRule, ([facts, other], rule) => {
        expect(dutyOn(other, rule, calendar)).toEqual(dutyOn(facts, rule, calendar));
      }),
      { numRuns: 600 },
    );
  });

  it('of a soft rule, or without a number, is never due or late', () => {
    fc.assert(
      fc.property(someFacts, aRule, (facts, rule) => {
        const soft = dutyOn(facts, { ...rule, strength: 'asARule' }, calendar);
        expect(['due', 'late']).not.toContain(soft.state);
        const none = dutyOn(facts, { ...rule, value: { ...rule.value, floor: null, aim: null } }, calendar);
        expect(['noNumber', 'resting', 'excused']).toContain(none.state);
      }),
      { numRuns: 400 },
    );
  });
});
