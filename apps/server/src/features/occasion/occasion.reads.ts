/** Whom something can be told of, and to whom. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dateInZone, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

export type Told = {
  readonly id: Id;
  readonly name: string;
  readonly unitId: Id;
  readonly unitShort: string;
  readonly leaders: readonly {
    readonly id: Id;
    /** The name, where the reader may know it; else the post, which everybody may. */
    readonly name: string;
    readonly known: boolean;
    readonly pairingId: Id;
    readonly unitId: Id;
    readonly tier: Tier;
  }[];
};

/**
 * Representatives on the list on a day, with the leaders who keep in touch with them, by name as far as `reach` goes. `scope`: of whom
 * one may tell. `q`: part of the name, its pinyin or its first letters.
 */
export async function listTellable(
  db: Db,
  institutionId: Id,
  reach: Reach,
  scope: Reach,
  today: PlainDate,
  filter: {
    readonly people?: readonly Id[] | undefined;
    readonly q?: string | undefined;
    readonly limit: number;
  },
): Promise<Told[]> {
  const q = (filter.q ?? '').toLowerCase().replace(/\s+/g, '');
  const like = `${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<{
    person_id: Id;
    name: string;
    unit_id: Id;
    unit_short: string;
    leaders: { id: Id; name: string | null; title: string | null; pairingId: Id; unitId: Id; tier: Tier }[] | null;
  }>`select r.person_id, o.name, r.unit_id, u.short_name as unit_short, l.leaders
    from representative r
    join person o on o.institution_id = r.institution_id and o.person_id = r.person_id
    join unit u on u.institution_id = r.institution_id and u.unit_id = r.unit_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', p.leader_id, 'name', lp.name, 'title', (
          select t.title from post t where t.institution_id = p.institution_id and t.person_id = p.leader_id and t.leadership
            and (t.ends_on is null or t.ends_on > ${today}) order by t.post_id limit 1),
        'pairingId', p.pairing_id, 'unitId', p.unit_id, 'tier', p.tier) order by p.starts_on, p.pairing_id) as leaders
      from pairing p
      left join person lp on lp.institution_id = p.institution_id and lp.person_id = p.leader_id
        and ${withinPeople(reach, 'lp.person_id', 'lp.unit_id')}
      where p.institution_id = r.institution_id and p.representative_id = r.person_id and p.status = 'active'
        and p.starts_on <= ${today} and (p.ends_on is null or p.ends_on > ${today})
    ) l on true
    where r.institution_id = ${institutionId} and ${withinPeople(scope, 'r.person_id', 'r.unit_id')}
      and (r.since_on is null or r.since_on <= ${today}) and (r.until_on is null or r.until_on > ${today})
      ${filter.people === undefined ? sql`` : sql`and r.person_id = any (${[...filter.people]}::uuid[])`}
      ${q === '' ? sql`` : sql`and (o.name like ${`%${like}`} or replace(o.reading, ' ', '') like ${like} or o.initials like ${like})`}
    order by l.leaders is null, u.rank, o.reading, r.person_id limit ${filter.limit}`.execute(db);
  return rows.map((row) => ({
    id: row.person_id,
    name: row.name,
    unitId: row.unit_id,
    unitShort: row.unit_short,
    leaders: (row.leaders ?? []).map((one) => ({
      id: one.id,
      name: one.name ?? one.title ?? '',
      known: one.name !== null,
      pairingId: one.pairingId,
      unitId: one.unitId,
      tier: one.tier,
    })),
  }));
}

/** Names of leaders whom the reader may know; of the others the post. */
export async function namesOfLeaders(
  db: Db,
  institutionId: Id,
  reach: Reach,
  leaders: readonly Id[],
  today: PlainDate,
): Promise<ReadonlyMap<Id, string>> {
  if (leaders.length === 0) return new Map();
  const { rows } = await sql<{ id: Id; name: string | null; title: string | null }>`
    select asked.id, p.name, (
      select t.title from post t where t.institution_id = ${institutionId} and t.person_id = asked.id and t.leadership
        and (t.ends_on is null or t.ends_on > ${today}) order by t.post_id limit 1) as title
    from unnest(${[...new Set(leaders)]}::uuid[]) as asked (id)
    left join person p on p.institution_id = ${institutionId} and p.person_id = asked.id
      and ${withinPeople(reach, 'p.person_id', 'p.unit_id')}`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name ?? row.title ?? '']));
}

/** Who has opened what was told, once a day each, the last first. */
export async function listReaders(db: Db, institutionId: Id, occasionId: Id, zone: string) {
  const rows = await db
    .selectFrom('audit')
    .select(['actor_id', 'at', sql<string | null>`detail ->> 'by'`.as('by')])
    .where('institution_id', '=', institutionId)
    .where('subject_kind', '=', 'occasion')
    .where('subject_id', '=', occasionId)
    .where('action', '=', 'open')
    .orderBy('entry_id', 'desc')
    .limit(200)
    .execute();
  const lines = rows.map((row) => ({ name: row.by ?? '', on: dateInZone(row.at, zone), by: row.actor_id }));
  return [...Map.groupBy(lines, (line) => `${line.by ?? ''} ${line.on}`).values()].flatMap(([first]) =>
    first ? [{ name: first.name, on: first.on }] : [],
  );
}
