/** Demo mode only: sign in as one of the invented people. */
import { signInAsDemo as contract } from '@zhengyou/domain/access/access.contract.ts';
import { normaliseLogin } from '@zhengyou/domain/access/login.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { OpenContext } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { inTransaction } from '../../store/database.ts';
import { findAccountByLogin, findInstitution } from './access.queries.ts';
import { openSession } from './open-session.ts';

export async function signInAsDemo(
  context: OpenContext,
  body: BodyOf<typeof contract>,
): Promise<Record<string, never>> {
  // The route is not even mounted outside demo mode; this holds if someone mounts it after all.
  if (!context.outside.demo) throw new Refused(edgeRefusals.notFound());
  const { pool } = context.outside;
  const login = normaliseLogin(body.login);
  const institutionId = (await inTransaction(pool, {}, findInstitution))?.institutionId;
  const account =
    institutionId &&
    (await inTransaction(pool, { institution: institutionId, login }, (db) =>
      findAccountByLogin(db, institutionId, login),
    ));
  if (!institutionId || !account || account.disabledAt) throw new Refused(edgeRefusals.notFound());
  const { personId } = account;
  await openSession(context, { institutionId, personId, endpoint: contract.id, action: 'signInAsDemo' });
  return {};
}
