/** What either side did with shared texts. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { TextAction, TextStep } from '@zhengyou/domain/interaction/shared-text.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import { withinRecords } from '../../store/reach.ts';

export async function listSteps(
  db: Db,
  institutionId: Id,
  reach: Reach,
  interactions: readonly Id[],
): Promise<(TextStep & { readonly interactionId: Id })[]> {
  const rows = await db
    .selectFrom('interaction_step')
    .select([
      'interaction_id',
      'ordinal',
      'action',
      'actor_id',
      'actor_name',
      'at',
      'words',
      'before',
      'answer_by',
      'answers',
    ])
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', sql<string>`any (${[...interactions]}::uuid[])`)
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'))
    .execute();
  return rows.map((row) => ({
    interactionId: row.interaction_id as Id,
    ordinal: row.ordinal,
    action: row.action as TextAction,
    actorId: row.actor_id as Id,
    actorName: row.actor_name,
    at: row.at.toISOString(),
    words: row.words,
    before: row.before,
    answerBy: row.answer_by as PlainDate | null,
    answers: row.answers,
  }));
}

export async function hasSteps(db: Db, institutionId: Id, interactionId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('interaction_step')
    .select('ordinal')
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', interactionId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
