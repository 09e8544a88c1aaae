/** Who may keep whose record, and which fields of it someone sees. */
import type { Actor } from '../access/actor.ts';
import type { Id } from '../kit/ids.ts';

/** What someone may write: everything, or these units. Whoever only checks reads the whole and writes nothing. */
export type Keeping = { readonly whole: boolean; readonly units: readonly Id[] };

export const keepingOf = (actor: Pick<Actor, 'roles' | 'reach'>): Keeping => ({
  whole: actor.roles.includes('office'),
  units: actor.roles.includes('unitOfficer') ? actor.reach.units : [],
});

export const keeps = (keeping: Keeping, unitId: Id): boolean => keeping.whole || keeping.units.includes(unitId);

export const PERSON_ACTIONS = [
  'update',
  'addStanding',
  'pair',
  'addPost',
  'addFact',
  'takeOff',
  'putBack',
  'merge',
] as const;
export type PersonAction = (typeof PERSON_ACTIONS)[number];

/** As the list of representatives has someone: never, now, or once. */
export type Listing = 'never' | 'listed' | 'left';

export function personActions(keeping: Keeping, unitId: Id, listing: Listing, isDeceased: boolean): PersonAction[] {
  if (!keeps(keeping, unitId)) return [];
  // A record is corrected also after a death; nothing new is asked of it.
  if (isDeceased) return ['update', 'merge'];
  const always: PersonAction[] = ['update', 'addPost', 'addFact', 'merge'];
  return listing === 'listed' ? [...always, 'addStanding', 'pair', 'takeOff'] : [...always, 'putBack'];
}

export type PersonFields = {
  /** The number to call: for whoever keeps the record, the leader paired with a representative, and the person. */
  readonly phone: boolean;
  /** Only there to tell two people of one name apart: for whoever keeps the record, and the person. */
  readonly birthMonth: boolean;
  /** Who opened the record: for the person, and for those who answer for the records of the whole. */
  readonly readers: boolean;
};

type Subject = { readonly id: Id; readonly unitId: Id; readonly isRepresentative: boolean };

/** A leader's own number is not held for the other side: a representative asks for a talk, and is called. */
export function fieldsWithin(actor: Pick<Actor, 'roles' | 'reach'>, person: Subject): PersonFields {
  const { reach } = actor;
  const self = reach.self.includes(person.id);
  const kept = keeps(keepingOf(actor), person.unitId);
  return {
    phone: kept || self || (person.isRepresentative && reach.people.includes(person.id)),
    birthMonth: kept || self,
    readers: reach.whole || self,
  };
}
