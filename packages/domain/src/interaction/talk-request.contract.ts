/** Talks that representatives ask for, until they have taken place. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { REQUEST_ACTIONS, REQUEST_CANS, REQUEST_STATUSES, SLOTS, URGENCIES } from './talk-request.ts';

const zTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const zSlot = z.strictObject({ on: zPlainDate, at: zTime.nullable().default(null) });
const zSlots = z.array(zSlot).max(SLOTS).default([]);
const zWords = z
  .string()
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u)
  .trim()
  .max(2000);

export const zTalkRequest = z.object({
  id: zId,
  version: z.number().int(),
  leader: z.object({ id: zId, name: z.string() }),
  representative: z.object({ id: zId, name: z.string() }),
  status: z.enum(REQUEST_STATUSES),
  topic: z.string().nullable(),
  urgency: z.enum(URGENCIES),
  channel: z.enum(CHANNELS),
  askedOn: zPlainDate,
  /** Day by which an answer is promised; null where neither the measures nor the house name one. */
  answerBy: zPlainDate.nullable(),
  /** The day was set by the house itself. */
  answerByIsLocal: z.boolean(),
  overdue: z.boolean(),
  slots: z.array(z.object({ on: zPlainDate, at: z.string().nullable() })),
  meant: z.object({ on: zPlainDate, at: z.string().nullable() }).nullable(),
  steps: z.array(
    z.object({ action: z.enum(REQUEST_ACTIONS), name: z.string(), words: z.string().nullable(), at: z.string() }),
  ),
  can: z.array(z.enum(REQUEST_CANS)),
});

const changes = [
  'request.list',
  'helping.read',
  'interaction.readYear',
  'interaction.readHome',
  'interaction.readMyLeaders',
];
const params = z.strictObject({ requestId: zId });
const version = z.number().int().min(1);
/** The leader who is asked, where somebody else answers under a delegation. */
const inNameOf = zId.optional();

export const askTalk = endpoint({
  id: 'request.ask',
  method: 'POST',
  path: '/api/talk-requests',
  gist: 'Ask a leader for a talk: topic optional, how soon, in which way, and up to three times that suit.',
  may: ['representative'],
  serves: ['occasion'],
  body: z.strictObject({
    leaderId: zId,
    topic: zWords.optional(),
    urgency: z.enum(URGENCIES).default('anyTime'),
    channel: z.enum(CHANNELS).default('faceToFace'),
    slots: zSlots,
  }),
  reply: zTalkRequest,
  changes,
});

export const listRequests = endpoint({
  id: 'request.list',
  method: 'GET',
  path: '/api/talk-requests',
  gist: 'Requests for a talk in reach, those that wait longest first.',
  may: 'signedIn',
  serves: ['occasion'],
  auditedRead: true,
  query: z.strictObject({
    /** `open`: not yet met. `office`: unanswered by their day, or handed to the office. */
    show: z.enum(['open', 'office', 'all']).default('open'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(zTalkRequest), total: z.number().int() }),
});

export const answerRequest = endpoint({
  id: 'request.answer',
  method: 'POST',
  path: '/api/talk-requests/:requestId/answers',
  gist: 'Take one of the times, name another, or hand the request to the office with a reason.',
  may: ['leader', 'secretary', 'office', 'unitOfficer'],
  serves: ['occasion'],
  params,
  body: z.discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('pick'),
      slot: z
        .number()
        .int()
        .min(0)
        .max(SLOTS - 1),
      version,
      inNameOf,
    }),
    z.strictObject({ action: z.literal('offer'), slot: zSlot, words: zWords.optional(), version, inNameOf }),
    z.strictObject({ action: z.literal('passOn'), words: zWords, version }),
  ]),
  reply: zTalkRequest,
  changes,
});

export const replyToOffer = endpoint({
  id: 'request.reply',
  method: 'POST',
  path: '/api/talk-requests/:requestId/replies',
  gist: 'Whoever asked takes the time offered, names other times, or withdraws.',
  may: ['representative'],
  serves: ['occasion'],
  params,
  body: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('accept'), version }),
    z.strictObject({ action: z.literal('another'), slots: zSlots, words: zWords.optional(), version }),
    z.strictObject({ action: z.literal('withdraw'), words: zWords.optional(), version }),
  ]),
  reply: zTalkRequest,
  changes,
});
