/** What a department asks for: take, hand back, tell, wait, note, write, submit, extend. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { MATTER_POINTS_LIMIT, WAYS } from './matter.ts';
import { zCount, zMatterParams, zMatterText, zOutcome, zReason, zSomeText } from './matter.shapes.ts';
import { changesMatters, step, WORKERS, zStepped } from './step-endpoint.ts';

export const takeMatter = step(
  'take',
  'taking',
  'A person of the leading department takes it; only now the proposer is told that it is being worked on. A day may be pledged.',
  WORKERS,
  z.strictObject({ pledgeOn: zPlainDate.optional(), note: zMatterText.max(400).optional() }),
);
export const handBackMatter = step(
  'handBack',
  'hand-back',
  'Back to the office as not ours, within the days for it, with the reason and who might be right. After two departments have sent it to one another, the office decides.',
  ['handler'],
  z.strictObject({ reason: zReason, suggests: zId.optional() }),
);
export const tellProposer = step(
  'tell',
  'word',
  'A word to the proposer on how it goes; the first one is the first contact. It is read on the line.',
  WORKERS,
  z.strictObject({ words: zSomeText, way: z.enum(WAYS).default('here') }),
);
export const waitForMore = step(
  'wait',
  'wait',
  'Ask the proposer for what is missing; the clocks stand still until it comes.',
  WORKERS,
  z.strictObject({ question: zReason }),
);
export const resumeMatter = step(
  'resume',
  'resumption',
  'Go on without waiting any longer.',
  WORKERS,
  z.strictObject({ reason: zReason }),
);
export const noteHandling = step(
  'note',
  'notes',
  'A note on the handling, for those who work on it; never about the person.',
  WORKERS,
  z.strictObject({ words: zSomeText }),
);
export const giveOpinion = step(
  'giveOpinion',
  'opinion',
  'A co-handler’s opinion.',
  ['handler'],
  z.strictObject({ words: zSomeText }),
);
export const submitReply = step(
  'submit',
  'submission',
  'Send the reply to review; refused while a point has none, a blank is unfilled, or a promise has no day.',
  WORKERS,
  z.strictObject({}),
);
export const askExtension = step(
  'askExtension',
  'extension',
  'Ask once for a later day for the reply, with the reason.',
  WORKERS,
  z.strictObject({ until: zPlainDate, reason: zReason }),
);

export const writeReply = endpoint({
  id: 'matter.writeReply',
  method: 'PUT',
  path: '/api/matters/:matterId/reply',
  gist: 'Write the reply point by point; what is left out stays as it was, an empty text takes it back.',
  may: WORKERS,
  serves: ['reply'],
  versioned: true,
  params: zMatterParams,
  body: z.strictObject({
    points: z
      .array(
        z.strictObject({
          id: zId,
          text: zMatterText,
          outcome: zOutcome.nullable().default(null),
          /** Asked for by an outcome that promises. */
          promiseOn: zPlainDate.nullable().default(null),
        }),
      )
      .min(1)
      .max(MATTER_POINTS_LIMIT),
  }),
  reply: zStepped.extend({ unanswered: zCount }),
  changes: changesMatters,
});
