/** Requests for a talk and what happened to them. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type {
  RequestAction,
  RequestState,
  RequestStatus,
  RequestStep,
  Slot,
  Urgency,
} from '@zhengyou/domain/interaction/talk-request.ts';
import type { Db } from '../../store/database.ts';
import { nextOrdinal } from '../../store/next-ordinal.ts';
import { withinPairs } from '../../store/reach.ts';

export type RequestRow = {
  readonly id: Id;
  readonly version: number;
  readonly representativeId: Id;
  readonly representativeName: string;
  readonly leaderId: Id;
  readonly leaderName: string;
  readonly unitId: Id;
  readonly status: RequestStatus;
  readonly topic: string | null;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly slots: readonly Slot[];
  readonly meant: Slot | null;
  readonly askedOn: PlainDate;
  readonly answerBy: PlainDate | null;
  readonly answerByIsLocal: boolean;
};

const COLUMNS = [
  ...(['request_id', 'version', 'representative_id', 'representative_name', 'leader_id', 'leader_name'] as const),
  ...(['unit_id', 'status', 'topic', 'urgency', 'channel', 'slots', 'meant', 'asked_on', 'answer_by'] as const),
  'answer_by_is_local',
] as const;

const within = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('talk_request')
    .where('institution_id', '=', institutionId)
    .where(withinPairs(reach, 'leader_id', 'representative_id', 'unit_id'));

const selectRequests = (db: Db, institutionId: Id, reach: Reach) =>
  within(db, institutionId, reach).select(COLUMNS).execute();
type Row = Awaited<ReturnType<typeof selectRequests>>[number];

const requestOf = (row: Row): RequestRow => ({
  id: row.request_id as Id,
  version: row.version,
  representativeId: row.representative_id as Id,
  representativeName: row.representative_name,
  leaderId: row.leader_id as Id,
  leaderName: row.leader_name,
  unitId: row.unit_id as Id,
  status: row.status as RequestStatus,
  topic: row.topic,
  urgency: row.urgency as Urgency,
  channel: row.channel as Channel,
  slots: row.slots as unknown as Slot[],
  meant: row.meant as unknown as Slot | null,
  askedOn: row.asked_on as PlainDate,
  answerBy: row.answer_by as PlainDate | null,
  answerByIsLocal: row.answer_by_is_local,
});

export async function holdRequest(db: Db, institutionId: Id, reach: Reach, id: Id): Promise<RequestRow | undefined> {
  const row = await within(db, institutionId, reach)
    .select(COLUMNS)
    .where('request_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && requestOf(row);
}

export type Show = 'open' | 'office' | 'all';

/** Those that wait longest first; of those that wait for nobody the last first. */
export async function listRequestRows(
  db: Db,
  institutionId: Id,
  reach: Reach,
  show: Show,
  today: PlainDate,
  limit: number,
): Promise<{ items: RequestRow[]; total: number }> {
  let query = within(db, institutionId, reach);
  if (show !== 'all') query = query.where('status', 'not in', ['met', 'withdrawn']);
  if (show === 'office')
    query = query.where((where) =>
      where.or([
        where('status', '=', 'withOffice'),
        where.and([where('status', '=', 'asked'), where('answer_by', '<', today)]),
      ]),
    );
  const rows = await query
    .select(COLUMNS)
    .orderBy(sql`status in ('met', 'withdrawn')`)
    .orderBy('asked_on')
    .orderBy('request_id')
    .limit(limit)
    .execute();
  const { total } = await query.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(requestOf), total };
}

export type StepRow = RequestStep & {
  readonly requestId: Id;
  readonly words: string | null;
  readonly name: string;
  readonly at: string;
};

export async function listRequestSteps(
  db: Db,
  institutionId: Id,
  reach: Reach,
  ids: readonly Id[],
): Promise<StepRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('talk_request_step')
    .select(['request_id', 'action', 'slots', 'words', 'actor_name', 'at'])
    .where('institution_id', '=', institutionId)
    .where('request_id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .where(withinPairs(reach, 'leader_id', 'representative_id', 'unit_id'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    requestId: row.request_id as Id,
    action: row.action as RequestAction,
    slots: row.slots as unknown as Slot[],
    words: row.words,
    name: row.actor_name,
    at: row.at.toISOString(),
  }));
}

/** False where this person has an open request to this leader already. */
export async function insertRequest(db: Db, institutionId: Id, row: RequestRow): Promise<boolean> {
  const made = await db
    .insertInto('talk_request')
    .values({
      institution_id: institutionId,
      request_id: row.id,
      representative_id: row.representativeId,
      representative_name: row.representativeName,
      leader_id: row.leaderId,
      leader_name: row.leaderName,
      unit_id: row.unitId,
      status: row.status,
      topic: row.topic,
      urgency: row.urgency,
      channel: row.channel,
      slots: JSON.stringify(row.slots),
      meant: null,
      asked_on: row.askedOn,
      answer_by: row.answerBy,
      answer_by_is_local: row.answerByIsLocal,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function appendRequestStep(
  db: Db,
  institutionId: Id,
  request: RequestRow,
  step: RequestStep & {
    readonly words: string | null;
    readonly actor: { readonly id: Id; readonly name: string };
    readonly at: Date;
  },
): Promise<void> {
  await db
    .insertInto('talk_request_step')
    .values({
      institution_id: institutionId,
      request_id: request.id,
      ordinal: nextOrdinal('talk_request_step', institutionId, 'request_id', request.id),
      action: step.action,
      representative_id: request.representativeId,
      leader_id: request.leaderId,
      unit_id: request.unitId,
      slots: JSON.stringify(step.slots),
      words: step.words,
      actor_id: step.actor.id,
      actor_name: step.actor.name,
      at: step.at,
    })
    .execute();
}

/** `metBy`: the talk that met it, while one does. */
export async function writeRequest(
  db: Db,
  institutionId: Id,
  request: RequestRow,
  state: RequestState,
  metBy: Id | null,
): Promise<void> {
  await db
    .updateTable('talk_request')
    .set({
      status: state.status,
      slots: JSON.stringify(state.slots),
      meant: state.meant === null ? null : JSON.stringify(state.meant),
      met_by: metBy,
      version: request.version + 1,
    })
    .where('institution_id', '=', institutionId)
    .where('request_id', '=', request.id)
    .execute();
}

/** Requests that a talk has met, held. */
export async function holdRequestsMetBy(db: Db, institutionId: Id, reach: Reach, talkId: Id): Promise<RequestRow[]> {
  const rows = await within(db, institutionId, reach)
    .select(COLUMNS)
    .where('met_by', '=', talkId)
    .forUpdate()
    .execute();
  return rows.map(requestOf);
}

/** Open requests of one record that the other has open too, held. */
export async function holdTwins(
  db: Db,
  institutionId: Id,
  reach: Reach,
  keptId: Id,
  otherId: Id,
): Promise<RequestRow[]> {
  const open = sql`status not in ('met', 'withdrawn')`;
  const rows = await within(db, institutionId, reach)
    .select(COLUMNS)
    .where(
      sql<boolean>`${open} and exists (select from talk_request o where o.institution_id = talk_request.institution_id
      and o.status not in ('met', 'withdrawn') and (
        (talk_request.representative_id = ${otherId} and o.representative_id = ${keptId} and o.leader_id = talk_request.leader_id)
        or (talk_request.leader_id = ${otherId} and o.leader_id = ${keptId} and o.representative_id = talk_request.representative_id)))`,
    )
    .forUpdate()
    .execute();
  return rows.map(requestOf);
}

/** Open requests between a leader and these people, held: a talk meets them. */
export async function holdRequestsBetween(
  db: Db,
  institutionId: Id,
  reach: Reach,
  leaderId: Id,
  people: readonly Id[],
): Promise<RequestRow[]> {
  const rows = await within(db, institutionId, reach)
    .select(COLUMNS)
    .where('leader_id', '=', leaderId)
    .where('representative_id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .where('status', 'not in', ['met', 'withdrawn'])
    .forUpdate()
    .execute();
  return rows.map(requestOf);
}
