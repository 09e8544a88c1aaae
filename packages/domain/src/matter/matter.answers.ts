/** Proposers, deliveries, answers: who still stands to a matter, what has reached them, what they said, and the round that follows. */
import type { Id } from '../kit/ids.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import { ANSWER_CHANGEABLE_DAYS, ASK_AGAIN_DAYS, type MatterStatus, promises, type Result } from './matter.ts';
import type { MatterStepOf } from './matter.steps.ts';
import type { AnswerFact, MatterState, RoundFacts } from './matter.state.ts';
import { end, start, stop, stopAll } from './clock-facts.ts';

export const to = (state: MatterState, status: MatterStatus, on: PlainDate): MatterState => ({
  ...state,
  status,
  statusOn: on,
});
export const withOne = (list: readonly Id[], one: Id | null): readonly Id[] =>
  one === null || list.includes(one) ? list : [...list, one];

export const isLive = (state: MatterState, party: number): boolean => state.parties[party - 1] === true;

const liveParties = (state: MatterState): number[] => state.parties.flatMap((live, index) => (live ? [index + 1] : []));

/** Whether the reply of a round, the present one when left out, has reached a proposer. */
export const isDelivered = (state: MatterState, party: number, round = state.round): boolean =>
  state.deliveries.some((one) => one.party === party && one.round === round);

/** The round whose reply was published last: the present one, or the one before it while a new reply is awaited. */
const repliedRound = (state: MatterState): number => (state.published ? state.round : state.round - 1);

export function delivered(state: MatterState, party: number, on: PlainDate, readOn: PlainDate | null): MatterState {
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

export function answered(state: MatterState, { on, detail }: MatterStepOf<'answer'>): MatterState {
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
export function settle(state: MatterState, on: PlainDate): MatterState {
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
