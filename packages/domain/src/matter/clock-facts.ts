/** How a step starts, stops and pauses the clocks of a matter: days, not deadlines. */
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { ClockKind } from './matter.ts';
import type { ClockFact, MatterState } from './matter.state.ts';

export const isRunning = (fact: ClockFact, clock: ClockKind, of: Id | null = null): boolean =>
  fact.clock === clock && fact.endedOn === null && (of === null || fact.of === of);

/** A clock of this kind that already runs is not started anew: what is owed stays owed since it was. */
export function start(state: MatterState, clock: ClockKind, on: PlainDate, of: Id | null = null): MatterState {
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

export function stop(
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
export const stopAll = (state: MatterState, clocks: readonly ClockKind[], on: PlainDate, ended: 'met' | 'stopped') =>
  clocks.reduce((next, clock) => stop(next, clock, on, ended), state);

export const closed = (pauses: ClockFact['pauses'], on: PlainDate): ClockFact['pauses'] =>
  pauses.map((one) => (one.until === null ? { ...one, until: on } : one));

/** These stand still while the proposer is asked for more. */
const PAUSABLE: readonly ClockKind[] = ['reply', 'coOpinion'];

export const pause = (state: MatterState, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) =>
    one.endedOn === null && PAUSABLE.includes(one.clock)
      ? { ...one, pauses: [...one.pauses, { from: on, until: null }] }
      : one,
  ),
});
export const goOn = (state: MatterState, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) => (one.endedOn === null ? { ...one, pauses: closed(one.pauses, on) } : one)),
});

/** A word of ours answers whatever was owed, whoever spoke first. */
export const spoken = (state: MatterState, on: PlainDate): MatterState =>
  stopAll(state, ['firstContact', 'response'], on, 'met');

export const pledge = (state: MatterState, day: PlainDate, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) => (isRunning(one, 'reply') ? { ...one, pledge: { on: day, madeOn: on } } : one)),
});

/** Merging and withdrawing stop every clock; promises that were published live on. */
export const end = (state: MatterState, on: PlainDate): MatterState => ({
  ...state,
  clocks: state.clocks.map((one) =>
    one.endedOn === null && one.clock !== 'lookBack'
      ? { ...one, endedOn: on, ended: 'stopped' as const, pauses: closed(one.pauses, on) }
      : one,
  ),
});

export const isOwed = (state: MatterState) => state.clocks.some((one) => isRunning(one, 'response'));
