/** Change one's own password, knowing the current one; every other session ends. */
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import type { changePassword as contract } from '@zhengyou/domain/access/access.contract.ts';
import { judgePassword } from '@zhengyou/domain/access/password.rules.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { inTransaction } from '../../store/database.ts';
import { findAccountOf, setPassword } from './access.queries.ts';
import { findNames } from './access.reads.ts';
import { beginAttempt, markSuccess } from './attempts.ts';
import { endOtherSessions } from './own-sessions.ts';
import { hashPassword, isPassword } from './passwords.ts';

export async function changePassword(context: Context, body: BodyOf<typeof contract>): Promise<Record<string, never>> {
  const { actor, db, institutionId, now, outside } = context;
  const account = await findAccountOf(db, institutionId, actor.personId);
  if (!account) throw new Refused(edgeRefusals.notFound());
  if (!account.passwordHash) throw new Refused(accessRefusals.noPassword());

  // Someone at an unattended screen may guess too: these attempts count with those of signing in.
  const { login } = account;
  const attempt = await beginAttempt(context, institutionId, login);
  if (!(await isPassword(account.passwordHash, body.current)))
    throw new Refused(accessRefusals.currentPasswordWrong({}, { field: 'current' }));
  await inTransaction(outside.pool, { institution: institutionId, login }, (own) => markSuccess(own, attempt));
  const names = Object.values((await findNames(db, institutionId, actor.personId)) ?? {});
  const easy =
    body.next === body.current ? accessRefusals.passwordUnchanged() : judgePassword(body.next, { login, names });
  if (easy) throw new Refused({ ...easy, field: 'next' });

  await setPassword(db, {
    institutionId,
    accountId: account.accountId,
    passwordHash: await hashPassword(body.next),
    now,
  });
  const ended = await endOtherSessions(context);

  await context.audit({
    action: 'changePassword',
    subjectKind: 'account',
    subjectId: account.accountId,
    people: [actor.personId],
    detail: { otherSessionsEnded: ended },
  });
  return {};
}
