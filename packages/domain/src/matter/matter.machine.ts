/** What follows from the steps that were appended to a matter: a pure fold. The stops from which each may be taken stand in `matter.table.ts`. */
import type { PlainDate } from '../kit/plain-date.ts';
import { claimsEnd, type MatterActionKind } from './matter.ts';
import type { MatterStep, MatterStepOf, PublishedPoint } from './matter.steps.ts';
import type { MatterState } from './matter.state.ts';
import { FROM, isReady } from './matter.table.ts';
import { end, goOn, isOwed, isRunning, pause, pledge, spoken, start, stop, stopAll } from './clock-facts.ts';
import { answered, delivered, isDelivered, isLive, mayClose, settle, to, withOne } from './matter.answers.ts';

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

/** The reply goes out: what it promises begins, and it waits to be delivered. */
function published(state: MatterState, on: PlainDate, points: readonly PublishedPoint[]): MatterState {
  const outcomes = points.map((one) => one.outcome);
  let next = to(stop(spoken(state, on), 'reply', on, 'met'), 'replied', on);
  next = stopAll({ ...next, published: { on, outcomes } }, ['coOpinion'], on, 'stopped');
  for (const { promise, promiseOn, point } of points)
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
}

type Apply = { [K in MatterActionKind]: (state: MatterState, step: MatterStepOf<K>) => MatterState };

const APPLY: Apply = {
  register: (state) => state,
  import: (state, { on, detail: { claim } }) => {
    // Once, before anything else was done: a claim is no way round the steps.
    if (state.imported || state.released || state.disposition !== null) return state;
    const known: MatterState = { ...state, imported: { claim, on } };
    if (claim === 'open') return known;
    if (claimsEnd(claim)) return end(to(known, 'endedInLedger', on), on);
    const taken = stopAll({ ...known, disposition: 'accepted' }, ['triage', 'report'], on, 'stopped');
    return to(start(taken, 'reply', on), claim === 'handedOn' ? 'reported' : 'inProgress', on);
  },
  choose: (state) => state,
  revise: (state, { on, detail }) => {
    const next = { ...state, kind: detail.kind, points: detail.points };
    if (detail.kind === state.kind || (detail.kind !== 'difficulty' && state.kind !== 'difficulty')) return next;
    return detail.kind === 'difficulty' ? stop(next, 'report', on, 'stopped') : start(next, 'report', on);
  },
  forward: (state, { on }) => (state.forwardedOn ? state : { ...state, forwardedOn: on }),
  answerOnSpot: (state, { on, detail }) => {
    if (state.disposition !== null || state.released || detail.points.length !== state.points) return state;
    const taken = start({ ...stop(state, 'triage', on, 'met'), disposition: 'accepted' }, 'reply', on);
    return published(taken, on, detail.points);
  },
  report: (state, { on }) => {
    if (state.reportedOn !== null) return state;
    const told = { ...stop(state, 'report', on, 'met'), reportedOn: on };
    return state.status === 'registered' ? to(told, 'reported', on) : told;
  },
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
  publish: (state, { on, detail }) =>
    detail.points.length === state.points ? published(state, on, detail.points) : state,
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
    mayClose(state) ? stopAll(to(state, 'closed', on), ['confirm', 'response', 'report'], on, 'stopped') : state,
  reopen: (state, { on }) => {
    const again = start(to({ ...state, disposition: null }, 'registered', on), 'triage', on);
    return state.kind === 'difficulty' ? again : start(again, 'report', on);
  },
};
