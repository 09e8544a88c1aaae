import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

export type KeptTable = {
  readonly year: number;
  readonly text: string;
  readonly source: string;
  readonly version: number;
};

export const listTables = async (db: Db, institutionId: Id): Promise<KeptTable[]> =>
  db
    .selectFrom('workday_table')
    .select(['year', 'text', 'source', 'version'])
    .where('institution_id', '=', institutionId)
    .orderBy('year')
    .execute();

export async function putTable(
  db: Db,
  institutionId: Id,
  table: Omit<KeptTable, 'version'>,
  by: Id,
  at: Date,
): Promise<void> {
  await db
    .insertInto('workday_table')
    .values({ institution_id: institutionId, ...table, added_by: by, added_at: at })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'year']).doUpdateSet((set) => ({
        text: set.ref('excluded.text'),
        source: set.ref('excluded.source'),
        added_by: set.ref('excluded.added_by'),
        added_at: set.ref('excluded.added_at'),
        version: set('workday_table.version', '+', 1),
      })),
    )
    .execute();
}

/** False where there is none of that version. */
export async function deleteTable(db: Db, institutionId: Id, year: number, version: number): Promise<boolean> {
  const gone = await db
    .deleteFrom('workday_table')
    .where('institution_id', '=', institutionId)
    .where('year', '=', year)
    .where('version', '=', version)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
