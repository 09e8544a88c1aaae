/** Reads over drafts, their lines and the facts of their sandbox. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Precision } from '@zhengyou/domain/calendar/precision.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { DraftLine } from '@zhengyou/domain/pairing/draft.rules.ts';
import type { SandboxFact } from '@zhengyou/domain/pairing/renewal.rules.ts';
import type { Level, StandingKind, StandingRole, Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

export type DraftRow = {
  readonly id: Id;
  readonly version: number;
  readonly name: string;
  readonly kind: 'board' | 'renewal';
  readonly status: 'open' | 'sent' | 'undone' | 'discarded';
  readonly tier: Tier | null;
  readonly unit: { readonly id: Id; readonly name: string; readonly shortName: string } | null;
  readonly effectiveOn: PlainDate;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly sentOn: PlainDate | null;
};

/** A unit sees and plans its own drafts only; those of the institution are for whoever sees the whole. */
const withinDrafts = (reach: Reach) =>
  reach.whole ? sql<boolean>`true` : sql<boolean>`d.unit_id = any (${[...reach.units]}::uuid[])`;

export async function listDraftRows(
  db: Db,
  institutionId: Id,
  reach: Reach,
  filter: { readonly id?: Id; readonly kind?: 'board' | 'renewal' | undefined; readonly all?: boolean } = {},
): Promise<DraftRow[]> {
  let query = db
    .selectFrom('pairing_draft as d')
    .leftJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'd.institution_id').onRef('unit.unit_id', '=', 'd.unit_id'),
    )
    .select(['d.draft_id', 'd.version', 'd.name', 'd.kind', 'd.status', 'd.tier', 'd.unit_id', 'd.effective_on'])
    .select([
      'd.made_by_name',
      'd.made_at',
      'd.sent_at',
      'd.sent_on',
      'unit.name as unit_name',
      'unit.short_name as short',
    ])
    .where('d.institution_id', '=', institutionId)
    .where(withinDrafts(reach))
    .orderBy(sql`d.status <> 'open'`)
    .orderBy('d.made_at', 'desc')
    .orderBy('d.draft_id', 'desc')
    .limit(100);
  if (filter.id) query = query.where('d.draft_id', '=', filter.id);
  if (filter.kind) query = query.where('d.kind', '=', filter.kind);
  if (!filter.all && !filter.id) query = query.where('d.status', 'in', ['open', 'sent']);
  return (await query.execute()).map((row) => ({
    id: row.draft_id as Id,
    version: row.version,
    name: row.name,
    kind: row.kind as DraftRow['kind'],
    status: row.status as DraftRow['status'],
    tier: row.tier as Tier | null,
    unit:
      row.unit_id === null ? null : { id: row.unit_id as Id, name: row.unit_name ?? '', shortName: row.short ?? '' },
    effectiveOn: row.effective_on as PlainDate,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    sentAt: row.sent_at,
    sentOn: row.sent_on as PlainDate | null,
  }));
}

/** By draft, for any number of drafts in one statement. */
export async function listLines(
  db: Db,
  institutionId: Id,
  drafts: readonly Id[],
): Promise<ReadonlyMap<Id, readonly DraftLine[]>> {
  const rows = await db
    .selectFrom('pairing_draft_line')
    .select(['draft_id', 'kind', 'leader_id', 'representative_id', 'from_leader_id', 'reason', 'reason_en', 'clause'])
    .where('institution_id', '=', institutionId)
    .where('draft_id', '=', sql<string>`any (${[...drafts]}::uuid[])`)
    .orderBy('draft_id')
    .orderBy('leader_id')
    .orderBy('representative_id')
    .orderBy('kind')
    .execute();
  const lines = Map.groupBy(rows, (row) => row.draft_id as Id);
  return new Map(
    [...lines].map(([id, own]) => [
      id,
      own.map((row) => ({
        kind: row.kind as DraftLine['kind'],
        leaderId: row.leader_id as Id,
        representativeId: row.representative_id as Id,
        fromLeaderId: row.from_leader_id as Id | null,
        reason: row.reason === null ? null : { zh: row.reason, en: row.reason_en ?? row.reason },
        clause: row.clause,
      })),
    ]),
  );
}

export type FactRow = SandboxFact & { readonly draftId: Id };

/** With the name of the person and the unit of a new post; one whom the asker may not know is left out. */
export async function listFacts(db: Db, institutionId: Id, reach: Reach, drafts: readonly Id[]): Promise<FactRow[]> {
  const rows = await db
    .selectFrom('pairing_draft_fact as f')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'f.institution_id').onRef('person.person_id', '=', 'f.person_id'),
    )
    .leftJoin('unit as place', (join) =>
      join.onRef('place.institution_id', '=', 'f.institution_id').onRef('place.unit_id', '=', 'f.post_unit_id'),
    )
    .select([
      'f.draft_id',
      'f.fact_id',
      'f.kind',
      'f.person_id',
      'f.on_day',
      'f.post_id',
      'f.standing_id',
      'f.standing_kind',
    ])
    .select(['f.level', 'f.role', 'f.written', 'f.charge', 'f.ends_on', 'f.precision', 'person.name', 'person.reading'])
    .select(['person.unit_id as home_id', 'place.unit_id as place_id', 'place.name as place_name'])
    .select(['place.short_name as place_short', 'place.tier as place_tier', 'place.rank as place_rank'])
    .where('f.institution_id', '=', institutionId)
    .where('f.draft_id', '=', sql<string>`any (${[...drafts]}::uuid[])`)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .orderBy('f.draft_id')
    .orderBy('f.fact_id')
    .execute();
  return rows.map((row) => ({
    id: row.fact_id as Id,
    draftId: row.draft_id as Id,
    kind: row.kind as SandboxFact['kind'],
    personId: row.person_id as Id,
    name: row.name,
    reading: row.reading,
    homeId: row.home_id as Id,
    onDay: row.on_day as PlainDate,
    postId: row.post_id as Id | null,
    standingId: row.standing_id as Id | null,
    standingKind: row.standing_kind as StandingKind | null,
    level: row.level as Level | null,
    role: row.role as StandingRole | null,
    written: row.written,
    charge: row.charge,
    endsOn: row.ends_on as PlainDate | null,
    precision: row.precision as Precision | null,
    unit:
      row.place_id === null
        ? null
        : {
            id: row.place_id as Id,
            name: row.place_name ?? '',
            shortName: row.place_short ?? '',
            rank: row.place_rank ?? 0,
            tier: (row.place_tier ?? 'unit') as Tier,
          },
  }));
}

/** Pairs in which somebody has talked: what was talked in is not undone. */
export async function listTalkedIn(db: Db, institutionId: Id, pairings: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (pairings.length === 0) return new Set();
  const rows = await db
    .selectFrom('interaction_party')
    .select('pairing_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('pairing_id', '=', sql<string>`any (${[...pairings]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.pairing_id as Id));
}

/** Pairs whose last step ended them as part of a draft. */
export async function listEndedBy(db: Db, institutionId: Id, draftId: Id): Promise<Id[]> {
  const { rows } = await sql<{ pairing_id: Id }>`select distinct pairing_id from pairing_step
    where institution_id = ${institutionId} and draft_id = ${draftId} and action = 'end' order by pairing_id`.execute(
    db,
  );
  return rows.map((row) => row.pairing_id);
}
