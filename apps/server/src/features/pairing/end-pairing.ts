import type { endPairing as endpoint } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { pairingEnded } from './news.door.ts';
import { takeSteps } from './pairing.queries.ts';
import { findPairing } from './pairing.reads.ts';

export async function endPairing(context: Context, pairingId: Id, body: BodyOf<typeof endpoint>) {
  const { db, institutionId, reach, actor, today } = context;
  const pairing = await findPairing(db, institutionId, reach, pairingId);
  if (!pairing) throw new Refused(edgeRefusals.notFound());

  if (!keeps(keepingOf(actor), pairing.unitId)) throw new Refused(pairingRefusals.notYourLeader());
  if (pairing.status === 'ended') throw new Refused(pairingRefusals.alreadyEnded());
  if (pairing.status !== 'active' || pairing.startsOn === null) throw new Refused(pairingRefusals.notAtThisStep());
  if (body.endsOn > today) throw new Refused(pairingRefusals.endsAhead(undefined, { field: 'endsOn' }));
  if (body.endsOn < pairing.startsOn)
    throw new Refused(pairingRefusals.endsTooEarly({ startsOn: pairing.startsOn }, { field: 'endsOn' }));

  const step = { action: 'end', onDay: body.endsOn } as const;
  const by = { actorId: actor.personId, actorName: actor.name, at: context.now, reason: body.reason };
  const stale = await takeSteps(db, institutionId, [{ pairing, version: context.ifMatch, step, by }]);
  if (stale.length > 0)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: pairing.version } } }));
  await context.audit({
    action: 'end',
    subjectKind: 'pairing',
    subjectId: pairingId,
    people: [pairing.leaderId, pairing.representativeId],
    detail: { endsOn: body.endsOn },
  });
  await context.tell(pairingEnded, [{ ...pairing, pairingId, reason: body.reason, endsOn: body.endsOn }]);
  return { version: context.ifMatch + 1 };
}
