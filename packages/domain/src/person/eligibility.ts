/**
 * Who may be befriended by whom: standings held on a day, matched with the eligibility that the policy then states. A
 * person is eligible by each tier whose list they fit; the answer names the requirement, its clause, the standing and the
 * day on which it ends.
 */
import type { PlainDate } from '../kit/plain-date.ts';
import { findRequirement, tiersOf, type Policy } from '../policy/policy.ts';
import type { StandingPredicate } from '../policy/parts.ts';
import { TITLE_RANKS, type Tier } from '../policy/vocabulary.ts';
import { isHeldOn, type Standing } from './standing.ts';

export type EligibilityGround = {
  readonly standing: string;
  /** The first day on which it no longer holds; null where no end is known. */
  readonly expiresOn: PlainDate | null;
};

export type TierEligibility = EligibilityGround & {
  readonly tier: Tier;
  readonly requirement: string;
  readonly clause: string;
  /** Every standing that opens the tier, the longest first; the first is the one named above. */
  readonly grounds: readonly EligibilityGround[];
};

/** A line that names levels or roles is not met by a standing that leaves them open: nothing is guessed in favour. */
const fits = (standing: Standing, line: StandingPredicate): boolean =>
  line.kinds.includes(standing.kind) &&
  (line.levels === undefined || (standing.level !== null && line.levels.includes(standing.level))) &&
  (line.roles === undefined || (standing.role !== null && line.roles.includes(standing.role))) &&
  (line.titleAtLeast === undefined || reaches(standing.role, line.titleAtLeast));

const reaches = (role: Standing['role'], least: (typeof TITLE_RANKS)[number]): boolean => {
  const place = (TITLE_RANKS as readonly (string | null)[]).indexOf(role);
  return place >= 0 && place <= TITLE_RANKS.indexOf(least);
};

const lastsLonger = (a: EligibilityGround, b: EligibilityGround): number => {
  if (a.expiresOn !== b.expiresOn) {
    if (a.expiresOn === null) return -1;
    if (b.expiresOn === null) return 1;
    return a.expiresOn > b.expiresOn ? -1 : 1;
  }
  return a.standing < b.standing ? -1 : a.standing > b.standing ? 1 : 0;
};

export function eligibilityFor(
  standings: readonly Standing[],
  policy: Policy,
  on: PlainDate,
  tier: Tier,
): TierEligibility | undefined {
  const requirement = findRequirement(policy, 'eligibility', on, tier);
  if (!requirement) return undefined;
  const grounds = standings
    .filter((standing) => isHeldOn(standing, on) && requirement.value.anyOf.some((line) => fits(standing, line)))
    .map((standing) => ({ standing: standing.id, expiresOn: standing.endsOn }))
    .sort(lastsLonger);
  const best = grounds[0];
  if (!best) return undefined;
  return { tier, requirement: requirement.id, clause: requirement.basis, ...best, grounds };
}

/** Every tier that a person is eligible for, in the order of the tiers; empty where there is none. */
export const eligibilityOn = (standings: readonly Standing[], policy: Policy, on: PlainDate): TierEligibility[] =>
  tiersOf(policy)
    .map((tier) => eligibilityFor(standings, policy, on, tier))
    .filter((found) => found !== undefined);

/** Whether the list of the tier ends in "and others": then a stated reason stands in for a standing. */
export const isOpenWithReason = (policy: Policy, on: PlainDate, tier: Tier): boolean =>
  findRequirement(policy, 'eligibility', on, tier)?.value.open === 'withReason';
