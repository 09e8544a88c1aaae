/** Merges and their effects: what moved, in order, so that it can be put back. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';
import type { Effect } from '../../store/redirect.ts';
import type { DB, Json } from '../../store/tables.gen.ts';

type Units = { readonly unitId: Id; readonly otherUnitId: Id };

export async function insertMerge(
  db: Db,
  institutionId: Id,
  merge: Units & {
    id: Id;
    keptId: Id;
    otherId: Id;
    keptName: string;
    otherName: string;
    keptVersion: number;
    by: Id;
    at: Date;
  },
): Promise<void> {
  await db
    .insertInto('person_merge')
    .values({
      institution_id: institutionId,
      merge_id: merge.id,
      kept_id: merge.keptId,
      other_id: merge.otherId,
      unit_id: merge.unitId,
      other_unit_id: merge.otherUnitId,
      kept_name: merge.keptName,
      other_name: merge.otherName,
      kept_version: merge.keptVersion,
      merged_by: merge.by,
      merged_at: merge.at,
    })
    .execute();
}

/** Appends effects behind those already recorded. */
export async function appendEffects(db: Db, institutionId: Id, mergeId: Id, effects: readonly Effect[]): Promise<void> {
  if (effects.length === 0) return;
  const merge = await db
    .selectFrom('person_merge')
    .select(['unit_id', 'other_unit_id'])
    .select((from) =>
      from
        .selectFrom('person_merge_effect as e')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('e.institution_id', '=', 'person_merge.institution_id')
        .whereRef('e.merge_id', '=', 'person_merge.merge_id')
        .as('count'),
    )
    .where('institution_id', '=', institutionId)
    .where('merge_id', '=', mergeId)
    .executeTakeFirstOrThrow();
  await insertMany(
    db,
    'person_merge_effect',
    effects.map((effect, at) => ({
      institution_id: institutionId,
      merge_id: mergeId,
      ordinal: (merge.count ?? 0) + at + 1,
      unit_id: merge.unit_id,
      other_unit_id: merge.other_unit_id,
      record_table: effect.table,
      record_key: effect.key as Json,
      before: effect.before as Json,
      after: effect.after as Json | null,
    })),
  );
}

export async function listEffects(db: Db, institutionId: Id, mergeId: Id): Promise<Effect[]> {
  const rows = await db
    .selectFrom('person_merge_effect')
    .select(['record_table', 'record_key', 'before', 'after'])
    .where('institution_id', '=', institutionId)
    .where('merge_id', '=', mergeId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    table: row.record_table as keyof DB,
    key: row.record_key as Effect['key'],
    before: row.before as Effect['before'],
    after: row.after as Effect['after'],
  }));
}

/** Those since a day, newest first; or the one that is named. */
/** A unit’s officer takes back what was merged within the unit. */
export async function listMerges(db: Db, institutionId: Id, reach: Reach, since: Date, mergeId?: Id) {
  return db
    .selectFrom('person_merge')
    .leftJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'person_merge.institution_id')
        .onRef('person.person_id', '=', 'person_merge.merged_by'),
    )
    .select(['merge_id', 'kept_id', 'other_id', 'kept_name', 'other_name', 'merged_at', 'undone_at'])
    .select(['person_merge.version', 'person_merge.unit_id', 'other_unit_id', 'person.name as by'])
    .where('person_merge.institution_id', '=', institutionId)
    .$if(!reach.whole, (query) =>
      query.where(
        sql<boolean>`person_merge.unit_id = any (${[...reach.units]}::uuid[]) and other_unit_id = any (${[...reach.units]}::uuid[])`,
      ),
    )
    .where('merged_at', '>', since)
    .$if(mergeId !== undefined, (query) => query.where('merge_id', '=', mergeId ?? ''))
    .orderBy('merged_at', 'desc')
    .orderBy('merge_id')
    .limit(200)
    .execute();
}

/** Marks the merge as taken back; false where somebody else was first. */
export async function closeMerge(db: Db, institutionId: Id, mergeId: Id, version: number, by: Id, at: Date) {
  const row = await db
    .updateTable('person_merge')
    .set({ undone_by: by, undone_at: at, version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('merge_id', '=', mergeId)
    .where('version', '=', version)
    .where('undone_at', 'is', null)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** Sets columns of a person and tells what they held, one effect a column: what was not touched since can then be put back by itself. */
export async function setColumns(
  db: Db,
  institutionId: Id,
  personId: Id,
  values: Readonly<Record<string, unknown>>,
): Promise<Effect[]> {
  const effects: Effect[] = [];
  const columns = Object.keys(values);
  if (columns.length === 0) return effects;
  const object = (of: string) =>
    sql`jsonb_build_object(${sql.join(columns.flatMap((column) => [sql.lit(column), sql.ref(`${of}.${column}`)]))})`;
  const { rows: held } = await sql<{ row: Record<string, unknown> }>`select ${object('person')} as row from person
    where institution_id = ${institutionId} and person_id = ${personId} for update`.execute(db);
  const set = columns.map(
    (column) =>
      sql`${sql.ref(column)} = (jsonb_populate_record(null::person, ${JSON.stringify(values)}::jsonb)).${sql.ref(column)}`,
  );
  const { rows: changed } = await sql<{ row: Record<string, unknown> }>`update person set ${sql.join(set)}
    where institution_id = ${institutionId} and person_id = ${personId} returning ${object('person')} as row`.execute(
    db,
  );
  const [before, after] = [held[0]?.row ?? {}, changed[0]?.row ?? {}];
  for (const column of columns)
    if (JSON.stringify(before[column]) !== JSON.stringify(after[column]))
      effects.push({
        table: 'person',
        key: { person_id: personId },
        before: { [column]: before[column] },
        after: { [column]: after[column] },
      });
  return effects;
}

/** Under which ids the two were known so far: what histories hold under them stays the person’s own. */
export async function formerIdsOf(db: Db, institutionId: Id, keptId: Id, otherId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('former_ids')
    .where('institution_id', '=', institutionId)
    .where('person_id', 'in', [keptId, otherId])
    .execute();
  return [...new Set([...rows.flatMap((row) => row.former_ids), otherId])];
}

/** Whoever edits one of the records meanwhile hears of it. */
export async function countUp(db: Db, institutionId: Id, people: readonly Id[]): Promise<void> {
  await db
    .updateTable('person')
    .set({ version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('person_id', 'in', people)
    .execute();
}

/** On the list again, where the other record still was. */
export async function reopenListing(db: Db, institutionId: Id, personId: Id): Promise<Effect[]> {
  const before = await db
    .selectFrom('representative')
    .select(['until_on', 'left_reason', 'left_words'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const after = { until_on: null, left_reason: null, left_words: null };
  await db
    .updateTable('representative')
    .set(after)
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .execute();
  return [{ table: 'representative', key: { person_id: personId }, before, after }];
}
