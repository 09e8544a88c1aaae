/**
 * Thirty pairs over three years, each year judged on a day of its own: 2024, a leap year, on its last day; 2025, with its leap month in
 * the lunar calendar, ten days after its end; 2026 in the midst of it. One line a pair; every state of the year stands in it.
 * A verdict reads `state done/required`, with the day that presses where there is one, `*` where the house set that day itself.
 */
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../calendar/working-days.ts';
import { stateCouncilDays } from '../calendar/state-council.ts';
import { festivalOn } from '../calendar/festivals.ts';
import { addDays, plainDate, type PlainDate } from '../kit/plain-date.ts';
import { aCadence } from '../policy/policy.build.ts';
import type { Cadence } from '../policy/requirement.ts';
import { CHANNELS, type Channel } from '../policy/vocabulary.ts';
import { CONTACT_STATES, yearOfContact, type Contact, type Excuse } from './year-of-contact.ts';

const d = plainDate;
const SEEN = { 2024: d('2024-12-31'), 2025: d('2026-01-10'), 2026: d('2026-11-23') } as const;

/** At least once, hoped for twice; from the first of July 2025 twice and four times. */
const CHANGED: readonly Cadence[] = [
  aCadence({ floor: 1, aim: 2 }, { until: d('2025-07-01') }),
  aCadence({ floor: 2, aim: 4 }, { from: d('2025-07-01') }),
];
/** The same, changed when only two months of the year were left. */
const LATE_CHANGE: readonly Cadence[] = [
  aCadence({ floor: 1, aim: 2 }, { until: d('2025-11-01') }),
  aCadence({ floor: 2, aim: 4 }, { from: d('2025-11-01') }),
];
const AS_A_RULE: readonly Cadence[] = [aCadence({}, { strength: 'asARule' })];
const NO_NUMBER: readonly Cadence[] = [aCadence({ floor: null, aim: null })];

type Pair = {
  /** First day, and the first day on which it no longer held: `2024-03-01…2026-05-01`. */
  readonly held?: string;
  /** Days, with the way where it was no talk face to face, `~` before a month, `!` before an attempt. */
  readonly talks?: string;
  /** Both days included, as they are told: `2025-01-10…2025-12-20`. */
  readonly excused?: string;
  /** The house's own day for the first talk, in the year that it names. */
  readonly own?: string;
  readonly rules?: readonly Cadence[];
};

const span = (text: string) => {
  const [from = '', until = ''] = text.split('…');
  return { from: from === '' ? null : d(from), until: until === '' ? null : d(until) };
};
const dayAfter = (on: PlainDate | null) => (on === null ? null : addDays(on, 1));

function contactsOf(text = ''): Contact[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((told) => {
      const [, sign = '', on = '', way] = /^([~!]?)([\d-]+)(?:\/(\w+))?$/.exec(told) ?? [];
      const channel = CHANNELS.find((one) => one === way) ?? ('faceToFace' satisfies Channel);
      return {
        on: d(sign === '~' ? `${on}-01` : on),
        precision: sign === '~' ? 'month' : 'day',
        channel,
        attempt: sign === '!',
      };
    });
}

const excusesOf = (text = ''): Excuse[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((told) => {
      const { from, until } = span(told);
      return { from, until: dayAfter(until), reason: '事由' };
    });

function verdict(pair: Pair, year: 2024 | 2025 | 2026): string {
  const today = SEEN[year];
  const last = d(`${year}-12-31`);
  const asOf = today < last ? today : last;
  const rules = pair.rules ?? [aCadence()];
  const inForce = rules.findLast((rule) => rule.from <= asOf);
  const held = span(pair.held ?? '2020-03-01…');
  const contacts = contactsOf(pair.talks);
  const before = contacts.findLast((one) => one.on < d(`${year}-01-01`) && !one.attempt && one.channel !== 'visit');
  const own = pair.own?.split(' ').find((on) => on.startsWith(String(year)));
  const judged = yearOfContact({
    pairing: { startsOn: held.from, endsOn: held.until },
    contacts,
    talkedBefore: before ? { on: before.on, precision: before.precision, channel: before.channel } : null,
    excuses: excusesOf(pair.excused),
    cadence: inForce,
    earlier: rules.filter((rule) => rule.until !== null && rule.until > d(`${year}-01-01`) && rule.until <= asOf),
    localFirstTalkBy: own === undefined ? null : d(own),
    year,
    today,
  });
  const { state, done, required, dueOn, dueIsLocal } = judged;
  const presses = dueOn === null ? '' : ` ${dueOn.slice(5)}${dueIsLocal ? '*' : ''}`;
  return `${state} ${done}/${required ?? '-'}${presses}`;
}

const PAIRS: readonly (readonly [string, Pair, string, string, string])[] = [
  // A whole year, and what is done in it.
  ['nothing ever', {}, 'due 0/1 12-31', 'late 0/1 12-31', 'onTrack 0/1 12-31'],
  ['once a year', { talks: '2024-03-04 2025-05-06 2026-02-03' }, 'met 1/1', 'met 1/1', 'met 1/1'],
  [
    'twice a year',
    { talks: '2024-03-04 2024-09-10 2025-01-06 2025-12-30 2026-02-03 2026-10-09' },
    'met 2/1',
    'met 2/1',
    'met 2/1',
  ],
  ['on 31 December', { talks: '2024-12-31 2025-12-31' }, 'met 1/1', 'met 1/1', 'onTrack 0/1 12-31'],
  ['on 1 January', { talks: '2024-01-01 2025-01-01 2026-01-01' }, 'met 1/1', 'met 1/1', 'met 1/1'],
  ['on 29 February', { talks: '2024-02-29 2025-02-28' }, 'met 1/1', 'met 1/1', 'onTrack 0/1 12-31'],
  ['a month, no day', { talks: '~2024-12 ~2025-06 ~2026-12' }, 'met 1/1', 'met 1/1', 'onTrack 0/1 12-31'],
  [
    'visits only',
    { talks: '2024-02-09/visit 2025-01-28/visit 2026-02-16/visit' },
    'due 0/1 12-31',
    'late 0/1 12-31',
    'onTrack 0/1 12-31',
  ],
  [
    'tried in vain',
    { talks: '!2024-05-06 !2025-05-06 !2026-05-06' },
    'due 0/1 12-31',
    'late 0/1 12-31',
    'onTrack 0/1 12-31',
  ],
  // The day counts as a day, whatever else it is.
  [
    'a made-up Saturday, a day off on a weekday',
    { talks: '2024-02-18 2025-10-11 2026-02-17' },
    'met 1/1',
    'met 1/1',
    'met 1/1',
  ],
  [
    'in the leap sixth month, and before and after it',
    { talks: '2025-07-24 2025-07-25 2025-08-22' },
    'due 0/1 12-31',
    'met 3/1',
    'onTrack 0/1 12-31',
  ],
  // Pairs that begin or end within a year.
  ['from 1 March 2024', { held: '2024-03-01…', talks: '2025-05-06' }, 'due 0/1 12-31', 'met 1/1', 'onTrack 0/1 12-31'],
  ['from 3 October 2024, ninety days', { held: '2024-10-03…' }, 'due 0/1 12-31', 'late 0/1 12-31', 'onTrack 0/1 12-31'],
  [
    'from 4 October 2024, eighty-nine',
    { held: '2024-10-04…' },
    'firstPending 0/0',
    'late 0/1 12-31',
    'onTrack 0/1 12-31',
  ],
  ['from 9 November 2026', { held: '2026-11-09…' }, 'onTrack 0/0', 'onTrack 0/0', 'firstPending 0/0'],
  ['from 1 June 2026', { held: '2026-06-01…' }, 'onTrack 0/0', 'onTrack 0/0', 'firstPending 0/1 12-31'],
  ['from 1 June 2026, talked', { held: '2026-06-01…', talks: '2026-07-01' }, 'onTrack 0/0', 'onTrack 0/0', 'met 1/1'],
  [
    'talked before the pair began',
    { held: '2026-06-01…', talks: '2026-03-05' },
    'onTrack 0/0',
    'onTrack 0/0',
    'met 1/1',
  ],
  ['to 31 March 2025', { held: '2020-03-01…2025-04-01' }, 'due 0/1 12-31', 'late 0/1 03-31', 'onTrack 0/0'],
  [
    'to 28 February 2025',
    { held: '2020-03-01…2025-03-01', talks: '2024-08-01' },
    'met 1/1',
    'onTrack 0/0',
    'onTrack 0/0',
  ],
  // Leave and excuses.
  [
    'on leave over two turns of the year',
    { excused: '2024-09-01…2026-02-28' },
    'excused 0/1',
    'excused 0/0',
    'onTrack 0/1 12-31',
  ],
  [
    'excused, then met',
    { excused: '2025-03-01…2025-05-31', talks: '2025-09-09' },
    'due 0/1 12-31',
    'met 1/1',
    'onTrack 0/1 12-31',
  ],
  [
    'excused, then not met',
    { excused: '2025-03-01…2025-05-31' },
    'due 0/1 12-31',
    'late 0/1 12-31',
    'onTrack 0/1 12-31',
  ],
  [
    'excused until only sixty days are left',
    { excused: '2025-01-01…2025-11-01' },
    'due 0/1 12-31',
    'onTrack 0/0',
    'onTrack 0/1 12-31',
  ],
  [
    'excused now, though met',
    { excused: '2026-11-01…2026-11-30', talks: '2026-03-03' },
    'due 0/1 12-31',
    'late 0/1 12-31',
    'excused 1/1',
  ],
  // What the house set for itself, and what the measures say otherwise.
  [
    'an own day',
    { own: '2024-10-31 2025-10-31 2026-10-31', talks: '2024-11-05' },
    'met 1/1',
    'late 0/1 10-31*',
    'late 0/1 10-31*',
  ],
  ['an own day to come', { own: '2026-11-30' }, 'due 0/1 12-31', 'late 0/1 12-31', 'due 0/1 11-30*'],
  ['an own day in three weeks', { own: '2026-12-14' }, 'due 0/1 12-31', 'late 0/1 12-31', 'dueSoon 0/1 12-14*'],
  [
    'a rule that changes in July 2025',
    { rules: CHANGED, talks: '2024-05-06 2025-02-03 2026-05-06' },
    'met 1/1',
    'late 1/2 12-31',
    'onTrack 1/2 12-31',
  ],
  [
    'a rule that changes in November 2025',
    { rules: LATE_CHANGE },
    'due 0/1 12-31',
    'late 0/1 12-31',
    'onTrack 0/2 12-31',
  ],
  ['a soft rule', { rules: AS_A_RULE }, 'dueSoon 0/1 12-31', 'onTrack 0/1 12-31', 'onTrack 0/1 12-31'],
  [
    'a rule without a number',
    { rules: NO_NUMBER, talks: '2025-05-06' },
    'noNumber 0/-',
    'noNumber 1/-',
    'noNumber 0/-',
  ],
];

describe('8.2 — thirty pairs over three years', () => {
  it.each(PAIRS)('%s', (_, pair, ...expected) => {
    expect([verdict(pair, 2024), verdict(pair, 2025), verdict(pair, 2026)]).toEqual(expected);
  });

  it('shows every state that there is', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(30);
    const seen = new Set(PAIRS.flatMap(([, , ...years]) => years.map((each) => each.split(' ')[0])));
    expect(CONTACT_STATES.filter((state) => !seen.has(state))).toEqual([]);
  });

  it('names its days rightly: the made-up Saturday, the day off, the leap month', () => {
    const tables = stateCouncilDays();
    expect(isWorkingDay(d('2025-10-11'), tables)).toEqual({ works: true, estimated: false });
    expect(isWorkingDay(d('2026-02-17'), tables)).toEqual({ works: false, estimated: false });
    // The sixth month comes twice in 2025: Mid-Autumn is late, on 6 October.
    expect(festivalOn(2025, 'midAutumn')).toBe('2025-10-06');
  });
});
