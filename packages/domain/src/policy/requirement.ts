/**
 * What a clause asks, as dated data. The kinds are a literal union, so that code which judges one is found by the
 * compiler; clause numbers stand in the file only. Kinds that no rule judges yet keep plain data and a sentence.
 *
 * A `null` number means that the clause states none ("promptly", "as needed"): no rule may put one in its place.
 */
import { z } from 'zod';
import { PERIOD_UNITS } from '../calendar/period.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import {
  zAmount,
  zClauseId,
  zEvery,
  zFestival,
  zName,
  zNames,
  zPolicyWords,
  zPredicate,
  zQuotaValue,
  zReplyValue,
  zWithin,
} from './parts.ts';
import { CHANNELS, COUNTERPARTS } from './vocabulary.ts';

export const REQUIREMENT_KINDS = [
  'dutyHolder',
  'eligibility',
  'quota',
  'cadence',
  'occasion',
  'rosterProcedure',
  'adjustment',
  'recording',
  'reporting',
  'reply',
  'activity',
  'oversight',
  'role',
  'initiative',
  'retention',
  'protection',
] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** How firmly it is asked, in the words of the original. */
export const STRENGTHS = ['shall', 'atLeast', 'asARule', 'asNeeded', 'asFarAsPossible', 'promptly'] as const;
export type Strength = (typeof STRENGTHS)[number];

const base = {
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  basis: zClauseId,
  /** Other clauses that it leans on. */
  see: z.array(zClauseId).max(12).optional(),
  appliesTo: z.strictObject({
    tiers: z.array(zName).min(1).max(40),
    /** Only holders of these ranks; everyone of the tier when left out. */
    ranks: zNames.min(1).optional(),
    /** Only these sides; every one when left out. */
    counterparts: z.array(z.enum(COUNTERPARTS)).min(1).optional(),
  }),
  strength: z.enum(STRENGTHS),
  from: zPlainDate,
  /** The first day on which it is no longer in force. */
  until: zPlainDate.nullable(),
};
/** What it asks, in a sentence, where no rule builds the sentence from the numbers. */
const told = { unit: z.null(), says: zPolicyWords };

const requirement = <K extends RequirementKind, S extends z.ZodRawShape>(kind: K, rest: S) =>
  z.strictObject({ kind: z.literal(kind), ...base, ...rest });

export const zRequirement = z.discriminatedUnion('kind', [
  requirement('dutyHolder', {
    ...told,
    value: z.strictObject({
      /** Where the post is held: in the institution itself, in a unit, or in units of the kinds named. */
      body: z.enum(['institution', 'unit']),
      unitKinds: zNames.min(1).optional(),
      posts: zNames.min(1),
    }),
  }),
  requirement('eligibility', {
    ...told,
    value: z.strictObject({
      anyOf: z.array(zPredicate).max(60),
      open: z.enum(['no', 'withReason']),
      /** Other sides than a person that may be paired: whoever holds an office, a group, a unit, a firm. */
      counterparts: z.array(z.enum(COUNTERPARTS)).min(1).optional(),
    }),
  }),
  requirement('quota', { unit: z.literal('representatives'), value: zQuotaValue }),
  requirement('cadence', {
    unit: z.enum(PERIOD_UNITS),
    value: z.strictObject({
      /** What it is called where one pair has several: "calls". Talks when left out. */
      name: zPolicyWords.optional(),
      /** The duty; null where the clause states no number. */
      floor: zAmount,
      /** What is hoped for; never below the duty. */
      aim: zAmount,
      channels: z.array(z.enum(CHANNELS)).min(1),
      /** Shown in the year beside the talks, but no talk. */
      shown: z.array(z.enum(CHANNELS)),
      /** Whether an event with many people counts for each pair present. */
      groupEventsCount: z.boolean(),
    }),
  }),
  requirement('occasion', {
    ...told,
    value: z.strictObject({
      trigger: z.enum(['festival', 'achievement', 'illness', 'hardship', 'jobChange', 'familyEvent', 'request']),
      action: z.enum(['visit', 'congratulate', 'comfort', 'meet', 'call']),
      within: zWithin,
      /** The list is the institution's own and is never shown as the rule's. */
      local: z.boolean().optional(),
      festivals: z.array(zFestival).max(40).optional(),
    }),
  }),
  requirement('rosterProcedure', {
    ...told,
    value: z.strictObject({
      proposes: zName,
      confirms: zName,
      /** Who is told of the list, and of every change to it. */
      notified: zNames.optional(),
      notifiedWithin: zWithin.optional(),
      reviewed: z.enum(['never', 'yearly', 'atRenewal', 'yearlyAndAtRenewal']).optional(),
    }),
  }),
  requirement('adjustment', {
    ...told,
    value: z.strictObject({ when: zNames.min(1), by: zNames.min(1), within: zWithin.optional() }),
  }),
  requirement('recording', { ...told, value: z.strictObject({ what: zNames.min(1), within: zWithin }) }),
  requirement('reporting', { ...told, value: z.strictObject({ to: zName, every: zEvery, within: zWithin }) }),
  requirement('reply', { ...told, value: zReplyValue }),
  requirement('activity', {
    ...told,
    value: z.strictObject({
      activity: zName,
      withTalks: z.boolean(),
      every: zEvery,
      times: zAmount.optional(),
      /** Once for each unit, or once for the institution. */
      per: z.enum(['unit', 'institution']).optional(),
    }),
  }),
  requirement('oversight', {
    ...told,
    value: z.strictObject({
      checkedBy: zNames.min(1),
      assistedBy: zNames,
      summarisedBy: zNames,
      reportsTo: zName.nullable(),
      every: zEvery,
      /** Counted from the end of the period. */
      dueWithin: zWithin.optional(),
      what: zNames.optional(),
    }),
  }),
  requirement('role', {
    ...told,
    value: z.strictObject({
      role: z.enum(['leads', 'answers', 'implements', 'assists', 'interprets']),
      holders: zNames.min(1),
    }),
  }),
  /** The other side may, or should, take the first step too. */
  requirement('initiative', { ...told, value: z.strictObject({ from: z.enum(['counterpart', 'both']) }) }),
  requirement('retention', {
    ...told,
    value: z.strictObject({
      what: zNames.min(1),
      /** Null: the rule states no length. */
      years: z.number().int().min(1).max(100).nullable(),
      after: z.enum(['made', 'closed', 'pairingEnds', 'departure']),
      afterwards: z.enum(['erase', 'unname', 'archive']),
    }),
  }),
  requirement('protection', {
    ...told,
    value: z.strictObject({
      minors: z.enum(['neverRecorded', 'withGuardian', 'notSaid']),
      /** What is never to be recorded, or only where the person says so. */
      never: zNames,
      onlyIfTold: zNames,
    }),
  }),
]);

export type Requirement = z.infer<typeof zRequirement>;
export type RequirementOf<K extends RequirementKind> = Extract<Requirement, { kind: K }>;
export type Cadence = RequirementOf<'cadence'>;
export type Quota = RequirementOf<'quota'>;
export type Eligibility = RequirementOf<'eligibility'>;
export type Reply = RequirementOf<'reply'>;
export type Reporting = RequirementOf<'reporting'>;
export type Occasion = RequirementOf<'occasion'>;
