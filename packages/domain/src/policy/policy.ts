/**
 * A policy: the clauses of one institution's measures in its own words, and what they ask as dated requirements. Another
 * institution brings another file and no code. Reading YAML is the server's; here arrives what it read.
 */
import { z } from 'zod';
import { zPlainDate, type PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import { POLICY_PROBLEMS } from './policy.words.ts';
import {
  zClauseId,
  zPolicyWords,
  zRequirement,
  type Requirement,
  type RequirementKind,
  type RequirementOf,
} from './requirement.ts';
import type { Tier } from './vocabulary.ts';

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

export const zPolicyFile = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
  name: zPolicyWords,
  number: z.string().max(80).optional(),
  from: zPlainDate,
  until: zPlainDate.nullable(),
  year: z.literal('calendar'),
  clauses: z.array(zClause).min(1).max(500),
  requirements: z.array(zRequirement).max(1000),
});

export type Clause = {
  readonly id: string;
  readonly class: ClauseClass;
  readonly heading: Words;
  readonly gist: Words;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};
export type Policy = Omit<z.infer<typeof zPolicyFile>, 'clauses'> & { readonly clauses: readonly Clause[] };

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

function problemOf(issue: z.core.$ZodIssue): PolicyProblem {
  const path = writtenPath(issue.path);
  if (issue.code === 'unrecognized_keys') return { path, message: POLICY_PROBLEMS.unknownKeys(issue.keys.join(', ')) };
  if (issue.code === 'invalid_value')
    return { path, message: POLICY_PROBLEMS.notAmong(issue.values.map(String).join(', ')) };
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return { path, message: POLICY_PROBLEMS.unknownKind(issue.discriminator) };
  if (issue.code === 'invalid_type' && issue.input === undefined) return { path, message: POLICY_PROBLEMS.missing };
  return { path, message: POLICY_PROBLEMS.malformed(issue.message) };
}

/** What each part may say alone is the schema's; this asks whether the parts agree. */
function disagreements(file: z.infer<typeof zPolicyFile>): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const say = (path: string, message: Words) => problems.push({ path, message });
  const clauses = new Set<string>();
  file.clauses.forEach((clause, index) => {
    if (clauses.has(clause.id)) say(`clauses[${index}].id`, POLICY_PROBLEMS.repeated(clause.id));
    clauses.add(clause.id);
    const until = clause.until ?? file.until;
    if (until !== null && until <= (clause.from ?? file.from))
      say(`clauses[${index}].until`, POLICY_PROBLEMS.endsBeforeStart);
  });
  if (file.until !== null && file.until <= file.from) say('until', POLICY_PROBLEMS.endsBeforeStart);
  const ids = new Set<string>();
  file.requirements.forEach((row, index) => {
    const at = `requirements[${index}]`;
    if (ids.has(row.id)) say(`${at}.id`, POLICY_PROBLEMS.repeated(row.id));
    ids.add(row.id);
    if (!clauses.has(row.basis)) say(`${at}.basis`, POLICY_PROBLEMS.noSuchClause(row.basis));
    row.see?.forEach((id, place) => {
      if (!clauses.has(id)) say(`${at}.see[${place}]`, POLICY_PROBLEMS.noSuchClause(id));
    });
    if (row.until !== null && row.until <= row.from) say(`${at}.until`, POLICY_PROBLEMS.endsBeforeStart);
    const contradiction =
      (row.kind === 'quota' && row.value.min !== null && row.value.max !== null && row.value.max < row.value.min) ||
      (row.kind === 'cadence' && row.value.floor !== null && row.value.aim !== null && row.value.aim < row.value.floor);
    if (contradiction) say(`${at}.value`, POLICY_PROBLEMS.contradiction);
    if (row.kind === 'cadence')
      row.value.shown.forEach((channel, place) => {
        if (row.value.channels.includes(channel))
          say(`${at}.value.shown[${place}]`, POLICY_PROBLEMS.bothCountedAndShown(channel));
      });
  });
  return problems;
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

/** The one that governs a tier on a day; of several rows in force, the one that came last. */
export const findRequirement = <K extends RequirementKind>(
  policy: Policy,
  kind: K,
  on: PlainDate,
  tier: Tier,
): RequirementOf<K> | undefined =>
  requirementsOfKind(policy, kind, on, tier).reduce<RequirementOf<K> | undefined>(
    (latest, row) => (latest === undefined || row.from >= latest.from ? row : latest),
    undefined,
  );

export const findClause = (policy: Policy, id: string): Clause | undefined =>
  policy.clauses.find((clause) => clause.id === id);

/** Clauses on which no requirement rests: shown as guidance and kept by people, not by rules. */
export function clausesKeptByPeople(policy: Policy): Clause[] {
  const cited = new Set(policy.requirements.flatMap((row) => [row.basis, ...(row.see ?? [])]));
  return policy.clauses.filter((clause) => !cited.has(clause.id));
}
