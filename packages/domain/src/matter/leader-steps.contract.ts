/** What the leader who heard it asks for: to answer on the spot what they can, or to pass it on to the office with a word. */
import { z } from 'zod';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { MATTER_POINTS_LIMIT, WAYS } from './matter.ts';
import { zOutcome, zReason, zSomeText } from './matter.shapes.ts';
import { step } from './step-endpoint.ts';

export const answerOnSpot = step(
  'answerOnSpot',
  'answer-on-spot',
  'The leader who heard it answers at once, point by point, and says how the person was told. Until the office has begun.',
  ['leader'],
  z.strictObject({
    points: z
      .array(
        z.strictObject({
          id: zId,
          text: zSomeText,
          outcome: zOutcome,
          /** Asked for by an outcome that promises. */
          promiseOn: zPlainDate.nullable().default(null),
        }),
      )
      .min(1)
      .max(MATTER_POINTS_LIMIT),
    /** How those whom this leader heard were told; null: they read it on their own page. */
    toldBy: z.enum(WAYS).nullable().default(null),
  }),
);

export const forwardMatter = step(
  'forward',
  'forwarding',
  'The leader who heard it passes it on to the office, with a word for whoever handles it.',
  ['leader'],
  z.strictObject({ words: zReason.optional() }),
);
