/** How long a recommendation has waited for its answer. */
import { daysBetween, type PlainDate } from '../kit/plain-date.ts';

/**
 * Days without an answer after which the leader is asked again, and after which whoever checks should know. The measures
 * state no number: these are the house's own and are shown as such. Silence is never taken for a yes.
 */
export const ASK_AGAIN_DAYS = 7;
export const ESCALATE_DAYS = 14;

export const WAITING_STATES = ['waiting', 'askAgain', 'escalate'] as const;
export type WaitingState = (typeof WAITING_STATES)[number];

export type Waiting = { readonly since: PlainDate; readonly days: number; readonly state: WaitingState };

export function waitingOn(since: PlainDate | null, today: PlainDate): Waiting | null {
  if (since === null) return null;
  const days = Math.max(0, daysBetween(since, today));
  return { since, days, state: days >= ESCALATE_DAYS ? 'escalate' : days >= ASK_AGAIN_DAYS ? 'askAgain' : 'waiting' };
}
