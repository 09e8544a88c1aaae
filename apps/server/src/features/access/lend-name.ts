/**
 * Acting in a leader's name. Whoever is delegated reaches nobody's records by it until, for one request and one purpose, the name
 * is lent: then the leader's own rows are in reach of both locks until the request ends. The delegation is read and held in the very
 * transaction that acts, so that what was taken back a moment ago lends nothing.
 */
import { findLent, whyNotLent, type DelegationScope } from '@zhengyou/domain/access/delegation.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { tellFollowers } from '../../edge/news.ts';
import { lendNames } from '../../store/database.ts';
import { holdBetween, listLentTo, type DelegationRow } from './delegation.queries.ts';
import { listFriendsOf } from './delegation.reads.ts';

/** The context as the request goes on, in these leaders' names: their rows are in reach, and the audit names both. */
async function lend(context: Context, under: readonly DelegationRow[]): Promise<Context> {
  const { actor, db, institutionId, reach } = context;
  const leaders = [...new Set(under.map((one) => one.leaderId))];
  const self = [...actor.reach.self, ...leaders];
  await lendNames(db, { self, people: [...actor.reach.people, ...leaders] });
  const friends = await listFriendsOf(db, institutionId, leaders);
  const people = [...new Set([...actor.reach.people, ...leaders, ...friends])];
  await lendNames(db, { self, people });
  const [only] = under;
  const named = under.length === 1 && only ? { for: only.leaderId, by: actor.name, delegation: only.id } : {};
  const lent: Context = {
    ...context,
    reach: { ...reach, self, people },
    inNamesOf: leaders,
    audit: (entry) =>
      context.audit({
        ...entry,
        people: [...new Set([...(entry.people ?? []), ...(only && under.length === 1 ? [only.leaderId] : [])])],
        detail: { ...entry.detail, ...named },
      }),
    tell: (told, fact) => tellFollowers(context.followers, lent, told.id, fact),
  };
  return lent;
}

export type Lent = { readonly context: Context; readonly delegationId: Id };

/**
 * Lends one leader's name for one purpose. Undefined where it is one's own, or where nothing was ever delegated: then whoever asks
 * goes by what they are themselves. Refuses, in words, where a delegation has ended, has not begun, or is for something else.
 */
export async function findLentName(context: Context, leaderId: Id, scope: DelegationScope): Promise<Lent | undefined> {
  const { actor, db, institutionId, today } = context;
  if (leaderId === actor.personId || !mayBeLent(context)) return undefined;
  const between = await holdBetween(db, institutionId, leaderId, actor.personId);
  if (between.length === 0) return undefined;
  const under = findLent(between, scope, today);
  if (!under) throw new Refused(whyNotLent(between, scope, today));
  return { context: await lend(context, [under]), delegationId: under.id };
}

/** Lends every name that is lent today for this purpose; the context unchanged where there is none. */
export async function lendAllNames(
  context: Context,
  scope: DelegationScope,
  options: { readonly hold: boolean },
): Promise<{ readonly context: Context; readonly under: readonly DelegationRow[] }> {
  if (!mayBeLent(context)) return { context, under: [] };
  const all = await listLentTo(context.db, context.institutionId, context.actor.personId, options);
  const under = all.filter((one) => findLent([one], scope, context.today) !== undefined);
  return { context: under.length > 0 ? await lend(context, under) : context, under };
}

/** Everything ever lent to whoever asks, the latest first: also what has ended, so that it can be said. */
export const listLent = async (context: Context): Promise<DelegationRow[]> =>
  mayBeLent(context)
    ? await listLentTo(context.db, context.institutionId, context.actor.personId, { hold: false })
    : [];

const mayBeLent = ({ actor }: Context) => actor.roles.includes('secretary') || actor.roles.includes('leader');
