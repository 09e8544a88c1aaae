/** What the pages of access show of rooms that stand later: names, posts, units. Reads only. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

/** As someone is addressed: the leadership post they hold today, else the position they told. */
export async function findPresentation(db: Db, institutionId: Id, personId: Id, today: PlainDate) {
  const person = await db
    .selectFrom('person')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .select(['person.name', 'person.position', 'person.titles', 'unit.name as unit', 'unit.short_name as shortUnit'])
    .where('person.institution_id', '=', institutionId)
    .where('person.person_id', '=', personId)
    .executeTakeFirst();
  if (!person) return undefined;
  const posts = await db
    .selectFrom('post')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'post.institution_id').onRef('unit.unit_id', '=', 'post.unit_id'),
    )
    .select('post.title')
    .where('post.institution_id', '=', institutionId)
    .where('post.person_id', '=', personId)
    .where('post.leadership', '=', true)
    .where((where) => where.or([where('post.starts_on', 'is', null), where('post.starts_on', '<=', today)]))
    .where((where) => where.or([where('post.ends_on', 'is', null), where('post.ends_on', '>', today)]))
    .orderBy('unit.rank')
    .orderBy('post.post_id')
    .execute();
  const post = posts.map((one) => one.title).join('、');
  return { ...person, title: post || person.position || person.titles.join('、') };
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

/** Accounts in the order of their owners’ units and names. */
export const listAccounts = (db: Db, institutionId: Id) =>
  db
    .selectFrom('account')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'account.institution_id')
        .onRef('person.person_id', '=', 'account.person_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'person.institution_id').onRef('unit.unit_id', '=', 'person.unit_id'),
    )
    .select(['account.login', 'account.person_id', 'person.name', 'unit.short_name as unit'])
    .where('account.institution_id', '=', institutionId)
    .where('account.disabled_at', 'is', null)
    .orderBy('unit.rank')
    .orderBy('person.reading')
    .execute();
