/** What either side does with a shared text, appended. */
import type { TextAction } from '@zhengyou/domain/interaction/shared-text.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { sql } from 'kysely';
import type { Db } from '../../store/database.ts';
import { nextOrdinal } from '../../store/next-ordinal.ts';
import type { RecordRow } from './interaction.reads.ts';

export type NewStep = {
  readonly action: TextAction;
  readonly actor: { readonly id: Id; readonly name: string };
  readonly at: Date;
  readonly words?: string | null;
  readonly before?: string | null;
  readonly answerBy?: PlainDate | null;
  readonly answers?: number | null;
};

/** The record is held by whoever appends, so that two steps never take one number. */
export async function appendStep(db: Db, institutionId: Id, record: RecordRow, step: NewStep): Promise<void> {
  await db
    .insertInto('interaction_step')
    .values({
      institution_id: institutionId,
      interaction_id: record.id,
      ordinal: nextOrdinal('interaction_step', institutionId, 'interaction_id', record.id),
      action: step.action,
      leader_id: record.leaderId,
      unit_id: record.unitId,
      representative_ids: sql<string[]>`${[...record.people]}::uuid[]`,
      actor_id: step.actor.id,
      actor_name: step.actor.name,
      words: step.words ?? null,
      before: step.before ?? null,
      answer_by: step.answerBy ?? null,
      answers: step.answers ?? null,
      at: step.at,
    })
    .execute();
}

/** False where the record has another version meanwhile. */
export async function writeText(db: Db, institutionId: Id, record: RecordRow, words: string | null): Promise<boolean> {
  const changed = await db
    .updateTable('interaction')
    .set({ words, version: record.version + 1 })
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', record.id)
    .where('version', '=', record.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** How many of these the leader had not confirmed before. */
export async function confirmRecords(
  db: Db,
  institutionId: Id,
  leaderId: Id,
  ids: readonly Id[],
  at: Date,
): Promise<number> {
  const changed = await db
    .updateTable('interaction')
    .set({ leader_confirmed_at: at })
    .where('institution_id', '=', institutionId)
    .where('leader_id', '=', leaderId)
    .where('interaction_id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .where('recorded_by', 'is not', null)
    .where('leader_confirmed_at', 'is', null)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows);
}
