import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, type PlainDate } from '../kit/plain-date.ts';
import { aCadence } from '../policy/policy.build.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { yearOfContact, type Contact, type ContactState, type Excuse, type YearFacts } from './year-of-contact.ts';

const aDay = fc.integer({ min: -200, max: 560 }).map((days) => addDays(plainDate('2028-01-01'), days));
const aDayOrNone = fc.option(aDay, { nil: null, freq: 3 });
const aContact: fc.Arbitrary<Contact> = fc.record({
  on: aDay,
  precision: fc.constantFrom('moment', 'day', 'month'),
  channel: fc.constantFrom(...CHANNELS),
  attempt: fc.boolean(),
  group: fc.boolean(),
});
const anExcuse: fc.Arbitrary<Excuse> = fc
  .tuple(aDayOrNone, aDayOrNone, fc.constantFrom('病假', '访学', ''))
  .map(([a, b, reason]) =>
    a !== null && b !== null && a > b ? { from: b, until: a, reason } : { from: a, until: b, reason },
  );
const aCase: fc.Arbitrary<YearFacts> = fc.record({
  pairing: fc
    .tuple(aDayOrNone, aDayOrNone)
    .map(([a, b]) => (a !== null && b !== null && a > b ? { startsOn: b, endsOn: a } : { startsOn: a, endsOn: b })),
  contacts: fc.array(aContact, { maxLength: 6 }),
  excuses: fc.array(anExcuse, { maxLength: 3 }),
  planned: fc.array(fc.record({ on: aDay, channel: fc.constantFrom(...CHANNELS) }), { maxLength: 3 }),
  requests: fc.array(fc.record({ on: aDay, answerBy: aDayOrNone, open: fc.boolean() }), { maxLength: 3 }),
  cadence: fc
    .tuple(
      fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 6 }),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
    )
    .map(([floor, more, groupEventsCount]) =>
      aCadence({ floor, aim: floor === null ? null : floor + more, groupEventsCount }),
    ),
  localFirstTalkBy: fc.option(aDay, { nil: null }),
  year: fc.constant(2028),
  today: aDay,
});

/** How much a state asks for attention. */
const WEIGHT: Record<ContactState, number> = {
  excused: 0,
  noNumber: 0,
  met: 0,
  onTrack: 1,
  firstPending: 2,
  dueSoon: 2,
  due: 3,
  late: 4,
};

/** The same question answered by walking the year day by day. */
function plainly(facts: YearFacts): {
  state: ContactState;
  done: number;
  required: number | null;
  dueOn: PlainDate | null;
} {
  const { pairing, cadence, today, excuses } = facts;
  const excusedAt = (day: PlainDate) =>
    excuses.some((one) => (one.from === null || one.from <= day) && (one.until === null || day < one.until));
  const days = Array.from({ length: 366 }, (_, index) => addDays(plainDate('2028-01-01'), index));
  const paired = days.filter(
    (day) =>
      (pairing.startsOn === null || pairing.startsOn <= day) && (pairing.endsOn === null || day < pairing.endsOn),
  );
  const owed = paired.filter((day) => !excusedAt(day)).length;
  const floor = cadence?.value.floor ?? null;
  const required =
    floor === null
      ? null
      : owed === 366 || floor === 0
        ? floor
        : owed < 90
          ? 0
          : Math.max(1, Math.round((floor * owed) / 366));
  const done = facts.contacts.filter((contact) => {
    const begun = contact.precision === 'month' ? `${contact.on.slice(0, 7)}-01` : contact.on;
    const group = contact.group === true && !(cadence?.value.groupEventsCount ?? true);
    return contact.on.startsWith('2028') && begun <= today && !contact.attempt && contact.channel !== 'visit' && !group;
  }).length;
  const lastDay = paired.at(-1);
  const own = facts.localFirstTalkBy ?? null;
  const candidates: PlainDate[] = [];
  if (required !== null && done < required && lastDay !== undefined) candidates.push(lastDay);
  if (required !== null && own !== null && done === 0 && paired.includes(own) && !excusedAt(own)) candidates.push(own);
  const judgedOn = [today, lastDay ?? plainDate('2028-12-31')].sort()[0] ?? today;
  if (excusedAt(judgedOn)) return { state: 'excused', done, required, dueOn: null };
  const dueOn = candidates.sort()[0] ?? null;
  if (required === null) return { state: 'noNumber', done, required, dueOn };
  if (done > 0 && done >= required) return { state: 'met', done, required, dueOn };
  let left = dueOn === null ? 1000 : 0;
  if (dueOn !== null && today > dueOn) left = -1;
  else if (dueOn !== null) while (addDays(today, left) < dueOn) left += 1;
  const everTalked = facts.contacts.some((contact) => {
    const begun = contact.precision === 'month' ? `${contact.on.slice(0, 7)}-01` : contact.on;
    const group = contact.group === true && !(cadence?.value.groupEventsCount ?? true);
    return begun <= today && !contact.attempt && contact.channel !== 'visit' && !group;
  });
  const { startsOn } = pairing;
  const isNew = !everTalked && startsOn !== null && startsOn > '2028-01-01' && startsOn <= '2028-12-31';
  if (isNew && left > 7) return { state: 'firstPending', done, required, dueOn };
  return { state: left > 30 ? 'onTrack' : left > 7 ? 'dueSoon' : left >= 0 ? 'due' : 'late', done, required, dueOn };
}

describe('the year of contact', () => {
  it('is what a walk through the year day by day finds', () => {
    fc.assert(
      fc.property(aCase, (facts) => {
        const { state, done, required, dueOn } = yearOfContact(facts);
        expect({ state, done, required, dueOn }).toEqual(plainly(facts));
      }),
      { numRuns: 1500 },
    );
  });

  it('never gets worse by one more contact', () => {
    fc.assert(
      fc.property(aCase, aContact, (facts, more) => {
        const before = yearOfContact(facts);
        const after = yearOfContact({ ...facts, contacts: [...facts.contacts, more] });
        expect(WEIGHT[after.state]).toBeLessThanOrEqual(WEIGHT[before.state]);
        expect(after.done).toBeGreaterThanOrEqual(before.done);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of its facts', () => {
    const shuffled = aCase.chain((facts) =>
      fc
        .tuple(
          fc.shuffledSubarray([...facts.contacts], { minLength: facts.contacts.length }),
          fc.shuffledSubarray([...facts.excuses], { minLength: facts.excuses.length }),
        )
        .map(([contacts, excuses]) => [facts, { ...facts, contacts, excuses }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([facts, other]) => {
        expect(yearOfContact(other)).toEqual(yearOfContact(facts));
      }),
      { numRuns: 1000 },
    );
  });
});
