/** What the person who raised it asks for: raising, wording, adding, withdrawing, answering. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { MATTER_KINDS, MATTER_POINTS_LIMIT } from './matter.ts';
import { zMatterText, zResult, zSomeText, zTitle } from './matter.shapes.ts';
import { changesMatters, KEEPERS, step, zStepped } from './step-endpoint.ts';

export const raiseMatter = endpoint({
  id: 'matter.raise',
  method: 'POST',
  path: '/api/matters',
  gist: 'A representative raises something from their own page, or a keeper writes it down for one in reach.',
  may: ['representative', ...KEEPERS],
  serves: ['reply', 'recording'],
  body: z.strictObject({
    kind: z.enum(MATTER_KINDS),
    /** The first line of the first point, when left out. */
    title: zTitle.optional(),
    points: z.array(zSomeText).min(1).max(MATTER_POINTS_LIMIT),
    /** Views travel without names unless the person agrees. */
    named: z.boolean().default(false),
    /** For whom a keeper writes; whoever asks, when left out. */
    personId: zId.optional(),
    /** The leader to whom it is said; without one it goes to the office. */
    leaderId: zId.optional(),
  }),
  reply: zStepped.extend({ number: z.string() }),
  changes: changesMatters,
});

/** Changeable by the person until it is reported. */
export const chooseNaming = step(
  'choose',
  'choice',
  'The proposer decides anew whether to be named, until it is reported.',
  ['representative'],
  z.strictObject({ named: z.boolean() }),
);
export const reviseMatter = step(
  'revise',
  'words',
  'The proposer puts it in other words, until it is reported: title, kind and points as a whole.',
  ['representative'],
  z.strictObject({
    kind: z.enum(MATTER_KINDS),
    title: zTitle,
    points: z.array(zSomeText).min(1).max(MATTER_POINTS_LIMIT),
  }),
);
export const addToMatter = step(
  'add',
  'additions',
  'The proposer adds a word. It ends a wait for it, and an answer is owed again.',
  ['representative'],
  z.strictObject({ words: zSomeText }),
);
export const askProgress = step(
  'askProgress',
  'question',
  'The proposer asks how things stand; an answer is owed.',
  ['representative'],
  z.strictObject({ words: zMatterText.optional() }),
);
export const withdrawMatter = step(
  'withdraw',
  'withdrawal',
  'A proposer withdraws, at any time before the end, also while the reply is being published; others who raised it stay addressed.',
  ['representative'],
  z.strictObject({}),
);
export const acknowledgeReply = step(
  'acknowledge',
  'acknowledgement',
  'The proposer has read the reply.',
  ['representative'],
  z.strictObject({}),
);
export const answerMatter = step(
  'answer',
  'answer',
  'The proposer says whether it was solved, partly, or not; then whether in time and clear. Changeable for some days.',
  ['representative'],
  z.strictObject({
    result: zResult,
    timely: z.boolean().nullable().optional(),
    clear: z.boolean().nullable().optional(),
    comment: zMatterText.optional(),
  }),
);
