import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Context } from '../../edge/context.ts';
import { listUnits as queryUnits, type UnitRow } from './unit.queries.ts';

export async function listUnits({ db, institutionId, reach }: Context) {
  const units = await queryUnits(db, institutionId);
  const items = asTree(units).map(({ unit, depth }) => ({
    ...unit,
    depth,
    withinReach: reach.whole || reach.units.includes(unit.id),
  }));
  return { items };
}

/** Every unit after its parent. One whose parent is not there stands at the top, so that none is lost. */
function asTree(units: readonly UnitRow[]): { unit: UnitRow; depth: number }[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = Map.groupBy(units, (unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : null));
  const walk = (parent: Id | null, depth: number): { unit: UnitRow; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)]);
  return walk(null, 0);
}
