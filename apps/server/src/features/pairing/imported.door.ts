/** Takes away the pairings that an import made; one with which something was done since stays. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

export async function removeImportedPairings(db: Db, institutionId: Id, importId: Id) {
  // A talk logged since, whatever its day, was a talk of this pair.
  const untouched = sql<{ pairing_id: string }>`select p.pairing_id from pairing p
    where p.institution_id = ${institutionId} and p.import_id = ${importId} and p.version = 1
      and not exists (select 1 from interaction_party t where t.institution_id = p.institution_id
        and t.leader_id = p.leader_id and t.representative_id = p.representative_id and t.pairing_id = p.pairing_id)`;
  const ids = (await untouched.execute(db)).rows.map((row) => row.pairing_id);
  if (ids.length > 0) {
    await sql`delete from pairing_step where institution_id = ${institutionId} and pairing_id = any (${ids}::uuid[])`.execute(
      db,
    );
    await sql`delete from pairing where institution_id = ${institutionId} and pairing_id = any (${ids}::uuid[])`.execute(
      db,
    );
  }
  const kept = await db
    .selectFrom('pairing')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'pairing.institution_id')
        .onRef('person.person_id', '=', 'pairing.representative_id'),
    )
    .select('person.name')
    .where('pairing.institution_id', '=', institutionId)
    .where('pairing.import_id', '=', importId)
    .execute();
  return { removed: ids.length, kept: kept.map((row) => ({ kind: 'pairing', name: row.name })) };
}
