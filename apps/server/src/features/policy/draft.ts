/** What the use cases of a draft share: finding it, reading its text, and who had a hand in it. */
import { createHash } from 'node:crypto';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { addDays, addMonths, startOfMonth, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import { policyRefusals } from '@zhengyou/domain/policy/policy.refusals.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { findDraft, type Draft } from './draft.queries.ts';
import { readPolicyText } from './read-policy-file.ts';
import { listVersions, type Version } from './version.queries.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function getDraft({ db, institutionId }: Context, draftId: Id): Promise<Draft> {
  const draft = await findDraft(db, institutionId, draftId);
  if (!draft) throw new Refused(edgeRefusals.notFound());
  return draft;
}

export const stale = (version: number) =>
  new Refused(edgeRefusals.stale(undefined, { extra: { current: { version } } }));

/** The policy that the text holds; refused while it has problems. */
export function policyOf(draft: Pick<Draft, 'text'>): Policy {
  const reading = readPolicyText(draft.text);
  if (!reading.ok) throw new Refused(policyRefusals.hasProblems({ count: reading.problems.length }));
  return reading.policy;
}

export type Chain = {
  readonly versions: readonly Version[];
  readonly inForce: Version;
  readonly coming: Version | undefined;
};

/** The versions as they follow one another on a day. */
export async function readChain({ db, institutionId, today }: Context): Promise<Chain> {
  const versions = await listVersions(db, institutionId);
  const standing = versions.filter((version) => !version.undone);
  const inForce = standing.find((version) => version.startsOn <= today);
  if (!inForce) throw new Refused(policyRefusals.noneInForce({ on: today }));
  return { versions, inForce, coming: standing.find((version) => version.startsOn > today) };
}

/** A day that has begun is judged by what was in force when it began. */
export const earliestStart = (today: PlainDate): PlainDate => addDays(today, 1);

/** Refuses a day on which the policy cannot begin: past, outside the file's own time, or under a version that is coming. */
export function checkStart(policy: Policy, startsOn: PlainDate, { coming }: Chain, today: PlainDate): void {
  const earliest = earliestStart(today);
  if (startsOn < earliest) throw new Refused(policyRefusals.beginsTooEarly({ earliest }, { field: 'startsOn' }));
  if (startsOn < policy.from || (policy.until !== null && startsOn >= policy.until))
    throw new Refused(
      policyRefusals.outsideItsTime(
        { from: policy.from, until: policy.until ?? '—', on: startsOn },
        { field: 'startsOn' },
      ),
    );
  if (coming) throw new Refused(policyRefusals.overlaps({ on: coming.startsOn }, { field: 'startsOn' }));
}

/** The first day that the file names and that is still ahead; without one the next first of a month. */
export function suggestStart(policy: Policy, today: PlainDate): PlainDate {
  const ahead = [policy.from, ...policy.clauses.map((row) => row.from), ...policy.requirements.map((row) => row.from)]
    .filter((day) => day > today)
    .sort();
  return policy.from > today ? policy.from : (ahead[0] ?? startOfMonth(addMonths(startOfMonth(today), 1)));
}
