/** Drafts of the measures and what happened to each; only steps are ever added, a draft's row says how it stands now. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { DRAFT_ACTIONS, DRAFT_STATUSES } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { Db } from '../../store/database.ts';
import { nextOrdinal } from '../../store/next-ordinal.ts';

export type DraftStatus = (typeof DRAFT_STATUSES)[number];
export type DraftAction = (typeof DRAFT_ACTIONS)[number];

export type Draft = {
  readonly id: Id;
  readonly fileName: string;
  readonly text: string;
  readonly sha256: string;
  readonly status: DraftStatus;
  readonly basedOn: Id | null;
  readonly startsOn: PlainDate | null;
  readonly note: string | null;
  readonly version: number;
};

export async function findDraft(db: Db, institutionId: Id, draftId: Id): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('policy_draft')
    .select(['draft_id', 'file_name', 'text', 'sha256', 'status', 'based_on', 'starts_on', 'note', 'version'])
    .where('institution_id', '=', institutionId)
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return (
    row && {
      id: row.draft_id as Id,
      fileName: row.file_name,
      text: row.text,
      sha256: row.sha256,
      status: row.status as DraftStatus,
      basedOn: row.based_on as Id | null,
      startsOn: row.starts_on as PlainDate | null,
      note: row.note,
      version: row.version,
    }
  );
}

export type NewStep = {
  readonly action: DraftAction;
  readonly sha256: string;
  readonly startsOn?: PlainDate | null;
  readonly reason?: string | null;
  readonly actorId: Id;
  readonly at: Date;
};

export async function insertDraft(
  db: Db,
  institutionId: Id,
  draft: Pick<Draft, 'id' | 'fileName' | 'text' | 'sha256'>,
  step: NewStep,
): Promise<void> {
  await db
    .insertInto('policy_draft')
    .values({
      institution_id: institutionId,
      draft_id: draft.id,
      file_name: draft.fileName,
      text: draft.text,
      sha256: draft.sha256,
      status: 'open',
      created_at: step.at,
    })
    .execute();
  await appendStep(db, institutionId, draft.id, step);
}

/**
 * Changes a draft as it stood at `version` and in `status`, and appends the step; the new version, or undefined where
 * somebody was faster.
 */
export async function stepDraft(
  db: Db,
  institutionId: Id,
  draftId: Id,
  was: { readonly version: number; readonly status: DraftStatus },
  change: {
    readonly status?: DraftStatus;
    readonly text?: string;
    readonly sha256?: string;
    readonly based_on?: Id | null;
    readonly starts_on?: PlainDate | null;
    readonly note?: string | null;
    readonly counts?: string | null;
  },
  step: NewStep,
): Promise<number | undefined> {
  const row = await db
    .updateTable('policy_draft')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('draft_id', '=', draftId)
    .where('version', '=', was.version)
    .where('status', '=', was.status)
    .returning('version')
    .executeTakeFirst();
  if (!row) return undefined;
  await appendStep(db, institutionId, draftId, step);
  return row.version;
}

/** The row of the draft is locked by whoever changes it, so that the next ordinal is theirs; an undoing has no such lock and relies on the key. */
export async function appendStep(db: Db, institutionId: Id, draftId: Id, step: NewStep): Promise<void> {
  await db
    .insertInto('policy_step')
    .values({
      institution_id: institutionId,
      draft_id: draftId,
      ordinal: nextOrdinal('policy_step', institutionId, 'draft_id', draftId),
      action: step.action,
      sha256: step.sha256,
      starts_on: step.startsOn ?? null,
      reason: step.reason ?? null,
      actor_id: step.actorId,
      at: step.at,
    })
    .execute();
}
