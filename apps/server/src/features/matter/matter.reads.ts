/** Looks up matters and whose they are; nothing here writes. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import {
  type Disposition,
  type MatterKind,
  type MatterOrigin,
  type MatterStatus,
  sayNumber,
} from '@zhengyou/domain/matter/matter.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinMatters, withinProposers } from '../../store/reach.ts';

export const anyOf = (ids: readonly Id[]) => sql<string>`any (${[...ids]}::uuid[])`;
export const day = (text: string | null) => text as PlainDate | null;

export type MatterRow = {
  readonly id: Id;
  readonly version: number;
  readonly number: string;
  readonly kind: MatterKind;
  readonly origin: MatterOrigin;
  readonly status: MatterStatus;
  readonly disposition: Disposition | null;
  readonly unitId: Id;
  readonly lead: Id | null;
  readonly desks: readonly Id[];
  readonly named: boolean;
  readonly title: string | null;
  readonly round: number;
  readonly registeredOn: PlainDate;
  readonly statusOn: PlainDate;
  readonly points: number;
  readonly pointsReplied: number;
  readonly clocksUnder: string | null;
  readonly state: MatterState;
  readonly mergedInto: Id | null;
  readonly splitFrom: Id | null;
};

export const MATTER = [
  ...(['matter.matter_id', 'matter.version', 'matter.year', 'matter.ordinal', 'matter.kind', 'matter.origin'] as const),
  ...(['matter.status', 'matter.disposition', 'matter.unit_id', 'matter.lead_unit_id', 'matter.desk_ids'] as const),
  ...(['matter.named', 'matter.title', 'matter.round', 'matter.registered_on', 'matter.status_on'] as const),
  ...(['matter.points', 'matter.points_replied', 'matter.clocks_under', 'matter.state'] as const),
  ...(['matter.merged_into', 'matter.split_from'] as const),
] as const;

const matters = (db: Db, institutionId: Id, reach: Reach, own: readonly Id[]) =>
  db.selectFrom('matter').where('matter.institution_id', '=', institutionId).where(withinMatters(reach, own));

type Raw = Awaited<ReturnType<typeof selectRaw>>[number];
const selectRaw = (db: Db, institutionId: Id, reach: Reach) =>
  matters(db, institutionId, reach, []).select(MATTER).execute();

export const matterOf = (row: Raw): MatterRow => ({
  id: row.matter_id as Id,
  version: row.version,
  number: sayNumber(row.year, row.ordinal),
  kind: row.kind as MatterKind,
  origin: row.origin as MatterOrigin,
  status: row.status as MatterStatus,
  disposition: row.disposition as Disposition | null,
  unitId: row.unit_id as Id,
  lead: row.lead_unit_id as Id | null,
  desks: row.desk_ids as Id[],
  named: row.named,
  title: row.title,
  round: row.round,
  registeredOn: row.registered_on as PlainDate,
  statusOn: row.status_on as PlainDate,
  points: row.points,
  pointsReplied: row.points_replied,
  clocksUnder: row.clocks_under,
  state: row.state as unknown as MatterState,
  mergedInto: row.merged_into as Id | null,
  splitFrom: row.split_from as Id | null,
});

export async function findMatter(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  id: Id,
  options: { readonly lock?: boolean } = {},
): Promise<MatterRow | undefined> {
  let query = matters(db, institutionId, reach, own).select(MATTER).where('matter.matter_id', '=', id);
  if (options.lock) query = query.forUpdate('matter');
  const row = await query.executeTakeFirst();
  return row && matterOf(row);
}

/** Those among these matters that are one's own: raised by oneself, or heard by oneself as a leader. */
export async function listOwnAmong(db: Db, institutionId: Id, reach: Reach, ids: readonly Id[]): Promise<Id[]> {
  const rows = await db
    .selectFrom('matter_proposer')
    .select('matter_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', anyOf(ids))
    .where((where) =>
      where.or([where('person_id', '=', anyOf(reach.self)), where('leader_id', '=', anyOf(reach.self))]),
    )
    .execute();
  return rows.map((row) => row.matter_id as Id);
}

export type ProposerRow = {
  readonly matterId: Id;
  readonly party: number;
  readonly personId: Id;
  readonly name: string;
  readonly leaderId: Id | null;
  readonly leaderName: string | null;
  readonly named: boolean;
  readonly interactionId: Id | null;
  readonly pointId: Id | null;
  readonly channel: Channel | null;
  readonly mergedFrom: string | null;
  readonly withdrawn: boolean;
};

/** Who raised them, as far as the reader may know; the others’ places stay empty. */
export async function listProposers(
  db: Db,
  institutionId: Id,
  reach: Reach,
  keeps: boolean,
  ids: readonly Id[],
): Promise<ProposerRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('matter_proposer')
    .select(['matter_id', 'party', 'person_id', 'person_name', 'leader_id', 'leader_name', 'named', 'interaction_id'])
    .select(['point_id', 'channel', 'merged_from', 'withdrawn_at'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', anyOf(ids))
    .where(withinProposers(reach, keeps))
    .orderBy('party')
    .execute();
  return rows.map((row) => ({
    matterId: row.matter_id as Id,
    party: row.party,
    personId: row.person_id as Id,
    name: row.person_name,
    leaderId: row.leader_id as Id | null,
    leaderName: row.leader_name,
    named: row.named,
    interactionId: row.interaction_id as Id | null,
    pointId: row.point_id as Id | null,
    channel: row.channel as Channel | null,
    mergedFrom: row.merged_from,
    withdrawn: row.withdrawn_at !== null,
  }));
}
export async function listUnitRefs(db: Db, institutionId: Id) {
  const rows = await db
    .selectFrom('unit')
    .select(['unit_id', 'name', 'short_name'])
    .where('institution_id', '=', institutionId)
    .orderBy('rank')
    .execute();
  return new Map(
    rows.map((row) => [row.unit_id as Id, { id: row.unit_id as Id, name: row.name, shortName: row.short_name }]),
  );
}
export type Units = Awaited<ReturnType<typeof listUnitRefs>>;

/** Numbers of matters in reach. */
export async function listNumbers(db: Db, institutionId: Id, reach: Reach, own: readonly Id[], ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, string>();
  const rows = await matters(db, institutionId, reach, own)
    .select(['matter.matter_id', 'matter.year', 'matter.ordinal'])
    .where('matter.matter_id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.matter_id as Id, sayNumber(row.year, row.ordinal)]));
}

/** Departments with someone who answers, and who that is. */
export async function listHandlers(db: Db, institutionId: Id, on: PlainDate) {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'role_grant.institution_id')
        .onRef('person.person_id', '=', 'role_grant.person_id'),
    )
    .select(['role_grant.unit_id', 'person.name'])
    .where('role_grant.institution_id', '=', institutionId)
    .where('role_grant.role', '=', 'handler')
    .where((where) => where.or([where('role_grant.starts_on', 'is', null), where('role_grant.starts_on', '<=', on)]))
    .where((where) => where.or([where('role_grant.ends_on', 'is', null), where('role_grant.ends_on', '>', on)]))
    .orderBy('person.reading')
    .execute();
  return Map.groupBy(
    rows.filter((row) => row.unit_id !== null),
    (row) => row.unit_id as Id,
  );
}

export async function countActions(db: Db, institutionId: Id, id: Id): Promise<number> {
  const row = await db
    .selectFrom('matter_action')
    .select((at) => at.fn.max('ordinal').as('last'))
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .executeTakeFirst();
  return row?.last ?? 0;
}
