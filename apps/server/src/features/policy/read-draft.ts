import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { diffPolicies, isSame } from '@zhengyou/domain/policy/policy-diff.ts';
import type { Context } from '../../edge/context.ts';
import { earliestStart, getDraft, readChain, suggestStart } from './draft.ts';
import { getPolicy } from './policy.door.ts';
import { listDrafts, listSteps } from './policy.reads.ts';
import { readPolicyText } from './read-policy-file.ts';

export async function readDraft(context: Context, draftId: Id) {
  const { db, institutionId, actor, today } = context;
  const draft = await getDraft(context, draftId);
  const steps = await listSteps(db, institutionId, draftId);
  const chain = await readChain(context);
  // What was passed is compared with the version that it followed, not with itself.
  const against =
    chain.versions.find((version) => version.policyId === draft.basedOn && draft.status !== 'open') ?? chain.inForce;
  const reading = readPolicyText(draft.text);
  const diff = reading.ok
    ? diffPolicies(await getPolicy(db, institutionId, against.policyId), reading.policy)
    : undefined;
  const hadAHand = steps.some((step) => step.actorId === actor.personId && HAND.has(step.action));
  return {
    ...draft,
    problems: reading.ok ? [] : [...reading.problems],
    diff: diff ?? null,
    against: { policyId: against.policyId, number: against.number, startsOn: against.startsOn },
    earliestOn: earliestStart(today),
    suggestedOn: reading.ok ? suggestStart(reading.policy, today) : earliestStart(today),
    steps,
    policyId: chain.versions.find((version) => version.draftId === draftId)?.policyId ?? null,
    can: actionsOf(draft.status, reading.ok && diff !== undefined && !isSame(diff), hadAHand),
    needsOther: draft.status === 'submitted' && hadAHand,
  };
}

/** Whoever wrote it or asked for it has had a hand in it; giving back and taking back are no writing. */
export const HAND: ReadonlySet<string> = new Set(['upload', 'copy', 'edit', 'submit']);

type Action = 'edit' | 'submit' | 'return' | 'withdraw' | 'approve';

function actionsOf(status: string, changes: boolean, hadAHand: boolean): Action[] {
  if (status === 'open') return changes ? ['edit', 'submit', 'withdraw'] : ['edit', 'withdraw'];
  if (status === 'submitted') return hadAHand ? ['return', 'withdraw'] : ['approve', 'return'];
  return [];
}

export const readDrafts = async ({ db, institutionId }: Context) => ({ items: await listDrafts(db, institutionId) });
