/** Briefings to the leadership team of the same level: drafted from matters, approved by a second person, issued, read, instructed on. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { MATTER_KINDS } from '../matter/matter.ts';
import {
  BRIEFING_ACTIONS,
  BRIEFING_ITEMS_LIMIT,
  BRIEFING_STATUSES,
  BRIEFING_TEXT_LIMIT,
  BRIEFING_TITLE_LIMIT,
  KEEPER_CANS,
} from './briefing.ts';
import { zBriefingHead } from './briefing-list.contract.ts';
import { FACT_KINDS } from './naming-guard.ts';

const zCount = z.number().int();
const zText = z
  .string()
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u)
  .trim()
  .max(BRIEFING_TEXT_LIMIT);
const zLine = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .trim()
  .min(1)
  .max(BRIEFING_TITLE_LIMIT);
const zReason = zText.min(2).max(400);
const params = z.strictObject({ briefingId: zId });
const changes = ['briefing.list', 'briefing.read', 'briefing.listSources'];
const serves = ['reporting'];

const zWarning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('small'),
    ordinal: zCount,
    says: z.array(z.object({ kind: z.enum(FACT_KINDS), words: z.string() })).readonly(),
    count: zCount,
  }),
  z.object({ kind: z.literal('name'), ordinal: zCount, name: z.string() }),
]);

const zItem = z.object({
  ordinal: zCount,
  matterId: zId.nullable(),
  matterNumber: z.string().nullable(),
  kind: z.enum(MATTER_KINDS).nullable(),
  heading: z.string(),
  text: z.string(),
  /** Who said it, as the paper will say it; written by the house. */
  attribution: z.string(),
});

const zPaper = z.object({
  head: z.object({ name: z.string(), number: z.string(), issuer: z.string(), day: z.string() }),
  title: z.string(),
  blocks: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('heading'),
          level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
          text: z.string(),
        }),
        z.object({ kind: z.literal('paragraph'), text: z.string() }),
        z.object({ kind: z.literal('addressee'), text: z.string() }),
      ]),
    )
    .readonly(),
  sign: z.object({ by: z.string(), day: z.string() }).nullable(),
});

const zInstruction = z.object({
  id: zId,
  person: z.object({ id: zId, name: z.string() }),
  words: z.string(),
  on: zPlainDate,
  /** The items that it speaks of; none: of the whole. */
  items: z.array(zCount),
  /** Who wrote it down for them, where they wrote on paper. */
  recordedAs: z.string().nullable(),
  passed: z.object({ on: zPlainDate, by: z.string(), numbers: z.array(z.string()) }).nullable(),
});

const zCan = z.enum([...KEEPER_CANS, 'markRead', 'instruct', 'record', 'passOn', 'download']);

export const zBriefing = zBriefingHead.extend({
  opening: z.string(),
  closing: z.string(),
  itemList: z.array(zItem),
  paper: zPaper,
  /** Where the text tells who it was without the name; empty to a recipient. */
  warnings: z.array(zWarning),
  smallestGroup: zCount,
  steps: z.array(
    z.object({
      ordinal: zCount,
      action: z.enum(BRIEFING_ACTIONS),
      by: z.string(),
      on: zPlainDate,
      words: z.string().nullable(),
    }),
  ),
  recipients: z.array(z.object({ id: zId, name: z.string(), title: z.string(), readOn: zPlainDate.nullable() })),
  instructionList: z.array(zInstruction),
  can: z.array(zCan),
});
export type Briefing = z.infer<typeof zBriefing>;

const zStepped = z.object({ id: zId, version: zCount, status: z.enum(BRIEFING_STATUSES) });

export const listSources = endpoint({
  id: 'briefing.listSources',
  method: 'GET',
  path: '/api/briefings/sources',
  gist: 'Matters from which a briefing can be drafted, those not yet reported first; views said in talks are among them.',
  may: ['office'],
  serves,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({
    items: z.array(
      z.object({
        id: zId,
        number: z.string(),
        kind: z.enum(MATTER_KINDS),
        /** As released for handling, else in the proposer’s words: the office reads them, the briefing never copies them. */
        title: z.string().nullable(),
        released: z.boolean(),
        named: z.boolean(),
        reported: z.boolean(),
        registeredOn: zPlainDate,
        /** Briefings in which it stands already. */
        inBriefings: zCount,
      }),
    ),
    total: zCount,
  }),
});

export const listRecipients = endpoint({
  id: 'briefing.listRecipients',
  method: 'GET',
  path: '/api/briefings/recipients',
  gist: 'Members of the leadership team today: those to whom a briefing goes.',
  may: ['office'],
  serves,
  reply: z.object({ items: z.array(z.object({ id: zId, name: z.string(), title: z.string() })), total: zCount }),
});

export const draftBriefing = endpoint({
  id: 'briefing.draft',
  method: 'POST',
  path: '/api/briefings',
  gist: 'Begin a briefing from matters: each item takes the text released for handling; where nothing is released it waits for a generalised wording.',
  may: ['office'],
  serves,
  body: z.strictObject({ title: zLine.optional(), matterIds: z.array(zId).max(BRIEFING_ITEMS_LIMIT).default([]) }),
  reply: zStepped,
  changes,
});

export const readBriefing = endpoint({
  id: 'briefing.read',
  method: 'GET',
  path: '/api/briefings/:briefingId',
  gist: 'One briefing: its text and paper; to the office its steps, recipients’ read state, instructions and where the text tells who spoke.',
  may: ['office', 'leader', 'checker'],
  serves,
  params,
  auditedRead: true,
  reply: zBriefing,
});

export const writeBriefing = endpoint({
  id: 'briefing.write',
  method: 'PUT',
  path: '/api/briefings/:briefingId',
  gist: 'Write the draft as a whole. The name of someone who has not agreed to be named is refused; who said it is written by the house.',
  may: ['office'],
  serves,
  versioned: true,
  params,
  body: z.strictObject({
    title: zLine,
    opening: zText.default(''),
    closing: zText.default(''),
    items: z
      .array(z.strictObject({ matterId: zId.nullable().default(null), heading: zLine, text: zText }))
      .min(1)
      .max(BRIEFING_ITEMS_LIMIT),
  }),
  reply: zStepped,
  changes,
});

const step = <B extends z.ZodType>(verb: string, path: string, gist: string, body: B) =>
  endpoint({
    id: `briefing.${verb}`,
    method: 'POST' as const,
    path: `/api/briefings/:briefingId/${path}`,
    gist,
    may: ['office'] as const,
    serves,
    versioned: true as const,
    params,
    body,
    reply: zStepped,
    changes: verb === 'issue' ? [...changes, 'matter.list', 'matter.read'] : changes,
  });

export const handOverBriefing = step(
  'handOver',
  'hand-over',
  'Hand the draft for approval. Where the text tells who spoke, only with the reason why it must stand.',
  z.strictObject({ reason: zReason.optional() }),
);
export const returnBriefing = step(
  'return',
  'return',
  'Back to the draft, with the reason.',
  z.strictObject({ reason: zReason }),
);
export const approveBriefing = step(
  'approve',
  'approval',
  'A second person approves it: nobody whose hand is in the text.',
  z.strictObject({}),
);
export const issueBriefing = step(
  'issue',
  'issue',
  'Issue it with the year’s next number and today’s date; its matters are thereby reported to the leadership.',
  z.strictObject({
    /** All members of the leadership team, when left out. */
    recipientIds: z.array(zId).min(1).max(200).optional(),
  }),
);

export const markBriefingRead = endpoint({
  id: 'briefing.markRead',
  method: 'POST',
  path: '/api/briefings/:briefingId/reading',
  gist: 'A recipient has read it.',
  may: ['leader'],
  serves,
  params,
  body: z.strictObject({}),
  reply: z.object({ readOn: zPlainDate }),
  changes,
});

export const instructOnBriefing = endpoint({
  id: 'briefing.instruct',
  method: 'POST',
  path: '/api/briefings/:briefingId/instructions',
  gist: 'A recipient’s instruction, on the whole or on some items; the office writes it down for one who wrote on paper.',
  may: ['leader', 'office'],
  serves,
  params,
  body: z.strictObject({
    words: zText.min(1).max(1_000),
    items: z.array(zCount.min(1).max(BRIEFING_ITEMS_LIMIT)).max(BRIEFING_ITEMS_LIMIT).default([]),
    /** For whom the office writes it down. */
    personId: zId.optional(),
  }),
  reply: zInstruction,
  changes,
});

export const passOnInstruction = endpoint({
  id: 'briefing.passOn',
  method: 'POST',
  path: '/api/briefings/:briefingId/instructions/:instructionId/passing',
  gist: 'The office attaches an instruction to the matters it speaks of: those who handle them read it on the line.',
  may: ['office'],
  serves,
  params: z.strictObject({ briefingId: zId, instructionId: zId }),
  body: z.strictObject({ matterIds: z.array(zId).min(1).max(BRIEFING_ITEMS_LIMIT) }),
  reply: zInstruction,
  changes: [...changes, 'matter.read'],
});

export const downloadBriefing = endpoint({
  id: 'briefing.download',
  method: 'GET',
  path: '/api/briefings/:briefingId/word',
  gist: 'The briefing as a Word file in the official layout.',
  may: ['office', 'leader', 'checker'],
  serves,
  params,
  auditedRead: true,
  download: true,
  reply: z.unknown(),
});
