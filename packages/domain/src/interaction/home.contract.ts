/** A leader’s first page, in one answer: a phone in a corridor asks once. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { zTalk } from './interaction.contract.ts';
import { zTalkRequest } from './talk-request.contract.ts';
import { zYearRow } from './year.contract.ts';

const zCount = z.number().int();

export const readHome = endpoint({
  id: 'interaction.readHome',
  method: 'GET',
  path: '/api/home',
  gist: 'A leader’s home: whom to talk with now, at most three; what waits for one’s word; and one’s friends with their year.',
  may: ['leader'],
  serves: ['cadence', 'recording'],
  auditedRead: true,
  reply: z.object({
    asOf: zPlainDate,
    year: zCount,
    talks: zCount,
    cards: z.array(z.object({ row: zYearRow, phone: z.string().nullable() })),
    /** Open requests for a talk, the longest waiting first. */
    requests: z.array(zTalkRequest),
    /** What others wrote down for oneself and one has not confirmed. */
    unconfirmed: z.object({ items: z.array(zTalk), total: zCount }),
    friends: z.array(zYearRow),
  }),
});
