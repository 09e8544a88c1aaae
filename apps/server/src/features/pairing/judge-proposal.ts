/** Gathers what the rules of pairing ask about two people on a day, and asks them. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { judgePairing, type PairingVerdict } from '@zhengyou/domain/pairing/pairing.rules.ts';
import { highestOf } from '@zhengyou/domain/policy/policy.ts';
import type { Db } from '../../store/database.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import {
  listLeaderPosts,
  listNamedPairings,
  listRepresentatives,
  type LeaderPost,
  type ListedRepresentative,
} from './pairing.reads.ts';
import { knownPairs, listConflicts } from './proposal.reads.ts';

export type Proposal = {
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly startsOn: PlainDate;
  readonly reason?: string | undefined;
};

export type Judged = {
  readonly verdict: PairingVerdict;
  readonly leader: LeaderPost | undefined;
  readonly representative: ListedRepresentative | undefined;
  /** The clause behind a refusal, where one stands behind it. */
  readonly clause: string | undefined;
};

export async function judgeProposal(db: Db, institutionId: Id, reach: Reach, proposal: Proposal): Promise<Judged> {
  const { leaderId, representativeId, startsOn } = proposal;
  const policy = await getPolicyInForce(db, institutionId, startsOn);
  const posts = await listLeaderPosts(db, institutionId, reach, startsOn);
  const leader = highestOf(
    policy,
    posts.filter((post) => post.leaderId === leaderId),
  );
  const [representative] = await listRepresentatives(db, institutionId, reach, representativeId);
  const existing = await listNamedPairings(db, institutionId, reach, {
    leader: leaderId,
    representative: representativeId,
    status: 'all',
  });
  const conflicts = await listConflicts(db, institutionId, reach, { leaderId, representativeId });
  const verdict = judgePairing(
    {
      leader: leader && { ...leader, id: leader.leaderId },
      representative,
      startsOn,
      endsOn: null,
      reason: proposal.reason,
      existing: knownPairs(existing),
      conflict: conflicts[0]?.kind,
    },
    policy,
  );
  const requirement = verdict.ok ? undefined : verdict.refusal.requirement;
  const clause = policy.requirements.find((row) => row.id === requirement)?.basis;
  return { verdict, leader, representative, clause };
}
