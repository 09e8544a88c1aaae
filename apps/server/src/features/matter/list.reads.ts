/** Lists of matters: pages, totals and counts, in the order of the next clock. */
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import { bigramsOf } from '@zhengyou/domain/kit/bigrams.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { DESK_VIEWS } from '@zhengyou/domain/matter/desk.contract.ts';
import type { MATTER_VIEWS } from '@zhengyou/domain/matter/matter.contract.ts';
import type { MatterKind, MatterStatus } from '@zhengyou/domain/matter/matter.ts';
import type { Db } from '../../store/database.ts';
import type { DB } from '../../store/tables.gen.ts';
import { withinMatters } from '../../store/reach.ts';
import { anyOf, MATTER, matterOf, type MatterRow } from './matter.reads.ts';

export type MatterView = (typeof MATTER_VIEWS)[number];
export type DeskView = (typeof DESK_VIEWS)[number];

const open = sql<boolean>`matter.status not in ('closed', 'merged', 'withdrawn', 'endedInLedger')`;
const ready = sql<boolean>`(matter.status = 'reported' or (matter.status = 'registered' and matter.kind = 'difficulty'))`;

/** Heard, and not begun; or answered, and not yet brought to everyone. */
const waits = sql<boolean>`(matter.status in ('registered', 'reported') and matter.disposition is null
  and matter.state -> 'forwardedOn' is null
  or matter.status = 'replied' and matter.state @? '$.clocks[*] ? (@.clock == "deliver" && @.endedOn == null)')`;

/** What each view holds, as a condition on a row. */
const viewOf = (view: Exclude<MatterView, 'mine' | 'waitsOnMe'>, today: PlainDate): RawBuilder<boolean> => {
  if (view === 'all') return sql<boolean>`true`;
  const only = {
    open: sql<boolean>`true`,
    toReport: sql<boolean>`matter.kind <> 'difficulty' and (matter.status = 'registered'
      or matter.status in ('replied', 'confirmed') and matter.state @? '$.clocks[*] ? (@.clock == "report" && @.endedOn == null)')`,
    toTriage: sql<boolean>`${ready} and matter.disposition is null`,
    toAssign: sql<boolean>`${ready} and matter.disposition = 'accepted'`,
    late: sql<boolean>`matter.next_on < ${today}`,
    toReview: sql<boolean>`matter.status = 'drafted'`,
    toPublish: sql<boolean>`matter.status = 'reviewed'`,
    toDeliver: sql<boolean>`matter.status = 'replied' and matter.state @? '$.clocks[*] ? (@.clock == "deliver" && @.endedOn == null)'`,
    toClose: sql<boolean>`matter.status = 'confirmed'`,
  }[view];
  return sql<boolean>`(${open} and ${only})`;
};

export type ListFilter = {
  readonly view: MatterView;
  readonly kind?: MatterKind | undefined;
  readonly status?: MatterStatus | undefined;
  readonly lead?: Id | undefined;
  readonly q?: string | undefined;
  /** Only these, where somebody's or a talk's are asked for. */
  readonly among?: readonly Id[] | undefined;
  /** Those that whoever asks heard as a leader. */
  readonly heard?: readonly Id[] | undefined;
};
type Page = { readonly offset: number; readonly limit: number };

function searched(q: string): RawBuilder<boolean> {
  const number = /^(?:(\d{4})-)?(\d{1,5})$/.exec(q.trim());
  if (number)
    return number[1]
      ? sql<boolean>`matter.year = ${Number(number[1])} and matter.ordinal = ${Number(number[2])}`
      : sql<boolean>`matter.ordinal = ${Number(number[2])}`;
  return sql<boolean>`matter.bigrams @> ${bigramsOf(q)}::text[]`;
}

const filtered = (
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  filter: ListFilter,
  today: PlainDate,
) => {
  let query = db
    .selectFrom('matter')
    .where('matter.institution_id', '=', institutionId)
    .where('matter.taken_back_at', 'is', null)
    .where(withinMatters(reach, own));
  query =
    filter.view === 'mine'
      ? query.where('matter.matter_id', '=', anyOf(own))
      : filter.view === 'waitsOnMe'
        ? query.where('matter.matter_id', '=', anyOf(filter.heard ?? [])).where(waits)
        : query.where(viewOf(filter.view, today));
  if (filter.kind) query = query.where('matter.kind', '=', filter.kind);
  if (filter.status) query = query.where('matter.status', '=', filter.status);
  if (filter.lead) query = query.where('matter.lead_unit_id', '=', filter.lead);
  if (filter.among) query = query.where('matter.matter_id', '=', anyOf(filter.among));
  if (filter.q) query = query.where(searched(filter.q));
  return query;
};

export async function listMatterPage(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  filter: ListFilter,
  today: PlainDate,
  page: Page,
): Promise<{ items: MatterRow[]; total: number }> {
  const query = filtered(db, institutionId, reach, own, filter, today);
  const fewOwn = filter.view === 'mine' || filter.view === 'waitsOnMe';
  const byNumber = filter.view === 'all' || fewOwn;
  // One's own are few: sorted as they are, not looked for along the index of all.
  const ordered = !byNumber
    ? query.orderBy('matter.next_on').orderBy('matter.matter_id')
    : fewOwn
      ? query.orderBy(sql`matter.year * 1000000 + matter.ordinal`, 'desc')
      : query.orderBy('matter.year', 'desc').orderBy('matter.ordinal', 'desc');
  const rows = await ordered.select(MATTER).offset(page.offset).limit(page.limit).execute();
  const bare = filter.view === 'all' && !filter.kind && !filter.status && !filter.lead && !filter.q;
  if (bare && reach.whole) return { items: rows.map(matterOf), total: await countNumbered(db, institutionId) };
  return { items: rows.map(matterOf), total: await countSome(db, query.select('matter.matter_id')) };
}

/** Numbers have no gaps: how many were given is how many there are, but for those that went with an import. */
async function countNumbered(db: Db, institutionId: Id): Promise<number> {
  const row = await db
    .selectFrom('matter_counter')
    .select((sum) => sum.fn.sum<string>('last').as('total'))
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  const gone = await db
    .selectFrom('matter')
    .select((count) => count.fn.countAll<number>().as('total'))
    .where('institution_id', '=', institutionId)
    .where('taken_back_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.total ?? 0) - gone.total;
}

const COUNTED = [
  'open',
  'toReport',
  'toTriage',
  'toAssign',
  'late',
  'toReview',
  'toPublish',
  'toDeliver',
  'toClose',
] as const;

export async function countWaiting(db: Db, institutionId: Id, reach: Reach, own: readonly Id[], heard: readonly Id[]) {
  if (heard.length === 0) return 0;
  const { total } = await db
    .selectFrom('matter')
    .select((count) => count.fn.countAll<number>().as('total'))
    .where('matter.institution_id', '=', institutionId)
    .where('matter.matter_id', '=', anyOf(heard))
    .where('matter.taken_back_at', 'is', null)
    .where(withinMatters(reach, own))
    .where(waits)
    .executeTakeFirstOrThrow();
  return total;
}

/** All views of the open ones in one pass over them. */
export async function countViews(db: Db, institutionId: Id, reach: Reach, own: readonly Id[], today: PlainDate) {
  const row = await db
    .selectFrom('matter')
    .select(COUNTED.map((view) => sql<number>`count(*) filter (where ${viewOf(view, today)})`.as(view)))
    .where('matter.institution_id', '=', institutionId)
    .where(withinMatters(reach, own))
    .where(open)
    .executeTakeFirstOrThrow();
  return row as Record<(typeof COUNTED)[number], number>;
}

/** Matters raised by, or heard by, whoever asks. */
export async function listOwnIds(db: Db, institutionId: Id, reach: Reach): Promise<Id[]> {
  const rows = await db
    .selectFrom('matter_proposer')
    .select('matter_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where((where) =>
      where.or([where('person_id', '=', anyOf(reach.self)), where('leader_id', '=', anyOf(reach.self))]),
    )
    .limit(2000)
    .execute();
  return rows.map((row) => row.matter_id as Id);
}

/** Matters that whoever asks heard as a leader. */
export async function listHeardIds(db: Db, institutionId: Id, reach: Reach): Promise<Id[]> {
  const rows = await db
    .selectFrom('matter_proposer')
    .select('matter_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('leader_id', '=', anyOf(reach.self))
    .limit(2000)
    .execute();
  return rows.map((row) => row.matter_id as Id);
}

/**
 * Matters that somebody raised, or that were raised in a talk. Who keeps them asks of anyone; everybody else of those that they raised or
 * heard themselves, so that the question never tells whose an unnamed one is.
 */
export async function listIdsAbout(
  db: Db,
  institutionId: Id,
  reach: Reach,
  about: { readonly person?: Id | undefined; readonly talk?: Id | undefined; readonly keeps: boolean },
): Promise<Id[]> {
  let query = db
    .selectFrom('matter_proposer')
    .select('matter_id')
    .distinct()
    .where('institution_id', '=', institutionId);
  if (about.person) query = query.where('person_id', '=', about.person);
  if (about.talk) query = query.where('interaction_id', '=', about.talk);
  if (!about.keeps)
    query = query.where((where) =>
      where.or([where('person_id', '=', anyOf(reach.self)), where('leader_id', '=', anyOf(reach.self))]),
    );
  const rows = await query.limit(2000).execute();
  return rows.map((row) => row.matter_id as Id);
}

/** Whether days to sort by were computed under other rules than these. */
export async function hasStaleDays(db: Db, institutionId: Id, fingerprint: string): Promise<boolean> {
  const row = await sql<{ stale: boolean }>`select
      exists (select 1 from matter where institution_id = ${institutionId} and ${open} and clocks_under < ${fingerprint})
      or exists (select 1 from matter where institution_id = ${institutionId} and ${open} and clocks_under > ${fingerprint})
      or exists (select 1 from matter where institution_id = ${institutionId} and ${open} and clocks_under is null) as stale`.execute(
    db,
  );
  return row.rows[0]?.stale === true;
}

/** Every open one of a filter, for sorting by days computed now. */
export async function listAllOf(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  filter: ListFilter,
  today: PlainDate,
): Promise<MatterRow[]> {
  const rows = await filtered(db, institutionId, reach, own, filter, today).select(MATTER).limit(20_000).execute();
  return rows.map(matterOf);
}

// ── A department's desk ──────────────────────────────────────────────────────────────────────────────────

const atDesk = (desks: readonly Id[], view: DeskView, today: PlainDate): RawBuilder<boolean> => {
  const own = sql`${[...desks]}::uuid[]`;
  if (view === 'lead')
    return sql<boolean>`matter.lead_unit_id = any (${own}) and matter.status in ('assigned', 'inProgress', 'waiting', 'drafted', 'reviewed')`;
  if (view === 'co')
    return sql<boolean>`matter.desk_ids && ${own} and ${open} and not (coalesce(matter.lead_unit_id = any (${own}), false)) and matter.status in ('assigned', 'inProgress', 'waiting', 'drafted')`;
  if (view === 'replied')
    return sql<boolean>`matter.lead_unit_id = any (${own}) and matter.status in ('replied', 'confirmed', 'closed') and matter.replied_on > ${addDays(today, -366)}`;
  // From the promises, which are few, to their matters: the other way round every answered one would be asked.
  return sql<boolean>`matter.lead_unit_id = any (${own}) and matter.matter_id = any (array(
    select kept.matter_id from matter_promise as kept
    where kept.institution_id = nullif(current_setting('app.institution', true), '')::uuid and kept.owner_unit_id = any (${own}) and kept.settled_on is null))`;
};

const deskQuery = (db: Db, institutionId: Id, reach: Reach, view: DeskView, today: PlainDate) =>
  db
    .selectFrom('matter')
    .where('matter.institution_id', '=', institutionId)
    .where(withinMatters({ ...reach, whole: false, units: [] }, []))
    .where(atDesk(reach.desks, view, today));

export async function listDeskPage(
  db: Db,
  institutionId: Id,
  reach: Reach,
  view: DeskView,
  today: PlainDate,
  page: Page,
): Promise<{ items: MatterRow[]; total: number }> {
  const query = deskQuery(db, institutionId, reach, view, today);
  const ordered =
    view === 'replied'
      ? query.orderBy('matter.replied_on', 'desc').orderBy('matter.matter_id')
      : query.orderBy('matter.lead_next_on').orderBy('matter.matter_id');
  const rows = await ordered.select(MATTER).offset(page.offset).limit(page.limit).execute();
  return { items: rows.map(matterOf), total: await countDesk(db, institutionId, reach, view, today) };
}

export async function countDesk(
  db: Db,
  institutionId: Id,
  reach: Reach,
  view: DeskView,
  today: PlainDate,
): Promise<number> {
  return countSome(db, deskQuery(db, institutionId, reach, view, today).select('matter.matter_id'));
}

/** So many are counted and no more: nobody reads on to the thousandth, and counting all of many years costs more than their list. */
const COUNTED_MOST = 1_000;

async function countSome<T>(db: Db, query: SelectQueryBuilder<DB, 'matter', T>): Promise<number> {
  const row = await db
    .selectFrom(query.clearOrderBy().limit(COUNTED_MOST).as('some'))
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/** How many each department is working on, as far as the reader sees them. */
export async function countOpenByLead(db: Db, institutionId: Id, reach: Reach): Promise<ReadonlyMap<Id, number>> {
  const rows = await db
    .selectFrom('matter')
    .select('matter.lead_unit_id')
    .select((count) => count.fn.countAll<number>().as('open'))
    .where('matter.institution_id', '=', institutionId)
    .where('matter.status', 'in', ['assigned', 'inProgress', 'waiting', 'drafted', 'reviewed'])
    .where(withinMatters(reach, []))
    .groupBy('matter.lead_unit_id')
    .execute();
  return new Map(rows.map((row) => [row.lead_unit_id as Id, row.open]));
}

export async function listAllAtDesk(
  db: Db,
  institutionId: Id,
  reach: Reach,
  view: DeskView,
  today: PlainDate,
): Promise<MatterRow[]> {
  const rows = await deskQuery(db, institutionId, reach, view, today).select(MATTER).limit(20_000).execute();
  return rows.map(matterOf);
}

// ── Alike ────────────────────────────────────────────────────────────────────────────────────────────────

/** Answered ones whose released text shares pairs of characters with this one’s, the most first. */
export async function listAlike(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  matter: MatterRow,
  limit: number,
) {
  const { bigrams } = await db
    .selectFrom('matter')
    .select('bigrams')
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matter.id)
    .executeTakeFirstOrThrow();
  if (bigrams.length === 0) return [];
  // Written into the question, so that the planner weighs common pairs of characters: then it reads from the latest back.
  const pairs = sql`${bigrams}::text[]`;
  const rows = await sql<{ matter_id: string; shared: number }>`
    with candidates as (
      select matter.matter_id, matter.bigrams, matter.replied_on from matter
      where matter.institution_id = ${institutionId} and matter.bigrams && ${pairs} and matter.replied_on is not null
        and matter.status in ('replied', 'confirmed', 'closed') and matter.matter_id <> ${matter.id}
        and ${withinMatters(reach, own)}
      order by matter.replied_on desc limit 400)
    select candidates.matter_id,
      cardinality(array(select unnest(candidates.bigrams) intersect select unnest(${pairs})))::int as shared
    from candidates
    order by shared desc, candidates.replied_on desc limit ${limit}`.execute(db);
  return rows.rows.map((row) => ({ id: row.matter_id as Id, shared: row.shared }));
}

export async function listByIds(db: Db, institutionId: Id, reach: Reach, own: readonly Id[], ids: readonly Id[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('matter')
    .select(MATTER)
    .where('matter.institution_id', '=', institutionId)
    .where('matter.matter_id', '=', anyOf(ids))
    .where(withinMatters(reach, own))
    .execute();
  return rows.map(matterOf);
}

/** Published replies of the last round of each, with the released points. */
export async function listPublished(db: Db, institutionId: Id, reach: Reach, own: readonly Id[], ids: readonly Id[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('matter_reply as reply')
    .innerJoin('matter_point as point', (join) =>
      join.onRef('point.institution_id', '=', 'reply.institution_id').onRef('point.point_id', '=', 'reply.point_id'),
    )
    .select(['reply.matter_id', 'reply.round', 'reply.text', 'reply.outcome', 'reply.published_on'])
    .select(['point.released', 'point.ordinal'])
    .where('reply.institution_id', '=', institutionId)
    .where('reply.matter_id', '=', anyOf(ids))
    .where('reply.published_on', 'is not', null)
    .where(withinMatters(reach, own, 'point'))
    .orderBy('point.ordinal')
    .execute();
}
