import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { SettingKind } from '@zhengyou/domain/policy/local-setting.ts';
import type { Db } from '../../store/database.ts';
import type { DraftAction, DraftStatus } from './draft.queries.ts';

/** What the house set for itself on a day, units in their official order. */
export async function listNamedSettings(db: Db, institutionId: Id, on: PlainDate) {
  const rows = await db
    .selectFrom('local_setting as setting')
    .leftJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'setting.institution_id').onRef('unit.unit_id', '=', 'setting.unit_id'),
    )
    .select(['setting.setting_id', 'setting.kind', 'setting.value', 'setting.reason', 'setting.version'])
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
    kind: row.kind as SettingKind,
    value: row.value,
    reason: row.reason,
    version: row.version,
    from: row.starts_on as PlainDate,
    until: row.ends_on as PlainDate | null,
  }));
}

/** What happened to a draft, the oldest first, with the names of who did it. */
export async function listSteps(db: Db, institutionId: Id, draftId: Id) {
  const rows = await db
    .selectFrom('policy_step as step')
    .leftJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'step.institution_id').onRef('person.person_id', '=', 'step.actor_id'),
    )
    .select(['step.action', 'step.sha256', 'step.starts_on', 'step.reason', 'step.actor_id', 'step.at', 'person.name'])
    .where('step.institution_id', '=', institutionId)
    .where('step.draft_id', '=', draftId)
    .orderBy('step.ordinal')
    .execute();
  return rows.map((row) => ({
    action: row.action as DraftAction,
    sha256: row.sha256,
    startsOn: row.starts_on as PlainDate | null,
    reason: row.reason,
    actorId: row.actor_id as Id,
    by: row.name ?? '',
    at: row.at.toISOString(),
  }));
}

/** Drafts that are not in force yet, and those lately put away or passed; the latest first. */
export async function listDrafts(db: Db, institutionId: Id) {
  const rows = await db
    .selectFrom('policy_draft as draft')
    .innerJoin('policy_step as step', (join) =>
      join.onRef('step.institution_id', '=', 'draft.institution_id').onRef('step.draft_id', '=', 'draft.draft_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'step.institution_id').onRef('person.person_id', '=', 'step.actor_id'),
    )
    .distinctOn(['draft.created_at', 'draft.draft_id'])
    .select(['draft.draft_id', 'draft.file_name', 'draft.status', 'draft.starts_on'])
    .select(['step.action', 'step.at', 'person.name'])
    .where('draft.institution_id', '=', institutionId)
    .orderBy('draft.created_at', 'desc')
    .orderBy('draft.draft_id', 'desc')
    .orderBy('step.ordinal', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.draft_id as Id,
    fileName: row.file_name,
    status: row.status as DraftStatus,
    startsOn: row.starts_on as PlainDate | null,
    by: row.name ?? '',
    at: row.at.toISOString(),
    lastAction: row.action as DraftAction,
  }));
}

/** Of units by their names; a name that is none is missing. */
export async function findUnitIds(db: Db, institutionId: Id, names: readonly string[]): Promise<Map<string, Id>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit')
    .select(['name', 'unit_id'])
    .where('institution_id', '=', institutionId)
    .where('name', 'in', [...names])
    .execute();
  return new Map(rows.map((row) => [row.name, row.unit_id as Id]));
}

export async function hasUnit(db: Db, institutionId: Id, unitId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('unit')
    .select('unit_id')
    .where('institution_id', '=', institutionId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row !== undefined;
}
