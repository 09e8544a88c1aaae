/** The desk of whoever answers: the queue, similar answered matters, templates, the book of promises, and the one-tap answer. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { zMatterItem, zPromise } from './line.shapes.ts';
import { changesMatters } from './step-endpoint.ts';
import { zMatterText } from './matter.shapes.ts';
import { LOOK_BACKS, MATTER_KINDS, OUTCOMES, RESULTS } from './matter.ts';

const zCount = z.number().int();
const WORKERS = ['handler', 'office', 'unitOfficer'] as const;

/** `lead`: ours to answer; `co`: an opinion of ours is asked for; `replied`: what we answered in the last twelve months; `lookBack`: promises of ours that come back. */
export const DESK_VIEWS = ['lead', 'co', 'replied', 'lookBack'] as const;

export const listDesk = endpoint({
  id: 'matter.listDesk',
  method: 'GET',
  path: '/api/desk/matters',
  gist: 'The queue of a department by the next clock: released texts only, an unnamed proposer never.',
  may: ['handler'],
  serves: ['reply'],
  query: z.strictObject({
    view: z.enum(DESK_VIEWS).default('lead'),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(zMatterItem),
    total: zCount,
    counts: z.record(z.enum(DESK_VIEWS), zCount),
    desks: z.array(zUnitRef),
  }),
});

export const listDesks = endpoint({
  id: 'matter.listDesks',
  method: 'GET',
  path: '/api/desks',
  gist: 'Departments to which a matter can be handed: those with someone who answers, first the ones that answered most alike.',
  may: WORKERS,
  serves: ['reply'],
  reply: z.object({ items: z.array(z.object({ unit: zUnitRef, people: z.array(z.string()), open: zCount })) }),
});

export const listSimilar = endpoint({
  id: 'matter.listSimilar',
  method: 'GET',
  path: '/api/matters/:matterId/similar',
  gist: 'Answered matters whose released text is alike, within reach, the most alike first.',
  may: WORKERS,
  serves: ['reply'],
  params: z.strictObject({ matterId: zId }),
  reply: z.object({
    items: z.array(
      z.object({
        id: zId,
        number: z.string(),
        kind: z.enum(MATTER_KINDS),
        title: z.string(),
        lead: zUnitRef.nullable(),
        repliedOn: zPlainDate,
        points: z.array(z.object({ released: z.string(), reply: z.string(), outcome: z.enum(OUTCOMES) })),
      }),
    ),
  }),
});

// ── Templates ────────────────────────────────────────────────────────────────────────────────────────────

const zTemplateBody = z.strictObject({
  title: z
    .string()
    .regex(/^\P{Cc}*$/u)
    .trim()
    .min(1)
    .max(60),
  /** A blank stands in 【】 and says what belongs there; a reply that still holds one is not sent to review. */
  text: zMatterText.min(1),
  outcome: z.enum(OUTCOMES).nullable().default(null),
  /** Null: for every department; only a keeper writes those. */
  unitId: zId.nullable().default(null),
});
export const zTemplate = z.object({
  id: zId,
  version: zCount,
  title: z.string(),
  text: z.string(),
  blanks: z.array(z.string()),
  outcome: z.enum(OUTCOMES).nullable(),
  unit: zUnitRef.nullable(),
  can: z.array(z.enum(['change', 'remove'])),
});
const zTemplateParams = z.strictObject({ templateId: zId });

export const listTemplates = endpoint({
  id: 'matter.listTemplates',
  method: 'GET',
  path: '/api/reply-templates',
  gist: 'Wordings for replies, with the blanks that must be filled: of one’s departments and of the whole house.',
  may: WORKERS,
  serves: ['reply'],
  reply: z.object({ items: z.array(zTemplate), can: z.array(z.enum(['make'])) }),
});
export const makeTemplate = endpoint({
  id: 'matter.makeTemplate',
  method: 'POST',
  path: '/api/reply-templates',
  gist: 'Keep a wording for replies.',
  may: WORKERS,
  serves: ['reply'],
  body: zTemplateBody,
  reply: zTemplate,
  changes: ['matter.listTemplates'],
});
export const changeTemplate = endpoint({
  id: 'matter.changeTemplate',
  method: 'PUT',
  path: '/api/reply-templates/:templateId',
  gist: 'Change a wording for replies.',
  may: WORKERS,
  serves: ['reply'],
  versioned: true,
  params: zTemplateParams,
  body: zTemplateBody,
  reply: zTemplate,
  changes: ['matter.listTemplates'],
});
export const removeTemplate = endpoint({
  id: 'matter.removeTemplate',
  method: 'DELETE',
  path: '/api/reply-templates/:templateId',
  gist: 'Drop a wording for replies.',
  may: WORKERS,
  serves: ['reply'],
  versioned: true,
  params: zTemplateParams,
  reply: z.object({}),
  changes: ['matter.listTemplates'],
});

// ── The book of promises ─────────────────────────────────────────────────────────────────────────────────

export const listPromises = endpoint({
  id: 'matter.listPromises',
  method: 'GET',
  path: '/api/promises',
  gist: 'Every reply that says under way or planned, with its day and owner; those to look back at first.',
  may: ['office', 'unitOfficer', 'checker', 'handler', 'leader', 'representative'],
  serves: ['reply', 'oversight'],
  query: z.strictObject({
    view: z.enum(['due', 'open', 'all']).default('open'),
    owner: zId.optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(
      zPromise.extend({
        matter: z.object({ id: zId, number: z.string(), title: z.string().nullable(), kind: z.enum(MATTER_KINDS) }),
      }),
    ),
    total: zCount,
    counts: z.object({ due: zCount, open: zCount, all: zCount }),
  }),
});
export const lookBack = endpoint({
  id: 'matter.lookBack',
  method: 'POST',
  path: '/api/promises/:promiseId/look-back',
  gist: 'Look back at a promise: kept, moved to a later day with the reason, or not kept with the reason. The proposer reads it.',
  may: WORKERS,
  serves: ['reply'],
  versioned: true,
  params: z.strictObject({ promiseId: zId }),
  body: z.strictObject({
    found: z.enum(LOOK_BACKS),
    note: zMatterText.max(400).optional(),
    movedTo: zPlainDate.optional(),
  }),
  reply: z.object({ version: zCount, dueOn: zPlainDate, open: z.boolean() }),
  changes: changesMatters,
});

// ── The one-tap answer ───────────────────────────────────────────────────────────────────────────────────

export const listAskAgain = endpoint({
  id: 'matter.listAskAgain',
  method: 'GET',
  path: '/api/matters/ask-again',
  gist: 'Whom to ask, or ask again: replies delivered and not answered, and those under way or planned whose time to ask anew has come.',
  may: ['office', 'unitOfficer'],
  serves: ['reply'],
  query: z.strictObject({
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        matterId: zId,
        number: z.string(),
        title: z.string().nullable(),
        party: zCount,
        person: z.object({ id: zId, name: z.string() }),
        round: zCount,
        deliveredOn: zPlainDate,
        askOn: zPlainDate,
        why: z.enum(['notAnswered', 'askAgain']),
      }),
    ),
    total: zCount,
  }),
});

export const makeAnswerLink = endpoint({
  id: 'matter.makeAnswerLink',
  method: 'POST',
  path: '/api/matters/:matterId/answer-link',
  gist: 'Make the link with which one proposer answers without signing in. An older one dies; it is for one person, for some days.',
  may: ['office', 'unitOfficer'],
  serves: ['reply'],
  params: z.strictObject({ matterId: zId }),
  body: z.strictObject({ party: zCount.min(1) }),
  secret: true,
  reply: z.object({ path: z.string(), expiresAt: z.string() }),
});

const zToken = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{30,100}$/) });
const zLinkAnswer = z.object({
  result: z.enum(RESULTS),
  timely: z.boolean().nullable(),
  clear: z.boolean().nullable(),
  comment: z.string().nullable(),
  answeredOn: zPlainDate,
});

/** Nothing is written by opening it: mail scanners follow links too. */
export const readAnswerLink = endpoint({
  id: 'matter.readAnswerLink',
  method: 'GET',
  path: '/api/answer/:token',
  gist: 'What a link asks about: the reply, point by point, and what was answered so far. It writes nothing.',
  may: 'anyone',
  params: zToken,
  reply: z.object({
    institution: z.string(),
    number: z.string(),
    kind: z.enum(MATTER_KINDS),
    title: z.string(),
    repliedOn: zPlainDate,
    lead: z.string().nullable(),
    points: z.array(
      z.object({
        said: z.string(),
        reply: z.string(),
        outcome: z.enum(OUTCOMES).nullable(),
        outcomeLabel: z.object({ zh: z.string(), en: z.string() }).nullable(),
        promiseOn: zPlainDate.nullable(),
      }),
    ),
    results: z.array(z.object({ result: z.enum(RESULTS), label: z.object({ zh: z.string(), en: z.string() }) })),
    answer: zLinkAnswer.nullable(),
    /** The last day on which it can be answered or changed. */
    openUntil: zPlainDate,
    today: zPlainDate,
  }),
});

export const answerByLink = endpoint({
  id: 'matter.answerByLink',
  method: 'POST',
  path: '/api/answer/:token',
  gist: 'One button answers; what is said besides may follow and is stored later. Changeable for some days.',
  may: 'anyone',
  serves: ['reply'],
  params: zToken,
  body: z.strictObject({
    result: z.enum(RESULTS),
    timely: z.boolean().nullable().optional(),
    clear: z.boolean().nullable().optional(),
    comment: zMatterText.optional(),
  }),
  reply: z.object({ answer: zLinkAnswer, openUntil: zPlainDate }),
});
