/** For rooms whose records name people: one line each, and a merge takes them along and puts them back. */
import { follow, type Follower } from '../../edge/news.ts';
import { redirect, type Redirection } from '../../store/redirect.ts';
import { appendEffects } from './merge.queries.ts';
import { personMerged } from './news.door.ts';

export { appendEffects } from './merge.queries.ts';

/** It says which columns it takes along, so that the house can see that none is forgotten. */
export type MergeFollower = Follower & { readonly namesPeople: readonly Redirection[] };

/** Follows a merge for the columns of a room that hold a person’s id, in this order. */
export const followMerge = (columns: readonly Redirection[]): MergeFollower => ({
  namesPeople: columns,
  ...follow(personMerged, async ({ db, institutionId }, { mergeId, keptId, otherId }) => {
    for (const column of columns)
      await appendEffects(db, institutionId, mergeId, await redirect(db, institutionId, column, otherId, keptId));
  }),
});
