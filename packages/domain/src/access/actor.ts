/**
 * The one who asks, and how far they reach. Both locks are fed from the same reach: the conditions that the application
 * writes into its queries, and the settings that the database's row policies compare with.
 */
import type { Id } from '../kit/ids.ts';
import type { Role } from '../kit/roles.ts';

export type Reach = {
  /** Everything of the institution. */
  readonly whole: boolean;
  /** Everything of these units. */
  readonly units: readonly Id[];
  /** Persons in whose name the actor acts: oneself. */
  readonly self: readonly Id[];
  /** Persons whose page the actor may open because they are paired with them; oneself included. */
  readonly people: readonly Id[];
  /** Departments whose handed matters the actor answers; this opens no person of those units. */
  readonly desks: readonly Id[];
};

export type Actor = {
  readonly institutionId: Id;
  readonly personId: Id;
  readonly sessionId: Id;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly reach: Reach;
  /** May write wherever the reach is whole; a checker looks and writes nothing. */
  readonly keeps: boolean;
};

export const NO_REACH: Reach = { whole: false, units: [], self: [], people: [], desks: [] };

export type Bond = {
  readonly institutionId: Id;
  readonly personId: Id;
  readonly sessionId: Id;
  readonly name: string;
  /** The unit that a granted role is bound to; null binds to the institution. */
  readonly grants: readonly { readonly role: Role; readonly unitId: Id | null }[];
  /** Units below a unit, itself included: a grant on a unit reaches them. */
  readonly below: (unitId: Id) => readonly Id[];
  readonly isLeader: boolean;
  readonly isRepresentative: boolean;
  readonly pairedWith: readonly Id[];
  /** Ids of records that were merged into the person’s: what histories hold under them is theirs to read. */
  readonly formerIds?: readonly Id[];
};

export function actorOf(bond: Bond): Actor {
  const roles = new Set<Role>(bond.grants.map((grant) => grant.role));
  if (bond.isLeader) roles.add('leader');
  if (bond.isRepresentative) roles.add('representative');
  const units = bond.grants.flatMap((grant) =>
    grant.role === 'unitOfficer' && grant.unitId ? bond.below(grant.unitId) : [],
  );
  // A desk is one department: what is handed to a department below it is not handed to it.
  const desks = bond.grants.flatMap((grant) => (grant.role === 'handler' && grant.unitId ? [grant.unitId] : []));
  return {
    institutionId: bond.institutionId,
    personId: bond.personId,
    sessionId: bond.sessionId,
    name: bond.name,
    roles: [...roles],
    keeps: roles.has('office'),
    reach: {
      whole: roles.has('office') || roles.has('checker'),
      units: [...new Set(units)],
      self: [bond.personId, ...(bond.formerIds ?? [])],
      people: [...new Set([bond.personId, ...bond.pairedWith])],
      desks: [...new Set(desks)],
    },
  };
}

/** The role check of the edge. */
export const mayKnock = (roles: readonly Role[], may: 'signedIn' | readonly Role[]): boolean =>
  may === 'signedIn' || may.some((role) => roles.includes(role));
