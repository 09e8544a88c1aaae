/** What a stored record holds before an import changes it, kept so that it can be put back. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

const KEYS = { person: 'person_id', standing: 'standing_id', post: 'post_id' } as const;
export type Changeable = keyof typeof KEYS;

/** Sealed fields travel as base64, marked, because the record of effects is JSON. */
export async function findBefore(
  db: Db,
  institutionId: Id,
  table: Changeable,
  recordId: string,
  columns: readonly string[],
): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
    where institution_id = ${institutionId} and ${sql.ref(KEYS[table])} = ${recordId}`.execute(db);
  const [row] = rows;
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([column, value]) => [
      column,
      Buffer.isBuffer(value) ? { sealed: value.toString('base64') } : value,
    ]),
  );
}

export const restored = (before: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(before).map(([column, value]) => {
      const sealed = (value as { sealed?: string } | null)?.sealed;
      return [column, sealed === undefined ? value : Buffer.from(sealed, 'base64')];
    }),
  );
