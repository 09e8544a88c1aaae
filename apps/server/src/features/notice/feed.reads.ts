/** The talks that somebody has arranged, from wherever they were arranged. Reads only. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { FeedEntry } from '@zhengyou/domain/notice/feed.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';

type Row = {
  key: string;
  version: number;
  on: string;
  at: string | null;
  channel: string;
  who: string | null;
  logs: string | null;
};

/**
 * Requests agreed, days agreed, and days that were picked for the next time, from a day on. `logs` is the pairing where the person
 * is its leader: they write down what was.
 */
export async function listArranged(db: Db, institutionId: Id, personId: Id, from: PlainDate): Promise<FeedEntry[]> {
  const pairOf = (leader: string, representative: string) => sql`(select pairing_id from pairing
    where pairing.institution_id = ${institutionId} and pairing.status = 'active'
      and pairing.leader_id = ${personId} and pairing.leader_id = ${sql.ref(leader)}
      and pairing.representative_id = ${sql.ref(representative)} limit 1)`;
  const { rows } = await sql<Row>`
    select 'request-' || request_id as key, version, meant ->> 'on' as on, meant ->> 'at' as at, channel,
      case when leader_id = ${personId} then representative_name else leader_name end as who,
      ${pairOf('talk_request.leader_id', 'talk_request.representative_id')}::text as logs
    from talk_request
    where institution_id = ${institutionId} and status = 'agreed' and meant ->> 'on' >= ${from}
      and (leader_id = ${personId} or representative_id = ${personId})
    union all
    select 'appointment-' || appointment_id, version, on_day::text, null, channel,
      (select string_agg(person.name, '、' order by person.reading) from person
        where person.institution_id = appointment.institution_id and person.person_id <> ${personId}
          and (person.person_id = any (appointment.representative_ids) or person.person_id = appointment.leader_id)),
      ${sql`(select pairing_id from pairing where pairing.institution_id = ${institutionId} and pairing.status = 'active'
        and pairing.leader_id = ${personId} and pairing.leader_id = appointment.leader_id
        and pairing.representative_id = appointment.representative_ids[1] limit 1)`}::text
    from appointment
    where institution_id = ${institutionId} and on_day >= ${from}::date
      and (leader_id = ${personId} or representative_ids && array[${personId}]::uuid[])
    union all
    select 'next-' || last.interaction_id, last.version, last.next_on::text, null, last.channel,
      case when pairing.leader_id = ${personId} then last.representative_name else last.leader_name end,
      case when pairing.leader_id = ${personId} then pairing.pairing_id::text end
    from pairing cross join lateral (
      select interaction.interaction_id, interaction.version, interaction.next_on, interaction.next_choice,
        interaction.channel, interaction.leader_name, party.representative_name
      from interaction_party party join interaction on interaction.institution_id = party.institution_id
        and interaction.interaction_id = party.interaction_id
      where party.institution_id = ${institutionId} and party.leader_id = pairing.leader_id
        and party.representative_id = pairing.representative_id
      order by party.happened_on desc, interaction.created_at desc limit 1
    ) last
    where pairing.institution_id = ${institutionId} and pairing.status = 'active'
      and (pairing.leader_id = ${personId} or pairing.representative_id = ${personId})
      and last.next_choice = 'pick' and last.next_on >= ${from}::date
    order by 3, 1`.execute(db);
  return rows.map((row) => ({
    key: row.key,
    kind: 'talk',
    on: row.on as PlainDate,
    at: row.at,
    version: row.version,
    who: row.who,
    channel: row.channel as Channel,
    what: null,
    logs: row.logs as Id | null,
  }));
}
