import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

export type TemplateRow = {
  readonly id: Id;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly outcome: string | null;
  /** Null: of the whole house. */
  readonly unitId: Id | null;
};

const templates = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('reply_template')
    .select(['template_id', 'version', 'title', 'text', 'outcome', 'unit_id'])
    .where('institution_id', '=', institutionId)
    .where((where) =>
      where.or([
        where('unit_id', 'is', null),
        reach.whole ? sql<boolean>`true` : sql<boolean>`unit_id = any (${[...reach.desks, ...reach.units]}::uuid[])`,
      ]),
    );

type Raw = Awaited<ReturnType<ReturnType<typeof templates>['executeTakeFirstOrThrow']>>;
const rowOf = (row: Raw): TemplateRow => ({
  id: row.template_id as Id,
  version: row.version,
  title: row.title,
  text: row.text,
  outcome: row.outcome,
  unitId: row.unit_id as Id | null,
});

/** One’s departments’ own first, then the house’s. */
export async function listTemplateRows(db: Db, institutionId: Id, reach: Reach): Promise<TemplateRow[]> {
  const rows = await templates(db, institutionId, reach)
    .orderBy((order) => order('unit_id', 'is', null))
    .orderBy('created_at')
    .orderBy('template_id')
    .limit(500)
    .execute();
  return rows.map(rowOf);
}

export async function findTemplate(db: Db, institutionId: Id, reach: Reach, id: Id): Promise<TemplateRow | undefined> {
  const row = await templates(db, institutionId, reach).where('template_id', '=', id).executeTakeFirst();
  return row && rowOf(row);
}
