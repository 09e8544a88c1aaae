/** The machine by cases and by chance: ten thousand random lines, and no invariant broken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kit/ids.ts';
import { addDays, plainDate, type PlainDate } from '../kit/plain-date.ts';
import { answerableUntil, asksAgainOn, isDelivered, isLive } from './matter.answers.ts';
import { applyStep, foldMatter } from './matter.machine.ts';
import type { MatterState } from './matter.state.ts';
import { FROM } from './matter.table.ts';
import {
  claimsEnd,
  LEDGER_CLAIMS,
  type LedgerClaim,
  MATTER_ACTIONS,
  MATTER_KINDS,
  OUTCOMES,
  RESULTS,
  type MatterActionKind,
} from './matter.ts';
import type { DetailOf, MatterStep, Performer } from './matter.steps.ts';

const UNITS = ['medical', 'logistics', 'people'] as Id[];
const START = plainDate('2026-10-26');
const by = (as: Performer['as'], party: number | null = null): Performer => ({
  as,
  party,
  person: as === 'handler' || as === 'keeper' ? (`a-${as}` as Id) : null,
  unit: as === 'handler' ? (UNITS[0] ?? null) : null,
});

let serial = 0;
const step = <K extends MatterActionKind>(action: K, on: string, detail: DetailOf<K>, performer = by('keeper')) =>
  ({ action, on: plainDate(on), by: performer, detail }) as unknown as MatterStep; // keyed by the action

/** A line up to a stop, a step a day. */
const line = (...steps: readonly MatterStep[]): MatterState => {
  const state = foldMatter(steps);
  if (!state) throw new Error('no beginning');
  return state;
};
const lead = UNITS[0] as Id;
const toAssigned = [
  step('register', '2026-10-26', { kind: 'opinion', parties: 1, points: 1 }, by('proposer', 1)),
  step('report', '2026-10-27', { way: 'meeting' }),
  step('triage', '2026-10-28', { disposition: 'accepted' }),
  step('release', '2026-10-28', { points: 1 }),
  step('assign', '2026-10-29', { lead, coHandlers: [], grounded: false }),
];
const toReplied = [
  ...toAssigned,
  step('take', '2026-10-30', { pledgeOn: null }, by('handler')),
  step('submit', '2026-11-02', {}, by('handler')),
  step('review', '2026-11-03', { verdict: 'approved' }),
  step('publish', '2026-11-04', {
    points: [{ point: 1, outcome: 'B', promiseOn: plainDate('2026-12-01'), promise: 'promise' as Id }],
  }),
];
const delivered = [
  ...toReplied,
  step('deliver', '2026-11-04', { party: 1, way: 'phone', told: plainDate('2026-11-04') }),
];
const answer = (on: string, result: 'solved' | 'partly' | 'no') =>
  step('answer', on, { party: 1, result, timely: null, clear: null }, by('proposer', 1));

describe('the line of a matter', () => {
  it('begins with being registered', () => {
    expect(foldMatter([step('report', '2026-10-27', { way: 'note' })])).toBeUndefined();
  });

  it('is not handed on before it was reported, accepted and released', () => {
    const [register, report, triage, release, assign] = toAssigned as [
      MatterStep,
      MatterStep,
      MatterStep,
      MatterStep,
      MatterStep,
    ];
    expect(line(register, report, triage, release, assign).status).toBe('assigned');
    expect(line(register, triage, release, assign).status).toBe('registered');
    expect(line(register, report, release, assign).status).toBe('reported');
    expect(line(register, report, triage, assign).status).toBe('reported');
  });

  it('does not close without a published and delivered reply', () => {
    expect(line(...toReplied, step('close', '2026-11-05', {})).status).toBe('replied');
    expect(line(...delivered, step('close', '2026-12-05', {})).status).toBe('closed');
  });

  it('does not publish while a point has no reply', () => {
    const bare = [...toReplied.slice(0, -1), step('publish', '2026-11-04', { points: [] })];
    expect(line(...bare).status).toBe('reviewed');
  });

  it('opens a second round where it was not solved, and keeps the figures of the first', () => {
    const state = line(...delivered, answer('2026-11-06', 'no'));
    expect(state).toMatchObject({ status: 'inProgress', round: 2, published: null });
    expect(state.rounds).toEqual([
      { round: 1, startedOn: '2026-10-26', repliedOn: '2026-11-04', outcomes: ['B'], result: 'no' },
    ]);
  });

  it('takes the second round back where the answer is changed within its days', () => {
    const state = line(...delivered, answer('2026-11-06', 'no'), answer('2026-11-08', 'solved'));
    expect(state).toMatchObject({ status: 'confirmed', round: 1, rounds: [], published: { on: '2026-11-04' } });
    expect(state.answers).toHaveLength(1);
    expect(line(...delivered, answer('2026-11-06', 'no'), answer('2026-11-20', 'solved')).round).toBe(2);
  });

  it('asks again after four weeks about what was under way, once', () => {
    const state = line(...delivered, answer('2026-11-06', 'solved'), step('close', '2026-11-10', {}));
    expect(answerableUntil(state, 1, plainDate('2026-11-13'))).toBe('2026-11-13');
    expect(answerableUntil(state, 1, plainDate('2026-11-14'))).toBeUndefined();
    expect(asksAgainOn(state, 1, plainDate('2026-12-01'))).toBe(false);
    expect(asksAgainOn(state, 1, plainDate('2026-12-02'))).toBe(true);
    const again = applyStep(state, answer('2026-12-03', 'partly')) as MatterState;
    expect(again).toMatchObject({ status: 'inProgress', round: 2 });
    expect(again.answers.map((one) => one.again)).toEqual([false, true]);
  });

  it('withdraws until the reply has arrived, not after', () => {
    const withdraw = (on: string) => step('withdraw', on, { party: 1 }, by('proposer', 1));
    expect(line(...toReplied, withdraw('2026-11-05')).status).toBe('withdrawn');
    expect(line(...delivered, withdraw('2026-11-05')).status).toBe('replied');
  });

  it('goes on for the others where one of several withdraws', () => {
    const two = [
      step('register', '2026-10-26', { kind: 'difficulty', parties: 2, points: 1 }),
      step('withdraw', '2026-10-27', { party: 1 }, by('proposer', 1)),
    ];
    expect(line(...two)).toMatchObject({ status: 'registered', parties: [false, true] });
  });

  it('stops every clock where it is merged', () => {
    const merged = line(...toAssigned, step('merge', '2026-10-30', { into: 'other' as Id }));
    expect(merged.status).toBe('merged');
    expect(merged.clocks.every((one) => one.endedOn !== null)).toBe(true);
  });
});

// ── By chance ────────────────────────────────────────────────────────────────────────────────────────────

type Draw = { readonly action: MatterActionKind; readonly days: number; readonly seed: number };
const draws: fc.Arbitrary<Draw[]> = fc.array(
  fc.record({ action: fc.constantFrom(...MATTER_ACTIONS), days: fc.nat(12), seed: fc.nat(9999) }),
  { minLength: 5, maxLength: 60 },
);
/** The way forward from each stop: drawn every other time, so that walks get to the end. */
describe('what an earlier ledger says', () => {
  const raised = (kind: 'opinion' | 'difficulty') =>
    step('register', '2026-11-23', { kind, parties: 1, points: 1 }, by('keeper'));
  const imported = (claim: LedgerClaim, kind: 'opinion' | 'difficulty' = 'opinion') =>
    line(raised(kind), step('import', '2026-11-23', { claim }));
  const runs = (state: MatterState) => state.clocks.filter((one) => one.endedOn === null).map((one) => one.clock);

  it.each([
    ['open', 'registered', null, ['triage', 'report']],
    ['handedOn', 'reported', 'accepted', ['reply']],
    ['underWay', 'inProgress', 'accepted', ['reply']],
    ['planned', 'inProgress', 'accepted', ['reply']],
    ['notFeasible', 'inProgress', 'accepted', ['reply']],
    ['answered', 'endedInLedger', null, []],
    ['solved', 'endedInLedger', null, []],
  ] as const)('%s stands at %s', (claim, status, disposition, clocks) => {
    const state = imported(claim);
    expect(state).toMatchObject({ status, disposition, published: null, deliveries: [], imported: { claim } });
    expect(runs(state)).toEqual(clocks);
  });

  it('never closes what it says was answered: that needs a reply from here', () => {
    const state = imported('answered');
    for (const action of MATTER_ACTIONS)
      if (action !== 'reopen' && action !== 'withdraw') expect(FROM[action].includes(state.status), action).toBe(false);
    const again = applyStep(state, step('reopen', '2026-11-24', {})) as MatterState;
    expect(again).toMatchObject({ status: 'registered', disposition: null });
    expect(runs(again)).toEqual(['triage', 'report']);
    expect(applyStep(again, step('import', '2026-11-24', { claim: 'solved' }))).toEqual(again);
  });

  it('is taken over at the beginning only', () => {
    const begun = line(raised('opinion'), step('release', '2026-11-23', { points: 1 }));
    expect(applyStep(begun, step('import', '2026-11-24', { claim: 'solved' }))).toEqual(begun);
  });
});

describe('the leader who heard it', () => {
  const raised = step('register', '2026-11-23', { kind: 'opinion', parties: 1, points: 1 }, by('leader'));
  const point = { point: 1, outcome: 'A', promiseOn: null, promise: null } as const;
  const onSpot = step('answerOnSpot', '2026-11-23', { points: [point] }, by('leader'));

  it('answers on the spot; it is reported afterwards and closes as every other, after delivery and answer', () => {
    const told = step('deliver', '2026-11-23', { party: 1, way: 'faceToFace', told: plainDate('2026-11-23') });
    const answered = line(raised, onSpot);
    expect(answered).toMatchObject({ status: 'replied', disposition: 'accepted', reportedOn: null });
    expect(applyStep(answered, step('close', '2026-11-24', {}))).toEqual(answered);
    const reported = line(raised, onSpot, told, step('report', '2026-11-24', { way: 'meeting' }));
    expect(reported).toMatchObject({ status: 'replied', reportedOn: '2026-11-24' });
    expect(line(raised, onSpot, told, answer('2026-11-25', 'solved'), step('close', '2026-11-26', {})).status).toBe(
      'closed',
    );
  });

  it('does not answer over the office once that has begun, nor with a point left out', () => {
    const begun = line(
      raised,
      step('report', '2026-11-23', { way: 'note' }),
      step('triage', '2026-11-23', { disposition: 'reference' }),
    );
    expect(applyStep(begun, onSpot)).toEqual(begun);
    expect(line(raised, step('answerOnSpot', '2026-11-23', { points: [] }, by('leader'))).status).toBe('registered');
  });
});

const FORWARD: Readonly<Partial<Record<string, readonly MatterActionKind[]>>> = {
  registered: ['report'],
  reported: ['triage', 'release', 'assign'],
  assigned: ['take'],
  inProgress: ['submit'],
  waiting: ['resume'],
  drafted: ['review'],
  reviewed: ['publish'],
  replied: ['deliver', 'answer'],
  confirmed: ['close'],
};
const ENDS: readonly MatterActionKind[] = ['merge', 'withdraw'];
const biased = (state: MatterState | undefined, draw: Draw): MatterActionKind => {
  if (!state) return 'register';
  const forward = FORWARD[state.status];
  if (forward && draw.seed % 2 === 0) return forward[(draw.seed >> 1) % forward.length] ?? draw.action;
  if (draw.seed % 5 === 0) return ENDS.includes(draw.action) && draw.days < 9 ? 'tell' : draw.action;
  const open = MATTER_ACTIONS.filter((action) => FROM[action].includes(state.status) && !ENDS.includes(action));
  return open[draw.seed % Math.max(1, open.length)] ?? draw.action;
};

function anyStep(action: MatterActionKind, state: MatterState | undefined, on: PlainDate, seed: number): MatterStep {
  const pick = <T>(list: readonly T[]): T => list[seed % list.length] as T;
  const party = 1 + (seed % Math.max(1, state?.parties.length ?? 1));
  const points = state?.points ?? 1;
  const unit = pick(UNITS);
  const later = addDays(on, 1 + (seed % 40));
  const anyPoints = () =>
    Array.from({ length: seed % 7 === 0 ? points - 1 : points }, (_, at) => {
      const outcome = OUTCOMES[(seed + at) % 4] ?? 'A';
      const promised = outcome === 'B' || outcome === 'C';
      serial += 1;
      return {
        point: at + 1,
        outcome,
        promiseOn: promised ? later : null,
        promise: promised ? (`p${serial}` as Id) : null,
      };
    });
  const details: { [K in MatterActionKind]: () => DetailOf<K> } = {
    register: () => ({ kind: pick(MATTER_KINDS), parties: 1 + (seed % 3), points: 1 + (seed % 4) }),
    choose: () => ({ party, named: seed % 2 === 0 }),
    revise: () => ({ kind: pick(MATTER_KINDS), points: 1 + (seed % 3) }),
    add: () => ({ party, addition: seed }),
    askProgress: () => ({ party, addition: seed }),
    withdraw: () => ({ party }),
    report: () => ({ way: 'note' }),
    triage: () => ({ disposition: pick(['accepted', 'accepted', 'reference', 'declined'] as const) }),
    release: () => ({ points: points + (seed % 2) }),
    assign: () => ({ lead: unit, coHandlers: UNITS.filter((one) => one !== unit).slice(0, seed % 3), grounded: true }),
    take: () => ({ pledgeOn: seed % 2 === 0 ? later : null }),
    handBack: () => ({ unit: seed % 3 === 0 ? unit : (state?.lead ?? unit), suggests: null }),
    tell: () => ({ way: 'here' }),
    wait: () => ({}),
    resume: () => ({}),
    note: () => ({}),
    giveOpinion: () => ({ unit }),
    draft: () => ({}),
    submit: () => ({}),
    askExtension: () => ({ until: later }),
    decideExtension: () => ({ grant: seed % 2 === 0 }),
    review: () => ({ verdict: seed % 5 === 0 ? 'returned' : 'approved' }),
    publish: () => ({ points: anyPoints() }),
    forward: () => ({}),
    answerOnSpot: () => ({ points: anyPoints() }),
    deliver: () => ({ party, way: 'phone', told: on }),
    acknowledge: () => ({ party }),
    answer: () => ({ party, result: pick(RESULTS), timely: null, clear: null }),
    lookBack: () => ({
      promise: state?.promises[seed % Math.max(1, state.promises.length)]?.id ?? ('none' as Id),
      found: pick(['kept', 'moved', 'notKept'] as const),
      movedTo: later,
    }),
    merge: () => ({ into: 'other' as Id }),
    receive: () => ({ from: 'other' as Id, parties: 1 }),
    split: () => ({ made: 'made' as Id, points: seed % (points + 1) }),
    close: () => ({}),
    import: () => ({ claim: pick(LEDGER_CLAIMS) }),
    reopen: () => ({}),
  };
  return {
    action,
    on,
    by: by(pick(['keeper', 'handler'] as const)),
    detail: details[action](),
  } as unknown as MatterStep;
}

/** What must hold of any line at any moment. */
function broken(before: MatterState | undefined, after: MatterState, taken: MatterStep): string | undefined {
  const running = after.clocks.filter((one) => one.endedOn === null);
  const names = running.map((one) => `${one.clock} ${one.of ?? ''}`);
  const once = after.clocks.filter((one) => one.ended === 'stopped' || one.endedOn === null);
  if (new Set(names).size !== names.length) return `a clock runs twice: ${names.join()}`;
  if (after.clocks.some((one) => one.endedOn !== null && one.endedOn < one.startedOn))
    return 'a clock ended before it began';
  if (once.some((one) => one.pauses.some((pause) => pause.until !== null && pause.until < pause.from)))
    return 'a pause ended before it began';
  const still = running.some((one) => one.pauses.some((pause) => pause.until === null));
  if (still && after.status !== 'waiting') return `a clock stands still at ${after.status}`;
  if (
    after.status === 'waiting' &&
    running.some((one) => one.clock === 'reply' && one.pauses.every((pause) => pause.until !== null))
  )
    return 'the reply runs on while the person is asked';
  const live = after.parties.flatMap((one, index) => (one ? [index + 1] : []));
  if (after.status === 'closed' && (!after.published || !live.every((party) => isDelivered(after, party))))
    return 'closed without a published and delivered reply';
  if (
    after.status === 'endedInLedger' &&
    !(after.imported && claimsEnd(after.imported.claim) && !after.published && after.deliveries.length === 0)
  )
    return 'ended by the ledger without the ledger saying so, or with a reply that it never told';
  if (after.imported && before && !before.imported && after.deliveries.length > 0) return 'an invented delivery';
  if (after.status === 'closed' && live.length === 0) return 'closed for nobody';
  if (after.status === 'confirmed' && !after.published) return 'confirmed without a reply';
  if ((after.status === 'withdrawn') !== (live.length === 0)) return 'withdrawn, and not by everybody';
  if (after.lead === null && after.status === 'assigned') return 'assigned to nobody';
  if (after.published !== null && after.published.outcomes.length === 0) return 'published with nothing in it';
  if (after.answers.some((one) => one.round > after.round)) return 'an answer before its reply';
  if (new Set(after.answers.map((one) => `${one.party} ${one.round} ${one.again}`)).size !== after.answers.length)
    return 'two answers of one';
  if ((after.status === 'merged' || after.status === 'withdrawn') && running.some((one) => one.clock !== 'lookBack'))
    return 'a clock runs on at the end';
  if (after.published === null && after.status === 'replied') return 'replied without a reply';
  if (!before) return undefined;
  if (after.parties.length < before.parties.length) return 'a proposer is lost';
  if (after.round < before.round && taken.action !== 'answer') return 'a round went back by itself';
  if (before.status === 'merged' || before.status === 'withdrawn')
    return after === before ? undefined : 'something after the end';
  if (before.rounds.some((one) => !after.rounds.some((each) => each.round === one.round)) && taken.action !== 'answer')
    return 'figures of a former round are lost';
  if (after.deliveries.length < before.deliveries.length || after.handBacks.length < before.handBacks.length)
    return 'history is lost';
  if (after !== before && after.status !== before.status && !FROM[taken.action].includes(before.status))
    return 'a step from a stop where it is not allowed';
  return undefined;
}

describe('ten thousand lines by chance', () => {
  it('never break an invariant, and replay to the same state', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(draws, (drawn) => {
        let state: MatterState | undefined;
        let on = START;
        const taken: MatterStep[] = [];
        for (const draw of drawn) {
          on = addDays(on, draw.days);
          const next = anyStep(biased(state, draw), state, on, draw.seed);
          const after = applyStep(state, next);
          taken.push(next);
          if (!after) continue;
          const wrong = broken(state, after, next);
          if (wrong !== undefined) throw new Error(`${wrong}: ${taken.map((one) => one.action).join(' → ')}`);
          reached.add(after.status);
          state = after;
        }
        expect(foldMatter(taken)).toEqual(state);
        return state === undefined || isLive(state, 1) === state.parties[0];
      }),
      { numRuns: 10_000 },
    );
    // A walk that never gets far proves nothing.
    expect([...reached].toSorted()).toEqual(
      [
        'registered',
        'reported',
        'assigned',
        'inProgress',
        'waiting',
        'drafted',
        'reviewed',
        'replied',
        'confirmed',
        'closed',
        'merged',
        'withdrawn',
        'endedInLedger',
      ].toSorted(),
    );
  });
});
