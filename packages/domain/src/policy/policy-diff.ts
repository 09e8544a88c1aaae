/**
 * What one version of a policy says otherwise than another: clause by clause and requirement by requirement, each found
 * again by its id. The fields of a requirement are compared as plain data, so that a new kind needs no line here.
 */
import { say, type Words } from '../kit/words.ts';
import type { Policy } from './policy.ts';
import { asksOf } from './policy.words.ts';
import type { Requirement, RequirementKind } from './requirement.ts';

export const CHANGES = ['added', 'removed', 'changed'] as const;
export type Change = (typeof CHANGES)[number];

/** A place within a record and what stands there, as one would write it; null where nothing does. */
export type FieldDiff = { readonly path: string; readonly before: string | null; readonly after: string | null };

export type ClauseDiff = {
  readonly id: string;
  readonly change: Change;
  readonly heading: Words;
  readonly fields: FieldDiff[];
};

export type RequirementDiff = {
  readonly id: string;
  readonly basis: string;
  readonly kind: RequirementKind;
  readonly change: Change;
  /** What is asked, in a sentence; null where the row is not there. */
  readonly before: Words | null;
  readonly after: Words | null;
  readonly fields: FieldDiff[];
};

export type PolicyDiff = {
  readonly head: FieldDiff[];
  readonly clauses: ClauseDiff[];
  readonly requirements: RequirementDiff[];
};

export const isSame = (diff: PolicyDiff): boolean =>
  diff.head.length + diff.clauses.length + diff.requirements.length === 0;

export function diffPolicies(before: Policy, after: Policy): PolicyDiff {
  const { clauses: _, requirements: __, ...head } = before;
  const { clauses: ___, requirements: ____, ...nextHead } = after;
  return {
    head: fieldsOf(head, nextHead),
    clauses: matched(before.clauses, after.clauses).map(([old, now]) => ({
      id: (now ?? old).id,
      change: changeOf(old, now),
      heading: (now ?? old).heading,
      fields: old && now ? fieldsOf(old, now) : [],
    })),
    requirements: matched<Requirement>(before.requirements, after.requirements).map(([old, now]) => ({
      id: (now ?? old).id,
      basis: (now ?? old).basis,
      kind: (now ?? old).kind,
      change: changeOf(old, now),
      before: old ? sentence(old) : null,
      after: now ? sentence(now) : null,
      fields: old && now ? fieldsOf(old, now) : [],
    })),
  };
}

type Matched<T> = readonly [T, T] | readonly [T, undefined] | readonly [undefined, T];

const changeOf = (old: unknown, now: unknown): Change => (!old ? 'added' : !now ? 'removed' : 'changed');

/** Pairs by id, in the order of the new file with what went away at its old place; only those that differ. */
function matched<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): Matched<T>[] {
  const next = new Map(after.map((row) => [row.id, row]));
  const known = new Map(before.map((row) => [row.id, row]));
  const pairs: Matched<T>[] = [];
  for (const row of after) {
    const old = known.get(row.id);
    if (!old) pairs.push([undefined, row]);
    else if (fieldsOf(old, row).length > 0) pairs.push([old, row]);
  }
  for (const row of before) if (!next.has(row.id)) pairs.push([row, undefined]);
  return pairs.map((pair) => [pair[0], pair[1]] as Matched<T>); // a pair keeps at least one side
}

function fieldsOf(before: object, after: object): FieldDiff[] {
  const old = leaves(before);
  const now = leaves(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }));
}

/** Every value at the end of its path. A list of plain values is one value: nobody reads a list item by item. */
function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null)) found.set(path, value.map(String).join(', '));
    else value.forEach((item, index) => leaves(item, `${path}[${index}]`, found));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) leaves(inner, path === '' ? key : `${path}.${key}`, found);
  } else if (value !== undefined) found.set(path, value === null ? '—' : String(value));
  return found;
}

function sentence(row: Requirement): Words {
  const { words, facts } = asksOf(row);
  return { zh: say(words, 'zh', facts), en: say(words, 'en', facts) };
}
