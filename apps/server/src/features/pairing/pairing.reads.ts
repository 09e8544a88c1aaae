/** Reads over pairings, people, posts and standings for the screens of this room. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Precision } from '@zhengyou/domain/calendar/precision.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { byLevel } from '@zhengyou/domain/person/standing-order.ts';
import { isHeldOn, type Standing } from '@zhengyou/domain/person/standing.ts';
import type { CounterpartFacts } from '@zhengyou/domain/pairing/quota.ts';
import type { PairingStatus } from '@zhengyou/domain/pairing/pairing.steps.ts';
import type { Counterpart, Level, StandingKind, StandingRole, Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import { sql } from 'kysely';
import type { Db } from '../../store/database.ts';
import { withinPairings, withinPeople } from '../../store/reach.ts';
import type { PairingRow } from './pairing.queries.ts';

export type PairingFilter = {
  readonly leader?: Id | undefined;
  readonly representative?: Id | undefined;
  readonly unit?: Id | undefined;
  readonly tier?: Tier | undefined;
  /** `history`: those that hold or have held; `open`: those that hold or wait. */
  readonly status: PairingStatus | 'all' | 'history' | 'open';
};

/** Beside the row: names as far as the asker may know the person, and the leader’s unit. */
export type NamedPairing = PairingRow & {
  readonly leaderName: string | null;
  readonly representativeName: string | null;
  readonly representativeUnitId: Id;
  readonly changeAskedOn: PlainDate | null;
  readonly draftId: Id | null;
  readonly officeId: Id | null;
  readonly unitName: string;
  readonly unitShortName: string;
};

const named = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('pairing')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'pairing.institution_id').onRef('unit.unit_id', '=', 'pairing.unit_id'),
    )
    .leftJoin('person as leader', (join) =>
      join
        .onRef('leader.institution_id', '=', 'pairing.institution_id')
        .onRef('leader.person_id', '=', 'pairing.leader_id')
        .on(withinPeople(reach, 'leader.person_id', 'leader.unit_id')),
    )
    .leftJoin('person as friend', (join) =>
      join
        .onRef('friend.institution_id', '=', 'pairing.institution_id')
        .onRef('friend.person_id', '=', 'pairing.representative_id')
        .on(withinPeople(reach, 'friend.person_id', 'friend.unit_id')),
    )
    .where('pairing.institution_id', '=', institutionId)
    .where(withinPairings(reach));

const applied = (query: ReturnType<typeof named>, filter: PairingFilter) => {
  let rest = query;
  if (filter.status === 'history') rest = rest.where('pairing.starts_on', 'is not', null);
  else if (filter.status === 'open') rest = rest.where('pairing.status', 'in', ['recommended', 'confirmed', 'active']);
  else if (filter.status !== 'all') rest = rest.where('pairing.status', '=', filter.status);
  if (filter.leader) rest = rest.where('pairing.leader_id', '=', filter.leader);
  if (filter.representative) rest = rest.where('pairing.representative_id', '=', filter.representative);
  if (filter.unit) rest = rest.where('pairing.unit_id', '=', filter.unit);
  if (filter.tier) rest = rest.where('pairing.tier', '=', filter.tier);
  return rest;
};

export async function listNamedPairings(
  db: Db,
  institutionId: Id,
  reach: Reach,
  filter: PairingFilter,
  page?: { readonly offset: number; readonly limit: number },
): Promise<NamedPairing[]> {
  let query = applied(named(db, institutionId, reach), filter)
    .select(['pairing.pairing_id', 'pairing.leader_id', 'pairing.representative_id', 'pairing.unit_id'])
    .select(['pairing.representative_unit_id', 'pairing.tier', 'pairing.status', 'pairing.starts_on'])
    .select(['pairing.ends_on', 'pairing.version', 'unit.name as unit_name', 'unit.short_name as unit_short'])
    .select(['leader.name as leader_name', 'friend.name as friend_name', 'pairing.change_asked_on'])
    .select(['pairing.draft_id', 'pairing.office_id'])
    .orderBy('unit.rank')
    .orderBy('leader.reading')
    .orderBy('friend.reading')
    .orderBy('pairing.starts_on')
    .orderBy('pairing.pairing_id');
  if (page) query = query.offset(page.offset).limit(page.limit);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.pairing_id as Id,
    leaderId: row.leader_id as Id,
    representativeId: row.representative_id as Id,
    unitId: row.unit_id as Id,
    representativeUnitId: row.representative_unit_id as Id,
    tier: row.tier as Tier,
    status: row.status as PairingStatus,
    startsOn: row.starts_on as PlainDate | null,
    endsOn: row.ends_on as PlainDate | null,
    version: row.version,
    changeAskedOn: row.change_asked_on as PlainDate | null,
    draftId: row.draft_id as Id | null,
    officeId: row.office_id as Id | null,
    leaderName: row.leader_name,
    representativeName: row.friend_name,
    unitName: row.unit_name,
    unitShortName: row.unit_short,
  }));
}

export async function countPairings(db: Db, institutionId: Id, reach: Reach, filter: PairingFilter): Promise<number> {
  const row = await applied(named(db, institutionId, reach), filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export type LeaderPost = {
  readonly postId: Id;
  readonly leaderId: Id;
  readonly name: string;
  readonly reading: string;
  readonly tier: Tier;
  /** The kind of the post, by which a rule may tell ranks apart. */
  readonly rank?: string | undefined;
  readonly unit: { readonly id: Id; readonly name: string; readonly shortName: string; readonly rank: number };
  readonly title: string;
  readonly charge: string | null;
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
};

/** Leadership posts held on a day, or of any time where none is given, in the official order of units and in the order in which they were put down. */
export async function listLeaderPosts(
  db: Db,
  institutionId: Id,
  reach: Reach,
  on: PlainDate | null,
): Promise<LeaderPost[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'post.institution_id').onRef('person.person_id', '=', 'post.person_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'post.institution_id').onRef('unit.unit_id', '=', 'post.unit_id'),
    )
    .select([
      'post.post_id',
      'post.person_id',
      'person.name',
      'person.reading',
      'post.tier',
      'post.kind',
      'post.title',
      'post.charge',
    ])
    .select(['post.starts_on', 'post.ends_on', 'unit.unit_id', 'unit.name as unit_name'])
    .select(['unit.short_name as unit_short', 'unit.rank'])
    .where('post.institution_id', '=', institutionId)
    .where('post.leadership', '=', true)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .where(on === null ? sql<boolean>`true` : heldPost('post', on))
    .orderBy('unit.rank')
    // Ids grow with time: the order in which the institution itself lists its team.
    .orderBy('post.post_id')
    .execute();
  return rows.map((row) => ({
    postId: row.post_id as Id,
    leaderId: row.person_id as Id,
    name: row.name,
    reading: row.reading,
    tier: row.tier as Tier,
    rank: row.kind,
    title: row.title,
    charge: row.charge,
    since: row.starts_on as PlainDate | null,
    until: row.ends_on as PlainDate | null,
    unit: {
      id: row.unit_id as Id,
      name: row.unit_name,
      shortName: row.unit_short,
      rank: row.rank,
    },
  }));
}

const heldPost = (table: 'post', on: PlainDate) =>
  sql<boolean>`(${sql.ref(`${table}.starts_on`)} is null or ${sql.ref(`${table}.starts_on`)} <= ${on}) and (${sql.ref(`${table}.ends_on`)} is null or ${sql.ref(`${table}.ends_on`)} > ${on})`;

export type ListedRepresentative = {
  readonly id: Id;
  readonly name: string;
  readonly reading: string;
  readonly unit: { readonly id: Id; readonly name: string; readonly shortName: string };
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
  readonly counterpart: Counterpart;
  readonly standings: readonly WrittenStanding[];
};
export type WrittenStanding = Standing & { readonly written: string };

/** What each of the other side is on a day, for a rule that asks for some of each kind. */
export function sidesOf(
  people: readonly Pick<ListedRepresentative, 'id' | 'counterpart' | 'standings'>[],
  on: PlainDate,
) {
  const known = new Map<string, CounterpartFacts>(
    people.map(({ id, counterpart, standings }) => [
      id,
      { counterpart, kinds: standings.filter((one) => isHeldOn(one, on)).map((one) => one.kind) },
    ]),
  );
  return (representativeId: string): CounterpartFacts | undefined => known.get(representativeId);
}

/** Everyone within reach who has ever been on the list, with all standings; who is on it that day is the caller’s question. */
export async function listRepresentatives(
  db: Db,
  institutionId: Id,
  reach: Reach,
  only?: Id,
): Promise<ListedRepresentative[]> {
  let people = db
    .selectFrom('representative')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'representative.institution_id')
        .onRef('person.person_id', '=', 'representative.person_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .select(['person.person_id', 'person.name', 'person.reading', 'unit.unit_id', 'unit.name as unit_name'])
    .select(['unit.short_name as unit_short', 'representative.since_on', 'representative.until_on'])
    .select(['representative.counterpart'])
    .where('representative.institution_id', '=', institutionId)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .orderBy('person.reading')
    .orderBy('person.name');
  let standings = db
    .selectFrom('standing')
    .select(['standing_id', 'person_id', 'kind', 'level', 'role', 'starts_on', 'ends_on', 'precision', 'written'])
    .where('institution_id', '=', institutionId)
    .where(withinPeople(reach, 'standing.person_id', 'standing.unit_id'))
    .orderBy('created_at')
    .orderBy('standing_id');
  if (only) {
    people = people.where('person.person_id', '=', only);
    standings = standings.where('person_id', '=', only);
  }
  const held = Map.groupBy(await standings.execute(), (row) => row.person_id);
  return (await people.execute()).map((row) => ({
    id: row.person_id as Id,
    name: row.name,
    reading: row.reading,
    since: row.since_on as PlainDate | null,
    until: row.until_on as PlainDate | null,
    counterpart: row.counterpart as Counterpart,
    unit: {
      id: row.unit_id as Id,
      name: row.unit_name,
      shortName: row.unit_short,
    },
    standings: (held.get(row.person_id) ?? [])
      .map((standing) => ({
        id: standing.standing_id,
        kind: standing.kind as StandingKind,
        level: standing.level as Level | null,
        role: standing.role as StandingRole | null,
        written: standing.written,
        startsOn: standing.starts_on as PlainDate | null,
        endsOn: standing.ends_on as PlainDate | null,
        precision: standing.precision as Precision | null,
      }))
      .sort(byLevel),
  }));
}

export async function findPairing(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairingId: Id,
): Promise<(PairingRow & { readonly officeId: Id | null }) | undefined> {
  const row = await db
    .selectFrom('pairing')
    .select(['pairing_id', 'leader_id', 'representative_id', 'unit_id', 'tier', 'status', 'starts_on', 'ends_on'])
    .select(['version', 'office_id'])
    .where('institution_id', '=', institutionId)
    .where('pairing_id', '=', pairingId)
    .where(withinPairings(reach))
    .executeTakeFirst();
  return (
    row && {
      id: row.pairing_id as Id,
      leaderId: row.leader_id as Id,
      representativeId: row.representative_id as Id,
      unitId: row.unit_id as Id,
      tier: row.tier as Tier,
      status: row.status as PairingStatus,
      startsOn: row.starts_on as PlainDate | null,
      endsOn: row.ends_on as PlainDate | null,
      version: row.version,
      officeId: row.office_id as Id | null,
    }
  );
}
