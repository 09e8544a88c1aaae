/** Many shared records at once, with those who took part and what they raised, for an import. */
import { marksOf } from '@zhengyou/domain/interaction/text-search.ts';
import type { Insertable } from 'kysely';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';
import type { Appointment, Interaction, InteractionParty, InteractionPoint } from '../../store/tables.gen.ts';

export const addInteractions = (db: Db, rows: readonly Insertable<Interaction>[]) =>
  insertMany(db, 'interaction', rows);
export const addParties = (db: Db, rows: readonly Insertable<InteractionParty>[]) =>
  insertMany(db, 'interaction_party', rows);
export const addPoints = (db: Db, rows: readonly Insertable<InteractionPoint>[]) =>
  insertMany(db, 'interaction_point', rows);
export const addAppointments = (db: Db, rows: readonly Insertable<Appointment>[]) =>
  insertMany(db, 'appointment', rows);

/** So that words are found in what was brought in, too. */
export function addMarks(
  db: Db,
  talks: readonly Insertable<Interaction>[],
  points: readonly Insertable<InteractionPoint>[],
): Promise<void> {
  const raised = Map.groupBy(points, (point) => point.interaction_id);
  const rows = talks.map((talk) => ({
    institution_id: talk.institution_id,
    interaction_id: talk.interaction_id,
    leader_id: talk.leader_id,
    unit_id: talk.unit_id,
    representative_ids: talk.representative_ids,
    happened_on: talk.happened_on,
    marks: marksOf(talk.institution_id, [
      talk.words ?? null,
      ...(raised.get(talk.interaction_id) ?? []).map((point) => point.words),
    ]),
  }));
  return insertMany(
    db,
    'interaction_mark',
    rows.filter(({ marks }) => marks.length > 0),
  );
}
