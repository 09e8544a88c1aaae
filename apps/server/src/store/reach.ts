/**
 * The application's lock, as conditions for a query. They say in SQL what the row policies say again in the database;
 * each holds alone (both are tested with the other removed).
 */
import { sql, type RawBuilder } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';

const list = (ids: readonly Id[]) => sql`${[...ids]}::uuid[]`;
const anything = sql<boolean>`true`;

/** Rows about a person: columns that hold the person and the person's unit. */
export const withinPeople = (reach: Reach, person: string, unit: string): RawBuilder<boolean> =>
  reach.whole
    ? anything
    : sql<boolean>`(${sql.ref(unit)} = any (${list(reach.units)}) or ${sql.ref(person)} = any (${list(reach.people)}))`;

/** Rows about a pair: leader, representative, the leader’s unit. */
export const withinPairs = (reach: Reach, leader: string, representative: string, unit: string): RawBuilder<boolean> =>
  reach.whole
    ? anything
    : sql<boolean>`(${sql.ref(unit)} = any (${list(reach.units)}) or ${sql.ref(leader)} = any (${list(reach.self)}) or ${sql.ref(representative)} = any (${list(reach.self)}))`;

/** Rows of a shared record: leader, the representatives who took part, the leader’s unit. */
export const withinRecords = (
  reach: Reach,
  leader: string,
  representatives: string,
  unit: string,
): RawBuilder<boolean> =>
  reach.whole
    ? anything
    : sql<boolean>`(${sql.ref(unit)} = any (${list(reach.units)}) or ${sql.ref(leader)} = any (${list(reach.self)}) or ${sql.ref(representatives)} && ${list(reach.self)})`;

/** Rows of pairings themselves: beside the pair’s own lock, a unit knows who befriends its people. `table` is the alias in the query. */
export const withinPairings = (reach: Reach, table = 'pairing'): RawBuilder<boolean> =>
  reach.whole
    ? anything
    : sql<boolean>`(${withinPairs(reach, `${table}.leader_id`, `${table}.representative_id`, `${table}.unit_id`)} or ${sql.ref(`${table}.representative_unit_id`)} = any (${list(reach.units)}))`;

/** Rows of matters: the unit addressed, the departments to which they are handed, and one's own, opened in this request. */
export const withinMatters = (reach: Reach, own: readonly Id[], table = 'matter'): RawBuilder<boolean> =>
  reach.whole
    ? anything
    : sql<boolean>`(${sql.ref(`${table}.unit_id`)} = any (${list(reach.units)}) or ${sql.ref(`${table}.desk_ids`)} && ${list(reach.desks)} or ${sql.ref(`${table}.matter_id`)} = any (${list(own)}))`;

/** The links to those who raised a matter, and with it their own words: themselves, the leader who heard it, those who keep it. */
export const withinProposers = (reach: Reach, keeps: boolean, table = 'matter_proposer'): RawBuilder<boolean> => {
  const own = sql<boolean>`${sql.ref(`${table}.unit_id`)} = any (${list(reach.units)}) or ${sql.ref(`${table}.person_id`)} = any (${list(reach.self)}) or ${sql.ref(`${table}.leader_id`)} = any (${list(reach.self)})`;
  if (keeps) return anything;
  const named = reach.whole ? anything : sql<boolean>`${sql.ref(`${table}.desk_ids`)} && ${list(reach.desks)}`;
  return sql<boolean>`(${own} or (${sql.ref(`${table}.named`)} and ${named}))`;
};
