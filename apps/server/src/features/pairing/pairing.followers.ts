/** What pairings do when an earlier room tells news. */
import { quotaEffects } from '@zhengyou/domain/pairing/policy-effects.ts';
import { highestOf } from '@zhengyou/domain/policy/policy.ts';
import { follow, type Follower } from '../../edge/news.ts';
import { policyTried } from '../policy/news.door.ts';
import type { MergeFollower } from '../person/merge.door.ts';
import { personLeft, personMerged, personMoved } from '../person/news.door.ts';
import { endPairsOf } from './end-pairs-of.ts';
import { mergedPairings, namesPeople } from './merged-pairings.ts';
import { followRepresentative } from './pairing.queries.ts';
import { listLeaderPosts, listNamedPairings, listRepresentatives, sidesOf } from './pairing.reads.ts';

const pairsFollowMerge: MergeFollower = { ...follow(personMerged, mergedPairings), namesPeople };

export const pairingFollowers: readonly Follower[] = [
  follow(personMoved, ({ db, institutionId }, { personId, unitId }) =>
    followRepresentative(db, institutionId, personId, unitId),
  ),
  follow(policyTried, async ({ db, institutionId, reach }, trial) => {
    const posts = await listLeaderPosts(db, institutionId, reach, trial.on);
    const pairings = await listNamedPairings(db, institutionId, reach, { status: 'active' });
    const people = await listRepresentatives(db, institutionId, reach);
    // Of several posts the highest tier’s counts, as everywhere in this room.
    const leaders = [...Map.groupBy(posts, (post) => post.leaderId).values()].flatMap((held) => {
      const post = highestOf(trial.before, held);
      return post
        ? [{ id: post.leaderId, name: post.name, unit: post.unit.shortName, tier: post.tier, rank: post.rank }]
        : [];
    });
    trial.add(quotaEffects(leaders, pairings, trial, sidesOf(people, trial.on)));
  }),
  follow(personLeft, endPairsOf),
  pairsFollowMerge,
];
