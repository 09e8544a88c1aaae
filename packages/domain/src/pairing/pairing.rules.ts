/** May this pairing be? */
import type { PlainDate } from '../kit/plain-date.ts';
import { isWithin } from '../kit/plain-date.ts';
import type { Refusal } from '../kit/refusal.ts';
import { eligibilityFor, isOpenWithReason, type TierEligibility } from '../person/eligibility.ts';
import type { Standing } from '../person/standing.ts';
import { findRequirement, type Policy } from '../policy/policy.ts';
import type { Counterpart, Tier } from '../policy/vocabulary.ts';
import { PAIRING_REFUSALS } from './pairing.rules.words.ts';
import { overCap, type DatedPairing } from './quota.ts';
import type { ConflictKind } from './wish.ts';

/** In post, on the list: half-open, a missing bound is open. */
type Present = {
  readonly id: string;
  readonly name: string;
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
};

export type PairingProposal = {
  readonly leader: (Present & { readonly tier: Tier }) | undefined;
  readonly representative:
    (Present & { readonly standings: readonly Standing[]; readonly counterpart?: Counterpart }) | undefined;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** Why this pair, where no standing says it. */
  readonly reason?: string | undefined;
  /** Pairings of either of the two; others do no harm. One that has no beginning yet has been proposed and waits. */
  readonly existing: readonly (DatedPairing & { readonly proposed?: boolean })[];
  /** What keeps the two apart, where something does. */
  readonly conflict?: ConflictKind | undefined;
};

export type PairingVerdict =
  | { readonly ok: true; readonly eligibility: TierEligibility; readonly byReason: false }
  /** No standing opens the tier; the stated reason does, where the policy leaves room for it or asks for nothing. */
  | { readonly ok: true; readonly eligibility: null; readonly byReason: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

const overlaps = (
  a: Pick<DatedPairing, 'startsOn' | 'endsOn'>,
  b: Pick<DatedPairing, 'startsOn' | 'endsOn'>,
): boolean =>
  (a.endsOn === null || b.startsOn === null || b.startsOn < a.endsOn) &&
  (b.endsOn === null || a.startsOn === null || a.startsOn < b.endsOn);

export function judgePairing(proposal: PairingProposal, policy: Policy): PairingVerdict {
  const { leader, representative, startsOn, endsOn } = proposal;
  const no = (refusal: Refusal): PairingVerdict => ({ ok: false, refusal });
  if (!leader) return no(PAIRING_REFUSALS.noLeader(undefined, { field: 'leaderId' }));
  if (!representative) return no(PAIRING_REFUSALS.noRepresentative(undefined, { field: 'representativeId' }));
  if (leader.id === representative.id) return no(PAIRING_REFUSALS.samePerson(undefined, { field: 'representativeId' }));
  if (endsOn !== null && endsOn <= startsOn)
    return no(PAIRING_REFUSALS.endsBeforeStart(undefined, { field: 'endsOn' }));
  const names = { leader: leader.name, representative: representative.name };
  if (!isWithin(startsOn, leader.since, leader.until))
    return no(PAIRING_REFUSALS.leaderNotInPost(names, { field: 'leaderId' }));
  if (!isWithin(startsOn, representative.since, representative.until))
    return no(PAIRING_REFUSALS.representativeLeft(names, { field: 'representativeId' }));
  if (proposal.conflict) return no(PAIRING_REFUSALS[proposal.conflict](names, { field: 'representativeId' }));
  const waits = proposal.existing.some(
    (pairing) =>
      pairing.proposed === true && pairing.leaderId === leader.id && pairing.representativeId === representative.id,
  );
  if (waits) return no(PAIRING_REFUSALS.proposedAlready(names, { field: 'representativeId' }));
  const twice = proposal.existing.some(
    (pairing) =>
      pairing.proposed !== true &&
      pairing.leaderId === leader.id &&
      pairing.representativeId === representative.id &&
      overlaps(pairing, { startsOn, endsOn }),
  );
  if (twice) return no(PAIRING_REFUSALS.alreadyPaired(names, { field: 'representativeId' }));

  const added = { leaderId: leader.id, representativeId: representative.id, startsOn, endsOn };
  if (overCap(policy, leader.tier, startsOn, representative.id, [...proposal.existing, added]) > 0)
    return no(PAIRING_REFUSALS.capReached(names, { field: 'representativeId' }));

  const scope = findRequirement(policy, 'eligibility', startsOn, leader.tier);
  if (!scope) return { ok: true, eligibility: null, byReason: false };
  const side = representative.counterpart ?? 'person';
  if (side !== 'person' && scope.value.counterparts?.includes(side))
    return { ok: true, eligibility: null, byReason: false };
  const eligibility = eligibilityFor(representative.standings, policy, startsOn, leader.tier);
  if (eligibility) return { ok: true, eligibility, byReason: false };
  if (!isOpenWithReason(policy, startsOn, leader.tier))
    return no(PAIRING_REFUSALS.outsideScope(names, { requirement: scope.id }));
  if ((proposal.reason ?? '').trim() !== '') return { ok: true, eligibility: null, byReason: true };
  return no(PAIRING_REFUSALS.notEligible(names, { requirement: scope.id, field: 'reason' }));
}
