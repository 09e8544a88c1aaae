import { sql, type RawBuilder } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { DB } from './tables.gen.ts';

type Histories = Extract<keyof DB, `${string}_step`>;

/**
 * The place after the last step of one history, for the insert that appends to it. Whoever appends holds the record that the
 * history belongs to, or relies on the key: of two at once the second is refused by it.
 */
export const nextOrdinal = (
  table: Histories,
  institutionId: Id,
  key: `${string}_id`,
  subject: Id,
): RawBuilder<number> =>
  sql<number>`(select coalesce(max(ordinal), 0) + 1 from ${sql.table(table)}
    where institution_id = ${institutionId} and ${sql.ref(key)} = ${subject})`;
