/** Reads for the to-do of adjustments: retirements, offices and who holds them, ends that a published plan still owes. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Level, StandingKind, StandingRole, Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

/** The first day of retirement of each who has retired or is known to. */
export async function listRetirements(db: Db, institutionId: Id, reach: Reach): Promise<ReadonlyMap<Id, PlainDate>> {
  const rows = await db
    .selectFrom('dated_fact')
    .select(['person_id', 'starts_on'])
    .where('institution_id', '=', institutionId)
    .where('kind', '=', 'retired')
    .where('starts_on', 'is not', null)
    .where(withinPeople(reach, 'dated_fact.person_id', 'dated_fact.unit_id'))
    .execute();
  return new Map(rows.map((row) => [row.person_id as Id, row.starts_on as PlainDate]));
}

export type OfficeRow = {
  readonly id: Id;
  readonly version: number;
  readonly name: string;
  readonly leaderId: Id;
  readonly leaderName: string | null;
  readonly tier: Tier;
  readonly unit: { readonly id: Id; readonly name: string; readonly shortName: string };
  readonly standingKind: StandingKind;
  readonly level: Level | null;
  readonly role: StandingRole | null;
  readonly body: string;
  readonly sinceOn: PlainDate;
};

export async function listOffices(db: Db, institutionId: Id, reach: Reach, only?: Id): Promise<OfficeRow[]> {
  let query = db
    .selectFrom('pairing_office as o')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'o.institution_id').onRef('unit.unit_id', '=', 'o.unit_id'),
    )
    .leftJoin('person as leader', (join) =>
      join
        .onRef('leader.institution_id', '=', 'o.institution_id')
        .onRef('leader.person_id', '=', 'o.leader_id')
        .on(withinPeople(reach, 'leader.person_id', 'leader.unit_id')),
    )
    .select(['o.office_id', 'o.version', 'o.name', 'o.leader_id', 'o.tier', 'o.unit_id', 'o.standing_kind', 'o.level'])
    .select(['o.role', 'o.body', 'o.since_on', 'unit.name as unit_name', 'unit.short_name as unit_short'])
    .select('leader.name as leader_name')
    .where('o.institution_id', '=', institutionId)
    .where('o.closed_on', 'is', null)
    .where(reach.whole ? sql<boolean>`true` : sql<boolean>`o.unit_id = any (${[...reach.units]}::uuid[])`)
    .orderBy('unit.rank')
    .orderBy('o.name')
    .orderBy('o.office_id');
  if (only) query = query.where('o.office_id', '=', only);
  return (await query.execute()).map((row) => ({
    id: row.office_id as Id,
    version: row.version,
    name: row.name,
    leaderId: row.leader_id as Id,
    leaderName: row.leader_name,
    tier: row.tier as Tier,
    unit: { id: row.unit_id as Id, name: row.unit_name, shortName: row.unit_short },
    standingKind: row.standing_kind as StandingKind,
    level: row.level as Level | null,
    role: row.role as StandingRole | null,
    body: row.body,
    sinceOn: row.since_on as PlainDate,
  }));
}

export type HolderRow = {
  readonly personId: Id;
  readonly name: string;
  readonly kind: StandingKind;
  readonly level: Level | null;
  readonly role: StandingRole | null;
  readonly body: string;
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
};

/** Everyone within reach who holds a standing in one of these bodies on a day. */
export async function listHolders(
  db: Db,
  institutionId: Id,
  reach: Reach,
  bodies: readonly string[],
  on: PlainDate,
): Promise<HolderRow[]> {
  if (bodies.length === 0) return [];
  const rows = await db
    .selectFrom('standing')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'standing.institution_id')
        .onRef('person.person_id', '=', 'standing.person_id'),
    )
    .select(['standing.person_id', 'person.name', 'standing.kind', 'standing.level', 'standing.role', 'standing.body'])
    .select(['standing.starts_on', 'standing.ends_on'])
    .where('standing.institution_id', '=', institutionId)
    .where('standing.body', '=', sql<string>`any (${[...bodies]}::text[])`)
    .where(withinPeople(reach, 'standing.person_id', 'standing.unit_id'))
    .where((where) => where.or([where('standing.starts_on', 'is', null), where('standing.starts_on', '<=', on)]))
    .where((where) => where.or([where('standing.ends_on', 'is', null), where('standing.ends_on', '>', on)]))
    .orderBy('standing.starts_on')
    .orderBy('person.reading')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as Id,
    name: row.name,
    kind: row.kind as StandingKind,
    level: row.level as Level | null,
    role: row.role as StandingRole | null,
    body: row.body,
    since: row.starts_on as PlainDate | null,
    until: row.ends_on as PlainDate | null,
  }));
}

/** Pairs that a published plan was to end on a day that has come, and that hold still. */
export async function listPlannedEnds(db: Db, institutionId: Id, reach: Reach, today: PlainDate) {
  const { rows } = await sql<{ leader_id: Id; representative_id: Id; name: string; effective_on: PlainDate }>`
    select l.leader_id, l.representative_id, d.name, d.effective_on
    from pairing_draft d join pairing_draft_line l on l.institution_id = d.institution_id and l.draft_id = d.draft_id
    where d.institution_id = ${institutionId} and d.status = 'sent' and l.kind = 'drop' and d.effective_on <= ${today}
      and d.effective_on > d.sent_on
      and ${reach.whole ? sql`true` : sql`d.unit_id = any (${[...reach.units]}::uuid[])`}`.execute(db);
  return rows;
}
