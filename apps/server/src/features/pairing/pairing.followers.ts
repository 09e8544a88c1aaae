/** What pairings do when an earlier room tells news. */
import { follow, type Follower } from '../../edge/news.ts';
import { personMoved } from '../person/news.door.ts';
import { followRepresentative } from './pairing.queries.ts';

export const pairingFollowers: readonly Follower[] = [
  follow(personMoved, ({ db, institutionId }, { personId, unitId }) =>
    followRepresentative(db, institutionId, personId, unitId),
  ),
];
