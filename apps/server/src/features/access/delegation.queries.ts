/** Delegations and their steps: the tables of who may act in whose name. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type {
  Delegation,
  DelegationAction,
  DelegationKind,
  DelegationScope,
  DelegationStatus,
} from '@zhengyou/domain/access/delegation.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import { nextOrdinal } from '../../store/next-ordinal.ts';

export type DelegationRow = Delegation & {
  readonly id: Id;
  readonly version: number;
  readonly leaderName: string;
  readonly delegateName: string;
  /** The unit of the leader. */
  readonly unitId: Id;
};

const COLUMNS = [
  ...(['delegation_id', 'version', 'kind', 'leader_id', 'leader_name', 'unit_id'] as const),
  ...(['delegate_id', 'delegate_name', 'scopes', 'starts_on', 'ends_on', 'status'] as const),
] as const;

const select = (db: Db, institutionId: Id) =>
  db.selectFrom('delegation').select(COLUMNS).where('institution_id', '=', institutionId);

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

const delegationOf = (row: Row): DelegationRow => ({
  id: row.delegation_id as Id,
  version: row.version,
  kind: row.kind as DelegationKind,
  leaderId: row.leader_id as Id,
  leaderName: row.leader_name,
  unitId: row.unit_id as Id,
  delegateId: row.delegate_id as Id,
  delegateName: row.delegate_name,
  scopes: row.scopes as DelegationScope[],
  startsOn: row.starts_on as PlainDate,
  endsOn: row.ends_on as PlainDate,
  status: row.status as DelegationStatus,
});

/** The application's lock: those who take part in it, and the house that keeps it. */
const within = (reach: Reach) =>
  reach.whole
    ? sql<boolean>`true`
    : sql<boolean>`(leader_id = any (${[...reach.self]}::uuid[]) or delegate_id = any (${[...reach.self]}::uuid[]))`;

/**
 * What there ever was between a leader and whoever would act, the latest first. It is held while one acts, so that what is taken
 * back meanwhile waits for the act, and an act after it finds nothing.
 */
export async function holdBetween(db: Db, institutionId: Id, leaderId: Id, delegateId: Id): Promise<DelegationRow[]> {
  const rows = await select(db, institutionId)
    .where('leader_id', '=', leaderId)
    .where('delegate_id', '=', delegateId)
    .orderBy('created_at', 'desc')
    .forShare()
    .execute();
  return rows.map(delegationOf);
}

/** Everything that was ever lent to someone, the latest first; held where one acts by it, not where one only looks. */
export async function listLentTo(
  db: Db,
  institutionId: Id,
  delegateId: Id,
  options: { readonly hold: boolean },
): Promise<DelegationRow[]> {
  const all = select(db, institutionId).where('delegate_id', '=', delegateId).orderBy('created_at', 'desc');
  const rows = await (options.hold ? all.forShare() : all).execute();
  return rows.map(delegationOf);
}

/** Open ones in which one of these takes part, on either side. */
export async function listOpenOf(db: Db, institutionId: Id, people: readonly Id[]): Promise<DelegationRow[]> {
  const rows = await select(db, institutionId)
    .where('status', 'in', ['asked', 'given'])
    .where(sql<boolean>`(leader_id = any (${[...people]}::uuid[]) or delegate_id = any (${[...people]}::uuid[]))`)
    .execute();
  return rows.map(delegationOf);
}

/** Whoever reads it as running or waiting first, then the latest. */
export async function listDelegationRows(
  db: Db,
  institutionId: Id,
  reach: Reach,
  query: { readonly of: Id | null; readonly openOn: PlainDate | null; readonly limit: number },
): Promise<{ items: DelegationRow[]; total: number }> {
  let all = db.selectFrom('delegation').where('institution_id', '=', institutionId).where(within(reach));
  const { of } = query;
  if (of !== null) all = all.where((where) => where.or([where('leader_id', '=', of), where('delegate_id', '=', of)]));
  if (query.openOn !== null) all = all.where('status', 'in', ['asked', 'given']).where('ends_on', '>', query.openOn);
  const rows = await all
    .select(COLUMNS)
    .orderBy(sql`status = 'asked'`, 'desc')
    .orderBy(sql`status = 'given'`, 'desc')
    .orderBy('created_at', 'desc')
    .limit(query.limit)
    .execute();
  const { total } = await all.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(delegationOf), total };
}

export async function holdDelegation(
  db: Db,
  institutionId: Id,
  reach: Reach,
  id: Id,
): Promise<DelegationRow | undefined> {
  const row = await select(db, institutionId)
    .where('delegation_id', '=', id)
    .where(within(reach))
    .forUpdate()
    .executeTakeFirst();
  return row && delegationOf(row);
}

export const insertDelegation = (db: Db, institutionId: Id, one: DelegationRow, at: Date) =>
  db
    .insertInto('delegation')
    .values({
      institution_id: institutionId,
      delegation_id: one.id,
      kind: one.kind,
      leader_id: one.leaderId,
      leader_name: one.leaderName,
      unit_id: one.unitId,
      delegate_id: one.delegateId,
      delegate_name: one.delegateName,
      scopes: sql<string[]>`${[...one.scopes]}::text[]`,
      starts_on: one.startsOn,
      ends_on: one.endsOn,
      status: one.status,
      created_at: at,
    })
    .execute();

export const writeStatus = (db: Db, institutionId: Id, one: DelegationRow, status: DelegationStatus) =>
  db
    .updateTable('delegation')
    .set({ status, version: one.version + 1 })
    .where('institution_id', '=', institutionId)
    .where('delegation_id', '=', one.id)
    .execute();

type Step = { readonly action: DelegationAction; readonly actorId: Id; readonly actorName: string; readonly at: Date };

export const appendDelegationStep = (db: Db, institutionId: Id, one: DelegationRow, step: Step) =>
  db
    .insertInto('delegation_step')
    .values({
      institution_id: institutionId,
      delegation_id: one.id,
      ordinal: nextOrdinal('delegation_step', institutionId, 'delegation_id', one.id),
      action: step.action,
      leader_id: one.leaderId,
      delegate_id: one.delegateId,
      unit_id: one.unitId,
      actor_id: step.actorId,
      actor_name: step.actorName,
      at: step.at,
    })
    .execute();

export async function listDelegationSteps(db: Db, institutionId: Id, ids: readonly Id[]) {
  const rows = await db
    .selectFrom('delegation_step')
    .select(['delegation_id', 'action', 'actor_name', 'at'])
    .where('institution_id', '=', institutionId)
    .where('delegation_id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .orderBy('delegation_id')
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    delegationId: row.delegation_id as Id,
    action: row.action as DelegationAction,
    name: row.actor_name,
    at: row.at.toISOString(),
  }));
}

/** One after another: two who would stand in for each other on the same days must see one another. */
export const lockDelegations = (db: Db, institutionId: Id) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`delegations ${institutionId}`}, 0))`.execute(db);
