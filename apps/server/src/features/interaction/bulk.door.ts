/** Many shared records at once, with those who took part and what they raised, for an import. */
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
