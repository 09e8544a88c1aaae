/** The chain of versions. Whoever changes it holds its rows, so that of two at once the second sees what the first did. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { Db } from '../../store/database.ts';

export type Version = {
  readonly policyId: Id;
  readonly number: number;
  readonly key: string;
  readonly name: Words;
  readonly startsOn: PlainDate;
  /** The first day on which it is no longer in force. */
  readonly endsOn: PlainDate | null;
  /** What its own file says about its end. */
  readonly fileUntil: PlainDate | null;
  readonly undone: boolean;
  readonly draftId: Id | null;
  readonly version: number;
};

/** Every version, the latest first. */
export async function listVersions(db: Db, institutionId: Id): Promise<Version[]> {
  const rows = await db
    .selectFrom('policy_version')
    .select(['policy_id', 'version', 'key', 'starts_on', 'ends_on', 'status', 'draft_id', 'row_version'])
    .select([sql<Words>`body -> 'name'`.as('name'), sql<string | null>`body ->> 'until'`.as('file_until')])
    .where('institution_id', '=', institutionId)
    .orderBy('starts_on', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    policyId: row.policy_id as Id,
    number: row.version,
    key: row.key,
    name: row.name,
    startsOn: row.starts_on as PlainDate,
    endsOn: row.ends_on as PlainDate | null,
    fileUntil: row.file_until as PlainDate | null,
    undone: row.status === 'undone',
    draftId: row.draft_id as Id | null,
    version: row.row_version,
  }));
}

/** Holds the chain until the transaction ends. What it looks like must be read after this, not before. */
export async function lockVersions(db: Db, institutionId: Id): Promise<void> {
  await db
    .selectFrom('policy_version')
    .select('policy_id')
    .where('institution_id', '=', institutionId)
    .orderBy('policy_id')
    .forUpdate()
    .execute();
}

export async function findVersionText(db: Db, institutionId: Id, policyId: Id) {
  return db
    .selectFrom('policy_version')
    .select(['key', 'version', 'text', 'sha256', 'body'])
    .where('institution_id', '=', institutionId)
    .where('policy_id', '=', policyId)
    .executeTakeFirst();
}

export type NewVersion = {
  readonly policyId: Id;
  readonly number: number;
  readonly policy: Policy;
  readonly startsOn: PlainDate;
  readonly text: string;
  readonly sha256: string;
  readonly draftId: Id | null;
  readonly at: Date;
};

export async function insertVersion(db: Db, institutionId: Id, version: NewVersion): Promise<void> {
  await db
    .insertInto('policy_version')
    .values({
      institution_id: institutionId,
      policy_id: version.policyId,
      key: version.policy.id,
      version: version.number,
      starts_on: version.startsOn,
      ends_on: version.policy.until,
      body: JSON.stringify(version.policy),
      loaded_at: version.at,
      text: version.text,
      sha256: version.sha256,
      draft_id: version.draftId,
    })
    .execute();
}

export async function endVersion(db: Db, institutionId: Id, policyId: Id, endsOn: PlainDate | null): Promise<void> {
  await db
    .updateTable('policy_version')
    .set({ ends_on: endsOn, row_version: sql<number>`row_version + 1` })
    .where('institution_id', '=', institutionId)
    .where('policy_id', '=', policyId)
    .execute();
}

/** The new row version, or undefined where somebody was faster. */
export async function markUndone(
  db: Db,
  institutionId: Id,
  policyId: Id,
  version: number,
): Promise<number | undefined> {
  const row = await db
    .updateTable('policy_version')
    .set({ status: 'undone', row_version: sql<number>`row_version + 1` })
    .where('institution_id', '=', institutionId)
    .where('policy_id', '=', policyId)
    .where('status', '=', 'approved')
    .where('row_version', '=', version)
    .returning('row_version')
    .executeTakeFirst();
  return row?.row_version;
}
