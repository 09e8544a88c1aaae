/**
 * The state machine of a matter: from which stops each step may be taken (data), and what follows from all the steps that
 * were appended (a pure fold). The state is plain JSON: it is stored beside the steps, written by this same fold, so that
 * lists need not read every history; the clocks are computed from it at reading and never stored as a countdown.
 */
import type { Id } from '../kit/ids.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import {
  ANSWER_CHANGEABLE_DAYS,
  ASK_AGAIN_DAYS,
  promises,
  type ClockKind,
  type Disposition,
  type MatterActionKind,
  type MatterKind,
  type MatterStatus,
  type Outcome,
  type Result,
} from './matter.ts';
import type { MatterStep, MatterStepOf } from './matter.steps.ts';

/** One running of one clock: when it began, when it stood still, when and how it ended. Days, not deadlines. */
export type ClockFact = {
  readonly clock: ClockKind;
  readonly round: number;
  /** The department whose it is, where there are several of one kind; the promise for a look back. */
  readonly of: Id | null;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly ended: 'met' | 'stopped' | null;
  readonly pauses: readonly { readonly from: PlainDate; readonly until: PlainDate | null }[];
  /** A day that a department or a promise named, and when. */
  readonly pledge: { readonly on: PlainDate; readonly madeOn: PlainDate } | null;
  readonly extendedTo: PlainDate | null;
};

export type AnswerFact = {
  readonly party: number;
  readonly round: number;
  /** Asked a second time, about what was under way or planned. */
  readonly again: boolean;
  readonly result: Result;
  readonly timely: boolean | null;
  readonly clear: boolean | null;
  readonly firstOn: PlainDate;
  readonly on: PlainDate;
};

export type RoundFacts = {
  readonly round: number;
  readonly startedOn: PlainDate;
  readonly repliedOn: PlainDate;
  readonly outcomes: readonly Outcome[];
  readonly result: Result | null;
};

export type MatterState = {
  readonly kind: MatterKind;
  readonly status: MatterStatus;
  readonly statusOn: PlainDate;
  readonly round: number;
  readonly roundStartedOn: PlainDate;
  readonly registeredOn: PlainDate;
  readonly reportedOn: PlainDate | null;
  readonly disposition: Disposition | null;
  readonly released: boolean;
  readonly lead: Id | null;
  readonly coHandlers: readonly Id[];
  /** Index 0 is party 1; false once withdrawn. */
  readonly parties: readonly boolean[];
  readonly points: number;
  readonly handBacks: readonly { readonly unit: Id; readonly on: PlainDate; readonly round: number }[];
  readonly opinions: readonly { readonly unit: Id; readonly on: PlainDate; readonly round: number }[];
  readonly extension: { readonly until: PlainDate; readonly state: 'asked' | 'granted' | 'refused' } | null;
  /** Who wrote or submitted the reply of this round: they do not review it. */
  readonly wroteBy: readonly Id[];
  readonly published: { readonly on: PlainDate; readonly outcomes: readonly Outcome[] } | null;
  readonly deliveries: readonly {
    readonly party: number;
    readonly round: number;
    readonly on: PlainDate;
    readonly readOn: PlainDate | null;
  }[];
  readonly answers: readonly AnswerFact[];
  readonly rounds: readonly RoundFacts[];
  readonly promises: readonly {
    readonly id: Id;
    readonly point: number;
    readonly round: number;
    readonly dueOn: PlainDate;
    readonly settledOn: PlainDate | null;
  }[];
  readonly clocks: readonly ClockFact[];
};

const OPEN: readonly MatterStatus[] = [
  'registered',
  'reported',
  'assigned',
  'inProgress',
  'waiting',
  'drafted',
  'reviewed',
];
const ANSWERED: readonly MatterStatus[] = ['replied', 'confirmed', 'closed'];
const WORKING: readonly MatterStatus[] = ['assigned', 'inProgress', 'waiting'];
const UNFINISHED: readonly MatterStatus[] = [...OPEN, 'replied', 'confirmed'];

/** From which stops each step may be taken. What else it needs, `judgeStep` asks. */
export const FROM: Readonly<Record<MatterActionKind, readonly MatterStatus[]>> = {
  register: [],
  choose: ['registered'],
  revise: ['registered'],
  report: ['registered'],
  triage: ['registered', 'reported'],
  release: OPEN,
  assign: ['registered', 'reported', 'assigned', 'inProgress'],
  take: ['assigned'],
  handBack: ['assigned', 'inProgress'],
  tell: UNFINISHED,
  wait: ['inProgress'],
  resume: ['waiting'],
  note: UNFINISHED,
  giveOpinion: [...WORKING, 'drafted'],
  draft: ['inProgress', 'waiting'],
  submit: ['inProgress'],
  askExtension: WORKING,
  decideExtension: [...WORKING, 'drafted'],
  review: ['drafted'],
  publish: ['reviewed'],
  deliver: ANSWERED,
  acknowledge: ANSWERED,
  // Also while a further round is worked on: the answer that opened it can still be changed.
  answer: [...OPEN, ...ANSWERED],
  lookBack: [...UNFINISHED, 'closed'],
  add: UNFINISHED,
  askProgress: OPEN,
  withdraw: [...OPEN, 'replied'],
  merge: ['registered', 'reported', 'assigned', 'inProgress', 'waiting'],
  receive: OPEN,
  split: ['registered', 'reported', 'assigned', 'inProgress'],
  close: ['replied', 'confirmed'],
};

/** Views and suggestions go to the leadership before they are handed on; a difficulty need not wait for it. */
export const isReady = (state: Pick<MatterState, 'status' | 'kind'>): boolean =>
  state.status !== 'registered' || state.kind === 'difficulty';

/** What follows from the steps; undefined for a history that does not begin with being registered. */
export function foldMatter(steps: readonly MatterStep[]): MatterState | undefined {
  let state: MatterState | undefined;
  for (const step of steps) state = applyStep(state, step);
  return state;
}

/** A step that does not fit changes nothing. */
export function applyStep(state: MatterState | undefined, step: MatterStep): MatterState | undefined {
  if (step.action === 'register') return state ?? registered(step);
  if (!state || !FROM[step.action].includes(state.status)) return state;
  return settle(APPLY[step.action](state, step as never /* the table is keyed by the action */), step.on);
}

function registered({ on, detail }: MatterStepOf<'register'>): MatterState {
  const bare: MatterState = {
    kind: detail.kind,
    status: 'registered',
    statusOn: on,
    round: 1,
    roundStartedOn: on,
    registeredOn: on,
    reportedOn: null,
    disposition: null,
    released: false,
    lead: null,
    coHandlers: [],
    parties: Array.from({ length: detail.parties }, () => true),
    points: detail.points,
    handBacks: [],
    opinions: [],
    extension: null,
    wroteBy: [],
    published: null,
    deliveries: [],
    answers: [],
    rounds: [],
    promises: [],
    clocks: [],
  };
  const triaging = start(bare, 'triage', on);
  return detail.kind === 'difficulty' ? triaging : start(triaging, 'report', on);
}

type Apply = { [K in MatterActionKind]: (state: MatterState, step: MatterStepOf<K>) => MatterState };

const to = (state: MatterState, status: MatterStatus, on: PlainDate): MatterState => ({
  ...state,
  status,
  statusOn: on,
});

const APPLY: Apply = {
  register: (state) => state,
  choose: (state) => state,
  revise: (state, { on, detail }) => {
    const next = { ...state, kind: detail.kind, points: detail.points };
    if (detail.kind === state.kind || (detail.kind !== 'difficulty' && state.kind !== 'difficulty')) return next;
    return detail.kind === 'difficulty' ? stop(next, 'report', on, 'stopped') : start(next, 'report', on);
  },
  report: (state, { on }) => to({ ...stop(state, 'report', on, 'met'), reportedOn: on }, 'reported', on),
  triage: (state, { on, detail }) => {
    if (state.disposition !== null || !isReady(state)) return state;
    const decided = start({ ...stop(state, 'triage', on, 'met'), disposition: detail.disposition }, 'reply', on);
    return detail.disposition === 'accepted' ? decided : to(decided, 'inProgress', on);
  },
  release: (state, { detail }) => ({ ...state, released: true, points: detail.points }),
  assign: (state, { on, detail }) => {
    if (state.disposition !== 'accepted' || !state.released || !isReady(state)) return state;
    let next = stopAll(state, ['handBack', 'firstContact', 'coOpinion'], on, 'stopped');
    next = {
      ...to(next, 'assigned', on),
      lead: detail.lead,
      coHandlers: [...detail.coHandlers],
      extension: state.extension,
    };
    next = start(start(next, 'handBack', on, detail.lead), 'firstContact', on, detail.lead);
    for (const unit of detail.coHandlers)
      if (!state.opinions.some((one) => one.unit === unit && one.round === state.round))
        next = start(next, 'coOpinion', on, unit);
    return next;
  },
  take: (state, { on, detail }) => {
    const taken = to(stop(state, 'handBack', on, 'stopped'), 'inProgress', on);
    return detail.pledgeOn === null ? taken : pledge(taken, detail.pledgeOn, on);
  },
  handBack: (state, { on, detail }) => {
    if (state.lead !== detail.unit) return state;
    const stopped = stopAll(stop(state, 'handBack', on, 'met'), ['firstContact', 'coOpinion'], on, 'stopped');
    const unpledged = stopped.clocks.map((one) => (isRunning(one, 'reply') ? { ...one, pledge: null } : one));
    const handBacks = [...state.handBacks, { unit: detail.unit, on, round: state.round }];
    return { ...to(stopped, 'reported', on), clocks: unpledged, lead: null, coHandlers: [], handBacks };
  },
  tell: (state, { on }) => spoken(state, on),
  wait: (state, { on }) => pause(to(spoken(state, on), 'waiting', on), on),
  resume: (state, { on }) => goOn(to(state, 'inProgress', on), on),
  note: (state) => state,
  giveOpinion: (state, { on, detail }) => {
    const known = state.opinions.some((one) => one.unit === detail.unit && one.round === state.round);
    if (known || !state.coHandlers.includes(detail.unit)) return state;
    const opinions = [...state.opinions, { unit: detail.unit, on, round: state.round }];
    return { ...stop(state, 'coOpinion', on, 'met', detail.unit), opinions };
  },
  draft: (state, { by }) => ({ ...state, wroteBy: withOne(state.wroteBy, by.person) }),
  submit: (state, { on, by }) =>
    start(to({ ...state, wroteBy: withOne(state.wroteBy, by.person) }, 'drafted', on), 'review', on),
  askExtension: (state, { detail }) =>
    state.extension === null ? { ...state, extension: { until: detail.until, state: 'asked' } } : state,
  decideExtension: (state, { detail }) => {
    if (state.extension?.state !== 'asked') return state;
    const extension = { ...state.extension, state: detail.grant ? ('granted' as const) : ('refused' as const) };
    if (!detail.grant) return { ...state, extension };
    const clocks = state.clocks.map((one) =>
      isRunning(one, 'reply') ? { ...one, extendedTo: extension.until, pledge: null } : one,
    );
    return { ...state, extension, clocks };
  },
  review: (state, { on, detail }) =>
    to(stop(state, 'review', on, 'met'), detail.verdict === 'approved' ? 'reviewed' : 'inProgress', on),
  publish: (state, { on, detail }) => {
    if (detail.points.length !== state.points) return state;
    const outcomes = detail.points.map((one) => one.outcome);
    let next = to(stop(spoken(state, on), 'reply', on, 'met'), 'replied', on);
    next = stopAll({ ...next, published: { on, outcomes } }, ['coOpinion'], on, 'stopped');
    for (const { promise, promiseOn, point } of detail.points)
      if (promise !== null && promiseOn !== null) {
        const made = { id: promise, point, round: state.round, dueOn: promiseOn, settledOn: null };
        next = start({ ...next, promises: [...next.promises, made] }, 'lookBack', on, promise);
        next = {
          ...next,
          clocks: next.clocks.map((one) =>
            one.of === promise ? { ...one, pledge: { on: promiseOn, madeOn: on } } : one,
          ),
        };
      }
    return start(next, 'deliver', on);
  },
  deliver: (state, { detail }) => delivered(state, detail.party, detail.told, null),
  // Whoever reads it on their own page has received it.
  acknowledge: (state, { on, detail }) => delivered(state, detail.party, on, on),
  answer: (state, step) => answered(state, step),
  lookBack: (state, { on, detail }) => {
    const one = state.promises.find((each) => each.id === detail.promise);
    if (!one || one.settledOn !== null) return state;
    const moved = detail.found === 'moved' && detail.movedTo !== null ? detail.movedTo : null;
    const kept = state.promises.map((each) =>
      each.id !== detail.promise ? each : moved === null ? { ...each, settledOn: on } : { ...each, dueOn: moved },
    );
    const ended = stop({ ...state, promises: kept }, 'lookBack', on, 'met', detail.promise);
    if (moved === null) return ended;
    const again = start(ended, 'lookBack', on, detail.promise);
    const clocks = again.clocks.map((each) =>
      isRunning(each, 'lookBack', detail.promise) ? { ...each, pledge: { on: moved, madeOn: on } } : each,
    );
    return { ...again, clocks };
  },
  add: (state, { on, detail }) => {
    if (!isLive(state, detail.party)) return state;
    const owed = isOwed(state) ? state : start(state, 'response', on);
    return state.status === 'waiting' ? goOn(to(owed, 'inProgress', on), on) : owed;
  },
  askProgress: (state, { on, detail }) =>
    !isLive(state, detail.party) || isOwed(state) ? state : start(state, 'response', on),
  withdraw: (state, { on, detail }) => {
    if (!isLive(state, detail.party)) return state;
    // Whoever has received the reply has been answered: there is nothing left to withdraw.
    if (isDelivered(state, detail.party)) return state;
    const parties = state.parties.map((live, index) => live && index + 1 !== detail.party);
    const left = { ...state, parties };
    return parties.includes(true) ? left : end(to(left, 'withdrawn', on), on);
  },
  merge: (state, { on }) => end(to(state, 'merged', on), on),
  receive: (state, { detail }) => ({
    ...state,
    parties: [...state.parties, ...Array.from({ length: detail.parties }, () => true)],
  }),
  split: (state, { detail }) =>
    detail.points > 0 && detail.points < state.points ? { ...state, points: state.points - detail.points } : state,
  close: (state, { on }) =>
    mayClose(state) ? stopAll(to(state, 'closed', on), ['confirm', 'response'], on, 'stopped') : state,
};

// ── Clocks ───────────────────────────────────────────────────────────────────────────────────────────────

const isRunning = (fact: ClockFact, clock: ClockKind, of: Id | null = null): boolean =>
  fact.clock === clock && fact.endedOn === null && (of === null || fact.of === of);

/** A clock of this kind that already runs is not started anew: what is owed stays owed since it was. */
function start(state: MatterState, clock: ClockKind, on: PlainDate, of: Id | null = null): MatterState {
  if (state.clocks.some((one) => isRunning(one, clock, of))) return state;
  const fact: ClockFact = {
    clock,
    round: state.round,
    of,
    startedOn: on,
    endedOn: null,
    ended: null,
    pauses: state.status === 'waiting' && PAUSABLE.includes(clock) ? [{ from: on, until: null }] : [],
    pledge: null,
    extendedTo: null,
  };
  return { ...state, clocks: [...state.clocks, fact] };
}

function stop(
  state: MatterState,
  clock: ClockKind,
  on: PlainDate,
  ended: 'met' | 'stopped',
  of: Id | null = null,
): MatterState {
  const clocks = state.clocks.map((one) =>
    isRunning(one, clock, of) ? { ...one, endedOn: on, ended, pauses: closed(one.pauses, on) } : one,
  );
  return { ...state, clocks };
}
const stopAll = (state: MatterState, clocks: readonly ClockKind[], on: PlainDate, ended: 'met' | 'stopped') =>
  clocks.reduce((next, clock) => stop(next, clock, on, ended), state);

const closed = (pauses: ClockFact['pauses'], on: PlainDate): ClockFact['pauses'] =>
  pauses.map((one) => (one.until === null ? { ...one, until: on } : one));

/** These stand still while the proposer is asked for more. */
const PAUSABLE: readonly ClockKind[] = ['reply', 'coOpinion'];

const pause = (state: MatterState, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) =>
    one.endedOn === null && PAUSABLE.includes(one.clock)
      ? { ...one, pauses: [...one.pauses, { from: on, until: null }] }
      : one,
  ),
});
const goOn = (state: MatterState, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) => (one.endedOn === null ? { ...one, pauses: closed(one.pauses, on) } : one)),
});

/** A word of ours answers whatever was owed, whoever spoke first. */
const spoken = (state: MatterState, on: PlainDate): MatterState =>
  stopAll(state, ['firstContact', 'response'], on, 'met');

const pledge = (state: MatterState, day: PlainDate, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) => (isRunning(one, 'reply') ? { ...one, pledge: { on: day, madeOn: on } } : one)),
});

/** Merging and withdrawing stop every clock; promises that were published live on. */
const end = (state: MatterState, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) =>
    one.endedOn === null && one.clock !== 'lookBack'
      ? { ...one, endedOn: on, ended: 'stopped' as const, pauses: closed(one.pauses, on) }
      : one,
  ),
});

const isOwed = (state: MatterState) => state.clocks.some((one) => isRunning(one, 'response'));

// ── Proposers, deliveries, answers ───────────────────────────────────────────────────────────────────────

const withOne = (list: readonly Id[], one: Id | null): readonly Id[] =>
  one === null || list.includes(one) ? list : [...list, one];

export const isLive = (state: MatterState, party: number): boolean => state.parties[party - 1] === true;

const liveParties = (state: MatterState): number[] => state.parties.flatMap((live, index) => (live ? [index + 1] : []));

/** Whether the reply of a round, the present one when left out, has reached a proposer. */
export const isDelivered = (state: MatterState, party: number, round = state.round): boolean =>
  state.deliveries.some((one) => one.party === party && one.round === round);

/** The round whose reply was published last: the present one, or the one before it while a new reply is awaited. */
const repliedRound = (state: MatterState): number => (state.published ? state.round : state.round - 1);

function delivered(state: MatterState, party: number, on: PlainDate, readOn: PlainDate | null): MatterState {
  if (!isLive(state, party)) return state;
  const round = state.round;
  const known = state.deliveries.find((one) => one.party === party && one.round === round);
  if (known) {
    if (readOn === null || known.readOn !== null) return state;
    return { ...state, deliveries: state.deliveries.map((one) => (one === known ? { ...one, readOn } : one)) };
  }
  return { ...state, deliveries: [...state.deliveries, { party, round, on, readOn }] };
}

export const lastAnswer = (state: MatterState, party: number, round = repliedRound(state)): AnswerFact | undefined =>
  state.answers.findLast((one) => one.party === party && one.round === round);

/**
 * Until when a proposer may answer about the last published reply; null: as long as it is not answered. Undefined: not now.
 * An answer can be changed for some days, also when it has opened a further round; what is under way or planned is asked
 * about again after some weeks.
 */
export function answerableUntil(state: MatterState, party: number, today: PlainDate): PlainDate | null | undefined {
  const round = repliedRound(state);
  if (!isLive(state, party) || round === 0) return undefined;
  const last = lastAnswer(state, party, round);
  if (!last) return state.published ? null : undefined;
  const until = addDays(last.firstOn, ANSWER_CHANGEABLE_DAYS);
  if (today <= until) return until;
  return asksAgainOn(state, party, today) ? null : undefined;
}

/** Whether what was promised is due to be asked about again: some weeks after delivery, once, while it was answered before. */
export function asksAgainOn(state: MatterState, party: number, today: PlainDate): boolean {
  const delivery = state.deliveries.find((one) => one.party === party && one.round === state.round);
  const last = lastAnswer(state, party, state.round);
  if (!delivery || !last || last.again || !state.published?.outcomes.some(promises)) return false;
  return today >= addDays(delivery.on, ASK_AGAIN_DAYS);
}

function answered(state: MatterState, { on, detail }: MatterStepOf<'answer'>): MatterState {
  const until = answerableUntil(state, detail.party, on);
  if (until === undefined) return state;
  const { party, result, timely, clear } = detail;
  const round = repliedRound(state);
  const earlier = lastAnswer(state, party, round);
  const change = earlier !== undefined && until !== null;
  const again = change ? earlier.again : earlier !== undefined;
  const fact: AnswerFact = { party, result, timely, clear, round, again, firstOn: change ? earlier.firstOn : on, on };
  const answers = change ? state.answers.map((one) => (one === earlier ? fact : one)) : [...state.answers, fact];
  if (!state.published) return changedMind({ ...state, answers }, round, on);
  const next = delivered({ ...state, answers }, party, on, on);
  return result === 'solved' ? next : newRound(next, on, result);
}

const WORSE: readonly Result[] = ['no', 'partly', 'solved'];
const worstOf = (state: MatterState, round: number): Result | null =>
  WORSE.find((result) => liveParties(state).some((party) => lastAnswer(state, party, round)?.result === result)) ??
  null;

/** The answer that opened a further round was changed: if all is solved after all, the round is taken back. */
function changedMind(state: MatterState, round: number, on: PlainDate): MatterState {
  const before = state.rounds.at(-1);
  if (before?.round !== round) return state;
  const result = worstOf(state, round);
  if (result !== 'solved')
    return { ...state, rounds: [...state.rounds.slice(0, -1), { ...before, result: result ?? before.result }] };
  const ended = end(to(state, 'confirmed', on), on);
  return {
    ...ended,
    round,
    roundStartedOn: before.startedOn,
    rounds: state.rounds.slice(0, -1),
    published: { on: before.repliedOn, outcomes: before.outcomes },
  };
}

/** Not solved: a further round begins with the same department; the figures of the one before are kept as they were. */
function newRound(state: MatterState, on: PlainDate, result: Result): MatterState {
  if (!state.published) return state;
  const before: RoundFacts = {
    round: state.round,
    startedOn: state.roundStartedOn,
    repliedOn: state.published.on,
    outcomes: state.published.outcomes,
    result,
  };
  const ended = stopAll(stop(state, 'confirm', on, 'met'), ['deliver'], on, 'stopped');
  const next: MatterState = {
    ...to(ended, 'inProgress', on),
    round: state.round + 1,
    roundStartedOn: on,
    rounds: [...state.rounds, before],
    published: null,
    extension: null,
    wroteBy: [],
  };
  return start(next, 'reply', on);
}

/** What follows by itself: everybody has it, everybody has answered. */
function settle(state: MatterState, on: PlainDate): MatterState {
  if (state.status !== 'replied' && state.status !== 'confirmed') return state;
  const live = liveParties(state);
  if (live.length === 0 || !live.every((party) => isDelivered(state, party))) return state;
  const started = state.clocks.some((one) => one.clock === 'confirm' && one.round === state.round);
  const told = started ? state : start(stop(state, 'deliver', on, 'met'), 'confirm', on);
  const all = live.every((party) => lastAnswer(told, party, told.round)?.result === 'solved');
  if (!all) return told.status === 'confirmed' ? to(told, 'replied', on) : told;
  return told.status === 'confirmed' ? told : to(stop(told, 'confirm', on, 'met'), 'confirmed', on);
}

/** The published reply has reached everyone whom it is for. Whether their time to answer is over is the clock’s to say. */
export const mayClose = (state: MatterState): boolean => {
  const live = liveParties(state);
  return state.published !== null && live.length > 0 && live.every((party) => isDelivered(state, party));
};
