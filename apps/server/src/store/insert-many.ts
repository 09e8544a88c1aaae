import { sql, type Insertable } from 'kysely';
import type { Db } from './database.ts';
import type { DB } from './tables.gen.ts';

/** Rows a statement: large enough to be few, small enough that none holds the server up. */
const ROWS = 2000;

/**
 * Inserts any number of rows in few statements, as one JSON document each: a list of parameters per row costs several times as much. Every
 * row names the same columns.
 */
export async function insertMany<T extends keyof DB>(
  db: Db,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  for (let at = 0; at < rows.length; at += ROWS) {
    const document = JSON.stringify(rows.slice(at, at + ROWS), inText);
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${document}::jsonb)`.execute(db);
  }
}

/** Bytes travel in PostgreSQL's own spelling. `JSON.stringify` has already asked the buffer for its own. */
function inText(_key: string, value: unknown): unknown {
  const bytes = value as { type?: unknown; data?: unknown } | null;
  return bytes?.type === 'Buffer' && Array.isArray(bytes.data)
    ? `\\x${Buffer.from(bytes.data as number[]).toString('hex')}`
    : value;
}
