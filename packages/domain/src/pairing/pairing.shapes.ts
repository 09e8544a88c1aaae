/** Shapes that several contracts of this room share. */
import { z } from 'zod';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { PRECISIONS } from '../calendar/precision.ts';
import { zTier } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { PAIRING_ACTIONS, PAIRING_STATUSES } from './pairing.steps.ts';
import { WAITING_STATES } from './waiting.ts';

export const KEEPERS = ['office', 'unitOfficer'] as const;
export const READERS = ['office', 'unitOfficer', 'checker', 'leader'] as const;
/** Whoever keeps a list, and whoever checks it. */
export const LOOKERS = ['office', 'unitOfficer', 'checker'] as const;

export const zSaid = z.object({ zh: z.string(), en: z.string() });
/** A name that the asker may not know is null. */
export const zWho = z.object({ id: zId, name: z.string().nullable() });
export const zDays = z.number().int().min(0);
export const zCount = z.number().int().min(0);

/** The standing in whose name someone is befriended, with its end. */
export const zGround = z.object({
  written: z.string(),
  endsOn: zPlainDate.nullable(),
  precision: z.enum(PRECISIONS).nullable(),
  ending: z.boolean(),
});

export const zWaiting = z.object({ since: zPlainDate, days: zDays, state: z.enum(WAITING_STATES) });

/** Why this pair: by a standing and its clause, or for a stated reason. */
export const zWhy = z.object({
  clause: z.string().nullable(),
  standing: z.string().nullable(),
  reason: z.string().nullable(),
});

export const PAIRING_CAN = [
  'confirm',
  'decline',
  'askAnother',
  'withdraw',
  'publish',
  'end',
  'requestChange',
  'keep',
] as const;
export const zPairingCan = z.array(z.enum(PAIRING_CAN));

/** One step as both sides read it. */
export const zStep = z.object({
  ordinal: z.number().int(),
  action: z.enum(PAIRING_ACTIONS),
  onDay: zPlainDate,
  at: z.string(),
  /** Null for a step that the house itself took (an import, the first start). */
  by: z.string().nullable(),
  cause: z.string().nullable(),
  reason: z.string().nullable(),
});

export const zProposal = z.object({
  id: zId,
  version: z.number().int(),
  status: z.enum(PAIRING_STATUSES),
  tier: zTier,
  unit: zUnitRef,
  leader: zWho,
  representative: zWho.extend({ unit: zUnitRef.nullable(), standings: z.array(z.string()) }),
  why: zWhy,
  /** Words that the proposer sent along. */
  note: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedOn: zPlainDate.nullable(),
  /** The plan that it came with. */
  draft: z.object({ id: zId, name: z.string() }).nullable(),
  /** The pair that ends on the day on which this one is published. */
  replaces: z.object({ id: zId, leader: zWho }).nullable(),
  waiting: zWaiting.nullable(),
  /** The answer, where there is one: decline, another asked for, confirmed. */
  answer: z.object({ onDay: zPlainDate, cause: z.string().nullable(), words: z.string().nullable() }).nullable(),
  can: zPairingCan,
});

/** Ids of the reading endpoints that a change of pairs makes stale. */
export const changesPairings = [
  'pairing.list',
  'pairing.roster',
  'pairing.read',
  'pairing.listProposals',
  'pairing.readMyProposals',
  'pairing.readMine',
  'pairing.readPortfolio',
  'pairing.readCoverage',
  'pairing.listAdjustments',
  'pairing.listOffices',
  'person.list',
  'person.read',
  'interaction.readYear',
  'interaction.readMyLeaders',
  'access.readSession',
];
