/** What the screens of matters look up; nothing here writes. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.machine.ts';
import type { MatterStep, Performer } from '@zhengyou/domain/matter/matter.steps.ts';
import type { LoopSetting } from '@zhengyou/domain/matter/reply-loop.ts';
import {
  sayNumber,
  type Disposition,
  type MatterActionKind,
  type MatterKind,
  type MatterOrigin,
  type MatterStatus,
  type Outcome,
  type Result,
  type Way,
} from '@zhengyou/domain/matter/matter.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinMatters, withinProposers } from '../../store/reach.ts';

export const anyOf = (ids: readonly Id[]) => sql<string>`any (${[...ids]}::uuid[])`;
const day = (text: string | null) => text as PlainDate | null;

export async function listLoopSettings(
  db: Db,
  institutionId: Id,
  on: PlainDate,
  kinds: readonly string[],
): Promise<LoopSetting[]> {
  return db
    .selectFrom('local_setting')
    .select(['kind', 'value', 'reason'])
    .where('institution_id', '=', institutionId)
    .where('unit_id', 'is', null)
    .where('kind', 'in', [...kinds])
    .where('starts_on', '<=', on)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('starts_on')
    .execute();
}

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
    .select(['channel', 'merged_from', 'withdrawn_at'])
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
    channel: row.channel as Channel | null,
    mergedFrom: row.merged_from,
    withdrawn: row.withdrawn_at !== null,
  }));
}

export type SaidRow = {
  readonly matterId: Id;
  readonly sort: 'title' | 'point' | 'addition' | 'question';
  readonly ordinal: number;
  readonly pointId: Id | null;
  readonly party: number | null;
  readonly words: string;
  readonly on: PlainDate;
};

/** The proposers’ own words: empty for whoever reads the released text only. The database decides. */
export async function listSaid(
  db: Db,
  institutionId: Id,
  ids: readonly Id[],
  sorts?: readonly SaidRow['sort'][],
): Promise<SaidRow[]> {
  if (ids.length === 0) return [];
  let query = db
    .selectFrom('matter_said')
    .select(['matter_id', 'sort', 'ordinal', 'point_id', 'party', 'words', 'on_day'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', anyOf(ids))
    .orderBy('ordinal');
  if (sorts) query = query.where('sort', 'in', [...sorts]);
  return (await query.execute()).map((row) => ({
    matterId: row.matter_id as Id,
    sort: row.sort as SaidRow['sort'],
    ordinal: row.ordinal,
    pointId: row.point_id as Id | null,
    party: row.party,
    words: row.words,
    on: row.on_day as PlainDate,
  }));
}

export type PointRow = { readonly id: Id; readonly ordinal: number; readonly released: string | null };

export async function listPoints(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  id: Id,
): Promise<PointRow[]> {
  const rows = await db
    .selectFrom('matter_point')
    .select(['point_id', 'ordinal', 'released'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .where(withinMatters(reach, own, 'matter_point'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ id: row.point_id as Id, ordinal: row.ordinal, released: row.released }));
}

export async function listAdditions(db: Db, institutionId: Id, reach: Reach, own: readonly Id[], id: Id) {
  const rows = await db
    .selectFrom('matter_addition')
    .select(['ordinal', 'sort', 'on_day', 'released'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .where(withinMatters(reach, own, 'matter_addition'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    sort: row.sort as 'addition' | 'question',
    on: row.on_day as PlainDate,
    released: row.released,
  }));
}

export type ReplyRow = {
  readonly round: number;
  readonly pointId: Id;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly promiseOn: PlainDate | null;
  readonly publishedOn: PlainDate | null;
};

export async function listReplies(db: Db, institutionId: Id, id: Id): Promise<ReplyRow[]> {
  const rows = await db
    .selectFrom('matter_reply')
    .select(['round', 'point_id', 'text', 'outcome', 'promise_on', 'published_on'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .orderBy('round')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    pointId: row.point_id as Id,
    text: row.text,
    outcome: row.outcome as Outcome | null,
    promiseOn: day(row.promise_on),
    publishedOn: day(row.published_on),
  }));
}

export type ActionRow = {
  readonly ordinal: number;
  readonly round: number;
  readonly at: Date;
  readonly actorName: string | null;
  readonly words: string | null;
  readonly step: MatterStep;
};

export async function listActions(
  db: Db,
  institutionId: Id,
  reach: Reach,
  own: readonly Id[],
  id: Id,
): Promise<ActionRow[]> {
  const rows = await db
    .selectFrom('matter_action')
    .select(['ordinal', 'action', 'round', 'on_day', 'at', 'performer', 'actor_id', 'actor_name', 'actor_unit_id'])
    .select(['party', 'detail', 'words'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .where(withinMatters(reach, own, 'matter_action'))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    round: row.round,
    at: row.at,
    actorName: row.actor_name,
    words: row.words,
    step: {
      action: row.action as MatterActionKind,
      on: row.on_day as PlainDate,
      by: {
        as: row.performer as Performer['as'],
        person: row.actor_id as Id | null,
        unit: row.actor_unit_id as Id | null,
        party: row.party,
      },
      detail: row.detail,
    } as unknown as MatterStep, // written by this room from the same type
  }));
}

export async function listDeliveries(db: Db, institutionId: Id, id: Id) {
  const rows = await db
    .selectFrom('matter_delivery')
    .select(['round', 'party', 'way', 'on_day', 'told_by', 'read_on'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .orderBy('round')
    .orderBy('party')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    party: row.party,
    way: row.way as Way,
    on: row.on_day as PlainDate,
    by: row.told_by,
    readOn: day(row.read_on),
  }));
}

export async function listAnswers(db: Db, institutionId: Id, id: Id) {
  const rows = await db
    .selectFrom('matter_answer')
    .select(['round', 'party', 'result', 'timely', 'clear', 'comment', 'first_on', 'on_day'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', id)
    .orderBy('round')
    .orderBy('party')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    party: row.party,
    result: row.result as Result,
    timely: row.timely,
    clear: row.clear,
    comment: row.comment,
    firstOn: row.first_on as PlainDate,
    on: row.on_day as PlainDate,
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
