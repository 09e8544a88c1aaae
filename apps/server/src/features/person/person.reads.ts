/** Reads over people, standings, posts and pairings, for the directory and for one person’s record. */
import { sql, type SqlBool } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Precision } from '@zhengyou/domain/calendar/precision.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { LeftReason, PersonFactKind } from '@zhengyou/domain/person/dated-fact.ts';
import type { Affiliation } from '@zhengyou/domain/person/party.ts';
import { byLevel } from '@zhengyou/domain/person/standing-order.ts';
import type { Standing } from '@zhengyou/domain/person/standing.ts';
import type { Level, StandingKind, StandingRole, Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPairings, withinPeople } from '../../store/reach.ts';

export type UnitRef = { readonly id: Id; readonly name: string; readonly shortName: string };

export type RecordedStanding = Standing & {
  readonly id: Id;
  readonly personId: Id;
  readonly unitId: Id;
  readonly body: string;
  readonly party: Affiliation | null;
  readonly written: string;
  readonly source: string;
  readonly version: number;
};

/** Standings within reach, the widest bodies first; of the people or the standing that is named. */
export async function listStandings(
  db: Db,
  institutionId: Id,
  reach: Reach,
  only: { readonly personId?: Id; readonly personIds?: readonly Id[]; readonly standingId?: Id },
): Promise<RecordedStanding[]> {
  let query = db
    .selectFrom('standing')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where(withinPeople(reach, 'standing.person_id', 'standing.unit_id'))
    .orderBy('created_at')
    .orderBy('standing_id');
  if (only.personId) query = query.where('person_id', '=', only.personId);
  if (only.personIds) query = query.where(sql<SqlBool>`person_id = any (${[...only.personIds]}::uuid[])`);
  if (only.standingId) query = query.where('standing_id', '=', only.standingId);
  const rows = (await query.execute()).map((row) => ({
    id: row.standing_id as Id,
    personId: row.person_id as Id,
    unitId: row.unit_id as Id,
    kind: row.kind as StandingKind,
    level: row.level as Level | null,
    role: row.role as StandingRole | null,
    body: row.body,
    party: row.party as Affiliation | null,
    written: row.written,
    source: row.source,
    startsOn: row.starts_on as PlainDate | null,
    endsOn: row.ends_on as PlainDate | null,
    precision: row.precision as Precision | null,
    version: row.version,
  }));
  return rows.sort(byLevel);
}

export type HeldPost = {
  readonly id: Id;
  readonly personId: Id;
  readonly title: string;
  readonly charge: string | null;
  readonly tier: Tier;
  readonly leadership: boolean;
  readonly version: number;
  readonly precision: Precision | null;
  readonly unit: UnitRef;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
};

/** Posts are no secret: whoever may know a person knows what posts they hold. */
export async function listPosts(db: Db, institutionId: Id, personIds: readonly Id[]): Promise<HeldPost[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('post')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'post.institution_id').onRef('unit.unit_id', '=', 'post.unit_id'),
    )
    .select(['post.post_id', 'post.person_id', 'post.title', 'post.charge', 'post.tier', 'post.leadership'])
    .select([
      'post.starts_on',
      'post.ends_on',
      'post.precision',
      'post.version',
      'unit.unit_id',
      'unit.name as unit_name',
    ])
    .select('unit.short_name as unit_short')
    .where('post.institution_id', '=', institutionId)
    .where(sql<SqlBool>`post.person_id = any (${[...personIds]}::uuid[])`)
    .orderBy('post.post_id')
    .execute();
  return rows.map((row) => ({
    id: row.post_id as Id,
    personId: row.person_id as Id,
    title: row.title,
    charge: row.charge,
    tier: row.tier as Tier,
    leadership: row.leadership,
    version: row.version,
    precision: row.precision as Precision | null,
    startsOn: row.starts_on as PlainDate | null,
    endsOn: row.ends_on as PlainDate | null,
    unit: {
      id: row.unit_id as Id,
      name: row.unit_name,
      shortName: row.unit_short,
    },
  }));
}

export type Bond = {
  readonly id: Id;
  readonly version: number;
  readonly leaderId: Id;
  readonly leaderName: string | null;
  readonly representativeId: Id;
  readonly representativeName: string | null;
  readonly tier: Tier;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly active: boolean;
};

/** Pairings within reach, current ones first; names only of those whom the asker may know. */
export async function listBonds(
  db: Db,
  institutionId: Id,
  reach: Reach,
  only: {
    readonly personId?: Id;
    readonly leaderIds?: readonly Id[];
    readonly representativeIds?: readonly Id[];
    readonly active?: true;
  },
): Promise<Bond[]> {
  let query = db
    .selectFrom('pairing')
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
    .select(['pairing.pairing_id', 'pairing.version', 'pairing.leader_id', 'pairing.representative_id'])
    .select(['pairing.tier', 'pairing.status', 'pairing.starts_on', 'pairing.ends_on'])
    .select(['leader.name as leader_name', 'friend.name as friend_name'])
    .where('pairing.institution_id', '=', institutionId)
    .where(withinPairings(reach))
    // What was only proposed has held on no day.
    .where('pairing.starts_on', 'is not', null)
    .orderBy('pairing.status')
    .orderBy('pairing.starts_on', 'desc')
    .orderBy('friend.reading')
    .orderBy('pairing.pairing_id');
  const { personId } = only;
  if (only.active) query = query.where('pairing.status', '=', 'active');
  for (const [column, ids] of [
    ['pairing.leader_id', only.leaderIds],
    ['pairing.representative_id', only.representativeIds],
  ] as const)
    if (ids) query = query.where(sql<SqlBool>`${sql.ref(column)} = any (${[...ids]}::uuid[])`);
  if (personId)
    query = query.where((where) =>
      where.or([where('pairing.leader_id', '=', personId), where('pairing.representative_id', '=', personId)]),
    );
  return (await query.execute()).map((row) => ({
    id: row.pairing_id as Id,
    version: row.version,
    tier: row.tier as Tier,
    active: row.status === 'active',
    leaderId: row.leader_id as Id,
    leaderName: row.leader_name,
    representativeId: row.representative_id as Id,
    representativeName: row.friend_name,
    startsOn: row.starts_on as PlainDate,
    endsOn: row.ends_on as PlainDate | null,
  }));
}

/** One person within reach with every field of their own table; locked where it is about to be changed. */
export async function findPerson(db: Db, institutionId: Id, reach: Reach, personId: Id) {
  const row = await db
    .selectFrom('person')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .leftJoin('representative as listed', (join) =>
      join
        .onRef('listed.institution_id', '=', 'person.institution_id')
        .onRef('listed.person_id', '=', 'person.person_id'),
    )
    .select(['person.person_id', 'person.version', 'person.name', 'person.reading', 'person.affiliations'])
    .select(['person.no_party_stated', 'person.position', 'person.titles', 'person.birth_month', 'person.phone'])
    .select(['person.unit_id', 'unit.name as unit_name', 'unit.short_name as unit_short'])
    .select([
      'listed.person_id as listed_id',
      'listed.since_on',
      'listed.until_on',
      'listed.left_reason',
      'listed.left_words',
    ])
    .where('person.institution_id', '=', institutionId)
    .where('person.person_id', '=', personId)
    .where('person.merged_into', 'is', null)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .executeTakeFirst();
  return (
    row && {
      id: row.person_id as Id,
      version: row.version,
      name: row.name,
      reading: row.reading,
      affiliations: row.affiliations as Affiliation[],
      noPartyStated: row.no_party_stated,
      position: row.position,
      titles: row.titles,
      birthMonth: row.birth_month,
      phone: row.phone,
      unit: {
        id: row.unit_id as Id,
        name: row.unit_name,
        shortName: row.unit_short,
      },
      representative:
        row.listed_id === null
          ? null
          : {
              sinceOn: row.since_on as PlainDate | null,
              untilOn: row.until_on as PlainDate | null,
              leftReason: row.left_reason as LeftReason | null,
              leftWords: row.left_words,
            },
    }
  );
}

export async function listFacts(db: Db, institutionId: Id, reach: Reach, personId: Id) {
  const rows = await db
    .selectFrom('dated_fact')
    .select(['fact_id', 'kind', 'starts_on', 'ends_on', 'precision', 'written', 'version'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where(withinPeople(reach, 'dated_fact.person_id', 'dated_fact.unit_id'))
    .orderBy('starts_on')
    .execute();
  return rows.map((row) => ({
    id: row.fact_id as Id,
    kind: row.kind as PersonFactKind,
    version: row.version,
    precision: row.precision as Precision | null,
    written: row.written,
    startsOn: row.starts_on as PlainDate | null,
    endsOn: row.ends_on as PlainDate | null,
  }));
}

/** Openings of a record by others, the latest first. The caller decides whether the asker may know. */
export async function listOpenings(db: Db, institutionId: Id, personId: Id) {
  const rows = await db
    .selectFrom('audit')
    .select(['actor_id', 'at', 'roles', sql<string | null>`detail ->> 'by'`.as('by')])
    .where('institution_id', '=', institutionId)
    .where(sql<SqlBool>`people @> array[${personId}]::uuid[]`)
    .where('subject_kind', '=', 'person')
    .where('action', '=', 'open')
    .where('actor_id', '<>', personId)
    .orderBy('entry_id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({ actorId: row.actor_id, at: row.at, roles: row.roles, by: row.by ?? '' }));
}

/** Whoever within reach has one of the names, once a record was not merged into another. */
export async function listNamesakes(db: Db, institutionId: Id, reach: Reach, names: readonly string[]) {
  const rows = await db
    .selectFrom('person')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .select(['person.person_id', 'person.name', 'person.position', 'person.titles'])
    .select(['person.unit_id', 'unit.name as unit_name', 'unit.short_name as unit_short'])
    .select(
      sql<boolean>`exists (select from representative r where r.institution_id = person.institution_id
      and r.person_id = person.person_id)`.as('is_representative'),
    )
    .select(
      sql<boolean>`exists (select from post where post.institution_id = person.institution_id
      and post.person_id = person.person_id and post.leadership)`.as('is_leader'),
    )
    .where('person.institution_id', '=', institutionId)
    .where('person.merged_into', 'is', null)
    .where('person.name', 'in', names)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .orderBy('person.name')
    .orderBy('unit.rank')
    .orderBy('person.person_id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.person_id as Id,
    name: row.name,
    position: row.position,
    titles: row.titles,
    isRepresentative: row.is_representative,
    isLeader: row.is_leader,
    unit: { id: row.unit_id as Id, name: row.unit_name, shortName: row.unit_short },
  }));
}

/** Into whose record this one was merged, if it was. */
export async function findMergedInto(db: Db, institutionId: Id, reach: Reach, personId: Id) {
  return db
    .selectFrom('person')
    .innerJoin('person as kept', (join) =>
      join
        .onRef('kept.institution_id', '=', 'person.institution_id')
        .onRef('kept.person_id', '=', 'person.merged_into'),
    )
    .select(['kept.person_id', 'kept.name'])
    .where('person.institution_id', '=', institutionId)
    .where('person.person_id', '=', personId)
    .where(withinPeople(reach, 'kept.person_id', 'kept.unit_id'))
    .executeTakeFirst();
}
