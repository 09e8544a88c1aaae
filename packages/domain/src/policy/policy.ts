/**
 * A policy: the clauses of one institution's measures in its own words, and what they ask as dated requirements. Another
 * institution brings another file and no code. Reading YAML is the server's; here arrives what it read.
 */
import { z } from 'zod';
import type { PeriodCalendar } from '../calendar/period.ts';
import { zPlainDate, type PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import { disagreements } from './policy.checks.ts';
import { SETTING_KINDS } from './local-setting.ts';
import { matterOf } from './matter-of.ts';
import { POLICY_PROBLEMS } from './policy.words.ts';
import { zClauseId, zName, zPolicyWords } from './parts.ts';
import {
  REQUIREMENT_KINDS,
  zRequirement,
  type Cadence,
  type Requirement,
  type RequirementKind,
  type RequirementOf,
} from './requirement.ts';
import type { Counterpart, Tier } from './vocabulary.ts';

export const CLAUSE_CLASSES = [
  'preamble',
  'principle',
  'scope',
  'duty',
  'power',
  'procedure',
  'role',
  'commencement',
] as const;
export type ClauseClass = (typeof CLAUSE_CLASSES)[number];

const zClause = z.strictObject({
  id: zClauseId,
  class: z.enum(CLAUSE_CLASSES),
  heading: zPolicyWords,
  gist: zPolicyWords,
  /** Where a clause came or went later than the measures as a whole. */
  from: zPlainDate.optional(),
  until: zPlainDate.nullable().optional(),
});

/** A named thing of the file: a tier, a post, a kind of unit. */
const zNamed = z.strictObject({ id: zName, name: zPolicyWords });

const zTerm = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  name: zPolicyWords,
  /** Both days or neither: a term may be named before its days are known, and then has no period. */
  from: zPlainDate.nullable(),
  until: zPlainDate.nullable(),
});

/** A number or a day that the institution sets for itself, with its reason; shown as its own, never as the rule's. */
const zSetting = z.strictObject({
  kind: z.enum(SETTING_KINDS),
  /** `10-31`, `7d` or `5w`, as the kind asks. */
  value: z.string().min(1).max(60),
  /** The name of a unit; the whole institution when left out. */
  unit: z.string().min(1).max(80).optional(),
  reason: z.string().min(1).max(400),
  from: zPlainDate,
  until: zPlainDate.nullable(),
});

export const zPolicyFile = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
  name: zPolicyWords,
  number: z.string().max(80).optional(),
  from: zPlainDate,
  until: zPlainDate.nullable(),
  /** The measures that these replace from their first day on. */
  supersedes: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,59}$/)
    .optional(),
  year: z.union([
    z.literal('calendar'),
    z.strictObject({ startsOn: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/) }),
  ]),
  /** Who owes the duty, by tier: the highest first, in the order in which lists show them. */
  tiers: z.array(zNamed).min(1).max(40),
  posts: z.array(zNamed).max(200).optional(),
  unitKinds: z.array(zNamed).max(40).optional(),
  terms: z.array(zTerm).max(200).optional(),
  clauses: z.array(zClause).min(1).max(500),
  requirements: z.array(zRequirement).max(1000),
  settings: z.array(zSetting).max(200).optional(),
});

export type Clause = {
  readonly id: string;
  readonly class: ClauseClass;
  readonly heading: Words;
  readonly gist: Words;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};
export type PolicyFile = z.infer<typeof zPolicyFile>;
export type Policy = Omit<PolicyFile, 'clauses'> & { readonly clauses: readonly Clause[] };

/** `path` leads into the file as one would write it: `requirements[3].basis`. */
export type PolicyProblem = { readonly path: string; readonly message: Words };
export type ParsedPolicy =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

const writtenPath = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  );

const kindsAt = (issue: z.core.$ZodIssueInvalidUnion) =>
  issue.discriminator === 'kind' ? REQUIREMENT_KINDS.join(', ') : '';

function problemOf(issue: z.core.$ZodIssue): PolicyProblem {
  const path = writtenPath(issue.path);
  if (issue.code === 'unrecognized_keys') return { path, message: POLICY_PROBLEMS.unknownKeys(issue.keys.join(', ')) };
  if (issue.code === 'invalid_value')
    return { path, message: POLICY_PROBLEMS.notAmong(issue.values.map(String).join(', ')) };
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return { path, message: POLICY_PROBLEMS.unknownKind(issue.discriminator, kindsAt(issue)) };
  if (issue.code === 'too_big') return { path, message: POLICY_PROBLEMS.tooBig(String(issue.maximum)) };
  if (issue.code === 'too_small') return { path, message: POLICY_PROBLEMS.tooSmall(String(issue.minimum)) };
  if (issue.code === 'invalid_type' && issue.input === undefined) return { path, message: POLICY_PROBLEMS.missing };
  return { path, message: POLICY_PROBLEMS.malformed(issue.message) };
}

/** Reads what a policy file holds, whole or not at all. */
export function parsePolicy(data: unknown): ParsedPolicy {
  const parsed = zPolicyFile.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOf) };
  const problems = disagreements(parsed.data);
  if (problems.length > 0) return { ok: false, problems };
  const { clauses, ...rest } = parsed.data;
  return {
    ok: true,
    policy: {
      ...rest,
      clauses: clauses.map(({ id, class: kind, heading, gist, from, until }) => ({
        id,
        class: kind,
        heading,
        gist,
        from: from ?? rest.from,
        until: until ?? rest.until,
      })),
    },
  };
}

const inForce = (row: { readonly from: PlainDate; readonly until: PlainDate | null }, on: PlainDate) =>
  row.from <= on && (row.until === null || on < row.until);

export const requirementsInForce = (policy: Policy, on: PlainDate): Requirement[] =>
  inForce(policy, on) ? policy.requirements.filter((row) => inForce(row, on)) : [];

/** What the file itself sets on a day, the earlier first. The office's own settings stand over these. */
export const settingsInForce = (policy: Policy, on: PlainDate) =>
  (policy.settings ?? [])
    .filter((setting) => inForce(policy, on) && inForce(setting, on))
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));

/** Those of one kind in force on a day, for one tier where it is given. */
export const requirementsOfKind = <K extends RequirementKind>(
  policy: Policy,
  kind: K,
  on: PlainDate,
  tier?: Tier,
): RequirementOf<K>[] =>
  requirementsInForce(policy, on).filter(
    (row): row is RequirementOf<K> => row.kind === kind && (tier === undefined || row.appliesTo.tiers.includes(tier)),
  );

/** Of whom a rule is asked, where it tells ranks or sides apart; what is left out fits no line that names it. */
export type Whom = { readonly rank?: string | null | undefined; readonly counterpart?: Counterpart | undefined };

const fitsWhom = ({ appliesTo }: Requirement, { rank, counterpart = 'person' }: Whom): boolean =>
  (appliesTo.ranks === undefined || (typeof rank === 'string' && appliesTo.ranks.includes(rank))) &&
  (appliesTo.counterparts === undefined || appliesTo.counterparts.includes(counterpart));

const isNarrow = ({ appliesTo }: Requirement) =>
  Number(appliesTo.ranks !== undefined) + Number(appliesTo.counterparts !== undefined);

/** A later row replaces an earlier one; of one day the narrower, which names ranks or sides, stands before the general. */
const stronger = <R extends Requirement>(a: R, b: R): R =>
  a.from !== b.from ? (a.from > b.from ? a : b) : isNarrow(a) > isNarrow(b) ? a : b;

/** The one that governs a tier on a day; of several rows in force, the one that came last. */
export const findRequirement = <K extends RequirementKind>(
  policy: Policy,
  kind: K,
  on: PlainDate,
  tier: Tier,
  whom: Whom = {},
): RequirementOf<K> | undefined =>
  requirementsOfKind(policy, kind, on, tier)
    .filter((row) => fitsWhom(row, whom))
    .reduce<RequirementOf<K> | undefined>(
      (latest, row) => (latest === undefined ? row : stronger(latest, row)),
      undefined,
    );

/** Every duty of contact that a tier has on a day: one for each period and set of channels. */
export function cadencesOn(policy: Policy, on: PlainDate, tier: Tier, whom: Whom = {}): Cadence[] {
  const found = new Map<string, Cadence>();
  for (const row of requirementsOfKind(policy, 'cadence', on, tier)) {
    if (!fitsWhom(row, whom)) continue;
    const known = found.get(matterOf(row));
    found.set(matterOf(row), known === undefined ? row : stronger(known, row));
  }
  return [...found.values()];
}

/** What the file calls a post; its name as it stands where the file lists none. */
export const postsNamedIn =
  (policy: Policy) =>
  (post: string): Words =>
    policy.posts?.find(({ id }) => id === post)?.name ?? { zh: post, en: post };

/** Every tier, the highest first. */
export const tiersOf = (policy: Policy): Tier[] => policy.tiers.map((tier) => tier.id);

/** Of several posts of one person the highest tier's counts: its duty is the wider one. Undefined where there is none. */
export function highestOf<P extends { readonly tier: Tier }>(policy: Policy, posts: readonly P[]): P | undefined {
  const place = (post: P) => {
    const at = policy.tiers.findIndex((tier) => tier.id === post.tier);
    return at < 0 ? policy.tiers.length : at;
  };
  return posts.reduce<P | undefined>((best, post) => (best && place(best) <= place(post) ? best : post), undefined);
}

export const findClause = (policy: Policy, id: string): Clause | undefined =>
  policy.clauses.find((clause) => clause.id === id);

/** Clauses on which no requirement rests: shown as guidance and kept by people, not by rules. */
export function clausesKeptByPeople(policy: Policy): Clause[] {
  const cited = new Set(policy.requirements.flatMap((row) => [row.basis, ...(row.see ?? [])]));
  return policy.clauses.filter((clause) => !cited.has(clause.id));
}

/** Years and terms as these measures count them. */
export const periodCalendarOf = (policy: Policy): PeriodCalendar => ({
  terms: policy.terms ?? [],
  yearStartsOn: policy.year === 'calendar' ? null : policy.year.startsOn,
});
