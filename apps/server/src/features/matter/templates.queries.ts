import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';
import type { TemplateRow } from './templates.reads.ts';

const columnsOf = (row: TemplateRow) => ({
  title: row.title,
  text: row.text,
  outcome: row.outcome,
  unit_id: row.unitId,
  version: row.version,
});

export const insertTemplate = (db: Db, institutionId: Id, row: TemplateRow) =>
  db
    .insertInto('reply_template')
    .values({ institution_id: institutionId, template_id: row.id, ...columnsOf(row) })
    .execute();

/** False where it is no longer at `version`. */
export async function updateTemplate(db: Db, institutionId: Id, version: number, row: TemplateRow): Promise<boolean> {
  const changed = await db
    .updateTable('reply_template')
    .set(columnsOf(row))
    .where('institution_id', '=', institutionId)
    .where('template_id', '=', row.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export const deleteTemplate = (db: Db, institutionId: Id, id: Id, version: number) =>
  db
    .deleteFrom('reply_template')
    .where('institution_id', '=', institutionId)
    .where('template_id', '=', id)
    .where('version', '=', version)
    .execute();
