/** What a room that writes to people asks of matters. It works for the house, in a transaction that keeps: nobody reads it on a screen. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { sayNumber } from '@zhengyou/domain/matter/matter.ts';
import type { Db } from '../../store/database.ts';

/** Who stands at these places of a matter and has not withdrawn. Empty in a transaction that does not keep. */
export async function listAddressees(
  db: Db,
  institutionId: Id,
  matterId: Id,
  parties: readonly number[],
): Promise<{ party: number; personId: Id }[]> {
  if (parties.length === 0) return [];
  const rows = await db
    .selectFrom('matter_proposer')
    .select(['party', 'person_id'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', matterId)
    .where('party', 'in', [...parties])
    .where('withdrawn_at', 'is', null)
    .orderBy('party')
    .execute();
  return rows.map((row) => ({ party: row.party, personId: row.person_id as Id }));
}

/** Promises that come back from `from` to `until`, both days counted, and that nobody has settled; the earliest first. */
export async function listPromisesDue(db: Db, institutionId: Id, from: PlainDate, until: PlainDate) {
  const rows = await db
    .selectFrom('matter_promise')
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.institution_id', '=', 'matter_promise.institution_id')
        .onRef('matter.matter_id', '=', 'matter_promise.matter_id'),
    )
    .select(['matter_promise.promise_id', 'matter_promise.matter_id', 'matter_promise.due_on', 'matter.unit_id'])
    .select(['matter_promise.owner_unit_id', 'matter.year', 'matter.ordinal'])
    .where('matter_promise.institution_id', '=', institutionId)
    .where('matter_promise.settled_on', 'is', null)
    .where('matter_promise.due_on', '>=', from)
    .where('matter_promise.due_on', '<=', until)
    .orderBy('matter_promise.due_on')
    .orderBy('matter_promise.promise_id')
    .limit(2_000)
    .execute();
  return rows.map((row) => ({
    promiseId: row.promise_id as Id,
    matterId: row.matter_id as Id,
    number: sayNumber(row.year, row.ordinal),
    dueOn: row.due_on as PlainDate,
    /** The department that promised; null where the office did. */
    owner: row.owner_unit_id as Id | null,
    unitId: row.unit_id as Id,
  }));
}
