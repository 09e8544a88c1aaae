/** A signed-in session for a bench: the handlers are asked as a browser would ask them. */
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { inTransaction } from '../../apps/server/src/store/database.ts';
import { newId } from '../../apps/server/src/store/new-id.ts';

/** The cookie of whoever has this login, good for a day from `now`. */
export async function openSession(pool: pg.Pool, institutionId: Id, login: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
    const { person_id } = await db
      .selectFrom('account')
      .select('person_id')
      .where('login', '=', login)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('session')
      .values({
        institution_id: institutionId,
        session_id: newId(),
        person_id,
        device: 'bench',
        token_hash: createHash('sha256').update(token).digest(),
        started_at: now,
        seen_at: now,
        ends_at: new Date(now.getTime() + 86_400_000),
      })
      .execute();
  });
  return `__Host-zhengyou=${token}`;
}
