/** You said, we did: an anonymised page for each half-year, worded by the office and read by representatives. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { MATTER_KINDS, OUTCOMES } from '../matter/matter.ts';

const zCount = z.number().int();
const zLine = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .trim()
  .min(1)
  .max(300);
const zPeriod = z.string().regex(/^20\d\d-H[12]$/);
const changes = ['youSaid.read', 'youSaid.propose'];

export const zYouSaidLine = z.strictObject({ said: zLine, did: zLine, outcome: z.enum(OUTCOMES).nullable() });
export type YouSaidLine = z.infer<typeof zYouSaidLine>;

/** Counts of what was answered within the half-year: never a share of the content, never a person. */
export const zYouSaidCounts = z.object({
  answered: zCount,
  byKind: z.partialRecord(z.enum(MATTER_KINDS), zCount),
  /** Points answered, by how far they got. */
  byOutcome: z.partialRecord(z.enum(OUTCOMES), zCount),
  stillOpen: zCount,
});
export type YouSaidCounts = z.infer<typeof zYouSaidCounts>;

const zPage = z.object({
  period: zPeriod,
  issuedOn: zPlainDate,
  counts: zYouSaidCounts,
  lines: z.array(zYouSaidLine),
});

export const readYouSaid = endpoint({
  id: 'youSaid.read',
  method: 'GET',
  path: '/api/you-said',
  gist: 'The pages that were issued, the latest half-year first: counts and generalised lines, no name, no figure of content.',
  may: 'signedIn',
  serves: ['reporting', 'reply'],
  reply: z.object({ items: z.array(zPage), total: zCount, can: z.array(z.enum(['issue'])) }),
});

export const proposeYouSaid = endpoint({
  id: 'youSaid.propose',
  method: 'GET',
  path: '/api/you-said/:period/proposal',
  gist: 'What the half-year’s page could say: counts, and the released wording of answered opinions and suggestions; difficulties are only counted.',
  may: ['office'],
  serves: ['reporting', 'reply'],
  params: z.strictObject({ period: zPeriod }),
  reply: z.object({
    period: zPeriod,
    counts: zYouSaidCounts,
    lines: z.array(zYouSaidLine.extend({ number: z.string() })),
    issued: z.boolean(),
  }),
});

export const issueYouSaid = endpoint({
  id: 'youSaid.issue',
  method: 'POST',
  path: '/api/you-said/:period',
  gist: 'Issue the half-year’s page, or put a better wording in its place. A line that tells who spoke is refused.',
  may: ['office'],
  serves: ['reporting', 'reply'],
  params: z.strictObject({ period: zPeriod }),
  body: z.strictObject({ lines: z.array(zYouSaidLine).max(60) }),
  reply: zPage,
  changes,
});
