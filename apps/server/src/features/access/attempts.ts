/**
 * Slows guessing down. An attempt is written, as failed, before the password is looked at, and under a lock: a hundred at once are
 * counted like a hundred in a row. Only a right password makes it a success.
 */
import { sql } from 'kysely';
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import {
  ATTEMPT_WINDOW_MS,
  FREE_FAILURES_OF_LOGIN,
  FREE_FAILURES_OF_SOURCE,
  minutesOf,
  waitAfter,
  type Failures,
} from '@zhengyou/domain/access/attempt.rules.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { OpenContext } from '../../edge/context.ts';
import { inTransaction, type Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

const KEPT_MS = 86_400_000;

export type Attempt = { readonly institutionId: Id; readonly login: string; readonly attemptId: Id };

/** Refuses while there is something to wait for; else counts this attempt. Takes a transaction of its own, so that it stays. */
export async function beginAttempt(context: OpenContext, institutionId: Id, login: string): Promise<Attempt> {
  const { now, outside } = context;
  const source = outside.cipher.fingerprint(context.source);
  const attempt = { institutionId, login, attemptId: newId(now.getTime()) };
  await inTransaction(outside.pool, { institution: institutionId, login, source }, async (db) => {
    await lock(db, institutionId, login);
    const waits = [
      waitAfter(await failuresOf(db, institutionId, { login }, now), FREE_FAILURES_OF_LOGIN, now),
      waitAfter(await failuresOf(db, institutionId, { source }, now), FREE_FAILURES_OF_SOURCE, now),
    ];
    const wait = Math.max(...waits);
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw new Refused(accessRefusals.tooManyAttempts({ minutes: minutesOf(wait) }, { extra: { seconds } }));
    }
    await db
      .deleteFrom('sign_in_attempt')
      .where('institution_id', '=', institutionId)
      .where('at', '<', new Date(now.getTime() - KEPT_MS))
      .execute();
    const { attemptId: attempt_id } = attempt;
    await db
      .insertInto('sign_in_attempt')
      .values({ institution_id: institutionId, attempt_id, login, source_hash: source, at: now, succeeded: false })
      .execute();
  });
  return attempt;
}

/** Belongs in the transaction that the success opens; its settings name the login. */
export const markSuccess = (db: Db, attempt: Attempt) =>
  db
    .updateTable('sign_in_attempt')
    .set({ succeeded: true })
    .where('institution_id', '=', attempt.institutionId)
    .where('attempt_id', '=', attempt.attemptId)
    .execute();

const lock = (db: Db, institutionId: Id, login: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${institutionId} ${login}`}, 0))`.execute(db);

/** A success clears an account’s failures, never an address’s: whoever guesses may hold an account of their own. */
async function failuresOf(
  db: Db,
  institutionId: Id,
  of: { login: string } | { source: Buffer },
  now: Date,
): Promise<Failures> {
  const rows = await db
    .selectFrom('sign_in_attempt')
    .select(['at', 'succeeded'])
    .where('institution_id', '=', institutionId)
    .where('at', '>', new Date(now.getTime() - ATTEMPT_WINDOW_MS))
    .where((where) => ('login' in of ? where('login', '=', of.login) : where('source_hash', '=', of.source)))
    .orderBy('at', 'desc')
    .orderBy('attempt_id', 'desc')
    .execute();
  const cleared = 'login' in of ? rows.findIndex((row) => row.succeeded) : -1;
  const failed = (cleared < 0 ? rows : rows.slice(0, cleared)).filter((row) => !row.succeeded);
  return { count: failed.length, lastAt: failed[0]?.at ?? null };
}
