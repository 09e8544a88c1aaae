/** The book of promises as it is read. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Relation } from '@zhengyou/domain/matter/matter.access.ts';
import type { LookBack, Outcome } from '@zhengyou/domain/matter/matter.ts';
import type { Db } from '../../store/database.ts';
import { withinMatters } from '../../store/reach.ts';
import type { Units } from './matter.reads.ts';

export type LookedBack = { readonly on: PlainDate; readonly found: LookBack; readonly note: string | null };
export type PromiseRow = {
  readonly id: Id;
  readonly version: number;
  readonly matterId: Id;
  readonly point: number;
  readonly round: number;
  readonly outcome: Outcome;
  readonly text: string;
  readonly owner: Id | null;
  readonly promisedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly settledOn: PlainDate | null;
  readonly lookedBack: readonly LookedBack[];
};

export type PromiseFilter = {
  readonly matterId?: Id;
  readonly id?: Id;
  readonly owner?: Id | undefined;
  /** Still open and due by this day. */
  readonly dueBy?: PlainDate;
  readonly open?: boolean;
};

const promised = (db: Db, institutionId: Id, reach: Reach, own: readonly Id[], filter: PromiseFilter) => {
  let query = db
    .selectFrom('matter_promise')
    .where('matter_promise.institution_id', '=', institutionId)
    .where((where) =>
      where.or([
        withinMatters(reach, own, 'matter_promise'),
        sql<boolean>`matter_promise.owner_unit_id = any (${[...reach.desks]}::uuid[])`,
      ]),
    );
  if (filter.matterId) query = query.where('matter_promise.matter_id', '=', filter.matterId);
  if (filter.id) query = query.where('matter_promise.promise_id', '=', filter.id);
  if (filter.owner) query = query.where('matter_promise.owner_unit_id', '=', filter.owner);
  if (filter.open || filter.dueBy) query = query.where('matter_promise.settled_on', 'is', null);
  if (filter.dueBy) query = query.where('matter_promise.due_on', '<=', filter.dueBy);
  return query;
};

export async function promisesOf(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  filter: PromiseFilter,
  page: { readonly offset: number; readonly limit: number } = { offset: 0, limit: 200 },
): Promise<PromiseRow[]> {
  const rows = await promised(db, institutionId, reach, own, filter)
    .selectAll()
    .orderBy((order) => order('settled_on', 'is not', null))
    .orderBy('due_on')
    .orderBy('promise_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.promise_id as Id,
    version: row.version,
    matterId: row.matter_id as Id,
    point: row.point,
    round: row.round,
    outcome: row.outcome as Outcome,
    text: row.text,
    owner: row.owner_unit_id as Id | null,
    promisedOn: row.promised_on as PlainDate,
    dueOn: row.due_on as PlainDate,
    settledOn: row.settled_on as PlainDate | null,
    lookedBack: row.looked_back as unknown as LookedBack[],
  }));
}

export async function countPromises(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  today: PlainDate,
  owner?: Id,
) {
  const row = await promised(db, institutionId, reach, own, { owner })
    .select((count) => [
      count.fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where settled_on is null)`.as('open'),
      sql<number>`count(*) filter (where settled_on is null and due_on <= ${today})`.as('due'),
    ])
    .executeTakeFirstOrThrow();
  return { all: row.all, open: row.open, due: row.due };
}

export const promiseShown = (one: PromiseRow, units: Units, relation: Pick<Relation, 'level' | 'unit'>) => {
  const mine =
    relation.level === 'keeper' ||
    (relation.level === 'handler' && (one.owner === null || one.owner === relation.unit));
  return {
    id: one.id,
    version: one.version,
    point: one.point,
    round: one.round,
    outcome: one.outcome,
    promisedOn: one.promisedOn,
    dueOn: one.dueOn,
    owner: one.owner === null ? null : (units.get(one.owner) ?? null),
    text: one.text,
    lookedBack: [...one.lookedBack],
    open: one.settledOn === null,
    can: mine && one.settledOn === null ? ['lookBack' as const] : [],
  };
};
