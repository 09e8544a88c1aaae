/** Writes matters, their texts and steps: the one place that does. The state is what the fold of the steps says. */
import { sql } from 'kysely';
import { bigramsOf } from '@zhengyou/domain/kit/bigrams.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { clocksOf, nextClock } from '@zhengyou/domain/matter/matter.clocks.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.machine.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import { sayNumber, type MatterOrigin, type Outcome, type Result, type Way } from '@zhengyou/domain/matter/matter.ts';
import type { Db } from '../../store/database.ts';
import type { RulesInForce } from './rules.ts';

const uuids = (ids: readonly Id[]) => sql<string[]>`${[...ids]}::uuid[]`;
const texts = (list: readonly string[]) => sql<string[]>`${[...list]}::text[]`;

/** The next numbers of a year, without a gap: the row is held only until this transaction ends, so take them late. */
export async function takeNumbers(db: Db, institutionId: Id, year: number, count: number): Promise<number> {
  const row = await db
    .insertInto('matter_counter')
    .values({ institution_id: institutionId, year, last: count })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'year']).doUpdateSet({ last: sql<number>`matter_counter.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last - count + 1;
}

/** Departments that may read it: while one leads or is asked, and the one that has just handed it back. */
export const desksOf = (state: MatterState): Id[] => {
  const asked = [...(state.lead ? [state.lead] : []), ...state.coHandlers];
  const back = state.handBacks.at(-1);
  return [...new Set(asked.length === 0 && back ? [back.unit] : asked)];
};

const daysToSortBy = (state: MatterState, rules: RulesInForce, today: PlainDate) => {
  const clocks = clocksOf(state, rules, today);
  return {
    next_on: nextClock(clocks, ['keeper', 'lead', 'coHandler', 'reviewer'])?.dueOn ?? null,
    lead_next_on: nextClock(clocks, ['lead'])?.dueOn ?? null,
    clocks_under: rules.fingerprint,
  };
};

const columnsOf = (state: MatterState, rules: RulesInForce, today: PlainDate) => ({
  kind: state.kind,
  status: state.status,
  status_on: state.statusOn,
  disposition: state.disposition,
  round: state.round,
  lead_unit_id: state.lead,
  desk_ids: uuids(desksOf(state)),
  points: state.points,
  replied_on: state.published?.on ?? state.rounds.at(-1)?.repliedOn ?? null,
  state: JSON.stringify(state),
  ...daysToSortBy(state, rules, today),
});

export type NewMatter = {
  readonly institutionId: Id;
  readonly id: Id;
  readonly origin: MatterOrigin;
  readonly unitId: Id;
  readonly named: boolean;
  readonly state: MatterState;
  readonly splitFrom?: Id;
  /** Already released, where it was parted off from one that was. */
  readonly title?: string | null;
  readonly now: Date;
};

export async function insertMatter(db: Db, one: NewMatter, rules: RulesInForce): Promise<string> {
  const year = yearOf(one.state.registeredOn);
  const ordinal = await takeNumbers(db, one.institutionId, year, 1);
  await db
    .insertInto('matter')
    .values({
      institution_id: one.institutionId,
      matter_id: one.id,
      year,
      ordinal,
      origin: one.origin,
      unit_id: one.unitId,
      named: one.named,
      title: one.title ?? null,
      registered_on: one.state.registeredOn,
      split_from: one.splitFrom ?? null,
      created_at: one.now,
      ...columnsOf(one.state, rules, one.state.statusOn),
    })
    .execute();
  return sayNumber(year, ordinal);
}

/** Stores what follows from the steps; undefined where the matter is no longer at `version`. */
export async function storeState(
  db: Db,
  institutionId: Id,
  id: Id,
  version: number,
  state: MatterState,
  rules: RulesInForce,
  today: PlainDate,
): Promise<number | undefined> {
  const row = await db
    .updateTable('matter')
    .set({ ...columnsOf(state, rules, today), version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

export const changeMatter = (
  db: Db,
  institutionId: Id,
  id: Id,
  values: { named?: boolean; title?: string; bigrams?: string[]; points_replied?: number; merged_into?: Id },
) => {
  const { bigrams, ...rest } = values;
  return db
    .updateTable('matter')
    .set({ ...rest, ...(bigrams ? { bigrams: texts(bigrams) } : {}) })
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .execute();
};

export type NewAction = {
  readonly institutionId: Id;
  readonly matterId: Id;
  readonly unitId: Id;
  readonly desks: readonly Id[];
  readonly ordinal: number;
  readonly round: number;
  readonly at: Date;
  readonly actorName: string | null;
  readonly words: string | null;
  readonly requestKey: string;
  readonly step: MatterStep;
};

export async function appendAction(db: Db, one: NewAction): Promise<void> {
  const { step } = one;
  await db
    .insertInto('matter_action')
    .values({
      institution_id: one.institutionId,
      matter_id: one.matterId,
      ordinal: one.ordinal,
      unit_id: one.unitId,
      desk_ids: uuids(one.desks),
      action: step.action,
      round: one.round,
      on_day: step.on,
      at: one.at,
      performer: step.by.as,
      actor_id: step.by.person,
      actor_name: step.by.person ? one.actorName : null,
      actor_unit_id: step.by.unit,
      party: step.by.party,
      detail: JSON.stringify(step.detail),
      words: one.words,
      request_key: one.requestKey,
    })
    .execute();
}

const CHILDREN = ['matter_point', 'matter_addition', 'matter_reply', 'matter_promise', 'matter_action'] as const;

/** The departments in reach have changed: what belongs to the matter follows. */
export async function followDesks(db: Db, institutionId: Id, id: Id, desks: readonly Id[]): Promise<void> {
  for (const table of [...CHILDREN, 'matter_proposer'] as const)
    await db
      .updateTable(table)
      .set({ desk_ids: uuids(desks) })
      .where('institution_id', '=', institutionId)
      .where('matter_id', '=', id)
      .execute();
}

// ── Who raised it, and what they said ────────────────────────────────────────────────────────────────────

export type NewProposer = {
  readonly personId: Id;
  readonly name: string;
  readonly leaderId: Id | null;
  readonly leaderName: string | null;
  readonly named: boolean;
  readonly interactionId: Id | null;
  readonly pointId: Id | null;
  readonly channel: string | null;
  readonly mergedFrom: string | null;
};

type Place = { readonly institutionId: Id; readonly matterId: Id; readonly unitId: Id };

export async function insertProposers(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  first: number,
  proposers: readonly NewProposer[],
): Promise<void> {
  if (proposers.length === 0) return;
  await db
    .insertInto('matter_proposer')
    .values(
      proposers.map((one, index) => ({
        institution_id: institutionId,
        matter_id: matterId,
        unit_id: unitId,
        desk_ids: uuids(desks),
        party: first + index,
        person_id: one.personId,
        person_name: one.name,
        leader_id: one.leaderId,
        leader_name: one.leaderName,
        named: one.named,
        interaction_id: one.interactionId,
        point_id: one.pointId,
        channel: one.channel,
        merged_from: one.mergedFrom,
      })),
    )
    .execute();
}

const ofParty = (db: Db, institutionId: Id, matterId: Id, party: number) =>
  db
    .updateTable('matter_proposer')
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .where('party', '=', party);

export const setNaming = (db: Db, institutionId: Id, matterId: Id, party: number, named: boolean) =>
  ofParty(db, institutionId, matterId, party).set({ named }).execute();

export const markWithdrawn = (db: Db, institutionId: Id, matterId: Id, party: number, at: Date) =>
  ofParty(db, institutionId, matterId, party).set({ withdrawn_at: at }).execute();

export type NewSaid = {
  readonly sort: 'title' | 'point' | 'addition' | 'question';
  readonly ordinal: number;
  readonly pointId: Id | null;
  readonly party: number | null;
  readonly words: string;
};

export async function insertSaid(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  on: PlainDate,
  at: Date,
  said: readonly NewSaid[],
): Promise<void> {
  if (said.length === 0) return;
  await db
    .insertInto('matter_said')
    .values(
      said.map((one) => ({
        institution_id: institutionId,
        matter_id: matterId,
        unit_id: unitId,
        sort: one.sort,
        ordinal: one.ordinal,
        point_id: one.pointId,
        party: one.party,
        words: one.words,
        on_day: on,
        at,
      })),
    )
    .execute();
}

export const deleteSaid = (db: Db, institutionId: Id, matterId: Id, sorts?: readonly NewSaid['sort'][]) => {
  const query = db
    .deleteFrom('matter_said')
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId);
  return (sorts ? query.where('sort', 'in', [...sorts]) : query).execute();
};

export const deleteProposers = (db: Db, institutionId: Id, matterId: Id) =>
  db
    .deleteFrom('matter_proposer')
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .execute();

export async function insertPoints(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  points: readonly { readonly id: Id; readonly ordinal: number; readonly released: string | null }[],
): Promise<void> {
  if (points.length === 0) return;
  await db
    .insertInto('matter_point')
    .values(
      points.map((point) => ({
        institution_id: institutionId,
        point_id: point.id,
        matter_id: matterId,
        unit_id: unitId,
        desk_ids: uuids(desks),
        ordinal: point.ordinal,
        released: point.released,
      })),
    )
    .execute();
}

export const deletePoints = (db: Db, institutionId: Id, matterId: Id) =>
  db.deleteFrom('matter_point').where('institution_id', '=', institutionId).where('matter_id', '=', matterId).execute();

/** New wordings, places, or the matter that a point belongs to. */
export const changePoint = (
  db: Db,
  institutionId: Id,
  id: Id,
  values: { released?: string; ordinal?: number; matter_id?: Id },
) =>
  db
    .updateTable('matter_point')
    .set(values)
    .where('institution_id', '=', institutionId)
    .where('point_id', '=', id)
    .execute();

/** What the person said of a point moves with it into a matter of its own. */
export const moveSaidPoint = (db: Db, institutionId: Id, pointId: Id, matterId: Id, ordinal: number) =>
  db
    .updateTable('matter_said')
    .set({ matter_id: matterId, ordinal })
    .where('institution_id', '=', institutionId)
    .where('point_id', '=', pointId)
    .execute();

export const insertAddition = (
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  one: { ordinal: number; sort: 'addition' | 'question'; on: PlainDate },
) =>
  db
    .insertInto('matter_addition')
    .values({
      institution_id: institutionId,
      matter_id: matterId,
      unit_id: unitId,
      desk_ids: uuids(desks),
      ordinal: one.ordinal,
      sort: one.sort,
      on_day: one.on,
    })
    .execute();

export const releaseAddition = (db: Db, institutionId: Id, matterId: Id, ordinal: number, released: string) =>
  db
    .updateTable('matter_addition')
    .set({ released })
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .where('ordinal', '=', ordinal)
    .execute();

export const releasedBigrams = (title: string, points: readonly string[]): string[] =>
  bigramsOf([title, ...points].join('\n'));

// ── Replies, promises, deliveries, answers ───────────────────────────────────────────────────────────────

export type DraftReply = {
  readonly pointId: Id;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly promiseOn: PlainDate | null;
};

export async function keepReplies(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  round: number,
  drafts: readonly DraftReply[],
  at: Date,
): Promise<void> {
  if (drafts.length === 0) return;
  await db
    .insertInto('matter_reply')
    .values(
      drafts.map((one) => ({
        institution_id: institutionId,
        matter_id: matterId,
        unit_id: unitId,
        desk_ids: uuids(desks),
        round,
        point_id: one.pointId,
        text: one.text,
        outcome: one.outcome,
        promise_on: one.promiseOn,
        written_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'matter_id', 'round', 'point_id']).doUpdateSet((set) => ({
        text: set.ref('excluded.text'),
        outcome: set.ref('excluded.outcome'),
        promise_on: set.ref('excluded.promise_on'),
        written_at: set.ref('excluded.written_at'),
      })),
    )
    .execute();
}

export const markPublished = (db: Db, institutionId: Id, matterId: Id, round: number, on: PlainDate) =>
  db
    .updateTable('matter_reply')
    .set({ published_on: on })
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .where('round', '=', round)
    .execute();

export type NewPromise = {
  readonly id: Id;
  readonly pointId: Id;
  readonly point: number;
  readonly round: number;
  readonly outcome: Outcome;
  readonly text: string;
  readonly promisedOn: PlainDate;
  readonly dueOn: PlainDate;
};

export async function insertPromises(
  db: Db,
  { institutionId, matterId, unitId }: Place,
  desks: readonly Id[],
  owner: Id | null,
  made: readonly NewPromise[],
): Promise<void> {
  if (made.length === 0) return;
  await db
    .insertInto('matter_promise')
    .values(
      made.map((one) => ({
        institution_id: institutionId,
        promise_id: one.id,
        matter_id: matterId,
        point_id: one.pointId,
        point: one.point,
        round: one.round,
        unit_id: unitId,
        owner_unit_id: owner,
        desk_ids: uuids(desks),
        outcome: one.outcome,
        text: one.text,
        promised_on: one.promisedOn,
        due_on: one.dueOn,
      })),
    )
    .execute();
}

export async function storeLookBack(
  db: Db,
  institutionId: Id,
  promiseId: Id,
  version: number,
  values: { due_on?: PlainDate; settled_on?: PlainDate; lookedBack: readonly object[] },
): Promise<number | undefined> {
  const { lookedBack, ...rest } = values;
  const row = await db
    .updateTable('matter_promise')
    .set({ ...rest, looked_back: JSON.stringify(lookedBack), version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('promise_id', '=', promiseId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** The first telling stays; only the reading is added to it. */
export const keepDelivery = (
  db: Db,
  { institutionId, matterId, unitId }: Place,
  one: { round: number; party: number; way: Way; on: PlainDate; by: string | null; readOn: PlainDate | null },
) =>
  db
    .insertInto('matter_delivery')
    .values({
      institution_id: institutionId,
      matter_id: matterId,
      unit_id: unitId,
      round: one.round,
      party: one.party,
      way: one.way,
      on_day: one.on,
      told_by: one.by,
      read_on: one.readOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'matter_id', 'round', 'party']).doUpdateSet({
        read_on: sql<PlainDate | null>`coalesce(matter_delivery.read_on, excluded.read_on)`,
      }),
    )
    .execute();

export const keepAnswer = (
  db: Db,
  { institutionId, matterId, unitId }: Place,
  one: {
    round: number;
    party: number;
    result: Result;
    timely: boolean | null;
    clear: boolean | null;
    comment: string | null;
    firstOn: PlainDate;
    on: PlainDate;
    byLink: boolean;
  },
) =>
  db
    .insertInto('matter_answer')
    .values({
      institution_id: institutionId,
      matter_id: matterId,
      unit_id: unitId,
      round: one.round,
      party: one.party,
      result: one.result,
      timely: one.timely,
      clear: one.clear,
      comment: one.comment,
      first_on: one.firstOn,
      on_day: one.on,
      by_link: one.byLink,
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'matter_id', 'round', 'party']).doUpdateSet((set) => ({
        result: set.ref('excluded.result'),
        timely: set.ref('excluded.timely'),
        clear: set.ref('excluded.clear'),
        comment: set.ref('excluded.comment'),
        first_on: set.ref('excluded.first_on'),
        on_day: set.ref('excluded.on_day'),
        by_link: set.ref('excluded.by_link'),
      })),
    )
    .execute();

/** Days to sort by that were computed under other rules are computed anew, some at a time, by whoever writes next. */
export async function refreshDays(
  db: Db,
  institutionId: Id,
  rules: RulesInForce,
  today: PlainDate,
  limit: number,
): Promise<void> {
  const stale = await db
    .selectFrom('matter')
    .select(['matter_id', 'state'])
    .where('institution_id', '=', institutionId)
    .where('status', 'not in', ['closed', 'merged', 'withdrawn'])
    .where('clocks_under', 'is distinct from', rules.fingerprint)
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (stale.length === 0) return;
  const rows = stale.map((row) => ({
    id: row.matter_id,
    ...daysToSortBy(row.state as unknown as MatterState, rules, today),
  }));
  await sql`update matter set next_on = fresh.next_on, lead_next_on = fresh.lead_next_on, clocks_under = ${rules.fingerprint}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (id uuid, next_on date, lead_next_on date)
    where matter.institution_id = ${institutionId} and matter.matter_id = fresh.id`.execute(db);
}
