/** What pairings do when an earlier room tells news. */
import { quotaEffects } from '@zhengyou/domain/pairing/policy-effects.ts';
import { follow, type Follower } from '../../edge/news.ts';
import { personMoved } from '../person/news.door.ts';
import { policyTried } from '../policy/news.door.ts';
import { followRepresentative } from './pairing.queries.ts';
import { listLeaderPosts, listNamedPairings } from './pairing.reads.ts';

export const pairingFollowers: readonly Follower[] = [
  follow(personMoved, ({ db, institutionId }, { personId, unitId }) =>
    followRepresentative(db, institutionId, personId, unitId),
  ),
  follow(policyTried, async ({ db, institutionId, reach }, trial) => {
    const posts = await listLeaderPosts(db, institutionId, reach, trial.on);
    const pairings = await listNamedPairings(db, institutionId, reach, { status: 'active' });
    // Of several posts the institution’s own comes first, as everywhere in this room.
    const leaders = [...Map.groupBy(posts, (post) => post.leaderId).values()].flatMap((held) => {
      const post = held.find((one) => one.tier === 'school') ?? held[0];
      return post ? [{ id: post.leaderId, name: post.name, unit: post.unit.shortName, tier: post.tier }] : [];
    });
    trial.add(quotaEffects(leaders, pairings, trial));
  }),
];
