import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { diffPolicies } from '@zhengyou/domain/policy/policy-diff.ts';
import type { VERSION_STATES } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { policyRefusals } from '@zhengyou/domain/policy/policy.refusals.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { readChain, stale } from './draft.ts';
import { appendStep } from './draft.queries.ts';
import { getPolicy } from './policy.door.ts';
import {
  endVersion,
  findVersionText,
  listVersions,
  lockVersions,
  markUndone,
  type Version,
} from './version.queries.ts';

const stateOf = (version: Version, today: PlainDate): (typeof VERSION_STATES)[number] => {
  if (version.undone) return 'undone';
  if (version.startsOn > today) return 'coming';
  return version.endsOn !== null && version.endsOn <= today ? 'past' : 'inForce';
};

const shown = ({ actor, today }: Context) => {
  const office = actor.roles.includes('office');
  return (version: Version) => {
    const state = stateOf(version, today);
    return { ...version, state, can: state === 'coming' && office ? ['undo' as const] : [] };
  };
};

export async function readVersions(context: Context) {
  return { items: (await listVersions(context.db, context.institutionId)).map(shown(context)) };
}

export async function compareVersions(context: Context, ids: { readonly before: Id; readonly after: Id }) {
  const { db, institutionId } = context;
  const versions = await listVersions(db, institutionId);
  const [before, after] = [ids.before, ids.after].map((id) => versions.find((version) => version.policyId === id));
  if (!before || !after) throw new Refused(edgeRefusals.notFound());
  const diff = diffPolicies(
    await getPolicy(db, institutionId, before.policyId),
    await getPolicy(db, institutionId, after.policyId),
  );
  return { before: shown(context)(before), after: shown(context)(after), diff };
}

/** Before its day only: what has been judged by a version stays judged by it. */
export async function undoVersion(context: Context, policyId: Id, reason: string) {
  const { db, institutionId, actor, now } = context;
  await lockVersions(db, institutionId);
  const chain = await readChain(context);
  const version = chain.versions.find((one) => one.policyId === policyId);
  if (!version) throw new Refused(edgeRefusals.notFound());
  if (chain.coming?.policyId !== policyId) throw new Refused(policyRefusals.notComing());

  const next = await markUndone(db, institutionId, policyId, context.ifMatch);
  if (next === undefined) throw stale(version.version);
  await endVersion(db, institutionId, chain.inForce.policyId, chain.inForce.fileUntil);
  const text = await findVersionText(db, institutionId, policyId);
  if (version.draftId)
    await appendStep(db, institutionId, version.draftId, {
      action: 'undo',
      sha256: text?.sha256 ?? '',
      reason,
      startsOn: version.startsOn,
      actorId: actor.personId,
      at: now,
    });
  await context.audit({ action: 'undo', subjectKind: 'policyVersion', subjectId: policyId, detail: { reason } });
  return { version: next };
}
