/** What went out and what did not, and how the channels stand. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { DeliveryStatus, MessageChannel, Purpose } from '@zhengyou/domain/notice/notice.ts';
import type { Trouble } from '@zhengyou/domain/notice/notice.words.ts';
import type { Db } from '../../store/database.ts';

const STUCK = ['failed', 'unknown'] as const;

export type ListFilter = {
  readonly show: 'all' | 'waiting' | 'stuck';
  readonly channel?: MessageChannel | undefined;
  readonly limit: number;
};

export async function listDeliveryRows(db: Db, institutionId: Id, { show, channel, limit }: ListFilter) {
  let query = db.selectFrom('delivery').where('delivery.institution_id', '=', institutionId);
  if (channel) query = query.where('delivery.channel', '=', channel);
  if (show === 'waiting') query = query.where('delivery.status', 'in', ['waiting', 'sending']);
  if (show === 'stuck') query = query.where('delivery.status', 'in', STUCK);
  const rows = await query
    .leftJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'delivery.institution_id')
        .onRef('person.person_id', '=', 'delivery.person_id'),
    )
    .leftJoin('webhook', (join) =>
      join
        .onRef('webhook.institution_id', '=', 'delivery.institution_id')
        .onRef('webhook.webhook_id', '=', 'delivery.webhook_id'),
    )
    .select([
      ...(['delivery.delivery_id', 'delivery.version', 'delivery.channel', 'delivery.purpose'] as const),
      ...(['delivery.status', 'delivery.created_at', 'delivery.not_before', 'delivery.sent_at'] as const),
      ...(['delivery.attempts', 'delivery.trouble', 'delivery.trouble_detail'] as const),
      ...(['person.name as person', 'webhook.name as webhook'] as const),
      sql<string | null>`delivery.payload ->> 'event'`.as('event'),
    ])
    .orderBy('delivery.created_at', 'desc')
    .orderBy('delivery.delivery_id', 'desc')
    .limit(limit)
    .execute();
  const { total } = await query.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return {
    total,
    items: rows.map((row) => {
      const status = row.status as DeliveryStatus;
      const stuck = (STUCK as readonly DeliveryStatus[]).includes(status);
      return {
        id: row.delivery_id as Id,
        version: row.version,
        channel: row.channel as MessageChannel,
        purpose: row.purpose as Purpose,
        status,
        person: row.person,
        webhook: row.webhook,
        event: row.event,
        createdAt: row.created_at.toISOString(),
        notBefore: row.not_before.toISOString(),
        sentAt: row.sent_at?.toISOString() ?? null,
        attempts: row.attempts,
        trouble: row.trouble as Trouble | null,
        troubleDetail: row.trouble_detail,
        can: [
          ...(stuck || (status === 'waiting' && row.attempts > 0) ? (['again'] as const) : []),
          ...(stuck || status === 'waiting' ? (['drop'] as const) : []),
        ],
      };
    }),
  };
}

export type ChannelCounts = { readonly waiting: number; readonly oldestWaitingAt: Date | null; readonly stuck: number };

/** What waits and what is stuck, by channel. The oldest is of those whose time has come. */
export async function countByChannel(
  db: Db,
  institutionId: Id,
  now: Date,
): Promise<Map<MessageChannel, ChannelCounts>> {
  const rows = await db
    .selectFrom('delivery')
    .select([
      'channel',
      sql<number>`count(*) filter (where status in ('waiting', 'sending'))::int`.as('waiting'),
      sql<number>`count(*) filter (where status in ('failed', 'unknown'))::int`.as('stuck'),
      sql<Date | null>`min(not_before) filter (where status in ('waiting', 'sending') and not_before <= ${now})`.as(
        'oldest',
      ),
    ])
    .where('institution_id', '=', institutionId)
    .where('status', 'in', ['waiting', 'sending', 'failed', 'unknown'])
    .groupBy('channel')
    .execute();
  return new Map(
    rows.map((row) => [
      row.channel as MessageChannel,
      { waiting: row.waiting, oldestWaitingAt: row.oldest, stuck: row.stuck },
    ]),
  );
}

export async function findBeat(db: Db, institutionId: Id): Promise<Date | null> {
  const row = await db
    .selectFrom('notice_clock')
    .select('beat_at')
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  return row?.beat_at ?? null;
}

/** Of each webhook: when something last arrived, and how much is stuck. */
export async function webhookFacts(db: Db, institutionId: Id) {
  const rows = await db
    .selectFrom('delivery')
    .select([
      'webhook_id',
      sql<Date | null>`max(sent_at)`.as('sent_at'),
      sql<number>`count(*) filter (where status in ('failed', 'unknown'))::int`.as('stuck'),
    ])
    .where('institution_id', '=', institutionId)
    .where('webhook_id', 'is not', null)
    .groupBy('webhook_id')
    .execute();
  return new Map(rows.map((row) => [row.webhook_id as Id, { sentAt: row.sent_at, stuck: row.stuck }]));
}
