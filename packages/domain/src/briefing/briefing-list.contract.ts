/** The list of briefings, apart from what is done with one: a leader's first page asks for nothing more. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { BRIEFING_STATUSES } from './briefing.ts';

const zCount = z.number().int();

export const zBriefingHead = z.object({
  id: zId,
  version: zCount,
  status: z.enum(BRIEFING_STATUSES),
  title: z.string(),
  /** 2026年第3期; null until it is issued. */
  number: z.string().nullable(),
  issuedOn: zPlainDate.nullable(),
  changedOn: zPlainDate,
  items: zCount,
  /** How many of the recipients have read it; null to a recipient. */
  readers: z.object({ read: zCount, of: zCount }).nullable(),
  /** Whether it is addressed to the reader, and when they read it. */
  mine: z.boolean(),
  readOn: zPlainDate.nullable(),
  instructions: zCount,
});
export type BriefingHead = z.infer<typeof zBriefingHead>;

export const listBriefings = endpoint({
  id: 'briefing.list',
  method: 'GET',
  path: '/api/briefings',
  gist: 'Briefings, the latest first: the office sees all, members of the leadership team those issued to them, checkers those issued.',
  may: ['office', 'leader', 'checker'],
  serves: ['reporting'],
  query: z.strictObject({
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(zBriefingHead), total: zCount, unread: zCount, can: z.array(z.enum(['draft'])) }),
});
