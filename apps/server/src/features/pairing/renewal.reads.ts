/** Reads for a renewal: who is called so, and what a leader and a representative have talked about. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import { withinPairs, withinPeople } from '../../store/reach.ts';

export type Called = {
  readonly id: Id;
  readonly name: string;
  readonly unit: { readonly id: Id; readonly name: string; readonly shortName: string };
  readonly position: string | null;
};

/** People within reach by name, or by id; all of one statement. */
export async function listCalled(
  db: Db,
  institutionId: Id,
  reach: Reach,
  by: { readonly names?: readonly string[]; readonly ids?: readonly Id[] },
): Promise<Called[]> {
  let query = db
    .selectFrom('person')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .select(['person.person_id', 'person.name', 'person.position', 'unit.unit_id', 'unit.name as unit_name'])
    .select('unit.short_name as unit_short')
    .where('person.institution_id', '=', institutionId)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .orderBy('person.reading')
    .orderBy('person.person_id');
  if (by.names) query = query.where('person.name', '=', sql<string>`any (${[...by.names]}::text[])`);
  if (by.ids) query = query.where('person.person_id', '=', sql<string>`any (${[...by.ids]}::uuid[])`);
  return (await query.execute()).map((row) => ({
    id: row.person_id as Id,
    name: row.name,
    position: row.position,
    unit: { id: row.unit_id as Id, name: row.unit_name, shortName: row.unit_short },
  }));
}

export type TalkLine = {
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly on: PlainDate;
  readonly channel: string;
  readonly words: string | null;
  readonly all: number;
};

const TALKS_SHOWN = 10;

/** The latest shared texts of each pair, and how many there are in all. */
export async function listTalksOf(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairs: readonly { readonly leaderId: Id; readonly representativeId: Id }[],
): Promise<TalkLine[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<{
    leader_id: Id;
    representative_id: Id;
    happened_on: PlainDate;
    channel: string;
    words: string | null;
    total: number;
  }>`select * from (
      select t.leader_id, t.representative_id, t.happened_on, t.channel, i.words,
        count(*) over (partition by t.leader_id, t.representative_id) as total,
        row_number() over (partition by t.leader_id, t.representative_id order by t.happened_on desc, t.interaction_id desc) as place
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as two ("leaderId" uuid, "representativeId" uuid)
      join interaction_party t on t.leader_id = two."leaderId" and t.representative_id = two."representativeId"
      join interaction i on i.institution_id = t.institution_id and i.interaction_id = t.interaction_id
      where t.institution_id = ${institutionId} and t.came_about
        and ${withinPairs(reach, 't.leader_id', 't.representative_id', 't.unit_id')}) as own
    where place <= ${TALKS_SHOWN} order by leader_id, representative_id, happened_on desc`.execute(db);
  return rows.map((row) => ({
    leaderId: row.leader_id,
    representativeId: row.representative_id,
    on: row.happened_on,
    channel: row.channel,
    words: row.words,
    all: Number(row.total),
  }));
}
