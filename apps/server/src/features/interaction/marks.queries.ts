/** The marks by which words are found in shared texts: written with every text, in its transaction. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import { marksOf } from '@zhengyou/domain/interaction/text-search.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import { withinRecords } from '../../store/reach.ts';

type Marked = {
  readonly id: Id;
  readonly leaderId: Id;
  readonly unitId: Id;
  readonly people: readonly Id[];
  readonly on: PlainDate;
};

/** A record without a word leaves no marks, and costs nothing. */
export async function writeMarks(
  db: Db,
  institutionId: Id,
  record: Marked,
  texts: readonly (string | null)[],
): Promise<void> {
  const marks = marksOf(institutionId, texts);
  if (marks.length === 0) return;
  const people = sql<string[]>`${[...record.people]}::uuid[]`;
  await db
    .insertInto('interaction_mark')
    .values({
      institution_id: institutionId,
      interaction_id: record.id,
      leader_id: record.leaderId,
      unit_id: record.unitId,
      representative_ids: people,
      happened_on: record.on,
      marks: sql<number[]>`${marks}::integer[]`,
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'interaction_id']).doUpdateSet({
        marks: sql<number[]>`excluded.marks`,
        representative_ids: sql<string[]>`excluded.representative_ids`,
      }),
    )
    .execute();
}

/** Reads a record's texts as they now stand, and marks them anew. */
export async function renewMarks(db: Db, institutionId: Id, record: Marked): Promise<void> {
  await writeMarks(db, institutionId, record, (await listTexts(db, institutionId, [record.id])).get(record.id) ?? []);
}

/** What is searched of records: what was written, what was raised, and what the other side added. The caller has them in reach. */
export async function listTexts(db: Db, institutionId: Id, records: readonly Id[]): Promise<ReadonlyMap<Id, string[]>> {
  if (records.length === 0) return new Map();
  const ids = sql`any (${[...records]}::uuid[])`;
  const { rows } = await sql<{ id: string; words: string }>`
    select interaction_id as id, words, 1 as part, 0 as ordinal from interaction
      where institution_id = ${institutionId} and interaction_id = ${ids} and words is not null
    union all select interaction_id, words, 2, ordinal from interaction_point
      where institution_id = ${institutionId} and interaction_id = ${ids}
    union all select interaction_id, words, 3, ordinal from interaction_step
      where institution_id = ${institutionId} and interaction_id = ${ids} and action = 'add' and words is not null
    order by id, part, ordinal`.execute(db);
  const found = new Map<Id, string[]>();
  for (const { id, words } of rows) found.set(id as Id, [...(found.get(id as Id) ?? []), words]);
  return found;
}

/** Beyond it nobody reads the number, and counting would cost more than finding. */
export const COUNTED_TO = 1000;

/**
 * Records that hold all these marks, the last first, and how many there are, up to `COUNTED_TO` and one. The marks are said as a
 * setting too: the row policy narrows by them itself, so that an index finds them under row security.
 */
export async function findByMarks(
  db: Db,
  institutionId: Id,
  reach: Reach,
  marks: readonly number[],
  page: { readonly offset: number; readonly limit: number },
): Promise<{ ids: Id[]; count: number }> {
  await sql`set local app.sought = ${sql.lit(marks.join(' '))}`.execute(db);
  const found = db
    .selectFrom('interaction_mark')
    .where('institution_id', '=', institutionId)
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'))
    .where(sql<boolean>`marks @> ${[...marks]}::integer[]`);
  const rows = await found
    .select('interaction_id')
    .orderBy('happened_on', 'desc')
    .orderBy('interaction_id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { count } = await db
    .selectFrom(
      found
        .select('interaction_id')
        .limit(COUNTED_TO + 1)
        .as('some'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await sql`set local app.sought = ''`.execute(db);
  return { ids: rows.map((row) => row.interaction_id as Id), count: Number(count) };
}
