/** Reads over pairs on their way, with their steps, and over wishes and ties. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { PairingAction, PairingStatus } from '@zhengyou/domain/pairing/pairing.steps.ts';
import type { ConflictKind, WishKind } from '@zhengyou/domain/pairing/wish.ts';
import { byLevel } from '@zhengyou/domain/person/standing-order.ts';
import type { Level, StandingKind, StandingRole, Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPairings, withinPairs, withinPeople } from '../../store/reach.ts';
import type { PairingRow } from './pairing.queries.ts';
import type { NamedPairing, WrittenStanding } from './pairing.reads.ts';

type Unit = { readonly id: Id; readonly name: string; readonly shortName: string };

export type StepRow = {
  readonly ordinal: number;
  readonly action: PairingAction;
  readonly onDay: PlainDate;
  readonly at: Date;
  readonly actorName: string | null;
  readonly cause: string | null;
  readonly reason: string | null;
  readonly note: string | null;
};

export type ProposalRow = PairingRow & {
  readonly unit: Unit;
  readonly representativeUnitId: Id;
  readonly leaderName: string | null;
  readonly representativeName: string | null;
  readonly representativeUnit: Unit | null;
  readonly waitingSince: PlainDate | null;
  readonly changeAskedOn: PlainDate | null;
  readonly officeId: Id | null;
  readonly draft: { readonly id: Id; readonly name: string } | null;
  readonly replaces: { readonly id: Id; readonly leader: { readonly id: Id; readonly name: string | null } } | null;
  /** In their order. */
  readonly steps: readonly StepRow[];
};

export type ProposalFilter = {
  readonly ids?: readonly Id[];
  readonly statuses?: readonly PairingStatus[];
  readonly leader?: Id | undefined;
  readonly representative?: Id | undefined;
  readonly draft?: Id | undefined;
  readonly tier?: Tier | undefined;
  readonly changeAsked?: true | undefined;
  /** Only those that hold or have held. */
  readonly held?: true | undefined;
  /** Only those that wait for something, or were proposed since that day. */
  readonly underWaySince?: PlainDate | undefined;
};

/** Pairs within reach with names as far as the asker may know them, and all of their steps: two statements. */
export async function listProposalRows(
  db: Db,
  institutionId: Id,
  reach: Reach,
  filter: ProposalFilter,
): Promise<ProposalRow[]> {
  const where = [sql`p.institution_id = ${institutionId}`, withinPairings(reach, 'p')];
  if (filter.ids) where.push(sql`p.pairing_id = any (${[...filter.ids]}::uuid[])`);
  if (filter.statuses) where.push(sql`p.status = any (${[...filter.statuses]}::text[])`);
  if (filter.leader) where.push(sql`p.leader_id = ${filter.leader}`);
  if (filter.representative) where.push(sql`p.representative_id = ${filter.representative}`);
  if (filter.draft) where.push(sql`p.draft_id = ${filter.draft}`);
  if (filter.tier) where.push(sql`p.tier = ${filter.tier}`);
  if (filter.changeAsked) where.push(sql`p.change_asked_on is not null`);
  if (filter.underWaySince)
    where.push(sql`p.status <> 'withdrawn' and (p.status in ('recommended', 'confirmed') or p.change_asked_on is not null
      or (p.import_id is null and p.created_at >= ${filter.underWaySince}::date))`);
  if (filter.held) where.push(sql`p.starts_on is not null`);
  const { rows } = await sql<Found>`
    select p.pairing_id, p.leader_id, p.representative_id, p.unit_id, p.representative_unit_id, p.tier, p.status,
      p.starts_on, p.ends_on, p.version, p.waiting_since, p.change_asked_on, p.office_id, p.draft_id,
      d.name as draft_name, o.pairing_id as replaced_id, o.leader_id as replaced_leader_id,
      was.name as replaced_leader_name, u.name as unit_name, u.short_name as unit_short, leader.name as leader_name,
      friend.name as friend_name, home.unit_id as home_id, home.name as home_name, home.short_name as home_short
    from pairing p
    join unit u on u.institution_id = p.institution_id and u.unit_id = p.unit_id
    left join person leader on leader.institution_id = p.institution_id and leader.person_id = p.leader_id
      and ${withinPeople(reach, 'leader.person_id', 'leader.unit_id')}
    left join person friend on friend.institution_id = p.institution_id and friend.person_id = p.representative_id
      and ${withinPeople(reach, 'friend.person_id', 'friend.unit_id')}
    left join unit home on home.institution_id = friend.institution_id and home.unit_id = friend.unit_id
    left join pairing_draft d on d.institution_id = p.institution_id and d.draft_id = p.draft_id
    left join pairing o on o.institution_id = p.institution_id and o.pairing_id = p.replaces_id
    left join person was on was.institution_id = o.institution_id and was.person_id = o.leader_id
      and ${withinPeople(reach, 'was.person_id', 'was.unit_id')}
    where ${sql.join(where, sql` and `)}
    order by p.waiting_since nulls last, u.rank, leader.reading, friend.reading, p.pairing_id`.execute(db);
  const steps = await listStepRows(
    db,
    institutionId,
    rows.map((row) => row.pairing_id),
  );
  return rows.map((row) => ({
    id: row.pairing_id,
    leaderId: row.leader_id,
    representativeId: row.representative_id,
    unitId: row.unit_id,
    representativeUnitId: row.representative_unit_id,
    tier: row.tier,
    status: row.status,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    version: row.version,
    waitingSince: row.waiting_since,
    changeAskedOn: row.change_asked_on,
    officeId: row.office_id,
    unit: { id: row.unit_id, name: row.unit_name, shortName: row.unit_short },
    leaderName: row.leader_name,
    representativeName: row.friend_name,
    representativeUnit:
      row.home_id === null ? null : { id: row.home_id, name: row.home_name ?? '', shortName: row.home_short ?? '' },
    draft: row.draft_id === null || row.draft_name === null ? null : { id: row.draft_id, name: row.draft_name },
    replaces:
      row.replaced_id === null || row.replaced_leader_id === null
        ? null
        : { id: row.replaced_id, leader: { id: row.replaced_leader_id, name: row.replaced_leader_name } },
    steps: steps.get(row.pairing_id) ?? [],
  }));
}

type Found = {
  pairing_id: Id;
  leader_id: Id;
  representative_id: Id;
  unit_id: Id;
  representative_unit_id: Id;
  tier: Tier;
  status: PairingStatus;
  starts_on: PlainDate | null;
  ends_on: PlainDate | null;
  version: number;
  waiting_since: PlainDate | null;
  change_asked_on: PlainDate | null;
  office_id: Id | null;
  draft_id: Id | null;
  draft_name: string | null;
  replaced_id: Id | null;
  replaced_leader_id: Id | null;
  replaced_leader_name: string | null;
  unit_name: string;
  unit_short: string;
  leader_name: string | null;
  friend_name: string | null;
  home_id: Id | null;
  home_name: string | null;
  home_short: string | null;
};

async function listStepRows(db: Db, institutionId: Id, ids: readonly Id[]): Promise<Map<Id, StepRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('pairing_step')
    .select(['pairing_id', 'ordinal', 'action', 'on_day', 'at', 'actor_name', 'cause', 'reason', 'note'])
    .where('institution_id', '=', institutionId)
    .where('pairing_id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .orderBy('pairing_id')
    .orderBy('ordinal')
    .execute();
  const lines = Map.groupBy(rows, (row) => row.pairing_id as Id);
  return new Map(
    [...lines].map(([id, own]) => [
      id,
      own.map((row) => ({
        ordinal: row.ordinal,
        action: row.action as PairingAction,
        onDay: row.on_day as PlainDate,
        at: row.at,
        actorName: row.actor_name,
        cause: row.cause,
        reason: row.reason,
        note: row.note,
      })),
    ]),
  );
}

/** Standings of these people, as far as they are within reach, the widest bodies first. */
export async function listStandingsOf(
  db: Db,
  institutionId: Id,
  reach: Reach,
  people: readonly Id[],
): Promise<ReadonlyMap<Id, readonly WrittenStanding[]>> {
  const rows = await db
    .selectFrom('standing')
    .select(['standing_id', 'person_id', 'kind', 'level', 'role', 'starts_on', 'ends_on', 'precision', 'written'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .where(withinPeople(reach, 'standing.person_id', 'standing.unit_id'))
    .orderBy('created_at')
    .orderBy('standing_id')
    .execute();
  const held = Map.groupBy(rows, (row) => row.person_id as Id);
  return new Map(
    [...held].map(([person, own]) => [
      person,
      own
        .map((row) => ({
          id: row.standing_id,
          kind: row.kind as StandingKind,
          level: row.level as Level | null,
          role: row.role as StandingRole | null,
          written: row.written,
          startsOn: row.starts_on as PlainDate | null,
          endsOn: row.ends_on as PlainDate | null,
          precision: row.precision as WrittenStanding['precision'],
        }))
        .sort(byLevel),
    ]),
  );
}

/** What the rules ask about pairs that are there: those that hold or held, and those that have been proposed. */
export const knownPairs = (pairs: readonly NamedPairing[]) =>
  pairs
    .filter((pair) => pair.startsOn !== null || pair.status === 'recommended' || pair.status === 'confirmed')
    .map((pair) => ({ ...pair, proposed: pair.startsOn === null }));

export type ConflictRow = {
  readonly id: Id;
  readonly version: number;
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly unitId: Id;
  readonly leaderName: string | null;
  readonly representativeName: string | null;
  readonly kind: ConflictKind;
  readonly since: PlainDate;
  readonly byName: string;
};

export async function listConflicts(
  db: Db,
  institutionId: Id,
  reach: Reach,
  only: {
    readonly leaderId?: Id;
    readonly representativeId?: Id;
    readonly person?: Id | undefined;
    readonly id?: Id;
  } = {},
): Promise<ConflictRow[]> {
  let query = db
    .selectFrom('pairing_conflict as c')
    .leftJoin('person as leader', (join) =>
      join
        .onRef('leader.institution_id', '=', 'c.institution_id')
        .onRef('leader.person_id', '=', 'c.leader_id')
        .on(withinPeople(reach, 'leader.person_id', 'leader.unit_id')),
    )
    .leftJoin('person as friend', (join) =>
      join
        .onRef('friend.institution_id', '=', 'c.institution_id')
        .onRef('friend.person_id', '=', 'c.representative_id')
        .on(withinPeople(reach, 'friend.person_id', 'friend.unit_id')),
    )
    .select(['c.conflict_id', 'c.version', 'c.leader_id', 'c.representative_id', 'c.unit_id', 'c.kind', 'c.since_on'])
    .select(['c.declared_by_name', 'leader.name as leader_name', 'friend.name as friend_name'])
    .where('c.institution_id', '=', institutionId)
    .where(withinPairs(reach, 'c.leader_id', 'c.representative_id', 'c.unit_id'))
    .orderBy('c.since_on')
    .orderBy('c.conflict_id');
  const { leaderId, representativeId, person, id } = only;
  if (leaderId) query = query.where('c.leader_id', '=', leaderId);
  if (representativeId) query = query.where('c.representative_id', '=', representativeId);
  if (id) query = query.where('c.conflict_id', '=', id);
  if (person)
    query = query.where((where) =>
      where.or([where('c.leader_id', '=', person), where('c.representative_id', '=', person)]),
    );
  return (await query.execute()).map((row) => ({
    id: row.conflict_id as Id,
    version: row.version,
    leaderId: row.leader_id as Id,
    representativeId: row.representative_id as Id,
    unitId: row.unit_id as Id,
    leaderName: row.leader_name,
    representativeName: row.friend_name,
    kind: row.kind as ConflictKind,
    since: row.since_on as PlainDate,
    byName: row.declared_by_name,
  }));
}

export type WishRow = {
  readonly id: Id;
  readonly version: number;
  readonly personId: Id;
  readonly unitId: Id;
  readonly name: string;
  readonly kind: WishKind;
  readonly words: string | null;
  readonly since: PlainDate;
  readonly toldTo: string | null;
};

/** Wishes of oneself and of the people whose list one keeps; nobody else’s, also not of a friend. */
export async function listWishes(
  db: Db,
  institutionId: Id,
  may: { readonly whole: boolean; readonly units: readonly Id[]; readonly self: readonly Id[] },
  only: { readonly person?: Id | undefined; readonly id?: Id } = {},
): Promise<WishRow[]> {
  let query = db
    .selectFrom('pairing_wish as w')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'w.institution_id').onRef('person.person_id', '=', 'w.person_id'),
    )
    .select(['w.wish_id', 'w.version', 'w.person_id', 'w.unit_id', 'w.kind', 'w.words', 'w.since_on', 'w.told_to'])
    .select('person.name')
    .where('w.institution_id', '=', institutionId)
    .orderBy('person.reading')
    .orderBy('w.since_on')
    .orderBy('w.wish_id');
  if (!may.whole)
    query = query.where(
      sql<boolean>`(w.unit_id = any (${[...may.units]}::uuid[]) or w.person_id = any (${[...may.self]}::uuid[]))`,
    );
  if (only.person) query = query.where('w.person_id', '=', only.person);
  if (only.id) query = query.where('w.wish_id', '=', only.id);
  return (await query.execute()).map((row) => ({
    id: row.wish_id as Id,
    version: row.version,
    personId: row.person_id as Id,
    unitId: row.unit_id as Id,
    name: row.name,
    kind: row.kind as WishKind,
    words: row.words,
    since: row.since_on as PlainDate,
    toldTo: row.told_to,
  }));
}

/** Where a person belongs, as far as the asker may know; for a wish. */
export async function findHome(db: Db, institutionId: Id, reach: Reach, personId: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom('person')
    .select('unit_id')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .executeTakeFirst();
  return row?.unit_id as Id | undefined;
}

/** Pairs between the same two that are proposed or hold now. */
export async function listOpenBetween(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairs: readonly { readonly leaderId: Id; readonly representativeId: Id }[],
): Promise<{ readonly leaderId: Id; readonly representativeId: Id }[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<{ leader_id: Id; representative_id: Id }>`select p.leader_id, p.representative_id
    from pairing p join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as two ("leaderId" uuid, "representativeId" uuid)
      on p.leader_id = two."leaderId" and p.representative_id = two."representativeId"
    where p.institution_id = ${institutionId} and p.status in ('recommended', 'confirmed', 'active')
      and ${withinPairings(reach, 'p')}`.execute(db);
  return rows.map((row) => ({ leaderId: row.leader_id, representativeId: row.representative_id }));
}
