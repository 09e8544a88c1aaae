/** Units are known to everyone in the institution: their names stand on every door. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { UnitKind } from '@zhengyou/domain/unit/unit.contract.ts';
import type { Db } from '../../store/database.ts';

export type UnitRow = {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly kind: UnitKind;
  readonly tier: Tier;
  readonly name: string;
  readonly shortName: string;
  readonly rank: number;
};

export async function listUnits(db: Db, institutionId: Id): Promise<UnitRow[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['unit_id', 'parent_id', 'kind', 'tier', 'name', 'short_name', 'rank'])
    .where('institution_id', '=', institutionId)
    .orderBy('rank')
    .orderBy('unit_id')
    .execute();
  return rows.map((row) => ({
    id: row.unit_id as Id,
    parentId: row.parent_id as Id | null,
    kind: row.kind as UnitKind,
    tier: row.tier as Tier,
    name: row.name,
    shortName: row.short_name,
    rank: row.rank,
  }));
}

export type NewUnit = {
  readonly parentId: Id | null;
  readonly kind: UnitKind;
  readonly tier: Tier;
  readonly name: string;
  readonly shortName: string;
};

/** Comes last in the official order; the order is changed by hand. */
export async function insertUnit(db: Db, institutionId: Id, unitId: Id, unit: NewUnit): Promise<void> {
  const last = await db
    .selectFrom('unit')
    .select(({ fn }) => fn.max('rank').as('rank'))
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  await db
    .insertInto('unit')
    .values({
      institution_id: institutionId,
      unit_id: unitId,
      parent_id: unit.parentId,
      kind: unit.kind,
      tier: unit.tier,
      name: unit.name,
      short_name: unit.shortName,
      rank: (last?.rank ?? -1) + 1,
    })
    .execute();
}

export async function listAliases(db: Db, institutionId: Id): Promise<{ alias: string; unitId: Id }[]> {
  const rows = await db
    .selectFrom('unit_alias')
    .select(['alias', 'unit_id'])
    .where('institution_id', '=', institutionId)
    .execute();
  return rows.map((row) => ({ alias: row.alias, unitId: row.unit_id as Id }));
}

export async function insertAlias(db: Db, institutionId: Id, alias: string, unitId: Id): Promise<void> {
  await db
    .insertInto('unit_alias')
    .values({ institution_id: institutionId, alias, unit_id: unitId })
    .onConflict((conflict) => conflict.columns(['institution_id', 'alias']).doUpdateSet({ unit_id: unitId }))
    .execute();
}

export async function deleteUnit(db: Db, institutionId: Id, unitId: Id): Promise<void> {
  await db.deleteFrom('unit').where('institution_id', '=', institutionId).where('unit_id', '=', unitId).execute();
}

export async function deleteAlias(db: Db, institutionId: Id, alias: string): Promise<void> {
  await db.deleteFrom('unit_alias').where('institution_id', '=', institutionId).where('alias', '=', alias).execute();
}
