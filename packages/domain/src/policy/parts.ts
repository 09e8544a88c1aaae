/**
 * The small shapes of which requirements are made: words, names, numbers within bounds, whom a line of eligibility means, when
 * a festival is visited, who may extend a deadline. Every text and number is bounded: a file comes from outside.
 */
import { z } from 'zod';
import { zDeadline } from '../calendar/deadline.ts';
import { FESTIVAL_GROUPS, FESTIVAL_KEYS } from '../calendar/festivals.ts';
import { PERIOD_UNITS } from '../calendar/period.ts';
import { COUNTERPARTS, LEVELS, STANDING_KINDS, STANDING_ROLES, TITLE_RANKS } from './vocabulary.ts';

export const zPolicyWords = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(800) });
export const zClauseId = z.string().regex(/^(preamble|\d{1,3}(\.\d{1,3}){0,3})$/);
/** A name that the file itself gives meaning to: a post, a body, a rank. */
export const zName = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/);
export const zNames = z.array(zName).max(20);
export const zAmount = z.number().int().min(0).max(400).nullable();
export const zEvery = z.enum(PERIOD_UNITS).nullable();
/** Null: the rule says "promptly" or nothing. */
export const zWithin = zDeadline.nullable();

export const zPredicate = z
  .strictObject({
    kinds: z.array(z.enum(STANDING_KINDS)).min(1).max(40),
    levels: z.array(z.enum(LEVELS)).min(1).max(20).optional(),
    roles: z.array(z.enum(STANDING_ROLES)).min(1).max(40).optional(),
    /** This professional title or a higher one. */
    titleAtLeast: z.enum(TITLE_RANKS).optional(),
  })
  .meta({ description: 'All lines must fit; a line left out fits everybody.' });
export type StandingPredicate = z.infer<typeof zPredicate>;

const visit = {
  key: z.enum(FESTIVAL_KEYS).or(zName),
  /** Only for a festival that the house does not know by its key. */
  name: zPolicyWords.optional(),
  before: z.number().int().min(0).max(60),
  after: z.number().int().min(0).max(60),
  group: z.enum(FESTIVAL_GROUPS).optional(),
  /** Only in units of these kinds. */
  unitKinds: zNames.min(1).optional(),
};
const month = z.number().int().min(1).max(12);
export const zFestival = z.discriminatedUnion('calendar', [
  z.strictObject({ calendar: z.literal('solar'), month, day: z.number().int().min(1).max(31), ...visit }),
  z.strictObject({ calendar: z.literal('lunar'), month, day: z.number().int().min(1).max(30), ...visit }),
  z.strictObject({ calendar: z.literal('term'), term: z.number().int().min(1).max(24), ...visit }),
]);
export type PolicyFestival = z.infer<typeof zFestival>;

/** How many: of nobody in particular, or of one kind or side of counterpart. */
const range = { min: zAmount, max: zAmount };
export const zQuotaValue = z.strictObject({
  ...range,
  /** Other numbers for holders of these ranks; the first line that names the rank counts. */
  byRank: z
    .array(z.strictObject({ ranks: zNames.min(1), ...range }))
    .max(40)
    .optional(),
  /** So many of this kind and so many of that, within the whole. */
  byKind: z
    .array(
      z.strictObject({
        name: zPolicyWords,
        kinds: z.array(z.enum(STANDING_KINDS)).min(1).max(40).optional(),
        counterparts: z.array(z.enum(COUNTERPARTS)).min(1).optional(),
        ...range,
      }),
    )
    .max(20)
    .optional(),
  /** `yearly`: pairs of former years do not count; standing when left out. */
  reset: z.enum(['standing', 'yearly']).optional(),
  /** At most so many duty-holders for one counterpart; no cap when null or left out. */
  perCounterpart: z.number().int().min(1).max(400).nullable().optional(),
});

export const zReplyValue = z.strictObject({
  to: zName,
  /** Until the answer. */
  within: zWithin,
  /** Until somebody first turns to the person. */
  firstContactWithin: zWithin.optional(),
  /** Accept, treat as reference, decline: each is answered. */
  triage: z
    .strictObject({ choices: z.array(z.enum(['accept', 'reference', 'decline'])).min(1), within: zWithin })
    .optional(),
  /** What came to the wrong desk goes back. */
  handBackWithin: zWithin.optional(),
  coHandlerWithin: zWithin.optional(),
  /** Once unless more is said; who must agree. */
  extension: z
    .strictObject({ by: zDeadline, times: z.number().int().min(1).max(12), approvedBy: zNames.min(1) })
    .optional(),
  /** After "not solved". */
  redoWithin: zWithin.optional(),
  redoTimes: z.number().int().min(1).max(12).optional(),
  /** How long the proposer has to say whether it is solved. */
  proposerWithin: zWithin.optional(),
  outcomes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]$/),
        name: zPolicyWords,
        means: z.enum(['done', 'underWay', 'planned', 'notNow']),
      }),
    )
    .max(26)
    .optional(),
  /** What the proposer is asked, one part after another. */
  responses: z
    .array(
      z.strictObject({
        id: zName,
        asks: zPolicyWords,
        answers: z
          .array(z.strictObject({ id: zName, name: zPolicyWords, opensAgain: z.boolean().optional() }))
          .min(2)
          .max(9),
      }),
    )
    .max(6)
    .optional(),
});
