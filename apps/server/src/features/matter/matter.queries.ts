/** Writes matters and their steps: the one place that does. The state is what the fold of the steps says. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { type PlainDate, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { clocksOf, nextClock } from '@zhengyou/domain/matter/matter.clocks.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import { FINAL_STATUSES, type MatterOrigin, sayNumber } from '@zhengyou/domain/matter/matter.ts';
import type { Db } from '../../store/database.ts';
import type { RulesInForce } from './rules.ts';

export const uuids = (ids: readonly Id[]) => sql<string[]>`${[...ids]}::uuid[]`;
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
    .where('status', 'not in', [...FINAL_STATUSES])
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
