/** What those who keep the loop ask for: report, triage, release, hand over, review, publish, deliver, merge, part, close. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { DISPOSITIONS, MATTER_KINDS, MATTER_POINTS_LIMIT, REPORT_WAYS, WAYS } from './matter.ts';
import { zCount, zMatterText, zReason, zSomeText, zTitle } from './matter.shapes.ts';
import { KEEPERS, step, zStepped } from './step-endpoint.ts';

export const reportMatter = step(
  'report',
  'report',
  'It is reported to the leadership of the same level.',
  KEEPERS,
  z.strictObject({ way: z.enum(REPORT_WAYS), note: zMatterText.max(400).optional() }),
);
export const triageMatter = step(
  'triage',
  'triage',
  'Accept, take as reference, or decline; the last two with the reason that the proposer will read.',
  KEEPERS,
  z.strictObject({ disposition: z.enum(DISPOSITIONS), reason: zReason.optional() }),
);
/** The text that a department reads: worded from the proposer's words, without what would name an unnamed person. */
export const releaseMatter = step(
  'release',
  'released',
  'Word the text for handling: the title, each point, each addition. A point without an id is parted off as a new one. An unnamed proposer’s name is refused in it.',
  KEEPERS,
  z.strictObject({
    title: zTitle,
    points: z
      .array(z.strictObject({ id: zId.optional(), text: zSomeText }))
      .min(1)
      .max(MATTER_POINTS_LIMIT),
    additions: z
      .array(z.strictObject({ ordinal: zCount, text: zSomeText }))
      .max(200)
      .default([]),
  }),
);
export const assignMatter = step(
  'assign',
  'assignment',
  'Hand it to a leading department and, where needed, co-handlers. It must be released before.',
  KEEPERS,
  z.strictObject({ lead: zId, coHandlers: z.array(zId).max(8).default([]), note: zMatterText.max(400).optional() }),
);
export const decideExtension = step(
  'decideExtension',
  'extension/decision',
  'Grant or refuse the one extension of the reply.',
  KEEPERS,
  z.strictObject({ grant: z.boolean(), reason: zMatterText.max(400).optional() }),
);
export const reviewReply = step(
  'review',
  'review',
  'A second person approves the reply or returns it with a reason.',
  KEEPERS,
  z.strictObject({ verdict: z.enum(['approved', 'returned']), reason: zReason.optional() }),
);
export const publishReply = step(
  'publish',
  'publication',
  'Publish the reviewed reply: it can be delivered, and promises begin. A point without a reply stands in the way.',
  KEEPERS,
  z.strictObject({}),
);
export const deliverReply = step(
  'deliver',
  'delivery',
  'Who told a proposer, when and how.',
  [...KEEPERS, 'leader'],
  z.strictObject({
    party: zCount.min(1),
    way: z.enum(WAYS),
    on: zPlainDate.optional(),
    /** Who told them; whoever asks, when left out. */
    by: z
      .string()
      .regex(/^\P{Cc}*$/u)
      .trim()
      .max(40)
      .optional(),
  }),
);
export const mergeMatter = step(
  'merge',
  'merge',
  'Merge into another matter: its clocks stop, every proposer becomes an addressee of the other.',
  KEEPERS,
  z.strictObject({ into: zId, intoVersion: zCount.min(1) }),
);
export const splitMatter = endpoint({
  ...step(
    'split',
    'split',
    'Part points off into a matter of their own; every proposer is an addressee of both.',
    KEEPERS,
    z.strictObject({ points: z.array(zId).min(1).max(MATTER_POINTS_LIMIT), kind: z.enum(MATTER_KINDS).optional() }),
  ),
  reply: zStepped.extend({ made: z.object({ id: zId, number: z.string() }) }),
});
export const closeMatter = step(
  'close',
  'closing',
  'Close it: only after a published reply was delivered, and the proposers have answered or their time is over.',
  KEEPERS,
  z.strictObject({}),
);
