import type { Insertable } from 'kysely';
import type { Db } from './database.ts';
import type { DB } from './tables.gen.ts';

/** Under PostgreSQL's 65,535 parameters a statement, whatever the table's width. */
const ROWS = 400;

/** Inserts any number of rows in few statements. */
export async function insertMany<T extends keyof DB>(
  db: Db,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) {
    const values = rows.slice(at, at + ROWS);
    await db.insertInto(table).values(values).execute();
  }
}
