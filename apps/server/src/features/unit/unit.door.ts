/** What later rooms may ask of units: the list, and what a ledger adds to it. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { newId } from '../../store/new-id.ts';
import type { Db } from '../../store/database.ts';
import { insertUnit, type NewUnit } from './unit.queries.ts';

export async function createUnit(db: Db, institutionId: Id, unit: NewUnit): Promise<Id> {
  const id = newId();
  await insertUnit(db, institutionId, id, unit);
  return id;
}

export {
  deleteAlias as removeUnitAlias,
  deleteUnit as removeUnit,
  insertAlias as rememberUnitAlias,
  listAliases as listUnitAliases,
  listUnits,
  type NewUnit,
  type UnitRow,
} from './unit.queries.ts';
