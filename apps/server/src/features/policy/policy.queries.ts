/** Versions of the measures, and the numbers that the house set for itself. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { SettingKind } from '@zhengyou/domain/policy/local-setting.ts';
import type { Db } from '../../store/database.ts';

export type PolicyHead = { readonly policyId: Id; readonly key: string; readonly version: number };

/** The version in force on a day, without its body; of several the one that came last. */
export async function findPolicyHead(db: Db, institutionId: Id, on: PlainDate): Promise<PolicyHead | undefined> {
  const row = await db
    .selectFrom('policy_version')
    .select(['policy_id', 'key', 'version'])
    .where('institution_id', '=', institutionId)
    .where('status', '=', 'approved')
    .where('starts_on', '<=', on)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('starts_on', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { policyId: row.policy_id as Id, key: row.key, version: row.version };
}

export async function findPolicyBody(db: Db, institutionId: Id, policyId: Id): Promise<unknown> {
  const row = await db
    .selectFrom('policy_version')
    .select('body')
    .where('institution_id', '=', institutionId)
    .where('policy_id', '=', policyId)
    .executeTakeFirst();
  return row?.body;
}

export type LocalSettingKind = SettingKind;

export type LocalSetting = {
  /** Null: written in the measures themselves. */
  readonly id: Id | null;
  /** Null: the whole institution. */
  readonly unitId: Id | null;
  readonly kind: LocalSettingKind;
  readonly value: string;
  readonly reason: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

export async function listSettings(db: Db, institutionId: Id, on: PlainDate): Promise<LocalSetting[]> {
  const rows = await db
    .selectFrom('local_setting')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('starts_on', '<=', on)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('starts_on')
    .execute();
  return rows.map((row) => ({
    id: row.setting_id as Id,
    unitId: row.unit_id as Id | null,
    kind: row.kind as LocalSettingKind,
    value: row.value,
    reason: row.reason,
    from: row.starts_on as PlainDate,
    until: row.ends_on as PlainDate | null,
  }));
}

/** Those that hold on a day or begin later. */
export async function listSettingsFrom(db: Db, institutionId: Id, from: PlainDate) {
  const rows = await db
    .selectFrom('local_setting')
    .select(['unit_id', 'kind', 'starts_on'])
    .where('institution_id', '=', institutionId)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', from)]))
    .execute();
  return rows.map((row) => ({ unitId: row.unit_id as Id | null, kind: row.kind, from: row.starts_on as PlainDate }));
}

export async function findSetting(db: Db, institutionId: Id, settingId: Id) {
  const row = await db
    .selectFrom('local_setting')
    .select(['starts_on', 'ends_on', 'version'])
    .where('institution_id', '=', institutionId)
    .where('setting_id', '=', settingId)
    .executeTakeFirst();
  return row && { from: row.starts_on as PlainDate, until: row.ends_on as PlainDate | null, version: row.version };
}

export async function insertSetting(
  db: Db,
  institutionId: Id,
  setting: Omit<LocalSetting, 'id' | 'until'> & { readonly id: Id; readonly actorId: Id; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('local_setting')
    .values({
      institution_id: institutionId,
      setting_id: setting.id,
      unit_id: setting.unitId,
      kind: setting.kind,
      value: setting.value,
      reason: setting.reason,
      starts_on: setting.from,
      set_by: setting.actorId,
      created_at: setting.at,
    })
    .execute();
}

/** The new version, or undefined where somebody was faster. */
export async function setSettingEnd(
  db: Db,
  institutionId: Id,
  settingId: Id,
  until: PlainDate,
  version: number,
): Promise<number | undefined> {
  const row = await db
    .updateTable('local_setting')
    .set({ ends_on: until, version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('setting_id', '=', settingId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}
