/** What may be brought along: set by the office, with the rule on which it rests. The house suggests nothing. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { roundRefusals } from '@zhengyou/domain/occasion/occasion.refusals.ts';
import type * as contract from '@zhengyou/domain/occasion/round.contract.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { endKind, insertKind, listKinds } from './round.queries.ts';

export async function listGiftKinds({ actor, db, institutionId }: Context) {
  return {
    items: await listKinds(db, institutionId),
    can: actor.roles.includes('office') ? (['set'] as const).slice() : [],
  };
}

export async function setGiftKind(context: Context, body: BodyOf<typeof contract.setGiftKind>) {
  const { actor, db, institutionId, now } = context;
  if (body.yearCents !== null && body.yearCents < body.eachCents)
    throw new Refused(roundRefusals.badLimit(undefined, { field: 'yearCents' }));
  const kind = { id: newId(now.getTime()), ...body };
  await insertKind(db, institutionId, kind, actor.name);
  await context.audit({ action: 'set', subjectKind: 'giftKind', subjectId: kind.id, detail: { ...body } });
  return { ...kind, version: 1, until: null };
}

export async function endGiftKind(context: Context, id: Id) {
  const { db, institutionId, today, ifMatch } = context;
  const kind = (await listKinds(db, institutionId)).find((one) => one.id === id);
  if (!kind) throw new Refused(edgeRefusals.notFound());
  if (!(await endKind(db, institutionId, id, ifMatch, today)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: kind } }));
  await context.audit({ action: 'end', subjectKind: 'giftKind', subjectId: id, detail: { name: kind.name } });
  return { ...kind, version: ifMatch + 1, until: today };
}
