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
