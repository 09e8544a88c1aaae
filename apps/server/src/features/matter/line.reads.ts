/** Looks up what stands on the line of a matter: words, points, replies, steps, deliveries, answers. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterStep, Performer } from '@zhengyou/domain/matter/matter.steps.ts';
import type { MatterActionKind, Outcome, Result, Way } from '@zhengyou/domain/matter/matter.ts';
import type { Db } from '../../store/database.ts';
import { withinMatters } from '../../store/reach.ts';
import { anyOf, day } from './matter.reads.ts';

export type SaidRow = {
  readonly matterId: Id;
  readonly sort: 'title' | 'point' | 'addition' | 'question' | 'ledger';
  readonly ordinal: number;
  readonly pointId: Id | null;
  readonly party: number | null;
  readonly words: string;
  readonly on: PlainDate;
};

/** The proposers’ own words: empty for whoever reads the released text only. The database decides. */
export async function listSaid(
  db: Db,
  institutionId: Id,
  ids: readonly Id[],
  sorts?: readonly SaidRow['sort'][],
): Promise<SaidRow[]> {
  if (ids.length === 0) return [];
  let query = db
    .selectFrom('matter_said')
    .select(['matter_id', 'sort', 'ordinal', 'point_id', 'party', 'words', 'on_day'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', anyOf(ids))
    .orderBy('ordinal');
  if (sorts) query = query.where('sort', 'in', [...sorts]);
  return (await query.execute()).map((row) => ({
    matterId: row.matter_id as Id,
    sort: row.sort as SaidRow['sort'],
    ordinal: row.ordinal,
    pointId: row.point_id as Id | null,
    party: row.party,
    words: row.words,
    on: row.on_day as PlainDate,
  }));
}

export type PointRow = { readonly id: Id; readonly ordinal: number; readonly released: string | null };

export async function listPoints(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  id: Id,
): Promise<PointRow[]> {
  const rows = await db
    .selectFrom('matter_point')
    .select(['point_id', 'ordinal', 'released'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .where(withinMatters(reach, own, 'matter_point'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ id: row.point_id as Id, ordinal: row.ordinal, released: row.released }));
}

export async function listAdditions(db: Db, institutionId: Id, reach: Reach, own: readonly Id[], id: Id) {
  const rows = await db
    .selectFrom('matter_addition')
    .select(['ordinal', 'sort', 'on_day', 'released'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .where(withinMatters(reach, own, 'matter_addition'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    sort: row.sort as 'addition' | 'question',
    on: row.on_day as PlainDate,
    released: row.released,
  }));
}

export type ReplyRow = {
  readonly round: number;
  readonly pointId: Id;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly promiseOn: PlainDate | null;
  readonly publishedOn: PlainDate | null;
};

export async function listReplies(db: Db, institutionId: Id, id: Id): Promise<ReplyRow[]> {
  const rows = await db
    .selectFrom('matter_reply')
    .select(['round', 'point_id', 'text', 'outcome', 'promise_on', 'published_on'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .orderBy('round')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    pointId: row.point_id as Id,
    text: row.text,
    outcome: row.outcome as Outcome | null,
    promiseOn: day(row.promise_on),
    publishedOn: day(row.published_on),
  }));
}

export type ActionRow = {
  readonly ordinal: number;
  readonly round: number;
  readonly at: Date;
  readonly actorName: string | null;
  readonly words: string | null;
  readonly step: MatterStep;
};

export async function listActions(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  id: Id,
): Promise<ActionRow[]> {
  const rows = await db
    .selectFrom('matter_action')
    .select(['ordinal', 'action', 'round', 'on_day', 'at', 'performer', 'actor_id', 'actor_name', 'actor_unit_id'])
    .select(['party', 'detail', 'words'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .where(withinMatters(reach, own, 'matter_action'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    round: row.round,
    at: row.at,
    actorName: row.actor_name,
    words: row.words,
    step: {
      action: row.action as MatterActionKind,
      on: row.on_day as PlainDate,
      by: {
        as: row.performer as Performer['as'],
        person: row.actor_id as Id | null,
        unit: row.actor_unit_id as Id | null,
        party: row.party,
      },
      detail: row.detail,
    } as unknown as MatterStep, // written by this room from the same type
  }));
}

export async function listDeliveries(db: Db, institutionId: Id, id: Id) {
  const rows = await db
    .selectFrom('matter_delivery')
    .select(['round', 'party', 'way', 'on_day', 'told_by', 'read_on'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .orderBy('round')
    .orderBy('party')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    party: row.party,
    way: row.way as Way,
    on: row.on_day as PlainDate,
    by: row.told_by,
    readOn: day(row.read_on),
  }));
}

export async function listAnswers(db: Db, institutionId: Id, id: Id) {
  const rows = await db
    .selectFrom('matter_answer')
    .select(['round', 'party', 'result', 'timely', 'clear', 'comment', 'first_on', 'on_day'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .orderBy('round')
    .orderBy('party')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    party: row.party,
    result: row.result as Result,
    timely: row.timely,
    clear: row.clear,
    comment: row.comment,
    firstOn: row.first_on as PlainDate,
    on: row.on_day as PlainDate,
  }));
}
