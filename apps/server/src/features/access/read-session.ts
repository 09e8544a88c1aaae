/** Who is signed in, as whom, and what their roles open. */
import { mayKnock } from '@zhengyou/domain/access/actor.ts';
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { findInstitution } from './access.queries.ts';
import { findPresentation } from './access.reads.ts';

export async function readSession(
  { actor, db, institutionId, today, now, outside }: Context,
  all: readonly AnyEndpoint[],
) {
  const institution = await findInstitution(db);
  const shown = await findPresentation(db, institutionId, actor.personId, today);
  if (!institution || !shown) throw new Refused(edgeRefusals.notFound());
  return {
    person: { id: actor.personId, name: shown.name, title: shown.title, unit: shown.unit },
    institution: { name: institution.name },
    roles: [...actor.roles],
    today,
    now: now.toISOString(),
    demo: outside.demo,
    can: all.filter(({ may }) => may === 'anyone' || mayKnock(actor.roles, may)).map(({ id }) => id),
  };
}
