/** Who befriends whom: the list of pairs, the roster by leader, entering a pair and ending one. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPage, zPageQuery } from '../kit/page.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { zPersonRef } from '../person/person.contract.ts';
import { zTier } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { changesPairings, KEEPERS, READERS, zGround, zSaid } from './pairing.shapes.ts';
import { PAIRING_STATUSES } from './pairing.steps.ts';

export const listPairings = endpoint({
  id: 'pairing.list',
  method: 'GET',
  path: '/api/pairings',
  gist: 'Pairs within reach, current or ended.',
  may: READERS,
  serves: ['rosterProcedure'],
  query: zPageQuery
    .extend({
      leader: zId.optional(),
      representative: zId.optional(),
      unit: zId.optional(),
      tier: zTier.optional(),
      status: z.enum([...PAIRING_STATUSES, 'all']).default('active'),
    })
    .strict(),
  reply: zPage(
    z.object({
      id: zId,
      version: z.number().int(),
      /** A name that the asker may not know is null. */
      leader: z.object({ id: zId, name: z.string().nullable() }),
      representative: z.object({ id: zId, name: z.string().nullable() }),
      unit: zUnitRef,
      tier: zTier,
      status: z.enum(PAIRING_STATUSES),
      /** Null for a pair that has not been published. */
      startsOn: zPlainDate.nullable(),
      endsOn: zPlainDate.nullable(),
    }),
  ),
});

export const ROSTER_SHOWN = ['all', 'short', 'ending'] as const;

/** What narrows the roster: the same for the page and its export. */
export const zRosterFilters = z.strictObject({
  tier: zTier.optional(),
  unit: zId.optional(),
  show: z.enum(ROSTER_SHOWN).default('all'),
});

export const readRoster = endpoint({
  id: 'pairing.roster',
  method: 'GET',
  path: '/api/roster',
  gist: 'Leaders by tier and unit in official order, whom each befriends, who is under quota, who has no leader yet.',
  may: READERS,
  serves: ['dutyHolder', 'quota', 'rosterProcedure'],
  query: zRosterFilters,
  reply: z.object({
    asOf: zPlainDate,
    /** What the measures ask of each tier in force today. */
    quotas: z.array(z.object({ tier: zTier, clause: z.string(), asks: zSaid })),
    groups: z.array(
      z.object({
        tier: zTier,
        unit: zUnitRef,
        leaders: z.array(
          zPersonRef.extend({
            posts: z.array(z.object({ title: z.string(), charge: z.string().nullable() })),
            quota: z.object({
              required: z.number().int().nullable(),
              has: z.number().int(),
              short: z.number().int(),
              over: z.number().int(),
              clause: z.string().nullable(),
              arithmetic: zSaid,
            }),
            slots: z.array(
              z.object({
                pairingId: zId,
                version: z.number().int(),
                startsOn: zPlainDate,
                representative: z.object({
                  id: zId,
                  name: z.string().nullable(),
                  unit: zUnitRef.nullable(),
                  ground: zGround.nullable(),
                }),
              }),
            ),
            /** Whether the asker keeps this leader’s list. */
            can: z.array(z.enum(['pair', 'end'])),
          }),
        ),
      }),
    ),
    /** The first of them by reading; `counts` has them all. */
    unpaired: z.array(
      zPersonRef.extend({
        unit: zUnitRef,
        tier: zTier.nullable(),
        clause: z.string().nullable(),
        ground: zGround.nullable(),
      }),
    ),
    /** Under the same tier and unit, whatever is shown. */
    counts: z.object({
      leaders: z.number().int(),
      short: z.number().int(),
      pairings: z.number().int(),
      ending: z.number().int(),
      unpaired: z.number().int(),
    }),
  }),
});

export const enterPairing = endpoint({
  id: 'pairing.enter',
  method: 'POST',
  path: '/api/pairings',
  gist: 'Pair a leader and a representative from a day on. Without a standing of the tier a reason is asked for.',
  may: KEEPERS,
  serves: ['eligibility', 'quota', 'rosterProcedure'],
  body: z.strictObject({
    leaderId: zId,
    representativeId: zId,
    startsOn: zPlainDate,
    reason: z.string().trim().max(400).optional(),
  }),
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: changesPairings,
});

export const endPairing = endpoint({
  id: 'pairing.end',
  method: 'POST',
  path: '/api/pairings/:pairingId/end',
  gist: 'End a pair on a day, with the reason; the history keeps it.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: z.strictObject({ pairingId: zId }),
  body: z.strictObject({
    /** The first day on which it no longer holds. */
    endsOn: zPlainDate,
    reason: z.string().trim().min(2).max(400),
  }),
  reply: z.object({ version: z.number().int() }),
  changes: changesPairings,
});
