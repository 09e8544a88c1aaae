/** A pair on its way: recommended, answered by the leader, published; asked to change and answered; its whole history. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { zTier } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import {
  changesPairings,
  KEEPERS,
  LOOKERS,
  zCount,
  zPairingCan,
  zProposal,
  zStep,
  zWho,
  zWhy,
} from './pairing.shapes.ts';
import { PAIRING_STATUSES } from './pairing.steps.ts';
import { CHANGE_CAUSES, DECLINE_CAUSES } from './wish.ts';

const zVersion = z.object({ version: z.number().int() });
const onePairing = z.strictObject({ pairingId: zId });
/** Whatever is written here both sides may read; the form says so. */
const zWords = z.string().trim().max(400);

export const recommendPairing = endpoint({
  id: 'pairing.recommend',
  method: 'POST',
  path: '/api/pairing-recommendations',
  gist: 'Recommend a representative to a leader. The policy decides whether the leader has to say yes or the unit decides its own.',
  may: KEEPERS,
  serves: ['rosterProcedure', 'eligibility'],
  body: z.strictObject({
    leaderId: zId,
    representativeId: zId,
    /** Why this pair, where no standing says it. */
    reason: zWords.optional(),
    /** A word to the leader. */
    note: zWords.optional(),
    /** The pair that ends on the day on which this one is published. */
    replaces: zId.optional(),
    /** The office in whose name: the pair follows it to its new holder. */
    officeId: zId.optional(),
  }),
  reply: z.object({ id: zId, version: z.number().int(), status: z.enum(PAIRING_STATUSES) }),
  changes: changesPairings,
});

export const confirmPairing = endpoint({
  id: 'pairing.confirm',
  method: 'POST',
  path: '/api/pairings/:pairingId/confirmation',
  gist: 'The leader says yes. Only the leader in person; silence is never a yes.',
  may: ['leader'],
  serves: ['rosterProcedure'],
  versioned: true,
  params: onePairing,
  body: z.strictObject({}),
  reply: zVersion,
  changes: changesPairings,
});

const zAnswer = z
  .strictObject({ cause: z.enum(DECLINE_CAUSES), words: zWords.optional() })
  .refine((answer) => answer.cause !== 'other' || (answer.words ?? '').length >= 2, { path: ['words'] });

export const declinePairing = endpoint({
  id: 'pairing.decline',
  method: 'POST',
  path: '/api/pairings/:pairingId/decline',
  gist: 'The leader says no, with the cause. A cause that keeps two people apart (superior, household) is remembered.',
  may: ['leader'],
  serves: ['rosterProcedure'],
  versioned: true,
  params: onePairing,
  body: zAnswer,
  reply: zVersion,
  changes: [...changesPairings, 'pairing.listConflicts'],
});

export const askForAnother = endpoint({
  id: 'pairing.askAnother',
  method: 'POST',
  path: '/api/pairings/:pairingId/another',
  gist: 'The leader would befriend somebody, but not this one: the office proposes another.',
  may: ['leader'],
  serves: ['rosterProcedure'],
  versioned: true,
  params: onePairing,
  body: zAnswer,
  reply: zVersion,
  changes: [...changesPairings, 'pairing.listConflicts'],
});

export const withdrawPairing = endpoint({
  id: 'pairing.withdraw',
  method: 'POST',
  path: '/api/pairings/:pairingId/withdrawal',
  gist: 'Take back a proposal that is not published yet.',
  may: KEEPERS,
  serves: ['rosterProcedure'],
  versioned: true,
  params: onePairing,
  body: z.strictObject({ reason: zWords.min(2) }),
  reply: zVersion,
  changes: changesPairings,
});

export const publishPairings = endpoint({
  id: 'pairing.publish',
  method: 'POST',
  path: '/api/pairing-publications',
  gist: 'Publish confirmed pairs together, all or none: from this day they hold, and the pairs that they replace end. Both sides are told.',
  may: KEEPERS,
  serves: ['rosterProcedure', 'adjustment'],
  body: z.strictObject({
    items: z
      .array(z.strictObject({ id: zId, version: z.number().int() }))
      .min(1)
      .max(2000),
    /** Today where it is left out; never a day that has not come. */
    startsOn: zPlainDate.optional(),
  }),
  reply: z.object({ published: zCount, ended: zCount }),
  changes: changesPairings,
});

export const requestChange = endpoint({
  id: 'pairing.requestChange',
  method: 'POST',
  path: '/api/pairings/:pairingId/change-request',
  gist: 'The representative asks for another leader. The cause is about oneself; the office answers.',
  may: ['representative'],
  serves: ['adjustment', 'rosterProcedure'],
  versioned: true,
  params: onePairing,
  body: z.strictObject({ cause: z.enum(CHANGE_CAUSES), words: zWords.optional() }),
  reply: zVersion,
  changes: changesPairings,
});

export const keepPairing = endpoint({
  id: 'pairing.keep',
  method: 'POST',
  path: '/api/pairings/:pairingId/keeping',
  gist: 'Answer a request for another leader: the pair stays for now, and why. To grant it, recommend another and replace this pair.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: onePairing,
  body: z.strictObject({ reason: zWords.min(2) }),
  reply: zVersion,
  changes: changesPairings,
});

export const readPairing = endpoint({
  id: 'pairing.read',
  method: 'GET',
  path: '/api/pairings/:pairingId',
  gist: 'One pair with its whole history, why it is, and what the asker may do. Both sides read the same.',
  may: 'signedIn',
  auditedRead: true,
  serves: ['rosterProcedure', 'eligibility'],
  params: onePairing,
  reply: zProposal.extend({
    startsOn: zPlainDate.nullable(),
    endsOn: zPlainDate.nullable(),
    changeAsked: z.object({ on: zPlainDate, cause: z.string().nullable(), words: z.string().nullable() }).nullable(),
    steps: z.array(zStep),
  }),
});

export const PROPOSALS_SHOWN = ['waiting', 'confirmed', 'answered', 'changeAsked'] as const;

export const listProposals = endpoint({
  id: 'pairing.listProposals',
  method: 'GET',
  path: '/api/pairing-proposals',
  gist: 'What is under way within reach: waiting for a leader (longest first), ready to publish, declined without a successor, asked to change.',
  may: LOOKERS,
  serves: ['rosterProcedure', 'oversight'],
  query: z.strictObject({
    show: z.enum(PROPOSALS_SHOWN).default('waiting'),
    tier: zTier.optional(),
    draft: zId.optional(),
  }),
  reply: z.object({
    asOf: zPlainDate,
    items: z.array(zProposal),
    /** Whatever is shown. */
    counts: z.object({
      waiting: zCount,
      askAgain: zCount,
      escalate: zCount,
      confirmed: zCount,
      answered: zCount,
      changeAsked: zCount,
    }),
    /** The days after which the house asks again and tells whoever checks: its own, not the rule’s. */
    ownDays: z.object({ askAgain: zCount, escalate: zCount }),
  }),
});

export const readMyProposals = endpoint({
  id: 'pairing.readMyProposals',
  method: 'GET',
  path: '/api/my-proposals',
  gist: 'For a leader: the recommendations that wait for an answer, oldest first.',
  may: ['leader'],
  serves: ['rosterProcedure'],
  reply: z.object({ asOf: zPlainDate, clause: z.string().nullable(), items: z.array(zProposal) }),
});

export const readMyPairings = endpoint({
  id: 'pairing.readMine',
  method: 'GET',
  path: '/api/my-pairings',
  gist: 'For a representative: who is the leader, since when, why this pair, whether another was asked for; earlier ones too.',
  may: ['representative'],
  serves: ['rosterProcedure', 'eligibility'],
  reply: z.object({
    asOf: zPlainDate,
    items: z.array(
      z.object({
        id: zId,
        version: z.number().int(),
        status: z.enum(['active', 'ended']),
        tier: zTier,
        unit: zUnitRef,
        leader: zWho.extend({ posts: z.array(z.string()) }),
        startsOn: zPlainDate,
        endsOn: zPlainDate.nullable(),
        why: zWhy,
        changeAsked: z
          .object({ on: zPlainDate, cause: z.string().nullable(), words: z.string().nullable() })
          .nullable(),
        /** The last answer to such a request. */
        kept: z.object({ on: zPlainDate, words: z.string().nullable() }).nullable(),
        can: zPairingCan,
      }),
    ),
  }),
});
