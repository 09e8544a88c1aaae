import type { enterPairing as endpoint } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { PAIRING_REFUSALS } from '@zhengyou/domain/pairing/pairing.rules.words.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { judgeProposal } from './judge-proposal.ts';
import { pairingPublished } from './news.door.ts';
import { insertPairings } from './pairing.queries.ts';

export async function enterPairing(context: Context, body: BodyOf<typeof endpoint>) {
  const { db, institutionId, reach, actor, today } = context;
  if (body.startsOn > today) throw new Refused(pairingRefusals.startsAhead(undefined, { field: 'startsOn' }));
  const { verdict, leader, representative, clause } = await judgeProposal(db, institutionId, reach, body);

  if (leader && !keeps(keepingOf(actor), leader.unit.id)) throw new Refused(pairingRefusals.notYourLeader());
  if (!verdict.ok) throw new Refused({ ...verdict.refusal, ...(clause ? { clause } : {}) });
  if (!leader) throw new Refused(PAIRING_REFUSALS.noLeader());
  if (!representative) throw new Refused(PAIRING_REFUSALS.noRepresentative());

  const id = newId();
  const pairing = {
    id,
    leaderId: leader.leaderId,
    representativeId: representative.id,
    unitId: leader.unit.id,
    tier: leader.tier,
    representativeUnitId: representative.unit.id,
  };
  const by = { actorId: actor.personId, actorName: actor.name, at: context.now, reason: body.reason || null };
  const steps = [{ action: 'enter', onDay: body.startsOn }] as const;
  await insertPairings(db, institutionId, [{ ...pairing, steps, by }]);
  await context.audit({
    action: 'enter',
    subjectKind: 'pairing',
    subjectId: id,
    people: [leader.leaderId, representative.id],
    detail: {
      startsOn: body.startsOn,
      byReason: verdict.byReason,
    },
  });
  await context.tell(pairingPublished, [{ ...pairing, pairingId: id, startsOn: body.startsOn }]);
  return { id, version: 1 };
}
