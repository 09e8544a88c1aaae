/** Whose step is whose: the leader answers, the representative asks, whoever keeps the list proposes, publishes and ends. */
import type { Actor } from '../access/actor.ts';
import type { Id } from '../kit/ids.ts';
import { keepingOf, keeps } from '../person/person.access.ts';
import type { PAIRING_CAN } from './pairing.shapes.ts';
import { fits, type PairingState } from './pairing.steps.ts';
import type { RosterPath } from './roster-path.ts';

export type PairingCan = (typeof PAIRING_CAN)[number];

type Asker = Pick<Actor, 'personId' | 'roles' | 'reach'>;
type Sides = { readonly leaderId: Id; readonly representativeId: Id; readonly unitId: Id };

const STEPS_OF = {
  leader: ['confirm', 'decline', 'askAnother'],
  representative: ['requestChange'],
  keeper: ['withdraw', 'publish', 'keep', 'end'],
} as const satisfies Record<string, readonly PairingCan[]>;

/** What the asker may do with a pair as it stands. */
export function pairingCan(actor: Asker, sides: Sides, state: PairingState): PairingCan[] {
  const own: PairingCan[] = [];
  if (actor.personId === sides.leaderId && actor.roles.includes('leader')) own.push(...STEPS_OF.leader);
  if (actor.personId === sides.representativeId && actor.roles.includes('representative'))
    own.push(...STEPS_OF.representative);
  if (keeps(keepingOf(actor), sides.unitId)) own.push(...STEPS_OF.keeper);
  // Only a published plan as a whole takes back what already holds.
  return own.filter((action) => fits(state, action) && !(action === 'withdraw' && state.status === 'active'));
}

/** Whoever keeps the list proposes; where the policy names the office, only the office. */
export const mayPropose = (actor: Asker, unitId: Id, path: Pick<RosterPath, 'proposes'>): boolean =>
  path.proposes === 'office' ? actor.roles.includes('office') : keeps(keepingOf(actor), unitId);
