/** The talks that came about, those who took part, and what became of each thing that was raised in them. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinRecords } from '../../store/reach.ts';

export async function listTalksHeld(db: Db, institutionId: Id, reach: Reach, limit: number) {
  const rows = await db
    .selectFrom('interaction as talk')
    .select(['talk.interaction_id', 'talk.leader_id', 'talk.representative_ids', 'talk.happened_on', 'talk.precision'])
    .select(['talk.channel', 'talk.channel_written', 'talk.place', 'talk.words', 'talk.handling', 'talk.recorded_as'])
    .where('talk.institution_id', '=', institutionId)
    .where(withinRecords(reach, 'talk.leader_id', 'talk.representative_ids', 'talk.unit_id'))
    .where((where) =>
      where.exists(
        where
          .selectFrom('interaction_party as party')
          .select('party.interaction_id')
          .whereRef('party.institution_id', '=', 'talk.institution_id')
          .whereRef('party.interaction_id', '=', 'talk.interaction_id')
          .where('party.came_about', '=', true),
      ),
    )
    .orderBy('talk.happened_on')
    .orderBy('talk.interaction_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.interaction_id as Id,
    leader: row.leader_id as Id,
    people: row.representative_ids as Id[],
    on: row.happened_on as PlainDate,
    precision: row.precision === 'month' ? ('month' as const) : ('day' as const),
    channel: row.channel as Channel,
    channelWritten: row.channel_written,
    place: row.place,
    words: row.words,
    handling: row.handling,
    recorder: row.recorded_as,
  }));
}

export type RaisedPoint = {
  readonly talk: Id;
  readonly kind: 'opinion' | 'difficulty';
  readonly words: string;
  readonly handling: string | null;
  /** Null where none was made of it. */
  readonly matter: { readonly state: MatterState; readonly untouched: boolean } | null;
};

/** What was raised, with the matter that it became; where that was merged, the one that answers for both. */
export async function listPointsRaised(db: Db, institutionId: Id, reach: Reach): Promise<RaisedPoint[]> {
  const { rows } = await sql<{
    interaction_id: string;
    kind: 'opinion' | 'difficulty';
    words: string;
    handling: string | null;
    state: MatterState | null;
    untouched: boolean | null;
  }>`
    with made as (
      select distinct on (proposer.point_id) proposer.point_id, coalesce(target.state, matter.state) as state,
        matter.import_id is not null and matter.version = 1 as untouched
      from matter_proposer as proposer
      join matter on matter.institution_id = proposer.institution_id and matter.matter_id = proposer.matter_id
      left join matter as target on target.institution_id = matter.institution_id and target.matter_id = matter.merged_into
      where proposer.institution_id = ${institutionId} and proposer.point_id is not null
      order by proposer.point_id, (matter.merged_into is not null), matter.year, matter.ordinal)
    select point.interaction_id, point.kind, point.words, point.handling, made.state, made.untouched
    from interaction_point as point
    left join made on made.point_id = point.point_id
    where point.institution_id = ${institutionId}
      and ${withinRecords(reach, 'point.leader_id', 'point.representative_ids', 'point.unit_id')}
    order by point.interaction_id, point.ordinal`.execute(db);
  return rows.map((row) => ({
    talk: row.interaction_id as Id,
    kind: row.kind,
    words: row.words,
    handling: row.handling,
    matter: row.state ? { state: row.state, untouched: row.untouched === true } : null,
  }));
}

/** Names with the units that tell apart those of one name. */
export async function listNames(db: Db, institutionId: Id) {
  const rows = await db
    .selectFrom('person')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .select(['person.person_id', 'person.name', 'unit.name as unit'])
    .where('person.institution_id', '=', institutionId)
    .execute();
  const sameName = Map.groupBy(rows, (row) => row.name);
  return new Map(
    rows.map((row) => [
      row.person_id as Id,
      (sameName.get(row.name)?.length ?? 0) > 1 ? `${row.name}（${row.unit}）` : row.name,
    ]),
  );
}

export async function listUnitNames(db: Db, institutionId: Id) {
  const rows = await db
    .selectFrom('unit')
    .select(['unit_id', 'short_name'])
    .where('institution_id', '=', institutionId)
    .execute();
  return new Map(rows.map((row) => [row.unit_id as Id, row.short_name]));
}
