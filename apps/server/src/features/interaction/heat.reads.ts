/** Leaders, their units, and how often there was contact each month; counts alone, no text. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPairs, withinPeople, withinRecords } from '../../store/reach.ts';
import type { RecordRow } from './interaction.reads.ts';

export type LeaderRow = {
  readonly id: Id;
  readonly name: string;
  readonly reading: string;
  readonly initials: string;
  readonly unitId: Id;
  readonly unit: string;
  readonly unitShort: string;
  readonly unitRank: number;
  readonly tiers: readonly Tier[];
  readonly friends: number;
};

/** Whoever held a leadership post in a span, once each, under the first of their units; by unit and by reading. */
export async function listLeaders(
  db: Db,
  institutionId: Id,
  reach: Reach,
  span: { readonly from: PlainDate; readonly last: PlainDate },
): Promise<LeaderRow[]> {
  const friends = sql<number>`(select count(*)::int from pairing
    where pairing.institution_id = post.institution_id and pairing.leader_id = post.person_id
      and ${withinPairs(reach, 'pairing.leader_id', 'pairing.representative_id', 'pairing.unit_id')}
      and pairing.starts_on <= ${span.last} and (pairing.ends_on is null or pairing.ends_on > ${span.last}))`;
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'post.institution_id').onRef('person.person_id', '=', 'post.person_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'post.institution_id').onRef('unit.unit_id', '=', 'post.unit_id'),
    )
    .select(['post.person_id', 'post.tier', 'post.unit_id', 'person.name', 'person.reading', 'person.initials'])
    .select(['unit.name as unit', 'unit.short_name as unit_short', 'unit.rank', friends.as('friends')])
    .where('post.institution_id', '=', institutionId)
    .where('post.leadership', '=', true)
    .where(withinPeople({ ...reach, people: [] }, 'post.person_id', 'post.unit_id'))
    .where((where) => where.or([where('post.starts_on', 'is', null), where('post.starts_on', '<=', span.last)]))
    .where((where) => where.or([where('post.ends_on', 'is', null), where('post.ends_on', '>', span.from)]))
    .orderBy('unit.rank')
    .orderBy('person.reading')
    .orderBy('post.post_id')
    .execute();
  const found = new Map<Id, LeaderRow>();
  for (const row of rows) {
    const id = row.person_id as Id;
    const known = found.get(id);
    found.set(
      id,
      known
        ? { ...known, tiers: [...new Set([...known.tiers, row.tier as Tier])] }
        : {
            id,
            name: row.name,
            reading: row.reading,
            initials: row.initials,
            unitId: row.unit_id as Id,
            unit: row.unit,
            unitShort: row.unit_short,
            unitRank: row.rank,
            tiers: [row.tier as Tier],
            friends: row.friends,
          },
    );
  }
  return [...found.values()];
}

export type MonthCount = {
  readonly leaderId: Id;
  /** 1 to 12. */
  readonly month: number;
  readonly talks: number;
  readonly gatherings: number;
  readonly visits: number;
};

/** Records that came about, by leader and month: a record with many people is one. */
export async function countByMonth(
  db: Db,
  institutionId: Id,
  reach: Reach,
  leaders: readonly Id[],
  span: { readonly from: PlainDate; readonly last: PlainDate },
): Promise<MonthCount[]> {
  const rows = await db
    .selectFrom('interaction')
    .select([
      'leader_id',
      sql<number>`extract(month from happened_on)::int`.as('month'),
      sql<number>`count(*) filter (where channel in ('faceToFace', 'phone', 'online'))::int`.as('talks'),
      sql<number>`count(*) filter (where channel in ('symposium', 'activity'))::int`.as('gatherings'),
      sql<number>`count(*) filter (where channel = 'visit')::int`.as('visits'),
    ])
    .where('institution_id', '=', institutionId)
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'))
    .where('leader_id', '=', sql<string>`any (${[...leaders]}::uuid[])`)
    .where('happened_on', '>=', span.from)
    .where('happened_on', '<=', span.last)
    .where('came_about', '=', true)
    .groupBy(['leader_id', 'month'])
    .execute();
  return rows.map((row) => ({
    leaderId: row.leader_id as Id,
    month: row.month,
    talks: row.talks,
    gatherings: row.gatherings,
    visits: row.visits,
  }));
}

export type MonthTalk = Pick<RecordRow, 'id' | 'leaderId' | 'leaderName' | 'on' | 'precision' | 'channel' | 'people'>;

/** The records of a leader in a span, the first first. */
export async function listTalksIn(
  db: Db,
  institutionId: Id,
  reach: Reach,
  leader: Id,
  span: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<MonthTalk[]> {
  const rows = await db
    .selectFrom('interaction')
    .select(['interaction_id', 'leader_id', 'leader_name', 'happened_on', 'precision', 'channel', 'representative_ids'])
    .where('institution_id', '=', institutionId)
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'))
    .where('leader_id', '=', leader)
    .where('happened_on', '>=', span.from)
    .where('happened_on', '<', span.until)
    .where('came_about', '=', true)
    .orderBy('happened_on')
    .orderBy('interaction_id')
    .limit(MONTH_MOST)
    .execute();
  return rows.map((row) => ({
    id: row.interaction_id as Id,
    leaderId: row.leader_id as Id,
    leaderName: row.leader_name,
    on: row.happened_on as PlainDate,
    precision: row.precision as MonthTalk['precision'],
    channel: row.channel as MonthTalk['channel'],
    people: row.representative_ids as Id[],
  }));
}

/** Nobody has so many talks in a month; an import that went wrong might. */
const MONTH_MOST = 500;
