/** From one person of the office to the second, and back; the second passes it, and it becomes a version. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { diffPolicies, isSame } from '@zhengyou/domain/policy/policy-diff.ts';
import type { submitPolicyDraft } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import { policyRefusals } from '@zhengyou/domain/policy/policy.refusals.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { checkStart, getDraft, policyOf, readChain, stale } from './draft.ts';
import { stepDraft } from './draft.queries.ts';
import { getPolicy } from './policy.door.ts';
import { findUnitIds, listSteps } from './policy.reads.ts';
import { HAND } from './read-draft.ts';
import { tryPolicy } from './try-draft.ts';
import { endVersion, insertVersion, lockVersions } from './version.queries.ts';

export async function submitDraft(context: Context, draftId: Id, body: BodyOf<typeof submitPolicyDraft>) {
  const { db, institutionId, actor, now, today } = context;
  const draft = await getDraft(context, draftId);
  const chain = await readChain(context);

  if (draft.status !== 'open') throw new Refused(policyRefusals.notOpen());
  const policy = policyOf(draft);
  if (isSame(diffPolicies(await getPolicy(db, institutionId, chain.inForce.policyId), policy)))
    throw new Refused(policyRefusals.sameAsInForce());
  checkStart(policy, body.startsOn, chain, today);
  await checkUnits(context, policy);
  const parts = await tryPolicy(context, policy, body.startsOn);
  const counts = Object.fromEntries(parts.map((part) => [part.part, part.effects.length]));

  const change = {
    status: 'submitted',
    starts_on: body.startsOn,
    note: body.note ?? null,
    based_on: chain.inForce.policyId,
    counts: JSON.stringify(counts),
  } as const;
  const step = {
    action: 'submit',
    sha256: draft.sha256,
    startsOn: body.startsOn,
    reason: body.note ?? null,
    actorId: actor.personId,
    at: now,
  } as const;
  const was = { version: context.ifMatch, status: 'open' } as const;
  const version = await stepDraft(db, institutionId, draftId, was, change, step);
  if (version === undefined) throw stale(draft.version);
  await context.audit({
    action: 'submit',
    subjectKind: 'policyDraft',
    subjectId: draftId,
    detail: { startsOn: body.startsOn, sha256: draft.sha256, counts },
  });
  return { version };
}

export async function approveDraft(context: Context, draftId: Id) {
  const { db, institutionId, actor, now, today } = context;
  await lockVersions(db, institutionId);
  const draft = await getDraft(context, draftId);
  const chain = await readChain(context);
  const steps = await listSteps(db, institutionId, draftId);

  if (draft.status !== 'submitted' || draft.startsOn === null) throw new Refused(policyRefusals.notSubmitted());
  if (draft.version !== context.ifMatch) throw stale(draft.version);
  if (steps.some((step) => step.actorId === actor.personId && HAND.has(step.action)))
    throw new Refused(policyRefusals.ownDraft());
  const policy = policyOf(draft);
  checkStart(policy, draft.startsOn, chain, today);
  await checkUnits(context, policy);
  if (draft.basedOn !== chain.inForce.policyId) throw new Refused(policyRefusals.overtaken());

  const policyId = newId(now.getTime());
  const number = Math.max(...chain.versions.map((version) => version.number)) + 1;
  const { startsOn, text, sha256 } = draft;
  const step = { action: 'approve', sha256, startsOn, actorId: actor.personId, at: now } as const;
  const was = { version: context.ifMatch, status: 'submitted' } as const;
  const version = await stepDraft(db, institutionId, draftId, was, { status: 'approved' }, step);
  if (version === undefined) throw stale(draft.version);
  await endVersion(db, institutionId, chain.inForce.policyId, startsOn);
  await insertVersion(db, institutionId, { policyId, number, policy, startsOn, text, sha256, draftId, at: now });
  await context.audit({
    action: 'approve',
    subjectKind: 'policyVersion',
    subjectId: policyId,
    detail: { draftId, number, startsOn, sha256 },
  });
  return { policyId, version };
}

/** A number set for a unit that is not there would never be in force, and nobody would know. */
async function checkUnits({ db, institutionId }: Context, policy: Policy) {
  const named = (policy.settings ?? []).flatMap(({ unit }) => unit ?? []);
  const known = await findUnitIds(db, institutionId, named);
  const unit = named.find((name) => !known.has(name));
  if (unit !== undefined) throw new Refused(policyRefusals.unknownUnit({ unit }));
}

export async function returnDraft(context: Context, draftId: Id, reason: string) {
  const draft = await getDraft(context, draftId);
  if (draft.status !== 'submitted') throw new Refused(policyRefusals.notSubmitted());
  return leave(context, draft, 'return', 'open', reason);
}

export async function withdrawDraft(context: Context, draftId: Id, reason: string | null) {
  const draft = await getDraft(context, draftId);
  if (draft.status !== 'open' && draft.status !== 'submitted') throw new Refused(policyRefusals.notOpen());
  return leave(context, draft, 'withdraw', 'withdrawn', reason);
}

async function leave(
  context: Context,
  draft: Awaited<ReturnType<typeof getDraft>>,
  action: 'return' | 'withdraw',
  status: 'open' | 'withdrawn',
  reason: string | null,
) {
  const { db, institutionId, actor, now } = context;
  const step = { action, sha256: draft.sha256, reason, actorId: actor.personId, at: now };
  const was = { version: context.ifMatch, status: draft.status };
  const version = await stepDraft(db, institutionId, draft.id, was, { status }, step);
  if (version === undefined) throw stale(draft.version);
  await context.audit({ action, subjectKind: 'policyDraft', subjectId: draft.id, detail: { reason } });
  return { version };
}
