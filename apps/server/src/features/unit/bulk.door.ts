/** Many units and aliases at once, for an import. */
import type { Insertable } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';
import type { Unit, UnitAlias } from '../../store/tables.gen.ts';

export const addUnits = (db: Db, rows: readonly Insertable<Unit>[]) => insertMany(db, 'unit', rows);
export const addAliases = (db: Db, rows: readonly Insertable<UnitAlias>[]) => insertMany(db, 'unit_alias', rows);

export const removeAliases = async (db: Db, institutionId: Id, aliases: readonly string[]): Promise<void> => {
  if (aliases.length === 0) return;
  await db.deleteFrom('unit_alias').where('institution_id', '=', institutionId).where('alias', 'in', aliases).execute();
};
