/** A representative raises something from their own page, or a keeper writes it down for one in reach. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { raiseMatter as endpoint } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { Context } from '../../edge/context.ts';
import { findAddressed, findRaiser } from './raise.reads.ts';
import { registerMatter } from './register-matter.ts';

export async function raiseMatter(context: Context, body: BodyOf<typeof endpoint>) {
  const { actor, db, institutionId, reach } = context;
  const forOther = body.personId !== undefined && body.personId !== actor.personId;
  const person = await findRaiser(db, institutionId, reach, body.personId ?? actor.personId);
  if (!person || (forOther && !reach.whole && !reach.units.includes(person.unitId)))
    throw new Refused(MATTER_REFUSALS.noSuchPerson(undefined, { field: 'personId' }));
  const addressed = await findAddressed(db, institutionId, person.id, body.leaderId);
  if (!addressed) throw new Refused(MATTER_REFUSALS.noSuchLeader(undefined, { field: 'leaderId' }));

  const proposer = {
    personId: person.id,
    name: person.name,
    leaderId: addressed.leaderId,
    leaderName: addressed.leaderName,
    named: body.named,
    interactionId: null,
    pointId: null,
    channel: null,
    mergedFrom: null,
  };
  return registerMatter(context, {
    kind: body.kind,
    origin: 'own',
    title: body.title,
    points: body.points,
    unitId: addressed.unitId,
    proposers: [proposer],
    by: forOther
      ? { as: 'keeper', person: actor.personId, unit: null, party: null }
      : { as: 'proposer', person: null, unit: null, party: 1 },
  });
}
