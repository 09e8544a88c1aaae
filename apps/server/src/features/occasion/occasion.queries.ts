/** Occasions, what was told of them, and their steps. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type {
  OccasionAction,
  OccasionKind,
  OccasionState,
  OccasionStatus,
  OccasionStepKind,
  Purpose,
  RaisedAs,
} from '@zhengyou/domain/occasion/occasion.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { nextOrdinal } from '../../store/next-ordinal.ts';

export type OccasionRow = {
  readonly id: Id;
  readonly version: number;
  readonly kind: OccasionKind;
  readonly private: boolean;
  readonly personId: Id;
  readonly personName: string;
  readonly personUnitId: Id;
  readonly leaderId: Id;
  readonly leaderName: string | null;
  /** The unit of the leader. */
  readonly unitId: Id;
  readonly pairingId: Id;
  readonly raisedBy: Id;
  readonly raisedName: string;
  readonly raisedAs: RaisedAs;
  readonly raisedOn: PlainDate;
  readonly happenedOn: PlainDate;
  readonly action: OccasionAction;
  readonly requirement: string | null;
  readonly clause: string | null;
  readonly dueOn: PlainDate | null;
  readonly dueIsLocal: boolean;
  readonly dueIsEstimated: boolean;
  readonly status: OccasionStatus;
  readonly interactionId: Id | null;
  readonly seen: boolean;
};

const COLUMNS = [
  ...(['occasion_id', 'version', 'kind', 'private', 'representative_id', 'representative_name'] as const),
  ...(['person_unit_id', 'leader_id', 'leader_name', 'unit_id', 'pairing_id', 'raised_by', 'raised_name'] as const),
  ...(['raised_as', 'raised_on', 'happened_on', 'action', 'requirement', 'clause', 'due_on', 'due_is_local'] as const),
  ...(['due_is_estimated', 'status', 'interaction_id', 'seen_on'] as const),
] as const;

/**
 * The application's lock, beside the row policy's. What is private is known to the leader addressed, the person, the office and whoever
 * told it; the rest also to both units and to those who check.
 */
const withinOccasions = (reach: Reach, keeps: boolean) => {
  const self = sql`any (${[...reach.self]}::uuid[])`;
  const units = sql`any (${[...reach.units]}::uuid[])`;
  return sql<boolean>`(${keeps} or leader_id = ${self} or representative_id = ${self} or raised_by = ${self}
    or (not private and (${reach.whole} or unit_id = ${units} or person_unit_id = ${units})))`;
};

const within = (db: Db, institutionId: Id, reach: Reach, keeps: boolean) =>
  db
    .selectFrom('occasion')
    .where('institution_id', '=', institutionId)
    .where(withinOccasions(reach, keeps && reach.whole));

const select = (db: Db, institutionId: Id, reach: Reach, keeps: boolean) =>
  within(db, institutionId, reach, keeps).select(COLUMNS).execute();

const occasionOf = (row: Awaited<ReturnType<typeof select>>[number]): OccasionRow => ({
  id: row.occasion_id as Id,
  version: row.version,
  kind: row.kind as OccasionKind,
  private: row.private,
  personId: row.representative_id as Id,
  personName: row.representative_name,
  personUnitId: row.person_unit_id as Id,
  leaderId: row.leader_id as Id,
  leaderName: row.leader_name,
  unitId: row.unit_id as Id,
  pairingId: row.pairing_id as Id,
  raisedBy: row.raised_by as Id,
  raisedName: row.raised_name,
  raisedAs: row.raised_as as RaisedAs,
  raisedOn: row.raised_on as PlainDate,
  happenedOn: row.happened_on as PlainDate,
  action: row.action as OccasionAction,
  requirement: row.requirement,
  clause: row.clause,
  dueOn: row.due_on as PlainDate | null,
  dueIsLocal: row.due_is_local,
  dueIsEstimated: row.due_is_estimated,
  status: row.status as OccasionStatus,
  interactionId: row.interaction_id as Id | null,
  seen: row.seen_on !== null,
});

/** `keeps` of whoever asks: the office, and not those who only check. */
export type Asker = { readonly reach: Reach; readonly keeps: boolean };

export async function findOccasion(
  db: Db,
  institutionId: Id,
  { reach, keeps }: Asker,
  id: Id,
  options: { readonly lock?: boolean } = {},
): Promise<OccasionRow | undefined> {
  let query = within(db, institutionId, reach, keeps).select(COLUMNS).where('occasion_id', '=', id);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && occasionOf(row);
}

/** Open ones of these pairs, held. */
export async function holdOpenOf(
  db: Db,
  institutionId: Id,
  { reach, keeps }: Asker,
  pairings: readonly Id[],
): Promise<OccasionRow[]> {
  const rows = await within(db, institutionId, reach, keeps)
    .select(COLUMNS)
    .where('pairing_id', '=', sql<string>`any (${[...pairings]}::uuid[])`)
    .where('status', '=', 'open')
    .forUpdate()
    .execute();
  return rows.map(occasionOf);
}

/** The one that a record has answered, held. */
export async function holdAnsweredBy(
  db: Db,
  institutionId: Id,
  { reach, keeps }: Asker,
  interactionId: Id,
): Promise<OccasionRow[]> {
  const rows = await within(db, institutionId, reach, keeps)
    .select(COLUMNS)
    .where('interaction_id', '=', interactionId)
    .forUpdate()
    .execute();
  return rows.map(occasionOf);
}

/** Open first, those that press first; of the others the last first. */
export async function listOccasionRows(
  db: Db,
  institutionId: Id,
  { reach, keeps }: Asker,
  filter: {
    readonly show: 'open' | 'all';
    readonly person?: Id | undefined;
    readonly leader?: Id | undefined;
    readonly raisedBy?: Id | undefined;
    readonly limit: number;
  },
): Promise<{ items: OccasionRow[]; total: number }> {
  let query = within(db, institutionId, reach, keeps);
  // Whoever told it still has to read the answer: until then it is open for them.
  if (filter.show === 'open')
    query = query.where((where) =>
      where.or([
        where('status', '=', 'open'),
        where.and([
          where('status', 'in', ['done', 'declined']),
          where('seen_on', 'is', null),
          where('raised_by', '=', sql<string>`any (${[...reach.self]}::uuid[])`),
        ]),
      ]),
    );
  if (filter.person) query = query.where('representative_id', '=', filter.person);
  if (filter.leader) query = query.where('leader_id', '=', filter.leader);
  const rows = await query
    .select(COLUMNS)
    .orderBy(sql`status <> 'open'`)
    .orderBy(sql`case when status = 'open' then due_on end`)
    .orderBy(sql`case when status = 'open' then raised_on end`)
    .orderBy('raised_on', 'desc')
    .orderBy('occasion_id')
    .limit(filter.limit)
    .execute();
  const { total } = await query.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(occasionOf), total: Number(total) };
}

export async function countOpenRows(db: Db, institutionId: Id, { reach, keeps }: Asker, today: PlainDate) {
  const row = await within(db, institutionId, reach, keeps)
    .where('status', '=', 'open')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where due_on < ${today}))::int`.as('late'),
    ])
    .executeTakeFirstOrThrow();
  return { open: row.open, late: row.late };
}

export type ToldRow = {
  readonly occasionId: Id;
  readonly words: string | null;
  readonly purpose: Purpose | null;
  readonly consent: 'own' | 'toUnit' | null;
  readonly consentOn: PlainDate | null;
  readonly keepUntil: PlainDate;
};

/**
 * What was told, as far as the reader may read it: the leader while the pair holds. Whoever told something private of another reads it
 * no more.
 */
export async function listTold(
  db: Db,
  institutionId: Id,
  { reach, keeps }: Asker,
  ids: readonly Id[],
  today: PlainDate,
): Promise<ReadonlyMap<Id, ToldRow>> {
  if (ids.length === 0) return new Map();
  const holds = sql`exists (select from occasion o join pairing p on p.institution_id = o.institution_id and p.pairing_id = o.pairing_id
    where o.institution_id = occasion_told.institution_id and o.occasion_id = occasion_told.occasion_id
      and p.starts_on <= ${today} and (p.ends_on is null or p.ends_on > ${today}))`;
  const self = sql`any (${[...reach.self]}::uuid[])`;
  const units = sql`any (${[...reach.units]}::uuid[])`;
  const rows = await db
    .selectFrom('occasion_told')
    .select(['occasion_id', 'words', 'purpose', 'consent', 'consent_on', 'keep_until'])
    .where('institution_id', '=', institutionId)
    .where('occasion_id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .where(
      sql<boolean>`(${keeps && reach.whole} or (leader_id = ${self} and ${holds}) or representative_id = ${self}
        or (not private and (unit_id = ${units} or person_unit_id = ${units})))`,
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.occasion_id as Id,
      {
        occasionId: row.occasion_id as Id,
        words: row.words,
        purpose: row.purpose as Purpose | null,
        consent: row.consent as 'own' | 'toUnit' | null,
        consentOn: row.consent_on as PlainDate | null,
        keepUntil: row.keep_until as PlainDate,
      },
    ]),
  );
}

export async function insertOccasion(
  db: Db,
  institutionId: Id,
  row: OccasionRow,
  told: Omit<ToldRow, 'occasionId'>,
): Promise<void> {
  await db
    .insertInto('occasion')
    .values({
      institution_id: institutionId,
      occasion_id: row.id,
      kind: row.kind,
      private: row.private,
      representative_id: row.personId,
      representative_name: row.personName,
      person_unit_id: row.personUnitId,
      leader_id: row.leaderId,
      leader_name: row.leaderName,
      unit_id: row.unitId,
      pairing_id: row.pairingId,
      raised_by: row.raisedBy,
      raised_name: row.raisedName,
      raised_as: row.raisedAs,
      raised_on: row.raisedOn,
      happened_on: row.happenedOn,
      action: row.action,
      requirement: row.requirement,
      clause: row.clause,
      due_on: row.dueOn,
      due_is_local: row.dueIsLocal,
      due_is_estimated: row.dueIsEstimated,
      status: row.status,
    })
    .execute();
  await db
    .insertInto('occasion_told')
    .values({
      institution_id: institutionId,
      occasion_id: row.id,
      private: row.private,
      representative_id: row.personId,
      leader_id: row.leaderId,
      unit_id: row.unitId,
      person_unit_id: row.personUnitId,
      told_by: row.raisedBy,
      words: told.words,
      purpose: told.purpose,
      consent: told.consent,
      consent_on: told.consentOn,
      keep_until: told.keepUntil,
    })
    .execute();
}

export type StepRow = {
  readonly occasionId: Id;
  readonly action: OccasionStepKind;
  readonly actorName: string;
  readonly words: string | null;
  readonly channel: Channel | null;
  readonly happenedOn: PlainDate | null;
  readonly interactionId: Id | null;
  readonly at: string;
};

export type NewStep = Pick<StepRow, 'action' | 'words' | 'channel' | 'happenedOn' | 'interactionId'> & {
  readonly actor: { readonly id: Id; readonly name: string };
  readonly requestKey: string;
  readonly at: Date;
};

export async function appendStep(db: Db, institutionId: Id, row: OccasionRow, step: NewStep): Promise<void> {
  await db
    .insertInto('occasion_step')
    .values({
      institution_id: institutionId,
      occasion_id: row.id,
      ordinal: nextOrdinal('occasion_step', institutionId, 'occasion_id', row.id),
      action: step.action,
      private: row.private,
      representative_id: row.personId,
      leader_id: row.leaderId,
      unit_id: row.unitId,
      person_unit_id: row.personUnitId,
      raised_by: row.raisedBy,
      actor_id: step.actor.id,
      actor_name: step.actor.name,
      words: step.words,
      channel: step.channel,
      happened_on: step.happenedOn,
      interaction_id: step.interactionId,
      request_key: step.requestKey,
      at: step.at,
    })
    .execute();
}

export async function listSteps(
  db: Db,
  institutionId: Id,
  { reach, keeps }: Asker,
  ids: readonly Id[],
): Promise<StepRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('occasion_step')
    .select(['occasion_id', 'action', 'actor_name', 'words', 'channel', 'happened_on', 'interaction_id', 'at'])
    .where('institution_id', '=', institutionId)
    .where('occasion_id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .where(withinOccasions(reach, keeps && reach.whole))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    occasionId: row.occasion_id as Id,
    action: row.action as OccasionStepKind,
    actorName: row.actor_name,
    words: row.words,
    channel: row.channel as Channel | null,
    happenedOn: row.happened_on as PlainDate | null,
    interactionId: row.interaction_id as Id | null,
    at: row.at.toISOString(),
  }));
}

export async function writeState(
  db: Db,
  institutionId: Id,
  row: OccasionRow,
  state: OccasionState,
  today: PlainDate,
): Promise<void> {
  await db
    .updateTable('occasion')
    .set({
      status: state.status,
      interaction_id: state.interactionId,
      seen_on: state.seen ? today : null,
      version: row.version + 1,
    })
    .where('institution_id', '=', institutionId)
    .where('occasion_id', '=', row.id)
    .execute();
}

/** The earlier wording is not kept: it is the person's to correct. */
export async function replaceWords(db: Db, institutionId: Id, id: Id, words: string): Promise<void> {
  await db
    .updateTable('occasion_told')
    .set({ words, version: sql`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('occasion_id', '=', id)
    .execute();
}

export async function eraseWords(db: Db, institutionId: Id, id: Id, on: PlainDate): Promise<void> {
  await db
    .updateTable('occasion_told')
    .set({ words: null, erased_on: on, version: sql`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('occasion_id', '=', id)
    .where('erased_on', 'is', null)
    .execute();
}

/** What is past its day is erased, as far as whoever acts may write it; how many. */
export async function eraseExpired(db: Db, institutionId: Id, today: PlainDate): Promise<number> {
  const gone = await db
    .updateTable('occasion_told')
    .set({ words: null, erased_on: today, version: sql`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('keep_until', '<=', today)
    .where('erased_on', 'is', null)
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}

/** The pair is no more: its former leader no longer reads what was told. */
export async function closeToLeader(db: Db, institutionId: Id, pairings: readonly Id[]): Promise<void> {
  await sql`update occasion_told t set leader_id = null from occasion o
    where t.institution_id = ${institutionId} and o.institution_id = t.institution_id and o.occasion_id = t.occasion_id
      and o.pairing_id = any (${[...pairings]}::uuid[]) and t.leader_id is not null`.execute(db);
}
