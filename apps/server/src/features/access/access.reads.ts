/** What the pages of access show of rooms that stand later: names, posts, units. Reads only. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

const presentations = (db: Db, institutionId: Id, today: PlainDate) =>
  db
    .selectFrom('person')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .select(['person.person_id', 'person.name', 'person.position', 'person.titles'])
    .select(['unit.name as unit', 'unit.short_name as shortUnit'])
    .select((from) => [
      jsonArrayFrom(
        from
          .selectFrom('post')
          .innerJoin('unit as place', (join) =>
            join.onRef('place.institution_id', '=', 'post.institution_id').onRef('place.unit_id', '=', 'post.unit_id'),
          )
          .select('post.title')
          .where('post.institution_id', '=', institutionId)
          .whereRef('post.person_id', '=', 'person.person_id')
          .where('post.leadership', '=', true)
          .where((where) => where.or([where('post.starts_on', 'is', null), where('post.starts_on', '<=', today)]))
          .where((where) => where.or([where('post.ends_on', 'is', null), where('post.ends_on', '>', today)]))
          .orderBy('place.rank')
          .orderBy('post.post_id'),
      ).as('posts'),
    ])
    .where('person.institution_id', '=', institutionId);

type Row = Awaited<ReturnType<ReturnType<typeof presentations>['executeTakeFirstOrThrow']>>;

/** As someone is addressed: the leadership posts they hold today, else the position they told. */
const titleOf = (row: Row) =>
  row.posts.map((post) => post.title).join('、') || row.position || row.titles.join('、') || null;

export async function findPresentation(db: Db, institutionId: Id, personId: Id, today: PlainDate) {
  const row = await presentations(db, institutionId, today).where('person.person_id', '=', personId).executeTakeFirst();
  return row && { name: row.name, unit: row.unit, title: titleOf(row) };
}

/** Accounts that open, in the order of their owners’ units and names. */
export async function listAccounts(db: Db, institutionId: Id, today: PlainDate) {
  const rows = await presentations(db, institutionId, today)
    .innerJoin('account', (join) =>
      join
        .onRef('account.institution_id', '=', 'person.institution_id')
        .onRef('account.person_id', '=', 'person.person_id'),
    )
    .select('account.login')
    .where('account.disabled_at', 'is', null)
    .orderBy('unit.rank')
    .orderBy('person.reading')
    .execute();
  return rows.map((row) => ({ ...row, personId: row.person_id as Id, title: titleOf(row) }));
}

export async function findInvitable(db: Db, institutionId: Id, reach: Reach, personId: Id) {
  return db
    .selectFrom('person')
    .select(['name', 'reading'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where(withinPeople(reach, 'person_id', 'unit_id'))
    .executeTakeFirst();
}

/** Name and reading, which a password may not be made of. */
export const findNames = (db: Db, institutionId: Id, personId: Id) =>
  db
    .selectFrom('person')
    .select(['name', 'reading'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();

/** A login is made of letters and digits, none of which means anything to `like`. */
export async function listLoginsLike(db: Db, institutionId: Id, stem: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('login')
    .where('institution_id', '=', institutionId)
    .where('login', 'like', `${stem}%`)
    .execute();
  return rows.map((row) => row.login);
}
