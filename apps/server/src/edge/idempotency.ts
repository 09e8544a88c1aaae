/**
 * The same key and body get the same answer, also across a crash: the answer rests in the transaction that it answers.
 * Another body under the same key is refused, a key whose request is still running too.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { zIdempotencyKey } from '@zhengyou/domain/kit/ids.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../store/database.ts';
import { edgeRefusals } from './edge.refusals.ts';

export type Once = {
  readonly institutionId: Id;
  readonly personId: Id;
  readonly key: string;
  readonly endpoint: string;
  readonly bodyHash: Buffer;
};

export function readKey(header: unknown): string {
  const key = zIdempotencyKey.safeParse(header);
  if (!key.success) throw new Refused(edgeRefusals.keyMissing());
  return key.data;
}

/** Over everything that decides the answer: address, parameters and body. */
export const hashOf = (address: string, body: unknown): Buffer =>
  createHash('sha256')
    .update(address)
    .update('\n')
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null))
    .digest();

/** The earlier answer, or undefined when this is the first time; then `keepAnswer` must follow in the same transaction. */
export async function findAnswer(db: Db, once: Once): Promise<{ reply: unknown } | undefined> {
  const lock = createHash('sha256')
    .update(`${once.institutionId}${once.personId}${once.key}`)
    .digest()
    .readBigInt64BE();
  const { rows } = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock(${lock.toString()}::bigint) as free`.execute(db);
  if (!rows[0]?.free) throw new Refused(edgeRefusals.keyRunning());
  const earlier = await db
    .selectFrom('idempotency')
    .select(['endpoint', 'body_hash', 'reply'])
    .where('institution_id', '=', once.institutionId)
    .where('person_id', '=', once.personId)
    .where('key', '=', once.key)
    .executeTakeFirst();
  if (!earlier) return undefined;
  if (earlier.endpoint !== once.endpoint || !earlier.body_hash.equals(once.bodyHash))
    throw new Refused(edgeRefusals.keyReused());
  return { reply: earlier.reply };
}

export async function keepAnswer(db: Db, once: Once, reply: unknown, at: Date): Promise<void> {
  await db
    .insertInto('idempotency')
    .values({
      institution_id: once.institutionId,
      person_id: once.personId,
      key: once.key,
      endpoint: once.endpoint,
      body_hash: once.bodyHash,
      status: 200,
      reply: JSON.stringify(reply),
      at,
    })
    .execute();
}

/** No client asks again after so long; an answer may hold names, so it is not kept longer than it serves. */
const KEPT_MS = 2 * 86_400_000;

/** Forgets a person's old answers; asked at each sign-in. */
export async function forgetAnswers(db: Db, institutionId: Id, personId: Id, now: Date): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('at', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}
