/** Who stands behind an office, a unit's officer, a desk; whom a message can reach, and whose name it may say. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';

export type Staff = {
  readonly office: readonly Id[];
  /** Officers of a unit or of one above it; the office where a unit has none. */
  readonly unit: (unitId: Id | null) => readonly Id[];
  readonly desk: (unitId: Id | null) => readonly Id[];
};

export async function readStaff(db: Db, institutionId: Id, on: PlainDate): Promise<Staff> {
  const grants = await db
    .selectFrom('role_grant')
    .select(['person_id', 'role', 'unit_id'])
    .where('institution_id', '=', institutionId)
    .where('role', 'in', ['office', 'unitOfficer', 'handler'])
    .where((where) => where.or([where('starts_on', 'is', null), where('starts_on', '<=', on)]))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .execute();
  const units = await db
    .selectFrom('unit')
    .select(['unit_id', 'parent_id'])
    .where('institution_id', '=', institutionId)
    .execute();
  const parents = new Map(units.map((unit) => [unit.unit_id, unit.parent_id]));
  const holders = (role: string, unitId: string | null) =>
    grants.filter((grant) => grant.role === role && grant.unit_id === unitId).map((grant) => grant.person_id as Id);
  const office = [...new Set(grants.filter((grant) => grant.role === 'office').map((grant) => grant.person_id as Id))];
  return {
    office,
    unit: (unitId) => {
      for (let at: string | null = unitId; at !== null; at = parents.get(at) ?? null) {
        const officers = holders('unitOfficer', at);
        if (officers.length > 0) return [...new Set(officers)];
      }
      return office;
    },
    desk: (unitId) => (unitId === null ? [] : [...new Set(holders('handler', unitId))]),
  };
}

/** Those who raised matters, by matter. */
export async function listProposersOf(db: Db, institutionId: Id, matters: readonly Id[]) {
  const rows = await db
    .selectFrom('matter_proposer')
    .select(['matter_id', 'party', 'person_id'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', sql<string>`any (${[...matters]}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .execute();
  return Map.groupBy(rows, (row) => row.matter_id as Id);
}

/** The names of accounts in use, by person: where no address was entered, some channels reach people by it. */
export async function listLogins(db: Db, institutionId: Id, people: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await db
    .selectFrom('account')
    .select(['person_id', 'login'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .where('disabled_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.person_id as Id, row.login]));
}

/** Whose names somebody may read at the least: their own pairs'. */
export async function listPairedWith(db: Db, institutionId: Id, personId: Id, on: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('pairing')
    .select(['leader_id', 'representative_id'])
    .where('institution_id', '=', institutionId)
    .where((where) => where.or([where('leader_id', '=', personId), where('representative_id', '=', personId)]))
    .where('status', '=', 'active')
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .execute();
  return rows.map((row) => (row.leader_id === personId ? row.representative_id : row.leader_id) as Id);
}

export async function zoneOf(db: Db, institutionId: Id): Promise<string> {
  const { zone } = await db
    .selectFrom('institution')
    .select('zone')
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return zone;
}
