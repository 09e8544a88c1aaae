/** Sign in with a local account. Whoever guesses learns neither from the words nor from the time which half was wrong. */
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import { signIn as contract } from '@zhengyou/domain/access/access.contract.ts';
import { normaliseLogin } from '@zhengyou/domain/access/login.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { writeAudit } from '../../edge/audit.ts';
import type { OpenContext } from '../../edge/context.ts';
import { inTransaction } from '../../store/database.ts';
import { findAccountByLogin, findInstitution, type Account } from './access.queries.ts';
import { beginAttempt, markSuccess } from './attempts.ts';
import { openSession, requireSecureLine } from './open-session.ts';
import { isPassword } from './passwords.ts';

export async function signIn(
  context: OpenContext,
  { login: typed, password }: BodyOf<typeof contract>,
): Promise<Record<string, never>> {
  requireSecureLine(context);
  const { pool } = context.outside;
  const login = normaliseLogin(typed);
  const institution = await inTransaction(pool, {}, findInstitution);
  // Without an institution there is no account: the same answer, after the same work.
  const institutionId = institution?.institutionId;
  if (!institutionId) {
    await isPassword(undefined, password);
    throw new Refused(accessRefusals.wrongPassword());
  }

  const attempt = await beginAttempt(context, institutionId, login);
  const account = await inTransaction(pool, { institution: institutionId, login }, (db) =>
    findAccountByLogin(db, institutionId, login),
  );
  const right = await isPassword(account?.passwordHash, password);
  if (!account || !right || account.disabledAt) {
    await recordFailure(context, institutionId, account);
    throw new Refused(account?.disabledAt && right ? accessRefusals.accountDisabled() : accessRefusals.wrongPassword());
  }

  const { personId } = account;
  await openSession(context, {
    institutionId,
    personId,
    endpoint: contract.id,
    action: 'signIn',
    settings: { login },
    also: (db) => markSuccess(db, attempt).then(() => undefined),
  });
  return {};
}

/** What was typed as the name is not kept: it is a password more often than one would think. */
async function recordFailure(context: OpenContext, institutionId: Id, account: Account | undefined): Promise<void> {
  const witness = { institutionId, actorId: null, roles: [], endpoint: contract.id };
  await inTransaction(context.outside.pool, { institution: institutionId }, (db) =>
    writeAudit(
      db,
      { ...witness, requestId: context.requestId, at: context.now },
      {
        action: 'signInFailed',
        subjectKind: 'account',
        subjectId: account?.accountId ?? null,
        people: account ? [account.personId] : [],
      },
    ),
  );
}
