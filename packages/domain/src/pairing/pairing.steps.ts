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
  const end = rest.find((step) => step.action === 'end');
  return { status: end ? 'ended' : 'active', startsOn: first.onDay, endsOn: end?.onDay ?? null };
}
