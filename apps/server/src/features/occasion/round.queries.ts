/** Rounds, what was ticked in them, and what may be brought along. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { startOfYear, yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { GiftKindShown } from '@zhengyou/domain/occasion/round.contract.ts';
import type { ComingFestival } from '@zhengyou/domain/occasion/round.ts';
import type { Db } from '../../store/database.ts';
import { withinPairs } from '../../store/reach.ts';

export type Maker = { readonly id: Id; readonly name: string; readonly at: Date };

/** False where the festival's round is there already. */
export async function insertRound(
  db: Db,
  institutionId: Id,
  id: Id,
  festival: ComingFestival,
  window: { readonly from: PlainDate; readonly until: PlainDate },
  by: Maker,
): Promise<boolean> {
  const made = await db
    .insertInto('festival_round')
    .values({
      institution_id: institutionId,
      round_id: id,
      festival: festival.key,
      festival_name: JSON.stringify(festival.name),
      on_day: festival.on,
      starts_on: window.from,
      ends_on: window.until,
      unit_kinds: festival.unitKinds === null ? null : [...festival.unitKinds],
      requirement: festival.requirement,
      clause: festival.clause,
      opened_by: by.id,
      opened_name: by.name,
      opened_at: by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether anything was ever ticked in it. */
export async function hasTicks(db: Db, institutionId: Id, roundId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('festival_tick')
    .select('tick_id')
    .where('institution_id', '=', institutionId)
    .where('round_id', '=', roundId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteRound(db: Db, institutionId: Id, roundId: Id, version: number): Promise<boolean> {
  const gone = await db
    .deleteFrom('festival_round')
    .where('institution_id', '=', institutionId)
    .where('round_id', '=', roundId)
    .where('version', '=', version)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

export async function insertTick(
  db: Db,
  institutionId: Id,
  tick: { readonly id: Id; readonly roundId: Id; readonly on: PlainDate },
  by: Maker,
): Promise<void> {
  await db
    .insertInto('festival_tick')
    .values({
      institution_id: institutionId,
      tick_id: tick.id,
      round_id: tick.roundId,
      visited_on: tick.on,
      actor_id: by.id,
      actor_name: by.name,
      at: by.at,
    })
    .execute();
}

/** A tick of which nothing came, because somebody else was quicker. */
export async function deleteTick(db: Db, institutionId: Id, tickId: Id): Promise<void> {
  await db
    .deleteFrom('festival_tick')
    .where('institution_id', '=', institutionId)
    .where('tick_id', '=', tickId)
    .execute();
}

export type NewVisit = {
  readonly interactionId: Id;
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly unitId: Id;
  readonly gift: { readonly kindId: Id; readonly name: string; readonly cents: number } | null;
};

/**
 * Claims these pairs for a tick and tells for which it succeeded: of two who tick at once the second waits for the first and finds
 * the line there. In one order, so that neither waits for the other in a circle.
 */
export async function claimVisits(
  db: Db,
  institutionId: Id,
  tick: { readonly id: Id; readonly roundId: Id; readonly on: PlainDate },
  visits: readonly NewVisit[],
): Promise<ReadonlySet<Id>> {
  const ordered = [...visits].sort((a, b) =>
    `${a.leaderId} ${a.representativeId}` < `${b.leaderId} ${b.representativeId}` ? -1 : 1,
  );
  const rows = await db
    .insertInto('festival_visit')
    .values(
      ordered.map((visit) => ({
        institution_id: institutionId,
        round_id: tick.roundId,
        tick_id: tick.id,
        leader_id: visit.leaderId,
        representative_id: visit.representativeId,
        unit_id: visit.unitId,
        interaction_id: visit.interactionId,
        visited_on: tick.on,
        gift_id: visit.gift?.kindId ?? null,
        gift_name: visit.gift?.name ?? null,
        gift_cents: visit.gift?.cents ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('interaction_id')
    .execute();
  return new Set(rows.map((row) => row.interaction_id as Id));
}

export type TickRow = {
  readonly id: Id;
  readonly version: number;
  readonly roundId: Id;
  readonly on: PlainDate;
  readonly actorId: Id;
  readonly by: string;
  readonly at: Date;
  readonly undone: boolean;
};

const TICK = ['tick_id', 'version', 'round_id', 'visited_on', 'actor_id', 'actor_name', 'at', 'undone_at'] as const;
const tickOf = (row: {
  tick_id: string;
  version: number;
  round_id: string;
  visited_on: string;
  actor_id: string;
  actor_name: string;
  at: Date;
  undone_at: Date | null;
}): TickRow => ({
  id: row.tick_id as Id,
  version: row.version,
  roundId: row.round_id as Id,
  on: row.visited_on as PlainDate,
  actorId: row.actor_id as Id,
  by: row.actor_name,
  at: row.at,
  undone: row.undone_at !== null,
});

const ticks = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('festival_tick')
    .where('institution_id', '=', institutionId)
    .where(reach.whole ? sql<boolean>`true` : sql<boolean>`festival_tick.actor_id = any (${[...reach.self]}::uuid[])`);

/** Ticks of a round that can still be taken back, the last first, with how many of their visits stand. */
export async function listTicks(db: Db, institutionId: Id, reach: Reach, roundId: Id, since: Date) {
  const standing = sql<number>`(select count(*)::int from festival_visit v where v.institution_id = festival_tick.institution_id
    and v.tick_id = festival_tick.tick_id and v.undone_at is null)`;
  const rows = await ticks(db, institutionId, reach)
    .select(TICK)
    .select(standing.as('visits'))
    .where('round_id', '=', roundId)
    .where('undone_at', 'is', null)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...tickOf(row), visits: row.visits })).filter((one) => one.visits > 0);
}

export async function findTick(
  db: Db,
  institutionId: Id,
  reach: Reach,
  id: Id,
  options: { readonly lock?: boolean } = {},
): Promise<TickRow | undefined> {
  let query = ticks(db, institutionId, reach).select(TICK).where('tick_id', '=', id);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && tickOf(row);
}

/** Visits of a tick that still stand, with both names as the records have them. */
export async function listVisitsOf(db: Db, institutionId: Id, tickId: Id) {
  const rows = await db
    .selectFrom('festival_visit')
    .innerJoin('interaction_party', (join) =>
      join
        .onRef('interaction_party.institution_id', '=', 'festival_visit.institution_id')
        .onRef('interaction_party.interaction_id', '=', 'festival_visit.interaction_id')
        .onRef('interaction_party.representative_id', '=', 'festival_visit.representative_id'),
    )
    .innerJoin('interaction', (join) =>
      join
        .onRef('interaction.institution_id', '=', 'festival_visit.institution_id')
        .onRef('interaction.interaction_id', '=', 'festival_visit.interaction_id'),
    )
    .select(['festival_visit.interaction_id', 'interaction.leader_name', 'interaction_party.representative_name'])
    .select(['festival_visit.leader_id', 'festival_visit.representative_id'])
    .where('festival_visit.institution_id', '=', institutionId)
    .where('festival_visit.tick_id', '=', tickId)
    .where('festival_visit.undone_at', 'is', null)
    .orderBy('festival_visit.leader_id')
    .execute();
  return rows.map((row) => ({
    interactionId: row.interaction_id as Id,
    leader: { id: row.leader_id as Id, name: row.leader_name },
    person: { id: row.representative_id as Id, name: row.representative_name },
  }));
}

/** The records of these visits are gone. */
export async function markVisitsUndone(db: Db, institutionId: Id, interactions: readonly Id[], at: Date) {
  await db
    .updateTable('festival_visit')
    .set({ undone_at: at })
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', sql<string>`any (${[...interactions]}::uuid[])`)
    .where('undone_at', 'is', null)
    .execute();
}

export async function markTickUndone(db: Db, institutionId: Id, tick: TickRow, by: Maker): Promise<void> {
  await db
    .updateTable('festival_tick')
    .set({ undone_at: by.at, undone_name: by.name, version: tick.version + 1 })
    .where('institution_id', '=', institutionId)
    .where('tick_id', '=', tick.id)
    .execute();
}

/** What was brought along with these records. */
export async function listGiftsOf(db: Db, institutionId: Id, reach: Reach, interactions: readonly Id[]) {
  const rows = await db
    .selectFrom('festival_visit')
    .select(['interaction_id', 'gift_name', 'gift_cents'])
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', sql<string>`any (${[...interactions]}::uuid[])`)
    .where(withinPairs(reach, 'leader_id', 'representative_id', 'unit_id'))
    .where('gift_name', 'is not', null)
    .where('undone_at', 'is', null)
    .execute();
  return new Map(
    rows.flatMap((row) =>
      row.gift_name === null || row.gift_cents === null
        ? []
        : [[row.interaction_id as Id, { name: row.gift_name, cents: row.gift_cents }] as const],
    ),
  );
}

/** What these people had of these kinds in the calendar year of a day, by `kind person`. */
export async function sumGifts(
  db: Db,
  institutionId: Id,
  people: readonly Id[],
  kinds: readonly Id[],
  on: PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('festival_visit')
    .select(['gift_id', 'representative_id', sql<number>`sum(gift_cents)::int`.as('cents')])
    .where('institution_id', '=', institutionId)
    .where('representative_id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .where('gift_id', '=', sql<string>`any (${[...kinds]}::uuid[])`)
    .where('visited_on', '>=', startOfYear(yearOf(on)))
    .where('visited_on', '<', startOfYear(yearOf(on) + 1))
    .where('undone_at', 'is', null)
    .groupBy(['gift_id', 'representative_id'])
    .execute();
  return new Map(rows.map((row) => [`${row.gift_id ?? ''} ${row.representative_id}`, row.cents]));
}

/** `on`: only those that hold on the day. */
export async function listKinds(db: Db, institutionId: Id, on?: PlainDate): Promise<GiftKindShown[]> {
  let query = db
    .selectFrom('gift_kind')
    .select(['gift_id', 'version', 'name', 'each_cents', 'year_cents', 'basis', 'starts_on', 'ends_on'])
    .where('institution_id', '=', institutionId);
  if (on !== undefined)
    query = query
      .where('starts_on', '<=', on)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]));
  const rows = await query.orderBy('starts_on', 'desc').orderBy('gift_id').limit(100).execute();
  return rows.map((row) => ({
    id: row.gift_id as Id,
    version: row.version,
    name: row.name,
    eachCents: row.each_cents,
    yearCents: row.year_cents,
    basis: row.basis,
    from: row.starts_on as PlainDate,
    until: row.ends_on as PlainDate | null,
  }));
}

export async function insertKind(
  db: Db,
  institutionId: Id,
  kind: Omit<GiftKindShown, 'version' | 'until'>,
  setName: string,
): Promise<void> {
  await db
    .insertInto('gift_kind')
    .values({
      institution_id: institutionId,
      gift_id: kind.id,
      name: kind.name,
      each_cents: kind.eachCents,
      year_cents: kind.yearCents,
      basis: kind.basis,
      set_name: setName,
      starts_on: kind.from,
    })
    .execute();
}

/** False where its version is another one. */
export async function endKind(db: Db, institutionId: Id, id: Id, version: number, on: PlainDate): Promise<boolean> {
  const changed = await db
    .updateTable('gift_kind')
    .set({ ends_on: on, version: version + 1 })
    .where('institution_id', '=', institutionId)
    .where('gift_id', '=', id)
    .where('version', '=', version)
    .where('ends_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
