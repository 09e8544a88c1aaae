/** Several measures side by side, over the years: which are in force on a day, and whether two of them contradict each other. */
import type { PlainDate } from '../kit/plain-date.ts';
import type { Policy, PolicyProblem } from './policy.ts';
import { POLICY_PROBLEMS } from './policy.words.ts';

type Version = Pick<Policy, 'id' | 'from' | 'until' | 'supersedes'>;

/** The first day on which a version is no longer in force: its own end, or the first day of what replaces it (a later file of the same id does). */
export function endOfVersion(version: Version, all: readonly Version[]): PlainDate | null {
  return all
    .filter((other) => (other.supersedes === version.id || other.id === version.id) && other.from > version.from)
    .map((other) => other.from)
    .reduce<PlainDate | null>((end, from) => (end === null || from < end ? from : end), version.until);
}

/** The measures in force on a day; of several, those that came last. */
export const findPolicyOn = <V extends Version>(versions: readonly V[], on: PlainDate): V | undefined =>
  versions.reduce<V | undefined>((found, version) => {
    const end = endOfVersion(version, versions);
    if (version.from > on || (end !== null && end <= on)) return found;
    return found === undefined || version.from >= found.from ? version : found;
  }, undefined);

/** What stands in the way of putting a version beside those already there. An amended file of the same id and first day replaces it. */
export function versionProblems(version: Version, others: readonly Version[]): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const replaced = others.find((other) => other.id === version.supersedes);
  if (version.supersedes !== undefined && !replaced)
    problems.push({ path: 'supersedes', message: POLICY_PROBLEMS.supersedesUnknown(version.supersedes) });
  if (replaced && replaced.from >= version.from)
    problems.push({ path: 'supersedes', message: POLICY_PROBLEMS.supersedesLater(replaced.id) });
  const all = [...others, version];
  const end = endOfVersion(version, all);
  for (const other of others) {
    if (other.id === version.id) continue;
    const otherEnd = endOfVersion(other, all);
    const together = (otherEnd === null || version.from < otherEnd) && (end === null || other.from < end);
    if (together) problems.push({ path: 'from', message: POLICY_PROBLEMS.versionsOverlap(other.id) });
  }
  return problems;
}
