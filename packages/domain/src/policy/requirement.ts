/**
 * What a clause asks, as dated data. The kinds are a literal union, so that code which judges one is found by the
 * compiler; clause numbers stand in the file only. Kinds that no rule judges yet keep plain data and a sentence.
 *
 * A `null` number means that the clause states none ("promptly", "as needed"): no rule may put one in its place.
 */
import { z } from 'zod';
import { FESTIVAL_GROUPS, FESTIVAL_KEYS } from '../calendar/festivals.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS, LEVELS, STANDING_KINDS, STANDING_ROLES, TIERS } from './vocabulary.ts';

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
] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** How firmly it is asked, in the words of the original. */
export const STRENGTHS = ['shall', 'atLeast', 'asARule', 'asNeeded', 'asFarAsPossible', 'promptly'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const zPolicyWords = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(800) });
export const zClauseId = z.string().regex(/^(preamble|\d{1,3}(\.\d{1,3}){0,3})$/);

const zName = z.string().regex(/^[a-z][A-Za-z]{1,39}$/);
const zNames = z.array(zName).max(20);
const zWithin = z.number().int().min(1).max(366).nullable();
const zAmount = z.number().int().min(0).max(400).nullable();

const zPredicate = z.strictObject({
  kinds: z.array(z.enum(STANDING_KINDS)).min(1),
  levels: z.array(z.enum(LEVELS)).min(1).optional(),
  roles: z.array(z.enum(STANDING_ROLES)).min(1).optional(),
});
/** All lines of one predicate must fit; a line left out fits everybody. */
export type StandingPredicate = z.infer<typeof zPredicate>;

const visit = {
  key: z.enum(FESTIVAL_KEYS).or(zName),
  /** Only for a festival that the house does not know by its key. */
  name: zPolicyWords.optional(),
  before: z.number().int().min(0).max(60),
  after: z.number().int().min(0).max(60),
  group: z.enum(FESTIVAL_GROUPS).optional(),
};
const solarOrLunar = { month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) };
const zFestival = z.discriminatedUnion('calendar', [
  z.strictObject({ calendar: z.literal('solar'), ...solarOrLunar, ...visit }),
  z.strictObject({ calendar: z.literal('lunar'), ...solarOrLunar, day: z.number().int().min(1).max(30), ...visit }),
  z.strictObject({ calendar: z.literal('term'), term: z.number().int().min(1).max(24), ...visit }),
]);
export type PolicyFestival = z.infer<typeof zFestival>;

const base = {
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  basis: zClauseId,
  /** Other clauses that it leans on. */
  see: z.array(zClauseId).max(12).optional(),
  appliesTo: z.strictObject({ tiers: z.array(z.enum(TIERS)).min(1) }),
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
    value: z.strictObject({ body: z.enum(['institution', 'unit']), posts: zNames.min(1) }),
  }),
  requirement('eligibility', {
    ...told,
    value: z.strictObject({ anyOf: z.array(zPredicate).min(1).max(60), open: z.enum(['no', 'withReason']) }),
  }),
  requirement('quota', {
    unit: z.literal('representatives'),
    value: z.strictObject({ min: zAmount, max: zAmount }),
  }),
  requirement('cadence', {
    unit: z.literal('year'),
    value: z.strictObject({
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
      trigger: z.enum(['festival', 'achievement', 'hardship', 'request']),
      action: z.enum(['visit', 'congratulate', 'comfort', 'meet']),
      within: zWithin,
      /** The list is the institution's own and is never shown as the rule's. */
      local: z.boolean().optional(),
      festivals: z.array(zFestival).max(40).optional(),
    }),
  }),
  requirement('rosterProcedure', { ...told, value: z.strictObject({ proposes: zName, confirms: zName }) }),
  requirement('adjustment', { ...told, value: z.strictObject({ when: zNames.min(1), by: zNames.min(1) }) }),
  requirement('recording', { ...told, value: z.strictObject({ what: zNames.min(1), within: zWithin }) }),
  requirement('reporting', { ...told, value: z.strictObject({ to: zName, every: zName.nullable(), within: zWithin }) }),
  requirement('reply', { ...told, value: z.strictObject({ to: zName, within: zWithin }) }),
  requirement('activity', {
    ...told,
    value: z.strictObject({ activity: zName, withTalks: z.boolean(), every: zName.nullable() }),
  }),
  requirement('oversight', {
    ...told,
    value: z.strictObject({
      checkedBy: zNames.min(1),
      assistedBy: zNames,
      summarisedBy: zNames,
      reportsTo: zName.nullable(),
      every: zName.nullable(),
    }),
  }),
  requirement('role', {
    ...told,
    value: z.strictObject({
      role: z.enum(['leads', 'answers', 'implements', 'assists', 'interprets']),
      holders: zNames.min(1),
    }),
  }),
]);

export type Requirement = z.infer<typeof zRequirement>;
export type RequirementOf<K extends RequirementKind> = Extract<Requirement, { kind: K }>;
export type Cadence = RequirementOf<'cadence'>;
export type Quota = RequirementOf<'quota'>;
export type Eligibility = RequirementOf<'eligibility'>;
