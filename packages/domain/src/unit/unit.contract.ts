/** The institution and the units below it, in their official order. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zTier } from '../policy/vocabulary.ts';

/** `institution` is the institution itself; other kinds are named by its policy: hospital, college, firm. */
export const zUnitKind = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/);
export type UnitKind = z.infer<typeof zUnitKind>;

export const zUnitRef = z.object({ id: zId, name: z.string(), shortName: z.string() });

export const zUnit = zUnitRef.extend({
  parentId: zId.nullable(),
  kind: zUnitKind,
  tier: zTier,
  /** How far below the institution it stands, itself 0. */
  depth: z.number().int(),
  /** Whether all of the unit lies within the asker’s reach: what a filter offers. */
  withinReach: z.boolean(),
});

export const listUnits = endpoint({
  id: 'unit.list',
  method: 'GET',
  path: '/api/units',
  gist: 'All units as a tree laid flat: every unit after its parent, siblings in their official order.',
  may: 'signedIn',
  serves: ['role'],
  reply: z.object({ items: z.array(zUnit) }),
});
