/** Who may not, through either lock. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askTalk } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { channelEndpoints } from '@zhengyou/domain/notice/channel.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { listNotices } from '@zhengyou/domain/notice/notice.contract.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';

let house: TestHouse;
let leaderId: Id;
let friendId: Id;
beforeAll(async () => {
  house = await openHouse();
  leaderId = await house.personId('田文建');
  friendId = await house.personId('林远');
  const friend = await house.as('林远');
  await friend.call(askTalk, { body: { leaderId, slots: [] } });
});
afterAll(() => house.close());

describe('the application’s lock', () => {
  it('opens the channels to the office alone', async () => {
    const others = await Promise.all(['田文建', '林远', '顾晓芸', '王敏'].map((name) => house.as(name)));
    for (const endpoint of channelEndpoints)
      for (const who of others) {
        const response = await who.try(endpoint as never, {
          params: { channel: 'email', deliveryId: leaderId, webhookId: leaderId } as never,
        });
        expect([endpoint.id, response.statusCode]).toEqual([endpoint.id, 403]);
      }
  });

  it('shows nobody the notices of another, not even the office', async () => {
    const office = await house.as('周敏');
    const { items } = await office.call(listNotices, { query: { show: 'all' } });
    expect(items.filter((one) => one.kind === 'requestAsked')).toEqual([]);
  });
});

describe('the database’s lock', () => {
  const count = (settings: object, table: string) =>
    inTransaction(house.pool, { institution: house.institutionId, ...settings }, async (db) => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db);
      return rows[0]?.count ?? -1;
    });

  it('shows a notice to its person', async () => {
    expect(await count({ self: [leaderId] }, 'notice')).toBe(1);
    expect(await count({ self: [friendId] }, 'notice')).toBe(0);
    expect(await count({ whole: true, keeps: false }, 'notice')).toBe(0);
  });

  it('lets somebody tell another without looking, and change nothing of theirs', async () => {
    const changed = await inTransaction(house.pool, { institution: house.institutionId, self: [friendId] }, (db) =>
      db.updateTable('notice').set({ read_at: new Date() }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  it('keeps channels, webhooks, what went out and what waits to be spread from everybody but the office', async () => {
    for (const table of ['message_channel', 'webhook', 'delivery', 'notice_event', 'notice_choice'])
      expect([table, await count({ self: [leaderId], units: [], people: [friendId] }, table)]).toEqual([table, 0]);
    const write = inTransaction(house.pool, { institution: house.institutionId, self: [leaderId] }, (db) =>
      db.insertInto('message_channel').values({ institution_id: house.institutionId, channel: 'email' }).execute(),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('knows no other institution', async () => {
    const other = '00000000-0000-4000-8000-000000000001' as Id;
    const seen = await inTransaction(house.pool, { institution: other, whole: true, keeps: true }, (db) =>
      db.selectFrom('notice').selectAll().execute(),
    );
    expect(seen).toEqual([]);
  });
});
