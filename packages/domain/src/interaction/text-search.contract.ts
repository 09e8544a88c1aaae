/** Finding words in shared texts, within one's rights. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { SOUGHT_LIMIT } from './text-search.ts';

const zNamed = z.object({ id: zId, name: z.string() });

export const searchTexts = endpoint({
  id: 'interaction.searchTexts',
  method: 'GET',
  path: '/api/talk-search',
  gist: 'Talks in whose shared text words of two or more characters occur. Whoever only checks learns how many, not what.',
  may: 'signedIn',
  serves: ['recording'],
  query: z.strictObject({
    q: z.string().trim().min(1).max(SOUGHT_LIMIT),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  auditedRead: true,
  reply: z.object({
    /** What is sought, as it was understood. */
    sought: z.array(z.string()),
    /** Talks found; not exact where a word has more than two characters. */
    count: z.number().int(),
    exact: z.boolean(),
    /** There are more than were counted. */
    more: z.boolean(),
    /** Texts open in the record only, where that is written down: nothing of them is shown here. */
    countOnly: z.boolean(),
    items: z.array(
      z.object({
        id: zId,
        on: zPlainDate,
        precision: z.enum(['moment', 'day', 'month']),
        channel: z.enum(CHANNELS),
        leader: zNamed,
        people: z.array(zNamed),
        others: z.number().int(),
        /** Sentences in which it stands, cut into what is marked and what is not. */
        lines: z.array(z.array(z.object({ text: z.string(), hit: z.boolean() }))),
      }),
    ),
    /** Where to go on. */
    next: z.number().int().nullable(),
  }),
});
