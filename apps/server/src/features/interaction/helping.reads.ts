/** What the page of whoever helps looks up. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinRecords } from '../../store/reach.ts';

/** By which these leaders are addressed on a day. */
export async function listLeaderTitles(
  db: Db,
  institutionId: Id,
  leaders: readonly Id[],
  on: PlainDate,
): Promise<ReadonlyMap<Id, readonly string[]>> {
  const rows = await db
    .selectFrom('post')
    .select(['person_id', 'title'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', sql<string>`any (${[...leaders]}::uuid[])`)
    .where('leadership', '=', true)
    .where((where) => where.or([where('starts_on', 'is', null), where('starts_on', '<=', on)]))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('post_id')
    .execute();
  const found = new Map<Id, string[]>();
  for (const row of rows) {
    const id = row.person_id as Id;
    found.set(id, [...(found.get(id) ?? []), row.title]);
  }
  return found;
}

/** What somebody wrote for these leaders that awaits their word: with whom, when, how; not what was said. */
export async function listWrittenBy(
  db: Db,
  institutionId: Id,
  reach: Reach,
  of: { readonly writer: Id; readonly leaders: readonly Id[]; readonly limit: number },
) {
  const rows = await db
    .selectFrom('interaction')
    .select(['interaction_id', 'leader_id', 'happened_on', 'channel', 'came_about'])
    .select(
      sql<string[]>`(select array_agg(representative_name order by representative_name) from interaction_party party
        where party.institution_id = interaction.institution_id and party.interaction_id = interaction.interaction_id)`.as(
        'people',
      ),
    )
    .where('institution_id', '=', institutionId)
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'))
    .where('recorded_by', '=', of.writer)
    .where('leader_id', '=', sql<string>`any (${[...of.leaders]}::uuid[])`)
    .where('leader_confirmed_at', 'is', null)
    .orderBy('happened_on', 'desc')
    .orderBy('created_at', 'desc')
    .limit(of.limit)
    .execute();
  return rows.map((row) => ({
    id: row.interaction_id as Id,
    leaderId: row.leader_id as Id,
    on: row.happened_on as PlainDate,
    channel: row.channel as Channel,
    cameAbout: row.came_about,
    people: row.people ?? [],
  }));
}
