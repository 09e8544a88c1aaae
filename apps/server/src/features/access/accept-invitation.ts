/** Use a one-time link: set the password, sign in, and end what was open elsewhere. */
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import { acceptInvitation as contract } from '@zhengyou/domain/access/access.contract.ts';
import { judgePassword } from '@zhengyou/domain/access/password.rules.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { OpenContext } from '../../edge/context.ts';
import { hashToken } from '../../edge/session-cookie.ts';
import { inTransaction } from '../../store/database.ts';
import { endSessionsOf, findAccountByInvitation, findInstitution, spendInvitation } from './access.queries.ts';
import { findNames } from './access.reads.ts';
import { openSession, requireSecureLine } from './open-session.ts';
import { hashPassword } from './passwords.ts';

export async function acceptInvitation(
  context: OpenContext,
  body: BodyOf<typeof contract>,
): Promise<{ login: string }> {
  requireSecureLine(context);
  const { now, outside } = context;
  const token = hashToken(body.token);
  const institutionId = (await inTransaction(outside.pool, {}, findInstitution))?.institutionId;
  if (!institutionId) throw new Refused(accessRefusals.linkSpent());
  const account = await inTransaction(outside.pool, { institution: institutionId, token }, (db) =>
    findAccountByInvitation(db, institutionId, token, now),
  );
  if (!account) throw new Refused(accessRefusals.linkSpent());
  if (account.disabledAt) throw new Refused(accessRefusals.accountDisabled());
  const { accountId, login, personId } = account;
  const known = await inTransaction(outside.pool, { institution: institutionId, people: [personId] }, (db) =>
    findNames(db, institutionId, personId),
  );
  const easy = judgePassword(body.password, { login, names: Object.values(known ?? {}) });
  if (easy) throw new Refused({ ...easy, field: 'password' });

  const passwordHash = await hashPassword(body.password);
  await openSession(context, {
    institutionId,
    personId,
    endpoint: contract.id,
    action: 'acceptInvitation',
    settings: { token },
    also: async (db) => {
      const spent = await spendInvitation(db, {
        institutionId,
        accountId,
        hash: token,
        passwordHash,
        now,
      });
      if (!spent) throw new Refused(accessRefusals.linkSpent());
      await endSessionsOf(db, institutionId, personId, now);
    },
  });
  return { login };
}
