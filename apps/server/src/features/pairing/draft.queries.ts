/** Writes drafts, their lines and the facts of their sandbox. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { DraftLine } from '@zhengyou/domain/pairing/draft.rules.ts';
import type { SandboxFact } from '@zhengyou/domain/pairing/renewal.rules.ts';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';

export async function insertDraft(
  db: Db,
  institutionId: Id,
  draft: {
    readonly id: Id;
    readonly name: string;
    readonly kind: string;
    readonly tier: string | null;
    readonly unitId: Id | null;
    readonly effectiveOn: PlainDate;
    readonly by: Id;
    readonly byName: string;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .insertInto('pairing_draft')
    .values({
      institution_id: institutionId,
      draft_id: draft.id,
      name: draft.name,
      kind: draft.kind,
      tier: draft.tier,
      unit_id: draft.unitId,
      effective_on: draft.effectiveOn,
      made_by: draft.by,
      made_by_name: draft.byName,
      made_at: draft.at,
    })
    .execute();
}

export type DraftChange = {
  readonly name?: string | undefined;
  readonly effectiveOn?: PlainDate | undefined;
  readonly status?: string | undefined;
  readonly sentAt?: Date | undefined;
  readonly sentOn?: PlainDate | undefined;
};

/** Counts the version up and locks the row, so that of two at once one waits; undefined where it is no longer at `version`. */
export async function changeDraftRow(
  db: Db,
  institutionId: Id,
  draftId: Id,
  version: number,
  change: DraftChange = {},
): Promise<number | undefined> {
  const row = await db
    .updateTable('pairing_draft')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.effectiveOn === undefined ? {} : { effective_on: change.effectiveOn }),
      ...(change.status === undefined ? {} : { status: change.status }),
      ...(change.sentAt === undefined ? {} : { sent_at: change.sentAt }),
      ...(change.sentOn === undefined ? {} : { sent_on: change.sentOn }),
      version: sql<number>`version + 1`,
    })
    .where('institution_id', '=', institutionId)
    .where('draft_id', '=', draftId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** The lines as a whole: a draft is small, and so none is forgotten. */
export async function replaceLines(
  db: Db,
  institutionId: Id,
  draft: { readonly id: Id; readonly unitId: Id | null },
  lines: readonly DraftLine[],
): Promise<void> {
  await db
    .deleteFrom('pairing_draft_line')
    .where('institution_id', '=', institutionId)
    .where('draft_id', '=', draft.id)
    .execute();
  await insertMany(
    db,
    'pairing_draft_line',
    lines.map((line) => ({
      institution_id: institutionId,
      draft_id: draft.id,
      unit_id: draft.unitId,
      kind: line.kind,
      leader_id: line.leaderId,
      representative_id: line.representativeId,
      from_leader_id: line.fromLeaderId,
      reason: line.reason?.zh ?? null,
      reason_en: line.reason?.en ?? null,
      clause: line.clause,
    })),
  );
}

export type NewFact = Omit<SandboxFact, 'name' | 'reading' | 'homeId' | 'unit'> & { readonly postUnitId: Id | null };

export async function insertFacts(
  db: Db,
  institutionId: Id,
  draft: { readonly id: Id; readonly unitId: Id | null },
  facts: readonly NewFact[],
): Promise<void> {
  await insertMany(
    db,
    'pairing_draft_fact',
    facts.map((fact) => ({
      institution_id: institutionId,
      draft_id: draft.id,
      fact_id: fact.id,
      unit_id: draft.unitId,
      person_id: fact.personId,
      kind: fact.kind,
      on_day: fact.onDay,
      post_id: fact.postId,
      post_unit_id: fact.postUnitId,
      standing_id: fact.standingId,
      standing_kind: fact.standingKind,
      level: fact.level,
      role: fact.role,
      written: fact.written,
      charge: fact.charge,
      ends_on: fact.endsOn,
      precision: fact.precision,
    })),
  );
}

export async function removeFacts(db: Db, institutionId: Id, draftId: Id, facts: readonly Id[]): Promise<void> {
  if (facts.length === 0) return;
  await db
    .deleteFrom('pairing_draft_fact')
    .where('institution_id', '=', institutionId)
    .where('draft_id', '=', draftId)
    .where('fact_id', '=', sql<string>`any (${[...facts]}::uuid[])`)
    .execute();
}
