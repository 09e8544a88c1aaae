/**
 * What one room tells and later rooms follow, inside the same transaction: an earlier room never calls forward, it says
 * what happened (`context.tell(talkLogged, fact)`), and the composition lists who follows. A follower that refuses takes
 * the whole request back with it.
 */
import type { Context } from './context.ts';

/** A kind of news. It is made once, in `news.door.ts` of the room that tells it, and named `<noun>.<what happened>`. */
export type News<Fact> = { readonly id: string; readonly fact?: Fact };

export const news = <Fact>(id: string): News<Fact> => ({ id });

/** The composition does not know the facts; who follows and who tells agree on them by the news between them. */
export type Follower = { readonly id: string; readonly follow: (context: Context, fact: never) => Promise<void> };

export const follow = <Fact>(told: News<Fact>, work: (context: Context, fact: Fact) => Promise<void>): Follower => ({
  id: told.id,
  follow: work,
});

/** Tells everyone who follows, one after another in the order of the composition: a transaction does one thing at a time. */
export async function tellFollowers(followers: readonly Follower[], context: Context, id: string, fact: unknown) {
  for (const one of followers) if (one.id === id) await one.follow(context, fact as never); // the news that carries the id fixes the type of its fact
}
