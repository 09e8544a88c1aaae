/** Who may be asked to act in a leader's name, and what was done under it. Reads only. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';

export type HelperRow = {
  readonly id: Id;
  readonly name: string;
  readonly unit: string;
  readonly titles: readonly string[];
  readonly position: string | null;
  /** The unit of the first leadership post; null without one. */
  readonly leadsIn: Id | null;
  readonly isSecretary: boolean;
};

/** Leaders in post and listed secretaries, all of them or only some: names and titles alone. */
export async function listHelperRows(
  db: Db,
  institutionId: Id,
  on: PlainDate,
  only?: readonly Id[],
): Promise<HelperRow[]> {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    unit: string;
    titles: string[] | null;
    position: string | null;
    leads_in: string | null;
    is_secretary: boolean;
  }>`
    select person.person_id, person.name, unit.short_name as unit, person.position,
      held.titles, held.leads_in, granted.is_secretary
    from person
    join unit on unit.institution_id = person.institution_id and unit.unit_id = person.unit_id
    cross join lateral (
      select array_agg(post.title order by post.post_id) as titles,
        (array_agg(post.unit_id order by post.starts_on nulls first, post.post_id))[1] as leads_in
      from post where post.institution_id = person.institution_id and post.person_id = person.person_id and post.leadership
        and (post.starts_on is null or post.starts_on <= ${on}) and (post.ends_on is null or post.ends_on > ${on})
    ) held
    cross join lateral (
      select count(*) > 0 as is_secretary from role_grant
      where role_grant.institution_id = person.institution_id and role_grant.person_id = person.person_id
        and role_grant.role = 'secretary' and (role_grant.starts_on is null or role_grant.starts_on <= ${on})
        and (role_grant.ends_on is null or role_grant.ends_on > ${on})
    ) granted
    where person.institution_id = ${institutionId} and (held.leads_in is not null or granted.is_secretary)
      and (${only === undefined} or person.person_id = any (${[...(only ?? [])]}::uuid[]))
    order by unit.rank, person.reading, person.person_id`.execute(db);
  return rows.map((row) => ({
    id: row.person_id as Id,
    name: row.name,
    unit: row.unit,
    titles: row.titles ?? [],
    position: row.position,
    leadsIn: row.leads_in as Id | null,
    isSecretary: row.is_secretary,
  }));
}

/** Whoever these leaders befriend today. */
export async function listFriendsOf(db: Db, institutionId: Id, leaders: readonly Id[]): Promise<Id[]> {
  const rows = await db
    .selectFrom('pairing')
    .select('representative_id')
    .where('institution_id', '=', institutionId)
    .where('leader_id', '=', sql<string>`any (${[...leaders]}::uuid[])`)
    .where('status', '=', 'active')
    .execute();
  return rows.map((row) => row.representative_id as Id);
}

/** What others did in a leader's name, from the audit, the last first. */
export async function listActsFor(db: Db, institutionId: Id, leaderId: Id, limit: number) {
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'action', 'subject_kind', 'detail'])
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`people && array[${leaderId}]::uuid[]`)
    .where(sql<boolean>`detail ->> 'for' = ${leaderId}`)
    .where('actor_id', '<>', leaderId)
    .orderBy('entry_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const detail = row.detail as { by?: string; on?: string };
    return {
      at: row.at.toISOString(),
      name: detail.by ?? '',
      action: row.action,
      subjectKind: row.subject_kind,
      on: (detail.on ?? null) as PlainDate | null,
    };
  });
}

/** Whether the person is on the list of representatives today. */
export async function isRepresentativeOn(db: Db, institutionId: Id, personId: Id, on: PlainDate): Promise<boolean> {
  const row = await db
    .selectFrom('representative')
    .select('person_id')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where((where) => where.or([where('since_on', 'is', null), where('since_on', '<=', on)]))
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
    .executeTakeFirst();
  return row !== undefined;
}
