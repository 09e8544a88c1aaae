/** By which tier someone is befriended today, and what follows when the standing that carries it ends without a renewal. */
import type { PlainDate } from '../kit/plain-date.ts';
import type { Policy } from '../policy/policy.ts';
import { eligibilityOn, type TierEligibility } from './eligibility.ts';
import type { Standing } from './standing.ts';

export type Outlook = {
  readonly now: TierEligibility | null;
  /** Null where today’s ground has no known end, or there is none today. */
  readonly next: { readonly on: PlainDate; readonly eligibility: TierEligibility | null } | null;
};

/** Tiers come in their order: whoever fits the institution’s list is befriended there. */
export function outlookOn(standings: readonly Standing[], policy: Policy, on: PlainDate): Outlook {
  const now = eligibilityOn(standings, policy, on)[0] ?? null;
  if (now === null || now.expiresOn === null) return { now, next: null };
  const after = eligibilityOn(standings, policy, now.expiresOn)[0] ?? null;
  return { now, next: { on: now.expiresOn, eligibility: after } };
}
