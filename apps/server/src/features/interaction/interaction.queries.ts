/** The records of talks: the one place that writes them. */
import { sql } from 'kysely';
import type { PointKind } from '@zhengyou/domain/interaction/log-rules.ts';
import type { ContactPrecision } from '@zhengyou/domain/interaction/year-of-contact.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { renewMarks, writeMarks } from './marks.queries.ts';

export type NewPoint = { readonly kind: PointKind; readonly named: boolean; readonly words: string };

export type NewInteraction = {
  readonly institutionId: Id;
  readonly leaderId: Id;
  /** The unit of the leader. */
  readonly unitId: Id;
  /** Who took part, each with the pairing in force on that day, if there was one. */
  readonly parties: readonly { readonly representativeId: Id; readonly pairingId: Id | null }[];
  readonly channel: Channel;
  readonly on: PlainDate;
  readonly precision: ContactPrecision;
  readonly at: Date | null;
  readonly cameAbout: boolean;
  readonly place: string | null;
  readonly words: string | null;
  readonly points: readonly NewPoint[];
  readonly nextOn: PlainDate | null;
  readonly nextChoice: string | null;
  readonly lateReason: string | null;
  readonly recordedBy: Id;
  readonly recordedAs: string | null;
  /** The delegation under which it was written for the leader. */
  readonly delegationId?: Id | null;
  readonly createdAt: Date;
};

const uuids = (ids: readonly Id[]) => sql<string[]>`${[...ids]}::uuid[]`;

/** The name as it is on the day of writing; the writer has the person in reach. */
const nameOf = (institutionId: Id, personId: Id) =>
  sql<string>`(select name from person where institution_id = ${institutionId} and person_id = ${personId})`;

export async function insertInteraction(db: Db, record: NewInteraction): Promise<Id> {
  const id = newId();
  const people = record.parties.map((party) => party.representativeId);
  await db
    .insertInto('interaction')
    .values({
      institution_id: record.institutionId,
      interaction_id: id,
      leader_id: record.leaderId,
      leader_name: nameOf(record.institutionId, record.leaderId),
      unit_id: record.unitId,
      representative_ids: uuids(people),
      channel: record.channel,
      happened_on: record.on,
      precision: record.precision,
      happened_at: record.at,
      came_about: record.cameAbout,
      place: record.place,
      words: record.words,
      next_on: record.nextOn,
      next_choice: record.nextChoice,
      late_reason: record.lateReason,
      recorded_by: record.recordedBy,
      recorded_as: record.recordedAs,
      delegation_id: record.delegationId ?? null,
      created_at: record.createdAt,
    })
    .execute();
  const made = { ...record, id };
  await db
    .insertInto('interaction_party')
    .values(record.parties.map((party) => partyRow(made, party)))
    .execute();
  const points = record.points.map((point, index) => pointRow(made, people, point, index + 1));
  if (points.length > 0) await db.insertInto('interaction_point').values(points).execute();
  await writeMarks(db, record.institutionId, { ...made, people }, [
    record.words,
    ...record.points.map((point) => point.words),
  ]);
  return id;
}

type Identified = Pick<
  NewInteraction,
  'institutionId' | 'leaderId' | 'unitId' | 'channel' | 'on' | 'precision' | 'cameAbout'
> & { readonly id: Id };

const partyRow = (record: Identified, party: NewInteraction['parties'][number]) => ({
  institution_id: record.institutionId,
  interaction_id: record.id,
  representative_id: party.representativeId,
  representative_name: nameOf(record.institutionId, party.representativeId),
  pairing_id: party.pairingId,
  leader_id: record.leaderId,
  unit_id: record.unitId,
  channel: record.channel,
  happened_on: record.on,
  precision: record.precision,
  came_about: record.cameAbout,
});

const pointRow = (record: Identified, people: readonly Id[], point: NewPoint, ordinal: number) => ({
  institution_id: record.institutionId,
  point_id: newId(),
  interaction_id: record.id,
  ordinal,
  leader_id: record.leaderId,
  unit_id: record.unitId,
  representative_ids: uuids(people),
  kind: point.kind,
  named: point.named,
  words: point.words,
});

export type Merged = Identified & {
  readonly people: readonly Id[];
  readonly newParties: NewInteraction['parties'];
  readonly words: string | null;
  readonly points: readonly NewPoint[];
  readonly pointsBefore: number;
  readonly nextOn: PlainDate | null;
  readonly nextChoice: string | null;
  readonly version: number;
};

/** Adds what was said to an earlier record; false where its version is no longer the one named. */
export async function mergeIntoInteraction(db: Db, merged: Merged): Promise<boolean> {
  const { institutionId, id, people } = merged;
  const changed = await db
    .updateTable('interaction')
    .set({
      words: merged.words,
      next_on: merged.nextOn,
      next_choice: merged.nextChoice,
      came_about: merged.cameAbout,
      representative_ids: uuids(people),
      version: merged.version + 1,
    })
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', id)
    .where('version', '=', merged.version)
    .returning('interaction_id')
    .execute();
  if (changed.length === 0) return false;
  // An attempt that a talk followed on the same day has come about after all.
  if (merged.cameAbout)
    await db
      .updateTable('interaction_party')
      .set({ came_about: true })
      .where('institution_id', '=', institutionId)
      .where('interaction_id', '=', id)
      .execute();
  if (merged.newParties.length > 0) {
    await db
      .insertInto('interaction_party')
      .values(merged.newParties.map((party) => partyRow(merged, party)))
      .execute();
    for (const table of ['interaction_point', 'interaction_step', 'interaction_attachment'] as const)
      await db
        .updateTable(table)
        .set({ representative_ids: uuids(people) })
        .where('institution_id', '=', institutionId)
        .where('interaction_id', '=', id)
        .execute();
  }
  const points = merged.points.map((point, index) => pointRow(merged, people, point, merged.pointsBefore + index + 1));
  if (points.length > 0) await db.insertInto('interaction_point').values(points).execute();
  await renewMarks(db, institutionId, merged);
  return true;
}

/** Marks, points and parties first, then the record itself. */
export async function deleteInteraction(db: Db, institutionId: Id, id: Id): Promise<void> {
  for (const table of [
    'interaction_mark',
    'interaction_attachment',
    'interaction_point',
    'interaction_party',
    'interaction',
  ] as const)
    await db.deleteFrom(table).where('institution_id', '=', institutionId).where('interaction_id', '=', id).execute();
}

/** Days agreed from then on fall away for the person; where others were to come too, they still are. */
export async function dropAppointmentsOf(db: Db, institutionId: Id, personId: Id, from: PlainDate): Promise<void> {
  await sql`delete from appointment where institution_id = ${institutionId} and on_day >= ${from}
    and (leader_id = ${personId} or representative_ids = array[${personId}]::uuid[])`.execute(db);
  await sql`update appointment set representative_ids = array_remove(representative_ids, ${personId}::uuid), version = version + 1
    where institution_id = ${institutionId} and on_day >= ${from} and ${personId} = any (representative_ids)`.execute(
    db,
  );
}
