/** 换届: new terms and posts in a sandbox, what follows from them, and the sheet that is handed over for each moved pair. */
import { z } from 'zod';
import { PRECISIONS } from '../calendar/precision.ts';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { LEVELS, STANDING_KINDS, STANDING_ROLES, zTier } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { changesDrafts, zDraftHead } from './draft.contract.ts';
import { KEEPERS, LOOKERS, zCount, zSaid, zWho } from './pairing.shapes.ts';
import { FACT_KINDS } from './renewal.rules.ts';

const oneDraft = z.strictObject({ draftId: zId });
const zVersion = z.object({ version: z.number().int() });

const zTitle = z.string().trim().min(2).max(100);
/** A fact of the sandbox. It is written into the records only when the renewal is published. */
export const zFact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('postBegins'),
    personId: zId,
    unitId: zId,
    title: zTitle,
    charge: z.string().trim().max(60).nullable().default(null),
    onDay: zPlainDate,
  }),
  /** Without a post: every leadership post that the person holds. `onDay` is the first day on which it is no longer held. */
  z.strictObject({ kind: z.literal('postEnds'), personId: zId, postId: zId.optional(), onDay: zPlainDate }),
  z.strictObject({
    kind: z.literal('standingBegins'),
    personId: zId,
    standingKind: z.enum(STANDING_KINDS),
    level: z.enum(LEVELS).nullable(),
    role: z.enum(STANDING_ROLES).nullable(),
    written: zTitle,
    onDay: zPlainDate,
    endsOn: zPlainDate.nullable().default(null),
    precision: z.enum(PRECISIONS).default('day'),
  }),
  z.strictObject({ kind: z.literal('standingEnds'), personId: zId, standingId: zId, onDay: zPlainDate }),
  z.strictObject({ kind: z.literal('leavesList'), personId: zId, onDay: zPlainDate }),
]);

export const changeFacts = endpoint({
  id: 'pairing.changeFacts',
  method: 'POST',
  path: '/api/pairing-drafts/:draftId/facts',
  gist: 'Enter facts into the sandbox of a renewal, or take them out, all or none. Nothing outside the sandbox changes.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: oneDraft,
  body: z.strictObject({ add: z.array(zFact).max(500).default([]), remove: z.array(zId).max(500).default([]) }),
  reply: zVersion,
  changes: changesDrafts,
});

export const readPastedFacts = endpoint({
  id: 'pairing.readPastedFacts',
  method: 'POST',
  path: '/api/pairing-drafts/:draftId/pasted',
  gist: 'Read pasted lines (a name, an office, a term) as facts of the sandbox; doubtful ones are asked one by one, nothing is written.',
  may: KEEPERS,
  serves: ['adjustment'],
  params: oneDraft,
  body: z.strictObject({ text: z.string().max(200_000) }),
  reply: z.object({
    rows: z.array(
      z.object({
        line: z.number().int(),
        text: z.string(),
        /** Ready to be added as it stands; null where something is doubtful. */
        fact: zFact.nullable(),
        says: zSaid.nullable(),
        /** Who may be meant, where a name fits several. */
        people: z.array(z.object({ id: zId, name: z.string(), unit: zUnitRef })),
      }),
    ),
    tooMany: z.boolean(),
  }),
});

export const readRenewal = endpoint({
  id: 'pairing.readRenewal',
  method: 'GET',
  path: '/api/pairing-drafts/:draftId/renewal',
  gist: 'What follows from the sandbox: who falls out of scope, who comes in, which leaders lose or gain, what is to be adjusted and why.',
  may: LOOKERS,
  serves: ['adjustment', 'eligibility'],
  params: oneDraft,
  reply: z.object({
    asOf: zPlainDate,
    draft: zDraftHead,
    facts: z.array(
      z.object({
        id: zId,
        kind: z.enum(FACT_KINDS),
        person: zWho,
        says: zSaid,
        onDay: zPlainDate,
        /** What is wrong with it now, though it was right when it was entered. */
        problem: zSaid.nullable(),
      }),
    ),
    outOfScope: z.array(
      z.object({
        representative: zWho,
        unit: zUnitRef,
        tier: zTier,
        says: zSaid,
        nextTier: zTier.nullable(),
        clause: z.string().nullable(),
      }),
    ),
    comesIn: z.array(z.object({ representative: zWho, unit: zUnitRef, tier: zTier, says: zSaid, clause: z.string() })),
    leaders: z.array(
      z.object({
        leader: zWho,
        unit: zUnitRef,
        tier: zTier,
        change: z.enum(['arrives', 'leaves', 'loses', 'gains']),
        before: zCount,
        after: zCount,
        required: z.number().int().nullable(),
      }),
    ),
    due: z.array(
      z.object({
        leader: zWho.nullable(),
        representative: zWho.nullable(),
        says: zSaid,
        clause: z.string().nullable(),
      }),
    ),
  }),
});

export const readHandover = endpoint({
  id: 'pairing.readHandover',
  method: 'GET',
  path: '/api/pairing-drafts/:draftId/handover',
  gist: 'For each moved pair one page: since when, the shared texts, what was promised, dates to come, what is open. To be printed.',
  may: KEEPERS,
  auditedRead: true,
  serves: ['adjustment'],
  params: oneDraft,
  query: z.strictObject({ representative: zId.optional() }),
  reply: z.object({
    asOf: zPlainDate,
    draft: zDraftHead,
    sheets: z.array(
      z.object({
        representative: zWho.extend({
          unit: zUnitRef,
          position: z.string().nullable(),
          standings: z.array(z.string()),
        }),
        from: zWho,
        to: zWho.nullable(),
        since: zPlainDate,
        reason: zSaid,
        clause: z.string().nullable(),
        talks: z.array(z.object({ on: zPlainDate, channel: z.string(), words: z.string().nullable() })),
        talksInAll: zCount,
        /** What rooms that stand later add: open matters, promises, days agreed. */
        sections: z.array(
          z.object({ title: zSaid, lines: z.array(z.object({ on: zPlainDate.nullable(), text: zSaid })) }),
        ),
      }),
    ),
  }),
});
