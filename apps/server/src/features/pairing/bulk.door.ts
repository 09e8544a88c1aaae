/** Many pairings at once, each with its first step, for an import. */
import type { Insertable } from 'kysely';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';
import type { Pairing, PairingStep } from '../../store/tables.gen.ts';

export async function addPairings(
  db: Db,
  rows: readonly (Insertable<Pairing> & { actor_id: string; at: Date })[],
): Promise<void> {
  await insertMany(
    db,
    'pairing',
    rows.map(({ actor_id: _actor, at: _at, ...row }) => row),
  );
  const steps = rows.map((row): Insertable<PairingStep> => ({
    institution_id: row.institution_id,
    pairing_id: row.pairing_id,
    ordinal: 1,
    leader_id: row.leader_id,
    representative_id: row.representative_id,
    unit_id: row.unit_id,
    action: 'enter',
    on_day: row.starts_on ?? beginning(),
    actor_id: row.actor_id,
    at: row.at,
  }));
  await insertMany(db, 'pairing_step', steps);
}

function beginning(): never {
  throw new TypeError('an imported pairing names the day on which it began');
}
