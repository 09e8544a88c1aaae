/** First run: whoever reads the terminal founds the institution and becomes its office. Works once. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import { claimHouse as contract } from '@zhengyou/domain/access/access.contract.ts';
import { FREE_FAILURES_OF_LOGIN, minutesOf, waitAfter } from '@zhengyou/domain/access/attempt.rules.ts';
import { isLogin, normaliseLogin } from '@zhengyou/domain/access/login.ts';
import { judgePassword } from '@zhengyou/domain/access/password.rules.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { OpenContext } from '../../edge/context.ts';
import { inTransaction, type Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { findInstitution, insertAccount, insertGrant } from './access.queries.ts';
import { openSession, requireSecureLine } from './open-session.ts';
import { hashPassword } from './passwords.ts';

export type Founding = {
  readonly institutionId: Id;
  readonly institution: string;
  readonly personId: Id;
  readonly name: string;
  readonly now: Date;
};

/** Writes what later rooms own: the institution, its first unit, the founder as a person, the measures it starts with. */
export type Found = (db: Db, founding: Founding) => Promise<void>;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The token lives in this process only, and so does the count of wrong ones. */
export function createClaimHouse(claimToken: string | undefined, found: Found) {
  let failures = { count: 0, lastAt: null as Date | null };

  return async function claimHouse(
    context: OpenContext,
    body: BodyOf<typeof contract>,
  ): Promise<Record<string, never>> {
    requireSecureLine(context);
    const { now, outside } = context;
    if (!claimToken || (await inTransaction(outside.pool, {}, findInstitution)))
      throw new Refused(accessRefusals.founded());
    const wait = waitAfter(failures, FREE_FAILURES_OF_LOGIN, now);
    if (wait > 0) throw new Refused(accessRefusals.tooManyAttempts({ minutes: minutesOf(wait) }));
    if (!timingSafeEqual(digest(body.token), digest(claimToken))) {
      failures = { count: failures.count + 1, lastAt: now };
      throw new Refused(accessRefusals.claimTokenWrong({}, { field: 'token' }));
    }

    const login = normaliseLogin(body.login);
    if (!isLogin(login)) throw new Refused(accessRefusals.nameUnclear({}, { field: 'login' }));
    const easy = judgePassword(body.password, { login, names: [body.name] });
    if (easy) throw new Refused({ ...easy, field: 'password' });
    const passwordHash = await hashPassword(body.password);

    const [institutionId, personId] = [newId(now.getTime()), newId(now.getTime())];
    await openSession(context, {
      institutionId,
      personId,
      endpoint: contract.id,
      action: 'foundHouse',
      settings: { whole: true },
      also: async (db) => {
        await sql`select pg_advisory_xact_lock(7365002)`.execute(db);
        if (await findInstitution(db)) throw new Refused(accessRefusals.founded());
        await found(db, {
          institutionId,
          institution: body.institution,
          personId,
          name: body.name,
          now,
        });
        await insertAccount(db, {
          institutionId,
          personId,
          login,
          passwordHash,
          now,
        });
        await insertGrant(db, {
          institutionId,
          personId,
          role: 'office',
        });
        return { institution: body.institution };
      },
    });
    return {};
  };
}
