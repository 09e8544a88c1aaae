import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

/** Takes away units that an import made and that nobody belongs to any more; how many. */
export async function removeUnusedUnits(db: Db, institutionId: Id, units: readonly string[]): Promise<number> {
  if (units.length === 0) return 0;
  const used = ['person', 'post', 'pairing', 'interaction', 'unit_alias', 'role_grant', 'local_setting'].map(
    (table) =>
      sql`not exists (select 1 from ${sql.table(table)} t where t.institution_id = u.institution_id and t.unit_id = u.unit_id)`,
  );
  const { numAffectedRows } = await sql`delete from unit u where u.institution_id = ${institutionId}
    and u.unit_id = any (${[...units]}::uuid[]) and ${sql.join(used, sql` and `)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
