/**
 * The life of a pair as data: which step leads from where to where, and whose step it is. A history is appended; how a pair
 * stands follows from its steps and is stored beside them by the same fold.
 */
import type { PlainDate } from '../kit/plain-date.ts';

export const PAIRING_ACTIONS = [
  'enter', // it was so already: a ledger, a decision on paper
  'recommend', // the office proposes, the leader has to say yes
  'decide', // where no leader is asked: the unit decides its own
  'confirm',
  'decline',
  'askAnother', // the leader says yes to a friend and no to this one
  'withdraw', // whoever proposed takes it back, or a published plan is undone
  'publish', // from this day it holds
  'requestChange', // the representative asks for another leader
  'keep', // the answer: it stays, and why
  'end',
  'reinstate', // a published plan is undone: the ended pair goes on as if it had not ended
] as const;
export type PairingAction = (typeof PAIRING_ACTIONS)[number];

export const PAIRING_STATUSES = [
  'recommended', // waits for the leader
  'confirmed', // waits for publication
  'active',
  'declined',
  'anotherAsked',
  'withdrawn',
  'ended',
] as const;
export type PairingStatus = (typeof PAIRING_STATUSES)[number];

/** A day each: of the step, and for `enter` and `publish` the first day that belongs, for `end` the first that does not. */
export type PairingStep = { readonly action: PairingAction; readonly onDay: PlainDate };

export type PairingState = {
  readonly status: PairingStatus;
  /** Null for a pair that has never been published. */
  readonly startsOn: PlainDate | null;
  /** The first day on which it no longer holds. */
  readonly endsOn: PlainDate | null;
  /** Since when the leader has been asked; null where nobody waits for an answer. */
  readonly waitingSince: PlainDate | null;
  /** Since when the representative has asked for another leader without an answer. */
  readonly changeAskedOn: PlainDate | null;
};

/** Where a step leads; what is not listed does not fit. `none` is before the first step. */
export const MACHINE: Readonly<Record<PairingStatus | 'none', Partial<Record<PairingAction, PairingStatus>>>> = {
  none: { enter: 'active', recommend: 'recommended', decide: 'confirmed' },
  recommended: { confirm: 'confirmed', decline: 'declined', askAnother: 'anotherAsked', withdraw: 'withdrawn' },
  confirmed: { publish: 'active', withdraw: 'withdrawn' },
  active: { requestChange: 'active', keep: 'active', end: 'ended', withdraw: 'withdrawn' },
  ended: { reinstate: 'active' },
  declined: {},
  anotherAsked: {},
  withdrawn: {},
};

/** A pair that lives, or may come to live: the same two people are not proposed again beside it. */
export const OPEN_STATUSES: readonly PairingStatus[] = ['recommended', 'confirmed', 'active'];

/** Whether a step fits how the pair stands now. A change is asked for once, and kept only where it was asked for. */
export function fits(state: PairingState | undefined, action: PairingAction): boolean {
  if (MACHINE[state?.status ?? 'none'][action] === undefined) return false;
  if (action === 'requestChange') return state?.changeAskedOn === null;
  if (action === 'keep') return state?.changeAskedOn !== null;
  return true;
}

/** How a pair stands after one more step; a step that does not fit changes nothing. */
export function stepOn(state: PairingState | undefined, { action, onDay }: PairingStep): PairingState | undefined {
  const status = MACHINE[state?.status ?? 'none'][action];
  if (status === undefined || !fits(state, action)) return state;
  return {
    status,
    // A published plan that is undone has held on no day.
    startsOn:
      action === 'enter' || action === 'publish' ? onDay : action === 'withdraw' ? null : (state?.startsOn ?? null),
    endsOn: action === 'end' ? onDay : action === 'reinstate' ? null : (state?.endsOn ?? null),
    waitingSince: action === 'recommend' ? onDay : null,
    changeAskedOn:
      action === 'requestChange'
        ? onDay
        : status === 'active' && action !== 'keep'
          ? (state?.changeAskedOn ?? null)
          : null,
  };
}

/** Undefined for a history that does not begin with a beginning. */
export const foldPairing = (steps: readonly PairingStep[]): PairingState | undefined => {
  const [first, ...rest] = steps;
  if (!first) return undefined;
  const begun = stepOn(undefined, first);
  return begun && rest.reduce<PairingState | undefined>(stepOn, begun);
};
