/** A pairing’s history is appended; how it stands follows from its steps and is stored beside them by the same fold. */
import type { PlainDate } from '../kit/plain-date.ts';

export const PAIRING_ACTIONS = ['enter', 'end'] as const;
export type PairingStep = { readonly action: (typeof PAIRING_ACTIONS)[number]; readonly onDay: PlainDate };

export const PAIRING_STATUSES = ['active', 'ended'] as const;
export type PairingStatus = (typeof PAIRING_STATUSES)[number];

export type PairingState = {
  readonly status: PairingStatus;
  readonly startsOn: PlainDate;
  /** The first day on which it no longer holds. */
  readonly endsOn: PlainDate | null;
};

/** Undefined for a history that does not begin with its beginning; a step that does not fit changes nothing. */
export function foldPairing(steps: readonly PairingStep[]): PairingState | undefined {
  const [first, ...rest] = steps;
  if (first?.action !== 'enter') return undefined;
  return rest.reduce<PairingState>(
    (state, step) =>
      step.action === 'end' && state.status === 'active' ? { ...state, status: 'ended', endsOn: step.onDay } : state,
    { status: 'active', startsOn: first.onDay, endsOn: null },
  );
}
