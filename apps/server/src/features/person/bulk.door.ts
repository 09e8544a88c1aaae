/** Many people and their facts at once, for an import; and taking them away again with it. */
import { sql, type Insertable, type Updateable } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';
import type { DatedFact, Person, Post, Representative, Standing } from '../../store/tables.gen.ts';

export const addPeople = (db: Db, rows: readonly Insertable<Person>[]) => insertMany(db, 'person', rows);
export const addRepresentatives = (db: Db, rows: readonly Insertable<Representative>[]) =>
  insertMany(db, 'representative', rows);
export const addStandings = (db: Db, rows: readonly Insertable<Standing>[]) => insertMany(db, 'standing', rows);
export const addPosts = (db: Db, rows: readonly Insertable<Post>[]) => insertMany(db, 'post', rows);
export const addDatedFacts = (db: Db, rows: readonly Insertable<DatedFact>[]) => insertMany(db, 'dated_fact', rows);

type Table = 'person' | 'standing' | 'post';
const KEYS = { person: 'person_id', standing: 'standing_id', post: 'post_id' } as const;

/** Sets fields of one record and counts its version up; the new version, or undefined where `version` is no longer the one named. */
export async function setFields(
  db: Db,
  institutionId: Id,
  table: Table,
  recordId: string,
  fields: Updateable<Person> | Updateable<Standing> | Updateable<Post>,
  version?: number,
): Promise<number | undefined> {
  const row = await db
    .updateTable(table)
    .set({ ...fields, version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where(sql.ref(KEYS[table]), '=', recordId)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}
