/** What a day brings by itself: answers not given, terms that end, promises that come back, friends to visit. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';

export async function listUnanswered(db: Db, institutionId: Id, today: PlainDate) {
  const rows = await db
    .selectFrom('talk_request')
    .select(['request_id', 'leader_id', 'representative_id', 'unit_id', 'answer_by'])
    .where('institution_id', '=', institutionId)
    .where('status', '=', 'asked')
    .where('answer_by', '<', today)
    .orderBy('request_id')
    .execute();
  return rows.map((row) => ({
    id: row.request_id as Id,
    leaderId: row.leader_id as Id,
    representativeId: row.representative_id as Id,
    unitId: row.unit_id as Id,
    answerBy: row.answer_by as PlainDate,
  }));
}

/** Standings of representatives that end within days, with none of the same body to follow. */
export async function listEndingStandings(db: Db, institutionId: Id, today: PlainDate, until: PlainDate) {
  const { rows } = await sql<{ standing_id: string; person_id: string; unit_id: string; ends_on: string }>`
    select s.standing_id, s.person_id, s.unit_id, s.ends_on from standing s
    join representative r on r.institution_id = s.institution_id and r.person_id = s.person_id
    where s.institution_id = ${institutionId} and s.ends_on > ${today} and s.ends_on <= ${until}
      and (r.until_on is null or r.until_on > ${today})
      and not exists (select from standing later where later.institution_id = s.institution_id
        and later.person_id = s.person_id and later.kind = s.kind and later.body = s.body
        and (later.ends_on is null or later.ends_on > s.ends_on))
    order by s.standing_id`.execute(db);
  return rows.map((row) => ({
    id: row.standing_id as Id,
    personId: row.person_id as Id,
    unitId: row.unit_id as Id,
    endsOn: row.ends_on as PlainDate,
  }));
}

/** Leaders who have a friend on a day. */
export async function listLeaders(db: Db, institutionId: Id, on: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('pairing')
    .select('leader_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('status', '=', 'active')
    .where('starts_on', '<=', on)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('leader_id')
    .execute();
  return rows.map((row) => row.leader_id as Id);
}
