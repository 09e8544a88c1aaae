/** Messages that leave the house: each a row, once. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { DeliveryStatus, MessageChannel, Purpose, WebhookEvent } from '@zhengyou/domain/notice/notice.ts';
import type { Trouble } from '@zhengyou/domain/notice/notice.words.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

export type EventPayload = {
  readonly id: Id;
  readonly event: WebhookEvent;
  readonly at: string;
  readonly subject: Id;
  readonly number: string | null;
};

export type NewDelivery = {
  readonly channel: MessageChannel;
  readonly purpose: Purpose;
  readonly personId?: Id;
  readonly webhookId?: Id;
  readonly payload?: EventPayload;
  /** The same message under the same key is one row. */
  readonly key: string;
  readonly notBefore: Date;
};

/** The ids of those that were new, by key. */
export async function putDeliveries(
  db: Db,
  institutionId: Id,
  now: Date,
  list: readonly NewDelivery[],
): Promise<Map<string, Id>> {
  if (list.length === 0) return new Map();
  const rows = await db
    .insertInto('delivery')
    .values(
      list.map((one) => ({
        institution_id: institutionId,
        delivery_id: newId(now.getTime()),
        channel: one.channel,
        purpose: one.purpose,
        person_id: one.personId ?? null,
        webhook_id: one.webhookId ?? null,
        payload: one.payload ? JSON.stringify(one.payload) : null,
        dedupe_key: one.key,
        status: 'waiting',
        not_before: one.notBefore,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['delivery_id', 'dedupe_key'])
    .execute();
  return new Map(rows.map((row) => [row.dedupe_key, row.delivery_id as Id]));
}

export type DeliveryRow = {
  readonly id: Id;
  readonly version: number;
  readonly channel: MessageChannel;
  readonly purpose: Purpose;
  readonly personId: Id | null;
  readonly webhookId: Id | null;
  readonly payload: EventPayload | null;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly firstAt: Date | null;
};

const COLUMNS = [
  ...(['delivery_id', 'version', 'channel', 'purpose', 'person_id', 'webhook_id', 'payload'] as const),
  ...(['status', 'attempts', 'first_at'] as const),
] as const;

type Row = {
  delivery_id: string;
  version: number;
  channel: string;
  purpose: string;
  person_id: string | null;
  webhook_id: string | null;
  payload: unknown;
  status: string;
  attempts: number;
  first_at: Date | null;
};
const deliveryOf = (row: Row): DeliveryRow => ({
  id: row.delivery_id as Id,
  version: row.version,
  channel: row.channel as MessageChannel,
  purpose: row.purpose as Purpose,
  personId: row.person_id as Id | null,
  webhookId: row.webhook_id as Id | null,
  payload: row.payload as EventPayload | null,
  status: row.status as DeliveryStatus,
  attempts: row.attempts,
  firstAt: row.first_at,
});

/**
 * Takes the next message whose time has come, for this worker alone; it is marked and counted before anything leaves, so that a
 * worker that dies over it leaves a trace.
 */
export async function claimDelivery(db: Db, institutionId: Id, now: Date, id?: Id): Promise<DeliveryRow | undefined> {
  const { rows } = await sql<Row>`update delivery set status = 'sending', claimed_at = ${now}, attempts = attempts + 1,
      first_at = coalesce(first_at, ${now}), version = version + 1
    where institution_id = ${institutionId} and delivery_id = (
      select delivery_id from delivery
      where institution_id = ${institutionId} and status = 'waiting' and not_before <= ${now}
        and (${id ?? null}::uuid is null or delivery_id = ${id ?? null}::uuid)
      order by not_before, delivery_id limit 1 for update skip locked)
    returning ${sql.join(COLUMNS.map((column) => sql.ref(column)))}`.execute(db);
  return rows[0] && deliveryOf(rows[0]);
}

/** Those that a worker took and never came back with. */
export async function listAbandoned(db: Db, institutionId: Id, before: Date): Promise<DeliveryRow[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('status', '=', 'sending')
    .where('claimed_at', '<', before)
    .orderBy('delivery_id')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(deliveryOf);
}

export type DeliveryEnd = {
  readonly status: DeliveryStatus;
  readonly notBefore?: Date;
  readonly sentAt?: Date;
  readonly trouble?: Trouble | null;
  readonly troubleDetail?: string | null;
};

/** Only under the version that was taken: whoever lost it to another writes nothing. */
export async function endDelivery(db: Db, institutionId: Id, one: DeliveryRow, end: DeliveryEnd): Promise<boolean> {
  const changed = await db
    .updateTable('delivery')
    .set({
      status: end.status,
      version: one.version + 1,
      trouble: end.trouble ?? null,
      trouble_detail: end.troubleDetail?.slice(0, 120) ?? null,
      ...(end.notBefore ? { not_before: end.notBefore } : {}),
      ...(end.sentAt ? { sent_at: end.sentAt } : {}),
    })
    .where('institution_id', '=', institutionId)
    .where('delivery_id', '=', one.id)
    .where('version', '=', one.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function findDelivery(db: Db, institutionId: Id, id: Id): Promise<DeliveryRow | undefined> {
  const row = await db
    .selectFrom('delivery')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('delivery_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && deliveryOf(row);
}

/** From its beginning: as if it had never been tried. */
export const resetDelivery = (db: Db, institutionId: Id, one: DeliveryRow, now: Date) =>
  db
    .updateTable('delivery')
    .set({ status: 'waiting', not_before: now, attempts: 0, first_at: null, version: one.version + 1 })
    .where('institution_id', '=', institutionId)
    .where('delivery_id', '=', one.id)
    .execute();

export const dropWaitingFor = (db: Db, institutionId: Id, webhookId: Id) =>
  db
    .updateTable('delivery')
    .set({ status: 'dropped' })
    .set('version', sql`version + 1`)
    .where('institution_id', '=', institutionId)
    .where('webhook_id', '=', webhookId)
    .where('status', 'in', ['waiting', 'failed', 'unknown'])
    .execute();

/** How a channel did last, for its page. */
export const noteChannel = (
  db: Db,
  institutionId: Id,
  channel: MessageChannel,
  now: Date,
  trouble: { readonly code: Trouble; readonly detail: string | null } | null,
) => {
  const noted = trouble
    ? { failed_at: now, trouble: trouble.code, trouble_detail: trouble.detail?.slice(0, 120) ?? null }
    : { succeeded_at: now };
  return db
    .insertInto('message_channel')
    .values({ institution_id: institutionId, channel, ...noted })
    .onConflict((conflict) => conflict.columns(['institution_id', 'channel']).doUpdateSet(noted))
    .execute();
};
