/** Who proposes a pair and who has to say yes, as the policy in force puts it. */
import { daysBetween, type PlainDate } from '../kit/plain-date.ts';
import { findRequirement, type Policy } from '../policy/policy.ts';
import type { Tier } from '../policy/vocabulary.ts';

export type RosterPath = {
  /** `office`: only the institution's office. `unit`: whoever keeps the list of the leader's unit. */
  readonly proposes: 'office' | 'unit';
  /** `leader`: the leader in person. `keeper`: nobody further; what the list's keeper decides is decided. */
  readonly confirms: 'leader' | 'keeper';
  readonly requirement: string | null;
  readonly clause: string | null;
};

/** Where the policy says nothing, whoever keeps the list decides. */
export function pathOf(policy: Policy, on: PlainDate, tier: Tier): RosterPath {
  const row = findRequirement(policy, 'rosterProcedure', on, tier);
  return {
    proposes: row?.value.proposes === 'office' ? 'office' : 'unit',
    confirms: row?.value.confirms === 'leader' ? 'leader' : 'keeper',
    requirement: row?.id ?? null,
    clause: row?.basis ?? null,
  };
}

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
