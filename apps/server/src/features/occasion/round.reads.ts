/** What a festival round shows: its counts, its pairs, who of them has been visited, who is away. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { Away } from '@zhengyou/domain/occasion/round.ts';
import type { Db } from '../../store/database.ts';
import { withinPairs } from '../../store/reach.ts';

const anyOf = (ids: readonly Id[]) => sql<string>`any (${[...new Set(ids)]}::uuid[])`;

export type RoundRow = {
  readonly id: Id;
  readonly version: number;
  readonly festival: string;
  readonly name: Words;
  readonly on: PlainDate;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly unitKinds: readonly string[] | null;
  readonly clause: string;
  readonly openedBy: string;
};

type Raw = {
  round_id: Id;
  version: number;
  festival: string;
  festival_name: Words;
  on_day: PlainDate;
  starts_on: PlainDate;
  ends_on: PlainDate;
  unit_kinds: string[] | null;
  clause: string;
  opened_name: string;
};

const roundOf = (row: Raw): RoundRow => ({
  id: row.round_id,
  version: row.version,
  festival: row.festival,
  name: row.festival_name,
  on: row.on_day,
  from: row.starts_on,
  until: row.ends_on,
  unitKinds: row.unit_kinds,
  clause: row.clause,
  openedBy: row.opened_name,
});

/** A visit of the pair `p` in the window of the round `r`. A date known by its month only lies in no window. */
const VISITED = sql`v.institution_id = p.institution_id and v.leader_id = p.leader_id and v.representative_id = p.representative_id
  and v.channel = 'visit' and v.came_about and v.precision <> 'month' and v.happened_on >= r.starts_on and v.happened_on < r.ends_on`;

/** The day on which the round looks at who is paired: today, held within the window. */
const dayOf = (today: PlainDate) => sql`least(greatest(${today}::date, r.starts_on), r.ends_on - 1)`;

const inRound = (reach: Reach, day: ReturnType<typeof sql>) => sql`p.institution_id = r.institution_id
  and ${withinPairs(reach, 'p.leader_id', 'p.representative_id', 'p.unit_id')}
  and p.starts_on <= ${day} and (p.ends_on is null or p.ends_on > ${day}) and (r.unit_kinds is null or u.kind = any (r.unit_kinds))`;

const PAIRS = sql`pairing p
  left join unit u on u.institution_id = p.institution_id and u.unit_id = p.representative_unit_id`;

export type CountedRound = RoundRow & { readonly pairs: number; readonly visited: number };

/** The latest rounds with what was done of them in reach. `leader`: only this one's pairs. */
export async function listRoundRows(
  db: Db,
  institutionId: Id,
  reach: Reach,
  today: PlainDate,
  filter: { readonly limit: number; readonly round?: Id | undefined; readonly leader?: Id | undefined },
): Promise<CountedRound[]> {
  const { rows } = await sql<Raw & { pairs: number; visited: number }>`
    select r.*, c.pairs, c.visited from festival_round r cross join lateral (
      select count(*)::int as pairs, (count(*) filter (where exists (select from interaction_party v where ${VISITED})))::int as visited
      from ${PAIRS} where ${inRound(reach, dayOf(today))} ${filter.leader === undefined ? sql`` : sql`and p.leader_id = ${filter.leader}`}
    ) c
    where r.institution_id = ${institutionId} ${filter.round === undefined ? sql`` : sql`and r.round_id = ${filter.round}`}
    order by r.on_day desc, r.round_id desc limit ${filter.limit}`.execute(db);
  return rows.map((row) => ({ ...roundOf(row), pairs: row.pairs, visited: row.visited }));
}

export async function findRound(db: Db, institutionId: Id, id: Id): Promise<RoundRow | undefined> {
  const { rows } = await sql<Raw>`select r.* from festival_round r
    where r.institution_id = ${institutionId} and r.round_id = ${id}`.execute(db);
  return rows[0] && roundOf(rows[0]);
}

export type RosterPair = {
  readonly pairingId: Id;
  readonly leader: { readonly id: Id; readonly name: string; readonly unitId: Id; readonly unit: string };
  readonly person: {
    readonly id: Id;
    readonly name: string;
    readonly unitId: Id;
    readonly unit: string;
    readonly unitShort: string;
    readonly titles: readonly string[];
  };
  readonly visit: {
    readonly interactionId: Id;
    readonly on: PlainDate;
    readonly recordedAs: string | null;
  } | null;
};

/** Pairs of a round in reach on a day, in the official order of the leaders' units, each with its first visit in the window. */
export async function listRosterPairs(
  db: Db,
  institutionId: Id,
  reach: Reach,
  roundId: Id,
  day: PlainDate,
  filter: {
    readonly leader?: Id | undefined;
    readonly unit?: Id | undefined;
    readonly pairings?: readonly Id[] | undefined;
  } = {},
): Promise<RosterPair[]> {
  const { rows } = await sql<{
    pairing_id: Id;
    leader_id: Id;
    leader_name: string;
    unit_id: Id;
    leader_unit: string;
    representative_id: Id;
    name: string;
    titles: string[];
    representative_unit_id: Id;
    unit: string | null;
    unit_short: string | null;
    interaction_id: Id | null;
    happened_on: PlainDate | null;
    recorded_as: string | null;
  }>`select p.pairing_id, p.leader_id, l.name as leader_name, p.unit_id, lu.short_name as leader_unit, p.representative_id, o.name,
      o.titles, p.representative_unit_id, u.name as unit, u.short_name as unit_short, seen.interaction_id, seen.happened_on, seen.recorded_as
    from festival_round r cross join ${PAIRS}
    join person l on l.institution_id = p.institution_id and l.person_id = p.leader_id
    join person o on o.institution_id = p.institution_id and o.person_id = p.representative_id
    join unit lu on lu.institution_id = p.institution_id and lu.unit_id = p.unit_id
    left join lateral (
      select v.interaction_id, v.happened_on, i.recorded_as from interaction_party v
      join interaction i on i.institution_id = v.institution_id and i.interaction_id = v.interaction_id
      where ${VISITED} order by v.happened_on, i.created_at limit 1
    ) seen on true
    where r.institution_id = ${institutionId} and r.round_id = ${roundId} and ${inRound(reach, sql`${day}::date`)}
      ${filter.leader === undefined ? sql`` : sql`and p.leader_id = ${filter.leader}`}
      ${filter.unit === undefined ? sql`` : sql`and p.unit_id = ${filter.unit}`}
      ${filter.pairings === undefined ? sql`` : sql`and p.pairing_id = ${anyOf(filter.pairings)}`}
    order by lu.rank, l.reading, p.leader_id, o.reading, p.pairing_id`.execute(db);
  return rows.map((row) => ({
    pairingId: row.pairing_id,
    leader: { id: row.leader_id, name: row.leader_name, unitId: row.unit_id, unit: row.leader_unit },
    person: {
      id: row.representative_id,
      name: row.name,
      unitId: row.representative_unit_id,
      unit: row.unit ?? '',
      unitShort: row.unit_short ?? '',
      titles: row.titles,
    },
    visit:
      row.interaction_id === null || row.happened_on === null
        ? null
        : { interactionId: row.interaction_id, on: row.happened_on, recordedAs: row.recorded_as },
  }));
}

/** Times abroad or on leave that touch a span, by person. Retirement keeps nobody from being visited. */
export async function listAway(
  db: Db,
  institutionId: Id,
  people: readonly Id[],
  span: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<ReadonlyMap<Id, readonly Away[]>> {
  const rows = await db
    .selectFrom('dated_fact')
    .select(['person_id', 'starts_on', 'ends_on'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', anyOf(people))
    .where('kind', 'in', ['abroad', 'leave'])
    .where((where) => where.or([where('starts_on', 'is', null), where('starts_on', '<', span.until)]))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', span.from)]))
    .execute();
  const found = new Map<Id, Away[]>();
  for (const row of rows) {
    const id = row.person_id as Id;
    found.set(id, [
      ...(found.get(id) ?? []),
      { from: row.starts_on as PlainDate | null, until: row.ends_on as PlainDate | null },
    ]);
  }
  return found;
}

/** For a representative: visits in the windows of rounds, the last first, with what was brought along. */
export async function listOwnVisits(db: Db, institutionId: Id, reach: Reach, limit: number) {
  const self = sql`any (${[...reach.self]}::uuid[])`;
  const { rows } = await sql<{
    happened_on: PlainDate;
    leader_name: string;
    festival_name: Words;
    gift_name: string | null;
    gift_cents: number | null;
  }>`select v.happened_on, i.leader_name, r.festival_name, g.gift_name, g.gift_cents
    from interaction_party v
    join interaction i on i.institution_id = v.institution_id and i.interaction_id = v.interaction_id
    join festival_round r on r.institution_id = v.institution_id and v.happened_on >= r.starts_on and v.happened_on < r.ends_on
    left join festival_visit g on g.institution_id = v.institution_id and g.interaction_id = v.interaction_id
      and g.representative_id = ${self} and g.undone_at is null
    where v.institution_id = ${institutionId} and v.representative_id = ${self} and v.channel = 'visit' and v.came_about
      and v.precision <> 'month'
    order by v.happened_on desc, r.on_day desc limit ${limit}`.execute(db);
  return rows.map((row) => ({
    on: row.happened_on,
    leader: row.leader_name,
    festival: row.festival_name,
    gift: row.gift_name === null || row.gift_cents === null ? null : { name: row.gift_name, cents: row.gift_cents },
  }));
}
