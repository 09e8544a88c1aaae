/** Opinions, suggestions and difficulties: the list, the line, the rules. Steps stand by who takes them, the desk’s own pages in `desk.contract.ts`. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { CLOCKS, MATTER_KINDS, MATTER_STATUSES } from './matter.ts';
import { zCount, zMatterParams, zOutcome, zResult } from './matter.shapes.ts';
import { zMatterItem, zMatterLine } from './line.shapes.ts';

/** Parts of the list; each is counted. `mine`: raised by or through the reader; `waitsOnMe`: heard by the reader as a leader, and nobody has begun, or a reply is out that they can bring. */
export const MATTER_VIEWS = [
  'mine',
  'waitsOnMe',
  'open',
  'toReport',
  'toTriage',
  'toAssign',
  'late',
  'toReview',
  'toPublish',
  'toDeliver',
  'toClose',
  'all',
] as const;

export const listMatters = endpoint({
  id: 'matter.list',
  method: 'GET',
  path: '/api/matters',
  gist: 'Matters in reach, the next clock first, those without one by number; with how many each view holds.',
  may: ['representative', 'leader', 'office', 'unitOfficer', 'checker'],
  serves: ['reply', 'reporting'],
  query: z.strictObject({
    view: z.enum(MATTER_VIEWS).default('mine'),
    kind: z.enum(MATTER_KINDS).optional(),
    status: z.enum(MATTER_STATUSES).optional(),
    /** The department that leads. */
    lead: zId.optional(),
    /** Whoever raised it, and the talk in which: only of matters whose proposer the reader may know. */
    person: zId.optional(),
    talk: zId.optional(),
    /** Words of two or more characters in a title, or a number. */
    q: z.string().trim().max(60).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(zMatterItem),
    /** No more than a thousand are counted, but for all that there are. */
    total: zCount,
    /** Only the views that the reader has. */
    counts: z.partialRecord(z.enum(MATTER_VIEWS), zCount),
    can: z.array(z.enum(['raise'])),
  }),
});

export const readMatter = endpoint({
  id: 'matter.read',
  method: 'GET',
  path: '/api/matters/:matterId',
  gist: 'The line of one matter, each reader with their level: the proposer, the leader, the office, the department.',
  may: 'signedIn',
  serves: ['reply'],
  params: zMatterParams,
  auditedRead: true,
  reply: zMatterLine,
});

const zBoth = z.object({ zh: z.string(), en: z.string() });

export const readLoop = endpoint({
  id: 'matter.readLoop',
  method: 'GET',
  path: '/api/matters/loop',
  gist: 'The rules of the loop in force today: every deadline with its basis, the words for outcomes and answers.',
  may: 'signedIn',
  serves: ['reply'],
  reply: z.object({
    clocks: z.array(
      z.object({
        clock: z.enum(CLOCKS),
        /** The deadline in words; null where nothing gives a number. */
        says: zBoth.nullable(),
        local: z.boolean(),
        /** Why the house set it, where it did. */
        reason: z.string().nullable(),
        requirement: z.string().nullable(),
        clause: z.string().nullable(),
      }),
    ),
    outcomes: z.array(z.object({ outcome: zOutcome, label: zBoth, promises: z.boolean() })),
    results: z.array(z.object({ result: zResult, label: zBoth })),
    answerChangeableDays: zCount,
    askAgainDays: zCount,
  }),
});
