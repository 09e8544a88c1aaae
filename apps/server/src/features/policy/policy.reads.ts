import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';

/** What the house set for itself on a day, units in their official order. */
export async function listNamedSettings(db: Db, institutionId: Id, on: PlainDate) {
  const rows = await db
    .selectFrom('local_setting as setting')
    .leftJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'setting.institution_id').onRef('unit.unit_id', '=', 'setting.unit_id'),
    )
    .select(['setting.setting_id', 'setting.kind', 'setting.value', 'setting.reason'])
    .select(['setting.starts_on', 'setting.ends_on', 'unit.name as unit'])
    .where('setting.institution_id', '=', institutionId)
    .where('setting.starts_on', '<=', on)
    .where((where) => where.or([where('setting.ends_on', 'is', null), where('setting.ends_on', '>', on)]))
    .orderBy('unit.rank', (order) => order.asc().nullsFirst())
    .orderBy('setting.starts_on')
    .execute();
  return rows.map((row) => ({
    id: row.setting_id as Id,
    unit: row.unit,
    kind: row.kind as 'firstTalkBy',
    value: row.value,
    reason: row.reason,
    from: row.starts_on as PlainDate,
    until: row.ends_on as PlainDate | null,
  }));
}
