import type { recommendPairing as endpoint } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { PAIRING_REFUSALS } from '@zhengyou/domain/pairing/pairing.rules.words.ts';
import { mayPropose } from '@zhengyou/domain/pairing/pairing.access.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import { pathOf } from '@zhengyou/domain/pairing/roster-path.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { judgeProposal } from './judge-proposal.ts';
import { pairingRecommended } from './news.door.ts';
import { insertPairings } from './pairing.queries.ts';
import { findPairing } from './pairing.reads.ts';
import { listOffices } from './roster-watch.reads.ts';

/** Recommends to the leader where the policy asks the leader; else what the list’s keeper proposes is decided. */
export async function recommendPairing(context: Context, body: BodyOf<typeof endpoint>) {
  const { db, institutionId, reach, actor, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const judged = await judgeProposal(db, institutionId, reach, { ...body, startsOn: today });
  const { verdict, leader, representative, clause } = judged;
  const replaced = body.replaces ? await findPairing(db, institutionId, reach, body.replaces) : undefined;

  if (!leader) throw new Refused(PAIRING_REFUSALS.noLeader(undefined, { field: 'leaderId' }));
  const path = pathOf(policy, today, leader.tier);
  if (!keeps(keepingOf(actor), leader.unit.id)) throw new Refused(pairingRefusals.notYourLeader());
  if (!mayPropose(actor, leader.unit.id, path))
    throw new Refused(pairingRefusals.officeRecommends(undefined, basisOf(path)));
  if (!verdict.ok) throw new Refused({ ...verdict.refusal, ...(clause ? { clause } : {}) });
  if (!representative) throw new Refused(PAIRING_REFUSALS.noRepresentative(undefined, { field: 'representativeId' }));
  const [office] = body.officeId ? await listOffices(db, institutionId, reach, body.officeId) : [];
  if (body.officeId && office?.leaderId !== leader.leaderId)
    throw new Refused(pairingRefusals.replacesOther(undefined, { field: 'officeId' }));
  const follows = office !== undefined && replaced?.officeId === office.id && replaced.status === 'active';
  if (body.replaces && !follows && !isReplaceable(replaced, representative.id, leader.leaderId))
    throw new Refused(pairingRefusals.replacesOther(undefined, { field: 'replaces' }));
  if (replaced && !keeps(keepingOf(actor), replaced.unitId)) throw new Refused(pairingRefusals.notYourLeader());

  const asks = path.confirms === 'leader';
  const pairing = {
    id: newId(),
    leaderId: leader.leaderId,
    representativeId: representative.id,
    unitId: leader.unit.id,
    tier: leader.tier,
    representativeUnitId: representative.unit.id,
    replacesId: body.replaces,
    officeId: office?.id,
  };
  const steps = [{ action: asks ? 'recommend' : 'decide', onDay: today } as const];
  const by = {
    actorId: actor.personId,
    actorName: actor.name,
    at: context.now,
    reason: body.reason || null,
    note: body.note || null,
  };
  await insertPairings(db, institutionId, [{ ...pairing, steps, by }]);
  await context.audit({
    action: asks ? 'recommend' : 'decide',
    subjectKind: 'pairing',
    subjectId: pairing.id,
    people: [pairing.leaderId, pairing.representativeId],
    detail: { byReason: verdict.byReason },
  });
  if (asks) await context.tell(pairingRecommended, [{ ...pairing, pairingId: pairing.id }]);
  return { id: pairing.id, version: 1, status: asks ? ('recommended' as const) : ('confirmed' as const) };
}

export const basisOf = (path: { readonly requirement: string | null; readonly clause: string | null }) => ({
  ...(path.requirement === null ? {} : { requirement: path.requirement }),
  ...(path.clause === null ? {} : { clause: path.clause }),
});

const isReplaceable = (
  replaced: Awaited<ReturnType<typeof findPairing>>,
  representativeId: Id,
  leaderId: Id,
): boolean =>
  replaced !== undefined &&
  replaced.status === 'active' &&
  replaced.representativeId === representativeId &&
  replaced.leaderId !== leaderId;
