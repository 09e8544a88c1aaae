/** A leader’s whole list; what the office has still to cover; what is to be adjusted; offices as counterparts. */
import { z } from 'zod';
import { PRECISIONS } from '../calendar/precision.ts';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { LEVELS, STANDING_KINDS, STANDING_ROLES, zTier } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { ADJUSTMENT_KINDS } from './adjustment.ts';
import { KEEPERS, LOOKERS, READERS, zCount, zGround, zProposal, zSaid, zWho } from './pairing.shapes.ts';

export const readPortfolio = endpoint({
  id: 'pairing.readPortfolio',
  method: 'GET',
  path: '/api/leaders/:leaderId/portfolio',
  gist: 'One leader’s list: posts, quota with its arithmetic, friends now with ground and since when, proposals that wait, earlier friends.',
  may: READERS,
  serves: ['dutyHolder', 'quota', 'rosterProcedure'],
  params: z.strictObject({ leaderId: zId }),
  reply: z.object({
    asOf: zPlainDate,
    leader: z.object({ id: zId, name: z.string(), unit: zUnitRef, tier: zTier.nullable() }),
    posts: z.array(
      z.object({
        title: z.string(),
        charge: z.string().nullable(),
        startsOn: zPlainDate.nullable(),
        endsOn: zPlainDate.nullable(),
      }),
    ),
    quota: z
      .object({
        required: z.number().int().nullable(),
        has: zCount,
        short: zCount,
        over: zCount,
        clause: z.string().nullable(),
        arithmetic: zSaid,
      })
      .nullable(),
    friends: z.array(
      z.object({
        pairingId: zId,
        version: z.number().int(),
        representative: z.object({
          id: zId,
          name: z.string().nullable(),
          unit: zUnitRef.nullable(),
          ground: zGround.nullable(),
        }),
        startsOn: zPlainDate,
        clause: z.string().nullable(),
        office: z.string().nullable(),
        changeAsked: z.boolean(),
      }),
    ),
    waiting: z.array(zProposal),
    earlier: z.array(
      z.object({
        pairingId: zId,
        representative: zWho,
        startsOn: zPlainDate,
        endsOn: zPlainDate,
        reason: z.string().nullable(),
      }),
    ),
    can: z.array(z.enum(['pair', 'end'])),
  }),
});

export const COVERAGE_PARTS = ['unpaired', 'short', 'emptyUnits', 'expiring'] as const;

export const readCoverage = endpoint({
  id: 'pairing.readCoverage',
  method: 'GET',
  path: '/api/pairing-coverage',
  gist: 'Eligible and unpaired, leaders under quota, units without a pair, standings that expire within 180 and 60 days; each with its denominator.',
  may: LOOKERS,
  serves: ['quota', 'eligibility', 'oversight'],
  query: z.strictObject({ tier: zTier.optional(), unit: zId.optional() }),
  reply: z.object({
    asOf: zPlainDate,
    counts: z.object({
      eligible: zCount,
      paired: zCount,
      unpaired: zCount,
      leaders: zCount,
      short: zCount,
      units: zCount,
      emptyUnits: zCount,
      expiring180: zCount,
      expiring60: zCount,
      pairings: zCount,
    }),
    unpaired: z.array(
      z.object({
        id: zId,
        name: z.string(),
        unit: zUnitRef,
        tier: zTier,
        clause: z.string(),
        ground: zGround.nullable(),
      }),
    ),
    short: z.array(
      z.object({
        id: zId,
        name: z.string(),
        unit: zUnitRef,
        tier: zTier,
        required: z.number().int(),
        has: zCount,
        short: zCount,
        clause: z.string().nullable(),
        arithmetic: zSaid,
      }),
    ),
    emptyUnits: z.array(z.object({ unit: zUnitRef, leaders: zCount, eligible: zCount })),
    /** Standings that carry a pair and end soon, soonest first. */
    expiring: z.array(
      z.object({
        representative: z.object({ id: zId, name: z.string(), unit: zUnitRef }),
        leader: zWho,
        pairingId: zId,
        standing: z.string(),
        endsOn: zPlainDate,
        precision: z.enum(PRECISIONS).nullable(),
        daysLeft: zCount,
        within: z.enum(['60', '180']),
        /** Which tier follows if nothing is renewed. */
        nextTier: zTier.nullable(),
        clause: z.string().nullable(),
      }),
    ),
  }),
});

export const listAdjustments = endpoint({
  id: 'pairing.listAdjustments',
  method: 'GET',
  path: '/api/pairing-adjustments',
  gist: 'What is to be adjusted today, by itself: a leader left, a standing ended or ends soon, a retirement, another asked for, an office changed hands. Each with its reason and clause.',
  may: LOOKERS,
  serves: ['adjustment', 'quota'],
  query: z.strictObject({ tier: zTier.optional(), unit: zId.optional() }),
  reply: z.object({
    asOf: zPlainDate,
    items: z.array(
      z.object({
        /** The same for the same trouble, whenever it is asked. */
        key: z.string(),
        kind: z.enum(ADJUSTMENT_KINDS),
        /** The day of the event; the list stands by it. */
        on: zPlainDate,
        urgent: z.boolean(),
        tier: zTier.nullable(),
        unit: zUnitRef.nullable(),
        pairingId: zId.nullable(),
        version: z.number().int().nullable(),
        leader: zWho.nullable(),
        representative: zWho.nullable(),
        /** Who would take over, where it is known: the new holder of an office. */
        successor: zWho.nullable(),
        says: zSaid,
        clause: z.string().nullable(),
      }),
    ),
    counts: z.record(z.enum(ADJUSTMENT_KINDS), zCount),
  }),
});

export const listOffices = endpoint({
  id: 'pairing.listOffices',
  method: 'GET',
  path: '/api/counterpart-offices',
  gist: 'Offices that are befriended whoever holds them: who does today, and who befriends them.',
  may: LOOKERS,
  serves: ['rosterProcedure', 'adjustment'],
  query: z.strictObject({ on: zPlainDate.optional() }),
  reply: z.object({
    asOf: zPlainDate,
    items: z.array(
      z.object({
        id: zId,
        version: z.number().int(),
        name: z.string(),
        tier: zTier,
        leader: zWho,
        unit: zUnitRef,
        /** Who holds it that day; several where the standing is held by several. */
        holders: z.array(zWho.extend({ until: zPlainDate.nullable() })),
        pairing: z.object({ id: zId, representative: zWho }).nullable(),
        /** Whether the policy lets the pair follow the office; the clause says so. */
        follows: z.boolean(),
        clause: z.string().nullable(),
        can: z.array(z.enum(['close'])),
      }),
    ),
  }),
});

export const createOffice = endpoint({
  id: 'pairing.createOffice',
  method: 'POST',
  path: '/api/counterpart-offices',
  gist: 'From now on this leader befriends whoever holds this office. The present holder’s pair, where there is one, is tied to it.',
  may: KEEPERS,
  serves: ['rosterProcedure'],
  body: z.strictObject({
    name: z.string().trim().min(2).max(80),
    leaderId: zId,
    /** What a standing has to be, to be this office. */
    standingKind: z.enum(STANDING_KINDS),
    level: z.enum(LEVELS).nullable(),
    role: z.enum(STANDING_ROLES).nullable(),
    /** The body as the standings name it. */
    body: z.string().trim().min(2).max(80),
  }),
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: ['pairing.listOffices', 'pairing.listAdjustments'],
});

export const closeOffice = endpoint({
  id: 'pairing.closeOffice',
  method: 'DELETE',
  path: '/api/counterpart-offices/:officeId',
  gist: 'The office is befriended no longer as such; its pair goes on as an ordinary one.',
  may: KEEPERS,
  serves: ['rosterProcedure'],
  versioned: true,
  params: z.strictObject({ officeId: zId }),
  reply: z.object({ id: zId }),
  changes: ['pairing.listOffices', 'pairing.listAdjustments'],
});
