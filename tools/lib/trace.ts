/** The trace: from each clause of the shipped measures to the requirement, the rule, the endpoints, the screen and the tests that carry it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import { REQUIREMENT_KINDS, type RequirementKind } from '@zhengyou/domain/policy/requirement.ts';
import { readPolicyText } from '../../apps/server/src/features/policy/read-policy-file.ts';
import { PLACES } from '../../apps/web/src/features/policy/where-done.ts';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** What the house does not do yet, said instead of left out. A kind leaves this list with the room that fulfils it. */
export const NOT_YET: Readonly<Record<string, string>> = {
  activity: 'study tours do not exist yet; talks on the way are logged as 活动间隙',
  oversight: 'inspection rounds and summaries do not exist yet; checkers see the year of contact and the roster',
};

/** Kinds of requirement that are kept as data or as a deed, with nothing to judge: why no rule stands behind them. */
export const NO_RULE: Readonly<Partial<Record<RequirementKind, string>>> = {
  dutyHolder: 'who owes the duty is who holds the post, by its tier',
  recording: 'the measures say “promptly”, without a number: noting a talk is the deed itself',
  role: 'who leads, implements and assists is granted, and shown',
};

/** Clauses whose substance people carry; the house gives them a place to stand. */
export const KEPT_BY_PEOPLE: Readonly<Record<string, string>> = {
  '6': 'its parts say what to talk about',
  '6.1': 'what is said stands in the shared text of a talk, in words that both sides read',
  '6.2': 'what is heard becomes a matter with a line of its own, answered under 8.3',
  '6.3': 'a difficulty becomes a matter with a line of its own, answered under 8.3',
  '7.1': 'the ways of contact are the channels of the log sheet',
};

/** Classes of clause that ask somebody to do something. */
const ASKING = new Set(['scope', 'duty', 'power', 'procedure', 'role']);

export type TraceRow = {
  readonly clause: string;
  readonly heading: string;
  readonly clauseClass: string;
  readonly requirements: readonly { readonly id: string; readonly kind: RequirementKind }[];
  /** Modules of the domain that judge by it. */
  readonly rules: readonly string[];
  readonly endpoints: readonly string[];
  /** Addresses of the pages on which it is done. */
  readonly screens: readonly string[];
  readonly tests: readonly string[];
  readonly notYet: readonly string[];
  readonly keptByPeople: string | null;
};

export async function readShippedPolicy(): Promise<Policy> {
  const text = await readFile(join(REPOSITORY, 'policies/som-2018/policy.yaml'), 'utf8');
  const result = readPolicyText(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

/** Test titles that begin with a clause: `8.2 — one talk a year is the duty`. */
async function testsByClause(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const folder of ['packages/domain/src', 'apps/server/src', 'apps/web/src', 'tests']) {
    const names = await readdir(join(REPOSITORY, folder), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.test.ts')).sort()) {
      const path = join(folder, name);
      const text = await readFile(join(REPOSITORY, path), 'utf8');
      const clauses = new Set(
        [...text.matchAll(/['"`](?:[^'"`\n]*, )?(\d+(?:\.\d+)?) — /g)].map((match) => match[1] ?? ''),
      );
      for (const clause of clauses) found.set(clause, [...(found.get(clause) ?? []), path]);
    }
  }
  return found;
}

/** A rule asks the policy for its row by kind, or is given a row of that kind: either names it in the text. */
export async function rulesByKind(): Promise<Map<RequirementKind, string[]>> {
  const found = new Map<RequirementKind, string[]>(REQUIREMENT_KINDS.map((kind) => [kind, []]));
  const folder = 'packages/domain/src';
  const names = await readdir(join(REPOSITORY, folder), { recursive: true });
  for (const name of names.sort()) {
    if (!name.endsWith('.ts') || /^policy\/|\.(test|build|words|contract)\.ts$/.test(name)) continue;
    const text = await readFile(join(REPOSITORY, folder, name), 'utf8');
    const given = /import type \{([^}]*)\} from '\.\.\/policy\/requirement\.ts'/.exec(text)?.[1] ?? '';
    const asked = [...text.matchAll(/equirement\w*\(\s*[\w.]+,\s*'(\w+)'/g)].map((match) => match[1]);
    for (const [kind, rules] of found) {
      const type = `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}`;
      if (asked.includes(kind) || new RegExp(`\\b${type}\\b`).test(given) || text.includes(`RequirementOf<'${kind}'>`))
        rules.push(`${folder}/${name}`);
    }
  }
  return found;
}

export async function traceOf(policy: Policy, endpoints: readonly AnyEndpoint[]): Promise<TraceRow[]> {
  const tests = await testsByClause();
  const rules = await rulesByKind();
  return policy.clauses
    .filter((clause) => ASKING.has(clause.class))
    .map((clause) => {
      const requirements = policy.requirements
        .filter((one) => one.basis === clause.id)
        .map(({ id, kind }) => ({ id, kind }));
      const kinds = new Set<RequirementKind>(requirements.map((one) => one.kind));
      return {
        clause: clause.id,
        heading: clause.heading.en,
        clauseClass: clause.class,
        requirements,
        rules: [...new Set([...kinds].flatMap((kind) => rules.get(kind) ?? []))],
        screens: [...new Set([...kinds].flatMap((kind) => (PLACES[kind] ?? []).map((place) => place.href)))],
        endpoints: endpoints
          .filter((one) => one.serves?.some((kind) => (kinds as ReadonlySet<string>).has(kind)))
          .map((one) => one.id),
        tests: tests.get(clause.id) ?? [],
        keptByPeople: KEPT_BY_PEOPLE[clause.id] ?? null,
        notYet: [...kinds].flatMap((kind) => NOT_YET[kind] ?? []),
      };
    });
}

const list = (items: readonly string[]) => items.map((item) => `\`${item}\``).join(' ');

export function tracePage(rows: readonly TraceRow[]): string {
  const head = [
    '# Trace',
    '',
    'Generated by `npm run generate`: what each clause of the shipped measures asks, which rule judges by it, which endpoints carry it, on which screen it is done, which tests begin with its number.',
    'A clause without requirements of its own is carried by its parts, or kept by people; what is not there yet is said.',
    '',
    '| clause | class | requirement | rule | endpoints | screen | tests | kept by people, without a rule, or not yet |',
    '|---|---|---|---|---|---|---|---|',
  ];
  const lines = rows.map((row) =>
    [
      `${row.clause} ${row.heading}`,
      row.clauseClass,
      row.requirements.map((one) => `\`${one.id}\` (${one.kind})`).join(' '),
      list(row.rules.map((path) => path.replace('packages/domain/src/', ''))),
      list(row.endpoints),
      list(row.screens),
      list(row.tests),
      [
        ...(row.keptByPeople ? [`kept by people: ${row.keptByPeople}`] : []),
        ...new Set(row.requirements.flatMap(({ kind }) => NO_RULE[kind] ?? [])),
        ...row.notYet,
      ].join('; '),
    ].join(' | '),
  );
  return `${[...head, ...lines.map((line) => `| ${line} |`)].join('\n')}\n`;
}
