/** Takes away the records that an import made; one that was changed since stays. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

/** `except`: talks that a later room still needs. */
export async function removeImportedTalks(db: Db, institutionId: Id, importId: Id, except: readonly Id[] = []) {
  const others = sql<boolean>`not (interaction.interaction_id = any (${[...except]}::uuid[]))`;
  // A record to which the other side has said something is theirs too.
  const unanswered = sql<boolean>`not exists (select from interaction_step s
    where s.institution_id = interaction.institution_id and s.interaction_id = interaction.interaction_id)`;
  const untouched = sql`select interaction_id from interaction
    where institution_id = ${institutionId} and import_id = ${importId} and version = 1 and ${unanswered} and ${others}`;
  for (const table of ['interaction_mark', 'interaction_point', 'interaction_party'])
    await sql`delete from ${sql.table(table)} where institution_id = ${institutionId} and interaction_id in (${untouched})`.execute(
      db,
    );
  const gone = await db
    .deleteFrom('interaction')
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .where('version', '=', 1)
    .where(unanswered)
    .where(others)
    .executeTakeFirst();
  const kept = await db
    .selectFrom('interaction')
    .select('happened_on')
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .execute();
  const appointments = await db
    .deleteFrom('appointment')
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .where('version', '=', 1)
    .executeTakeFirst();
  return {
    removed: Number(gone.numDeletedRows),
    appointments: Number(appointments.numDeletedRows),
    kept: kept.map((row) => ({ kind: 'interaction', name: row.happened_on })),
  };
}
