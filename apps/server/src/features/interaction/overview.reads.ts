import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

/** Whoever holds a leadership post on a day, once each, with the tier and the kind of each post in the order in which they were put down. */
export async function listLeadersIn(
  db: Db,
  institutionId: Id,
  reach: Reach,
  on: PlainDate,
): Promise<{ id: Id; posts: { tier: Tier; rank: string }[] }[]> {
  const rows = await db
    .selectFrom('post')
    .select(['person_id', 'tier', 'kind'])
    .where('institution_id', '=', institutionId)
    .where('leadership', '=', true)
    .where(withinPeople({ ...reach, people: [] }, 'person_id', 'unit_id'))
    .where((where) => where.or([where('starts_on', 'is', null), where('starts_on', '<=', on)]))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('post_id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.person_id as Id)].map(([id, own]) => ({
    id,
    posts: own.map((row) => ({ tier: row.tier as Tier, rank: row.kind })),
  }));
}

/** People on the list on a day, and how many of them have a leader. */
export async function countRepresentatives(
  db: Db,
  institutionId: Id,
  reach: Reach,
  on: PlainDate,
): Promise<{ all: number; paired: number }> {
  const paired = sql<number>`count(*) filter (where exists (
    select from pairing where pairing.institution_id = representative.institution_id
      and pairing.representative_id = representative.person_id
      and pairing.starts_on <= ${on} and (pairing.ends_on is null or pairing.ends_on > ${on})))`;
  return db
    .selectFrom('representative')
    .select((count) => [count.fn.countAll<number>().as('all'), paired.as('paired')])
    .where('institution_id', '=', institutionId)
    .where(withinPeople({ ...reach, people: [] }, 'person_id', 'unit_id'))
    .where((where) => where.or([where('since_on', 'is', null), where('since_on', '<=', on)]))
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
    .executeTakeFirstOrThrow();
}

export const findAppliedImport = async (db: Db, institutionId: Id): Promise<boolean> =>
  (await db
    .selectFrom('import_run')
    .select('import_id')
    .where('institution_id', '=', institutionId)
    .where('status', '=', 'applied')
    .limit(1)
    .executeTakeFirst()) !== undefined;

export async function listTitles(
  db: Db,
  institutionId: Id,
  people: readonly Id[],
  on: PlainDate,
): Promise<ReadonlyMap<Id, string[]>> {
  const rows = await db
    .selectFrom('post')
    .select(['person_id', 'title'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .where((where) => where.or([where('starts_on', 'is', null), where('starts_on', '<=', on)]))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('post_id')
    .execute();
  const found = new Map<Id, string[]>();
  for (const row of rows) found.set(row.person_id as Id, [...(found.get(row.person_id as Id) ?? []), row.title]);
  return found;
}

export async function findOwnTitles(db: Db, institutionId: Id, self: Id): Promise<string[]> {
  const row = await db
    .selectFrom('person')
    .select('titles')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', self)
    .executeTakeFirst();
  return row?.titles ?? [];
}
