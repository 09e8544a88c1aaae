/**
 * Chains the audit: every few seconds one sealer hashes the entries that no seal covers yet, together with the seal before.
 * What is not sealed yet is the open window; changing, removing or swapping a sealed entry breaks the chain from there on.
 */
import { createHash } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { inTransaction, type Db } from './database.ts';

const EVERY_MS = 3000;
const BATCH = 5000;
const LOCK = 7_365_002;
const GENESIS = Buffer.alloc(32);

type Entry = {
  entry_id: number;
  at: Date;
  actor_id: string | null;
  roles: string;
  endpoint: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  people: string[];
  detail: unknown;
  request_id: string;
};

/** Keys in order, so that the same entry always gives the same bytes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const hashSeal = (institutionId: Id, sealNo: number, previous: Buffer, entries: readonly Entry[]): Buffer => {
  const hash = createHash('sha256').update(`${institutionId}:${sealNo}:`).update(previous);
  for (const entry of entries) hash.update(createHash('sha256').update(canonical(entry)).digest());
  return hash.digest();
};

const ENTRY = sql`a.entry_id, a.at, a.actor_id, a.roles, a.endpoint, a.action, a.subject_kind, a.subject_id, a.people::text[] as people, a.detail, a.request_id`;

/** Seals one batch; the number of entries sealed. Another sealer at work means nothing to do. */
export async function sealOnce(pool: pg.Pool, institutionId: Id): Promise<number> {
  return inTransaction(pool, { institution: institutionId, sealer: true }, async (db) => {
    const lock = await sql<{
      free: boolean;
    }>`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${institutionId})) as free`.execute(db);
    if (!lock.rows[0]?.free) return 0;
    const { rows: entries } = await sql<Entry>`
      select ${ENTRY} from audit a
      where a.institution_id = ${institutionId}
        and not exists (select 1 from audit_link l where l.institution_id = a.institution_id and l.entry_id = a.entry_id)
      order by a.entry_id limit ${BATCH}`.execute(db);
    if (entries.length === 0) return 0;
    const last = await db
      .selectFrom('audit_seal')
      .select(['seal_no', 'hash'])
      .where('institution_id', '=', institutionId)
      .orderBy('seal_no', 'desc')
      .executeTakeFirst();
    const sealNo = Number(last?.seal_no ?? 0) + 1;
    const previous = last?.hash ?? GENESIS;
    const ids = entries.map((entry) => entry.entry_id);
    await db
      .insertInto('audit_seal')
      .values({
        institution_id: institutionId,
        seal_no: sealNo,
        previous_hash: previous,
        hash: hashSeal(institutionId, sealNo, previous, entries),
        entries: sql`${ids}::bigint[]`,
      })
      .execute();
    await sql`insert into audit_link (institution_id, entry_id, seal_no)
      select ${institutionId}, entry, ${sealNo} from unnest(${ids}::bigint[]) as entry`.execute(db);
    return entries.length;
  });
}

export type ChainReport = { readonly entries: number; readonly open: number; readonly broken: string | null };

/** Recomputes the whole chain; `broken` names the first seal that no longer fits what it covers. */
export async function verifyChain(pool: pg.Pool, institutionId: Id): Promise<ChainReport> {
  return inTransaction(pool, { institution: institutionId, sealer: true }, async (db) => {
    const seals = await db
      .selectFrom('audit_seal')
      .selectAll()
      .where('institution_id', '=', institutionId)
      .orderBy('seal_no')
      .execute();
    let previous: Buffer = GENESIS;
    let count = 0;
    for (const [index, seal] of seals.entries()) {
      const sealNo = Number(seal.seal_no);
      const entries = await entriesOf(db, institutionId, sealNo);
      const listed = (seal.entries as unknown as string[]).map(Number);
      const whole = entries.length === listed.length && entries.every((entry, at) => entry.entry_id === listed[at]);
      const fits =
        sealNo === index + 1 &&
        whole &&
        seal.previous_hash.equals(previous) &&
        seal.hash.equals(hashSeal(institutionId, sealNo, previous, entries));
      if (!fits) return { entries: count, open: 0, broken: `seal ${sealNo}` };
      previous = seal.hash;
      count += entries.length;
    }
    const open = await sql<{
      open: number;
    }>`select count(*)::int as open from audit where institution_id = ${institutionId}`.execute(db);
    return { entries: count, open: (open.rows[0]?.open ?? 0) - count, broken: null };
  });
}

const entriesOf = async (db: Db, institutionId: Id, sealNo: number): Promise<Entry[]> =>
  (
    await sql<Entry>`select ${ENTRY} from audit a join audit_link l on l.institution_id = a.institution_id and l.entry_id = a.entry_id
      where a.institution_id = ${institutionId} and l.seal_no = ${sealNo} order by a.entry_id`.execute(db)
  ).rows;

export function startSealer(pool: pg.Pool, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const seal = async () => {
    const { rows } = await pool.query<{ institution_id: Id }>('select institution_id from institution');
    for (const { institution_id } of rows) while ((await sealOnce(pool, institution_id)) === BATCH);
  };
  const timer = setInterval(() => {
    running = running.then(seal).catch((error: unknown) => log.error({ err: error }, 'the audit could not be sealed'));
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
