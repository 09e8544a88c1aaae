/** The office lists who may be asked as a secretary. The listing alone opens nothing. */
import { delegationRefusals } from '@zhengyou/domain/access/delegation.refusals.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { deleteGrants, hasGrant, insertGrant } from './access.queries.ts';
import { findInvitable } from './access.reads.ts';
import { isRepresentativeOn } from './delegation.reads.ts';

export async function readSecretary({ db, institutionId, reach }: Context, personId: Id) {
  if (!(await findInvitable(db, institutionId, reach, personId))) throw new Refused(edgeRefusals.notFound());
  return { listed: await hasGrant(db, institutionId, personId, 'secretary') };
}

export async function listSecretary(context: Context, personId: Id, listed: boolean) {
  const { db, institutionId, today } = context;
  const before = await readSecretary(context, personId);
  if (listed && (await isRepresentativeOn(db, institutionId, personId, today)))
    throw new Refused(delegationRefusals.representative());
  if (listed && !before.listed) await insertGrant(db, { institutionId, personId, role: 'secretary' });
  if (!listed && before.listed) await deleteGrants(db, institutionId, personId, 'secretary');
  await context.audit({
    action: listed ? 'listSecretary' : 'unlistSecretary',
    subjectKind: 'person',
    subjectId: personId,
    people: [personId],
  });
  return { listed };
}
