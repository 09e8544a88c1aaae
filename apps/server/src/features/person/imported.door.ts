/** Takes away the people and facts that an import made; whoever something was done with since stays. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

const OWNED = ['representative', 'standing', 'post', 'dated_fact', 'role_grant', 'account', 'session'];

export async function removeImportedPeople(db: Db, institutionId: Id, importId: Id) {
  const remove = async (table: string) => {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)}
      where institution_id = ${institutionId} and import_id = ${importId} and version = 1
        and not exists (select 1 from pairing p where p.institution_id = ${institutionId} and p.import_id = ${importId}
          and ${sql.ref(`${table}.person_id`)} in (p.leader_id, p.representative_id))`.execute(db);
    return Number(numAffectedRows ?? 0);
  };
  const standings = await remove('standing');
  const facts = await remove('dated_fact');
  const posts = await remove('post');
  await remove('representative');

  const used = [...OWNED, 'pairing_wish', 'pairing_draft_fact'].map(
    (table) =>
      sql`not exists (select 1 from ${sql.table(table)} u where u.institution_id = p.institution_id and u.person_id = p.person_id)`,
  );
  const { rows } = await sql<{ person_id: Id }>`select p.person_id from person p
    where p.institution_id = ${institutionId} and p.import_id = ${importId} and p.version = 1
      and ${sql.join(used, sql` and `)}
      and not exists (select 1 from pairing u where u.institution_id = p.institution_id and p.person_id in (u.leader_id, u.representative_id))
      and not exists (select 1 from pairing_conflict u where u.institution_id = p.institution_id and p.person_id in (u.leader_id, u.representative_id))
      and not exists (select 1 from pairing_draft_line u where u.institution_id = p.institution_id and p.person_id in (u.leader_id, u.representative_id))
      and not exists (select 1 from pairing_office u where u.institution_id = p.institution_id and u.leader_id = p.person_id)
      and not exists (select 1 from interaction u where u.institution_id = p.institution_id and (u.leader_id = p.person_id or p.person_id = any (u.representative_ids)))
      and not exists (select 1 from matter_proposer u where u.institution_id = p.institution_id and p.person_id in (u.person_id, u.leader_id))
      and not exists (select 1 from appointment u where u.institution_id = p.institution_id and (u.leader_id = p.person_id or p.person_id = any (u.representative_ids)))`.execute(
    db,
  );
  const removed = rows.map((row) => row.person_id);
  if (removed.length > 0)
    await sql`delete from person where institution_id = ${institutionId} and person_id = any (${removed}::uuid[])`.execute(
      db,
    );
  const kept = await db
    .selectFrom('person')
    .select('name')
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .orderBy('reading')
    .execute();
  return { removed, standings, facts, posts, kept: kept.map((row) => row.name) };
}
