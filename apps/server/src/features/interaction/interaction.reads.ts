/** What the record's screens and the log sheet look up. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { PointKind } from '@zhengyou/domain/interaction/log-rules.ts';
import type { ContactPrecision } from '@zhengyou/domain/interaction/year-of-contact.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople, withinRecords } from '../../store/reach.ts';

const asArray = (ids: readonly Id[]) => sql<string>`any (${[...ids]}::uuid[])`;

export type LeaderSeat = { readonly id: Id; readonly name: string; readonly unitId: Id };

/** A leader in reach who holds a leadership post on a day, with the unit of that post. */
export async function findLeader(
  db: Db,
  institutionId: Id,
  reach: Reach,
  leaderId: Id,
  on: PlainDate,
): Promise<LeaderSeat | undefined> {
  const row = await db
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'post.institution_id').onRef('person.person_id', '=', 'post.person_id'),
    )
    .select(['person.name', 'post.unit_id'])
    .where('post.institution_id', '=', institutionId)
    .where('post.person_id', '=', leaderId)
    .where('post.leadership', '=', true)
    .where(withinPeople({ ...reach, people: reach.self }, 'post.person_id', 'post.unit_id'))
    .where((where) => where.or([where('post.starts_on', 'is', null), where('post.starts_on', '<=', on)]))
    .where((where) => where.or([where('post.ends_on', 'is', null), where('post.ends_on', '>', on)]))
    .orderBy('post.starts_on')
    .limit(1)
    .executeTakeFirst();
  return row && { id: leaderId, name: row.name, unitId: row.unit_id as Id };
}

/** Which of these people are representatives in reach. */
export async function listKnownRepresentatives(
  db: Db,
  institutionId: Id,
  reach: Reach,
  people: readonly Id[],
): Promise<Id[]> {
  const rows = await db
    .selectFrom('representative')
    .select('person_id')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', asArray(people))
    .where(withinPeople(reach, 'person_id', 'unit_id'))
    .execute();
  return rows.map((row) => row.person_id as Id);
}

/** The pairings of a leader with these people that held on a day. */
export async function listPairingsOn(
  db: Db,
  institutionId: Id,
  leaderId: Id,
  people: readonly Id[],
  on: PlainDate,
): Promise<ReadonlyMap<Id, Id>> {
  const rows = await db
    .selectFrom('pairing')
    .select(['pairing_id', 'representative_id'])
    .where('institution_id', '=', institutionId)
    .where('leader_id', '=', leaderId)
    .where('representative_id', '=', asArray(people))
    .where('starts_on', '<=', on)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .execute();
  return new Map(rows.map((row) => [row.representative_id as Id, row.pairing_id as Id]));
}

export type RecordRow = {
  readonly id: Id;
  readonly version: number;
  readonly leaderId: Id;
  readonly leaderName: string;
  readonly unitId: Id;
  readonly people: readonly Id[];
  readonly channel: Channel;
  readonly on: PlainDate;
  readonly precision: ContactPrecision;
  readonly at: Date | null;
  readonly cameAbout: boolean;
  readonly place: string | null;
  readonly words: string | null;
  readonly handling: string | null;
  readonly nextOn: PlainDate | null;
  readonly nextChoice: string | null;
  readonly lateReason: string | null;
  readonly recordedBy: Id | null;
  readonly recordedAs: string | null;
  readonly createdAt: Date;
  readonly leaderConfirmedAt: Date | null;
};

const records = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('interaction')
    .where('interaction.institution_id', '=', institutionId)
    .where(withinRecords(reach, 'interaction.leader_id', 'interaction.representative_ids', 'interaction.unit_id'));

const RECORD = [
  ...(['interaction_id', 'interaction.version', 'leader_id', 'leader_name', 'interaction.unit_id'] as const),
  ...(['representative_ids', 'channel', 'happened_on', 'precision', 'happened_at', 'came_about', 'place'] as const),
  ...(['words', 'handling', 'next_on', 'next_choice', 'late_reason', 'recorded_by', 'recorded_as'] as const),
  ...(['interaction.created_at', 'leader_confirmed_at'] as const),
] as const;

type Row = Awaited<ReturnType<typeof selectRecords>>[number];
const selectRecords = (db: Db, institutionId: Id, reach: Reach) =>
  records(db, institutionId, reach).select(RECORD).execute();

const recordOf = (row: Row): RecordRow => ({
  id: row.interaction_id as Id,
  version: row.version,
  unitId: row.unit_id as Id,
  leaderId: row.leader_id as Id,
  leaderName: row.leader_name,
  people: row.representative_ids as Id[],
  channel: row.channel as Channel,
  on: row.happened_on as PlainDate,
  at: row.happened_at,
  precision: row.precision as ContactPrecision,
  cameAbout: row.came_about,
  place: row.place,
  words: row.words,
  handling: row.handling,
  nextOn: row.next_on as PlainDate | null,
  nextChoice: row.next_choice,
  lateReason: row.late_reason,
  recordedBy: row.recorded_by as Id | null,
  recordedAs: row.recorded_as,
  createdAt: row.created_at,
  leaderConfirmedAt: row.leader_confirmed_at,
});

export async function findRecord(
  db: Db,
  institutionId: Id,
  reach: Reach,
  id: Id,
  options: { readonly lock?: boolean } = {},
): Promise<RecordRow | undefined> {
  let query = records(db, institutionId, reach).select(RECORD).where('interaction.interaction_id', '=', id);
  if (options.lock) query = query.forUpdate('interaction');
  const row = await query.executeTakeFirst();
  return row && recordOf(row);
}

export async function listRecordsById(
  db: Db,
  institutionId: Id,
  reach: Reach,
  ids: readonly Id[],
): Promise<RecordRow[]> {
  if (ids.length === 0) return [];
  const rows = await records(db, institutionId, reach)
    .select(RECORD)
    .where('interaction.interaction_id', '=', asArray(ids))
    .execute();
  return rows.map(recordOf);
}

/** Held to the end of the transaction: two devices that send one talk at the same moment come one after the other. */
export const holdDay = (db: Db, institutionId: Id, leaderId: Id, on: PlainDate): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`talk ${institutionId} ${leaderId} ${on}`}, 0))`.execute(db);

/** Records of one leader on one day in one way with any of these people: what a new one may be the same as. */
export async function listSameDay(
  db: Db,
  institutionId: Id,
  reach: Reach,
  draft: { readonly leaderId: Id; readonly on: PlainDate; readonly channel: Channel; readonly people: readonly Id[] },
): Promise<RecordRow[]> {
  const rows = await records(db, institutionId, reach)
    .select(RECORD)
    .where('interaction.leader_id', '=', draft.leaderId)
    .where('happened_on', '=', draft.on)
    .where('channel', '=', draft.channel)
    .where(sql<boolean>`representative_ids && ${[...draft.people]}::uuid[]`)
    .orderBy('interaction.created_at', 'desc')
    .execute();
  return rows.map(recordOf);
}

export async function listRecordsWith(
  db: Db,
  institutionId: Id,
  reach: Reach,
  person: Id,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ items: RecordRow[]; total: number }> {
  const withPerson = records(db, institutionId, reach).where(sql<boolean>`representative_ids && ${[person]}::uuid[]`);
  const rows = await withPerson
    .select(RECORD)
    .orderBy('happened_on', 'desc')
    .orderBy('interaction.created_at', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await withPerson
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items: rows.map(recordOf), total };
}

/** What somebody else wrote down for this leader and the leader has not confirmed, the last first. */
export async function listUnconfirmedOf(
  db: Db,
  institutionId: Id,
  reach: Reach,
  leaderId: Id,
  limit: number,
): Promise<{ items: RecordRow[]; total: number }> {
  const of = records(db, institutionId, reach)
    .where('interaction.leader_id', '=', leaderId)
    .where('recorded_by', 'is not', null)
    .where('recorded_by', '<>', leaderId)
    .where('leader_confirmed_at', 'is', null);
  const rows = await of
    .select(RECORD)
    .orderBy('happened_on', 'desc')
    .orderBy('interaction.created_at', 'desc')
    .limit(limit)
    .execute();
  const { total } = await of.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(recordOf), total };
}

export type PointRow = {
  readonly id: Id;
  readonly interactionId: Id;
  readonly kind: PointKind;
  readonly named: boolean;
  readonly words: string;
  readonly handling: string | null;
};

export async function listPoints(
  db: Db,
  institutionId: Id,
  reach: Reach,
  interactions: readonly Id[],
): Promise<PointRow[]> {
  const rows = await db
    .selectFrom('interaction_point')
    .select(['point_id', 'interaction_id', 'kind', 'named', 'words', 'handling'])
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', asArray(interactions))
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.point_id as Id,
    interactionId: row.interaction_id as Id,
    kind: row.kind as PointKind,
    named: row.named,
    words: row.words,
    handling: row.handling,
  }));
}

/** Names of the people whom the reader may see. */
export async function namesOf(
  db: Db,
  institutionId: Id,
  reach: Reach,
  people: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', asArray([...new Set(people)]))
    .where(withinPeople(reach, 'person_id', 'unit_id'))
    .execute();
  return new Map(rows.map((row) => [row.person_id as Id, row.name]));
}

/** Who took part in one's own talks, by person: a leader knows whom they talked with, paired or not. */
export async function listOwnParties(
  db: Db,
  institutionId: Id,
  reach: Reach,
  interactions: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const rows = await db
    .selectFrom('interaction_party')
    .select(['representative_id', 'representative_name'])
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', asArray(interactions))
    .where('leader_id', '=', asArray(reach.self))
    .execute();
  return new Map(rows.map((row) => [row.representative_id as Id, row.representative_name]));
}
