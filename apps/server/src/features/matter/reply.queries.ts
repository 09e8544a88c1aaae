/** Writes replies, promises, deliveries and answers. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Outcome, Result, Way } from '@zhengyou/domain/matter/matter.ts';
import type { Db } from '../../store/database.ts';
import { uuids } from './matter.queries.ts';
import type { Place } from './said.queries.ts';

export type DraftReply = {
  readonly pointId: Id;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly promiseOn: PlainDate | null;
};

export async function keepReplies(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  round: number,
  drafts: readonly DraftReply[],
  at: Date,
  /** Where it goes out as it is written. */
  publishedOn: PlainDate | null = null,
): Promise<void> {
  if (drafts.length === 0) return;
  await db
    .insertInto('matter_reply')
    .values(
      drafts.map((one) => ({
        institution_id: institutionId,
        matter_id: matterId,
        unit_id: unitId,
        desk_ids: uuids(desks),
        round,
        point_id: one.pointId,
        text: one.text,
        outcome: one.outcome,
        promise_on: one.promiseOn,
        written_at: at,
        published_on: publishedOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'matter_id', 'round', 'point_id']).doUpdateSet((set) => ({
        text: set.ref('excluded.text'),
        outcome: set.ref('excluded.outcome'),
        promise_on: set.ref('excluded.promise_on'),
        written_at: set.ref('excluded.written_at'),
      })),
    )
    .execute();
}

export const markPublished = (db: Db, institutionId: Id, matterId: Id, round: number, on: PlainDate) =>
  db
    .updateTable('matter_reply')
    .set({ published_on: on })
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .where('round', '=', round)
    .execute();

export type NewPromise = {
  readonly id: Id;
  readonly pointId: Id;
  readonly point: number;
  readonly round: number;
  readonly outcome: Outcome;
  readonly text: string;
  readonly promisedOn: PlainDate;
  readonly dueOn: PlainDate;
};

export async function insertPromises(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  owner: Id | null,
  made: readonly NewPromise[],
): Promise<void> {
  if (made.length === 0) return;
  await db
    .insertInto('matter_promise')
    .values(
      made.map((one) => ({
        institution_id: institutionId,
        promise_id: one.id,
        matter_id: matterId,
        point_id: one.pointId,
        point: one.point,
        round: one.round,
        unit_id: unitId,
        owner_unit_id: owner,
        desk_ids: uuids(desks),
        outcome: one.outcome,
        text: one.text,
        promised_on: one.promisedOn,
        due_on: one.dueOn,
      })),
    )
    .execute();
}

export async function storeLookBack(
  db: Db,
  institutionId: Id,
  promiseId: Id,
  version: number,
  values: { due_on?: PlainDate; settled_on?: PlainDate; lookedBack: readonly object[] },
): Promise<number | undefined> {
  const { lookedBack, ...rest } = values;
  const row = await db
    .updateTable('matter_promise')
    .set({ ...rest, looked_back: JSON.stringify(lookedBack), version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('promise_id', '=', promiseId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** The first telling stays; only the reading is added to it. */
export const keepDelivery = (
  db: Db,
  { institutionId, matterId, unitId }: Place,
  one: { round: number; party: number; way: Way; on: PlainDate; by: string | null; readOn: PlainDate | null },
) =>
  db
    .insertInto('matter_delivery')
    .values({
      institution_id: institutionId,
      matter_id: matterId,
      unit_id: unitId,
      round: one.round,
      party: one.party,
      way: one.way,
      on_day: one.on,
      told_by: one.by,
      read_on: one.readOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'matter_id', 'round', 'party']).doUpdateSet({
        read_on: sql<PlainDate | null>`coalesce(matter_delivery.read_on, excluded.read_on)`,
      }),
    )
    .execute();

export const keepAnswer = (
  db: Db,
  { institutionId, matterId, unitId }: Place,
  one: {
    round: number;
    party: number;
    result: Result;
    timely: boolean | null;
    clear: boolean | null;
    comment: string | null;
    firstOn: PlainDate;
    on: PlainDate;
    byLink: boolean;
  },
) =>
  db
    .insertInto('matter_answer')
    .values({
      institution_id: institutionId,
      matter_id: matterId,
      unit_id: unitId,
      round: one.round,
      party: one.party,
      result: one.result,
      timely: one.timely,
      clear: one.clear,
      comment: one.comment,
      first_on: one.firstOn,
      on_day: one.on,
      by_link: one.byLink,
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'matter_id', 'round', 'party']).doUpdateSet((set) => ({
        result: set.ref('excluded.result'),
        timely: set.ref('excluded.timely'),
        clear: set.ref('excluded.clear'),
        comment: set.ref('excluded.comment'),
        first_on: set.ref('excluded.first_on'),
        on_day: set.ref('excluded.on_day'),
        by_link: set.ref('excluded.by_link'),
      })),
    )
    .execute();
