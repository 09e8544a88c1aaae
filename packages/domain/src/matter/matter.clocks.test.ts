/** Each rule of the clocks by its name; each from a fault seen elsewhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkdayCalendar } from '../calendar/working-days.ts';
import type { Id } from '../kit/ids.ts';
import { addDays, plainDate, type PlainDate } from '../kit/plain-date.ts';
import { clocksOf, nextClock, type Clock, type Rules } from './matter.clocks.ts';
import { foldMatter } from './matter.machine.ts';
import type { MatterState } from './matter.state.ts';
import type { ClockKind } from './matter.ts';
import type { DetailOf, MatterStep, Performer } from './matter.steps.ts';
import type { MatterActionKind } from './matter.ts';
import { NO_RULE, PROMPTLY, replyLoopOf, type ReplyLoop } from './reply-loop.ts';

/** 2026 as the State Council moved it, as far as these tests walk; 2027 has no table. */
const workdays: WorkdayCalendar = new Map([
  [
    2026,
    {
      year: 2026,
      source: 'test',
      off: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map(plainDate)),
      working: new Set(['2026-09-20', '2026-10-10'].map(plainDate)),
    },
  ],
]);
const loop = (settings: Record<string, string>): ReplyLoop =>
  replyLoopOf(
    undefined,
    undefined,
    Object.entries(settings).map(([kind, value]) => ({ kind, value, reason: 'ours' })),
  );
const RULES: Rules = {
  workdays,
  loop: loop({
    triageWithin: '2w',
    replyWithin: '10w',
    firstContactWithin: '5w',
    responseWithin: '1w',
    redoWithin: '4w',
    handBackWithin: '2w',
    coOpinionWithin: '3w',
  }),
};
const lead = 'medical' as Id;
const other = 'logistics' as Id;
const by = (as: Performer['as']): Performer => ({ as, person: null, unit: null, party: as === 'proposer' ? 1 : null });
const step = <K extends MatterActionKind>(action: K, on: string, detail: DetailOf<K>, as: Performer['as'] = 'keeper') =>
  ({ action, on: plainDate(on), by: by(as), detail }) as unknown as MatterStep; // keyed by the action
const stateOf = (steps: readonly MatterStep[]): MatterState => {
  const state = foldMatter(steps);
  if (!state) throw new Error('no beginning');
  return state;
};
const clocks = (steps: readonly MatterStep[], today: string, rules = RULES): Clock[] =>
  clocksOf(stateOf(steps), rules, plainDate(today));
const one = (steps: readonly MatterStep[], clock: ClockKind, today: string, rules = RULES) =>
  clocks(steps, today, rules).findLast((each) => each.clock === clock);

/** Monday 2 November 2026: registered, reported, accepted, handed over on one day. */
const handed = [
  step('register', '2026-11-02', { kind: 'opinion', parties: 1, points: 1 }, 'proposer'),
  step('report', '2026-11-02', { way: 'note' }),
  step('triage', '2026-11-02', { disposition: 'accepted' }),
  step('release', '2026-11-02', { points: 1 }),
  step('assign', '2026-11-02', { lead, coHandlers: [other], grounded: false }),
];
const taken = [...handed, step('take', '2026-11-03', { pledgeOn: null }, 'handler')];
const replied = [
  ...taken,
  step('submit', '2026-11-09', {}),
  step('review', '2026-11-10', { verdict: 'approved' }),
  step('publish', '2026-11-11', { points: [{ point: 1, outcome: 'A', promiseOn: null, promise: null }] }),
  step('deliver', '2026-11-11', { party: 1, way: 'phone', told: plainDate('2026-11-11') }),
];
const added = (on: string) => step('add', on, { party: 1, addition: 1 }, 'proposer');
const told = (on: string) => step('tell', on, { way: 'here' }, 'handler');

describe('the clocks', () => {
  it('any addition by the person restarts waiting', () => {
    const spoken = [...taken, told('2026-11-04')];
    expect(one(spoken, 'response', '2026-11-04')).toBeUndefined();
    const again = [...spoken, added('2026-11-05')];
    expect(one(again, 'response', '2026-11-05')).toMatchObject({
      state: 'running',
      startedOn: '2026-11-05',
      dueOn: '2026-11-06',
    });
    // A second addition does not put off what is owed already.
    expect(one([...again, added('2026-11-09')], 'response', '2026-11-09')).toMatchObject({
      state: 'late',
      dueOn: '2026-11-06',
    });
  });

  it('an addition ends a wait for it, whatever it says', () => {
    const waiting = [...taken, step('wait', '2026-11-05', {})];
    expect(one(waiting, 'reply', '2026-11-10')).toMatchObject({ state: 'paused', dueOn: null });
    expect(one([...waiting, added('2026-11-10')], 'reply', '2026-11-10')).toMatchObject({
      state: 'running',
      pausedDays: 3,
      dueOn: '2026-11-19',
    });
  });

  it('our reply stops it, whoever spoke first', () => {
    expect(one([...taken, told('2026-11-04')], 'firstContact', '2026-11-04')).toMatchObject({
      state: 'met',
      endedOn: '2026-11-04',
    });
    expect(one([...taken, added('2026-11-04'), told('2026-11-05')], 'response', '2026-11-05')?.state).toBe('met');
  });

  it('a shorter second clock cannot override an unmet first', () => {
    const both = [...taken, added('2026-11-11')];
    const first = one(both, 'firstContact', '2026-11-11');
    expect(first).toMatchObject({ state: 'late', dueOn: '2026-11-09' });
    expect(one(both, 'response', '2026-11-11')).toMatchObject({ dueOn: '2026-11-12' });
    expect(nextClock(clocks(both, '2026-11-11'), ['lead'])?.clock).toBe('firstContact');
  });

  it('changing a rule re-evaluates at once', () => {
    const shorter = { ...RULES, loop: loop({ replyWithin: '3w' }) };
    expect(one(taken, 'reply', '2026-11-10')?.state).toBe('running');
    expect(one(taken, 'reply', '2026-11-10', shorter)).toMatchObject({ state: 'late', dueOn: '2026-11-05', left: -3 });
  });

  it('merged matters stop', () => {
    const merged = clocks([...taken, step('merge', '2026-11-05', { into: 'x' as Id })], '2026-12-30');
    expect(merged.filter((each) => each.state === 'running' || each.state === 'late')).toEqual([]);
  });

  it('reopened ones start a new round and keep the old figures', () => {
    const again = [
      ...replied,
      step('answer', '2026-11-12', { party: 1, result: 'no', timely: null, clear: null }, 'proposer'),
    ];
    const rounds = clocks(again, '2026-11-12').filter((each) => each.clock === 'reply');
    expect(rounds.map((each) => [each.round, each.state, each.dueOn])).toEqual([
      [1, 'met', '2026-11-16'],
      [2, 'running', '2026-11-18'],
    ]);
  });

  it('an acknowledgement goes out only after a person has taken the matter', () => {
    expect(stateOf(handed).status).toBe('assigned');
    expect(stateOf(taken).status).toBe('inProgress');
  });

  it('counts working days by the table of the year, make-up days included', () => {
    const autumn = [step('register', '2026-09-18', { kind: 'opinion', parties: 1, points: 1 }, 'proposer')];
    // Friday 18 September; Sunday 20 is worked; Monday 21 is the second day.
    expect(one(autumn, 'triage', '2026-09-21')).toMatchObject({ dueOn: '2026-09-21', estimated: false, left: 0 });
  });

  it('says where it leans on a year whose table is not known', () => {
    const late = [step('register', '2026-12-31', { kind: 'opinion', parties: 1, points: 1 }, 'proposer')];
    expect(one(late, 'triage', '2026-12-31')).toMatchObject({ dueOn: '2027-01-05', estimated: true });
  });

  it('a number of the house’s own is marked as such, and without any there is no day', () => {
    expect(one(taken, 'reply', '2026-11-04')?.local).toBe(true);
    expect(one(taken, 'reply', '2027-11-04', { ...RULES, loop: PROMPTLY })).toMatchObject({
      state: 'noNumber',
      dueOn: null,
      left: null,
    });
    expect(NO_RULE.deadline).toBeNull();
  });

  it('an earlier day that a department pledges comes first, and a wait moves it', () => {
    const pledged = [...handed, step('take', '2026-11-03', { pledgeOn: plainDate('2026-11-06') }, 'handler')];
    expect(one(pledged, 'reply', '2026-11-04')).toMatchObject({ dueOn: '2026-11-06', pledged: true });
    const waited = [...pledged, step('wait', '2026-11-04', {}), added('2026-11-06')];
    expect(one(waited, 'reply', '2026-11-06')).toMatchObject({ dueOn: '2026-11-10', pledged: true, pausedDays: 2 });
  });

  it('a wait that begins after the day has passed does not hide that it is late', () => {
    const late = [...taken, step('wait', '2026-11-23', {})];
    expect(one(late, 'reply', '2026-11-25')).toMatchObject({ state: 'late', dueOn: '2026-11-16' });
  });

  it('an extension moves the day once it is granted, not when it is asked for', () => {
    const asked = [...taken, step('askExtension', '2026-11-05', { until: plainDate('2026-11-30') })];
    expect(one(asked, 'reply', '2026-11-06')?.dueOn).toBe('2026-11-16');
    const granted = [...asked, step('decideExtension', '2026-11-06', { grant: true })];
    expect(one(granted, 'reply', '2026-11-06')).toMatchObject({ dueOn: '2026-11-30', extended: true });
    const twice = [
      ...granted,
      step('askExtension', '2026-11-07', { until: plainDate('2026-12-30') }),
      step('decideExtension', '2026-11-08', { grant: true }),
    ];
    expect(one(twice, 'reply', '2026-11-08')?.dueOn).toBe('2026-11-30');
  });

  it('each co-handler has an own clock', () => {
    const given = [...taken, step('giveOpinion', '2026-11-04', { unit: other })];
    expect(one(taken, 'coOpinion', '2026-11-06')).toMatchObject({ state: 'late', of: other, dueOn: '2026-11-05' });
    expect(one(given, 'coOpinion', '2026-11-06')?.state).toBe('met');
  });

  it('the time to hand back is no duty, and ends when the matter is taken', () => {
    expect(nextClock(clocks(handed, '2026-11-02'), ['lead'])?.clock).toBe('firstContact');
    expect(one(taken, 'handBack', '2026-11-09')?.state).toBe('stopped');
  });

  it('stand the same whenever they are asked, and time only moves them on', () => {
    const days = fc.array(fc.nat(9), { minLength: 4, maxLength: 14 });
    const log = days.map((gaps) => {
      let on: PlainDate = plainDate('2026-11-02');
      const make = [
        () => step('wait', on, {}),
        () => added(on),
        () => told(on),
        () => step('wait', on, {}),
        () => step('resume', on, {}),
      ];
      const middle = gaps.map((gap, at) => {
        on = addDays(on, gap);
        return (make[at % make.length] ?? (() => told(on)))();
      });
      return [...taken, ...middle];
    });
    fc.assert(
      fc.property(log, fc.nat(400), (steps, ahead) => {
        const today = addDays(plainDate('2026-11-02'), ahead);
        const first = clocksOf(stateOf(steps), RULES, today);
        expect(clocksOf(JSON.parse(JSON.stringify(stateOf(steps))) as MatterState, RULES, today)).toEqual(first);
        const later = clocksOf(stateOf(steps), RULES, addDays(today, 30));
        for (const [at, clock] of first.entries()) {
          expect(later[at]?.dueOn).toBe(clock.dueOn);
          if (clock.state === 'late') expect(later[at]?.state).toBe('late');
        }
      }),
      { numRuns: 500 },
    );
  });
});
