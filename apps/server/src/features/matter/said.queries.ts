/** Writes who raised a matter, what they said, and the text that is released of it. */
import { bigramsOf } from '@zhengyou/domain/kit/bigrams.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import { uuids } from './matter.queries.ts';

export type NewProposer = {
  readonly personId: Id;
  readonly name: string;
  readonly leaderId: Id | null;
  readonly leaderName: string | null;
  readonly named: boolean;
  readonly interactionId: Id | null;
  readonly pointId: Id | null;
  readonly channel: string | null;
  readonly mergedFrom: string | null;
};

export type Place = { readonly institutionId: Id; readonly matterId: Id; readonly unitId: Id };

export async function insertProposers(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  first: number,
  proposers: readonly NewProposer[],
): Promise<void> {
  if (proposers.length === 0) return;
  await db
    .insertInto('matter_proposer')
    .values(
      proposers.map((one, index) => ({
        institution_id: institutionId,
        matter_id: matterId,
        unit_id: unitId,
        desk_ids: uuids(desks),
        party: first + index,
        person_id: one.personId,
        person_name: one.name,
        leader_id: one.leaderId,
        leader_name: one.leaderName,
        named: one.named,
        interaction_id: one.interactionId,
        point_id: one.pointId,
        channel: one.channel,
        merged_from: one.mergedFrom,
      })),
    )
    .execute();
}

const ofParty = (db: Db, institutionId: Id, matterId: Id, party: number) =>
  db
    .updateTable('matter_proposer')
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .where('party', '=', party);

export const setNaming = (db: Db, institutionId: Id, matterId: Id, party: number, named: boolean) =>
  ofParty(db, institutionId, matterId, party).set({ named }).execute();

export const markWithdrawn = (db: Db, institutionId: Id, matterId: Id, party: number, at: Date) =>
  ofParty(db, institutionId, matterId, party).set({ withdrawn_at: at }).execute();

export type NewSaid = {
  readonly sort: 'title' | 'point' | 'addition' | 'question' | 'ledger';
  readonly ordinal: number;
  readonly pointId: Id | null;
  readonly party: number | null;
  readonly words: string;
};

export async function insertSaid(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  on: PlainDate,
  at: Date,
  said: readonly NewSaid[],
): Promise<void> {
  if (said.length === 0) return;
  await db
    .insertInto('matter_said')
    .values(
      said.map((one) => ({
        institution_id: institutionId,
        matter_id: matterId,
        unit_id: unitId,
        sort: one.sort,
        ordinal: one.ordinal,
        point_id: one.pointId,
        party: one.party,
        words: one.words,
        on_day: on,
        at,
      })),
    )
    .execute();
}

export const deleteSaid = (db: Db, institutionId: Id, matterId: Id, sorts?: readonly NewSaid['sort'][]) => {
  const query = db
    .deleteFrom('matter_said')
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId);
  return (sorts ? query.where('sort', 'in', [...sorts]) : query).execute();
};

export const deleteProposers = (db: Db, institutionId: Id, matterId: Id) =>
  db
    .deleteFrom('matter_proposer')
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .execute();

export async function insertPoints(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  points: readonly { readonly id: Id; readonly ordinal: number; readonly released: string | null }[],
): Promise<void> {
  if (points.length === 0) return;
  await db
    .insertInto('matter_point')
    .values(
      points.map((point) => ({
        institution_id: institutionId,
        point_id: point.id,
        matter_id: matterId,
        unit_id: unitId,
        desk_ids: uuids(desks),
        ordinal: point.ordinal,
        released: point.released,
      })),
    )
    .execute();
}

export const deletePoints = (db: Db, institutionId: Id, matterId: Id) =>
  db.deleteFrom('matter_point').where('institution_id', '=', institutionId).where('matter_id', '=', matterId).execute();

/** New wordings, places, or the matter that a point belongs to. */
export const changePoint = (
  db: Db,
  institutionId: Id,
  id: Id,
  values: { released?: string; ordinal?: number; matter_id?: Id },
) =>
  db
    .updateTable('matter_point')
    .set(values)
    .where('institution_id', '=', institutionId)
    .where('point_id', '=', id)
    .execute();

/** What the person said of a point moves with it into a matter of its own. */
export const moveSaidPoint = (db: Db, institutionId: Id, pointId: Id, matterId: Id, ordinal: number) =>
  db
    .updateTable('matter_said')
    .set({ matter_id: matterId, ordinal })
    .where('institution_id', '=', institutionId)
    .where('point_id', '=', pointId)
    .execute();

export const insertAddition = (
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  one: { ordinal: number; sort: 'addition' | 'question'; on: PlainDate },
) =>
  db
    .insertInto('matter_addition')
    .values({
      institution_id: institutionId,
      matter_id: matterId,
      unit_id: unitId,
      desk_ids: uuids(desks),
      ordinal: one.ordinal,
      sort: one.sort,
      on_day: one.on,
    })
    .execute();

export const releaseAddition = (db: Db, institutionId: Id, matterId: Id, ordinal: number, released: string) =>
  db
    .updateTable('matter_addition')
    .set({ released })
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .where('ordinal', '=', ordinal)
    .execute();

export const releasedBigrams = (title: string, points: readonly string[]): string[] =>
  bigramsOf([title, ...points].join('\n'));
