/** Writes offices as counterparts and ties pairs to them. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';

export async function insertOffice(
  db: Db,
  institutionId: Id,
  office: {
    readonly id: Id;
    readonly name: string;
    readonly leaderId: Id;
    readonly unitId: Id;
    readonly tier: string;
    readonly standingKind: string;
    readonly level: string | null;
    readonly role: string | null;
    readonly body: string;
    readonly since: PlainDate;
  },
): Promise<void> {
  await db
    .insertInto('pairing_office')
    .values({
      institution_id: institutionId,
      office_id: office.id,
      name: office.name,
      leader_id: office.leaderId,
      unit_id: office.unitId,
      tier: office.tier,
      standing_kind: office.standingKind,
      level: office.level,
      role: office.role,
      body: office.body,
      since_on: office.since,
    })
    .execute();
}

/** The pairs that this leader has with those who hold the office are of the office from now on. */
export async function tieToOffice(
  db: Db,
  institutionId: Id,
  officeId: Id,
  leaderId: Id,
  holders: readonly Id[],
): Promise<void> {
  if (holders.length === 0) return;
  await sql`update pairing set office_id = ${officeId} where institution_id = ${institutionId} and leader_id = ${leaderId}
    and status = 'active' and representative_id = any (${[...holders]}::uuid[])`.execute(db);
}

/** False where it is no longer at `version`. Its pairs go on as ordinary ones. */
export async function closeOfficeRow(
  db: Db,
  institutionId: Id,
  officeId: Id,
  version: number,
  today: PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pairing_office')
    .set({ closed_on: today, version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('office_id', '=', officeId)
    .where('version', '=', version)
    .executeTakeFirst();
  await db
    .updateTable('pairing')
    .set({ office_id: null })
    .where('institution_id', '=', institutionId)
    .where('office_id', '=', officeId)
    .execute();
  return numUpdatedRows > 0n;
}
