/** What leaves the house: once, at its hour, without names, and visible however it went. */
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { askTalk } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { EMPTY_CONFIG } from '@zhengyou/domain/notice/channel-config.ts';
import * as channel from '@zhengyou/domain/notice/channel.contract.ts';
import { keepOwnReminders, readOwnReminders } from '@zhengyou/domain/notice/notice.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';
import { startStandIn, type StandIn } from '../../outside/messengers/stand-in.build.ts';
import { POST } from '../../outside/messenger.ts';
import { inTransaction } from '../../store/database.ts';
import { partsOf } from './notice.build.ts';
import { runNotices } from './run-notices.ts';
import { asHouse, recoverAbandoned } from './send-messages.ts';

const SUNDAY = '2026-11-22T08:00:00Z';
const MONDAY_EARLY = '2026-11-23T00:20:00Z';
const MONDAY = '2026-11-23T00:31:00Z';

let house: TestHouse;
let office: Caller;
let leader: Caller;
let friend: Caller;
let leaderId: Id;
let standIn: StandIn;
let smtp: SMTPServer;
const letters: { to: string; text: string }[] = [];
const post = () => ({
  ...POST,
  allowPrivate: true,
  timeoutMs: 400,
  address: 'https://zhengyou.example.edu.cn',
  bases: { wecom: standIn.base, dingtalk: standIn.base, feishu: standIn.base },
});
let parts: ReturnType<typeof partsOf>;
const run = () => runNotices(parts, house.institutionId);
const deliveries = async (show: 'all' | 'stuck' | 'waiting' = 'all') =>
  (await office.call(channel.listDeliveries, { query: { show } })).items;

beforeAll(async () => {
  standIn = await startStandIn(({ path }) =>
    path === '/cgi-bin/gettoken'
      ? { errcode: 0, errmsg: 'ok', access_token: 't', expires_in: 7200 }
      : { errcode: 0, errmsg: 'ok', msgid: 'm' },
  );
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (part) => (text += part));
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
        done();
      });
    },
  });
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening));
  house = await openHouse({ now: SUNDAY, post: { ...post(), allowPrivate: true } });
  parts = partsOf(house, post());
  office = await house.as('周敏');
  leader = await house.as('田文建');
  friend = await house.as('林远');
  leaderId = await house.personId('田文建');
  await run();
});
afterAll(async () => {
  await house.close();
  await standIn.close();
  await new Promise<void>((closed) => smtp.close(() => closed()));
});
beforeEach(() => {
  letters.length = 0;
  standIn.asked.length = 0;
});

/** Quoted-printable, as it travels. */
const read = (text = '') =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const setUp = async (enabled = true) => {
  const { channels } = await office.call(channel.readHealth, {});
  await office.call(channel.keepChannel, {
    params: { channel: 'email' },
    ifMatch: channels.find((one) => one.channel === 'email')?.version ?? 0,
    body: {
      enabled,
      config: {
        ...EMPTY_CONFIG,
        host: 'localhost',
        port: String((smtp.server.address() as AddressInfo).port),
        security: 'none',
        from: 'z@example.edu.cn',
        byLogin: true,
        domain: 'example.edu.cn',
      },
    },
  });
};

describe('the house’s settings', () => {
  it('refuse to be used before they are whole, and never show the secret', async () => {
    const incomplete = await office.try(channel.keepChannel, {
      params: { channel: 'wecom' },
      ifMatch: 0,
      body: { enabled: true, config: { ...EMPTY_CONFIG, corpId: 'c' }, secret: 's' },
    });
    expect(incomplete.json()).toMatchObject({ code: 'notice.fieldMissing', field: 'agentId' });
    const secretless = await office.try(channel.keepChannel, {
      params: { channel: 'wecom' },
      ifMatch: 0,
      body: { enabled: true, config: { ...EMPTY_CONFIG, corpId: 'c', agentId: '1' } },
    });
    expect(secretless.json()).toMatchObject({ code: 'notice.secretMissing' });
    await office.call(channel.keepChannel, {
      params: { channel: 'wecom' },
      ifMatch: 0,
      body: { enabled: false, config: { ...EMPTY_CONFIG, corpId: 'c', agentId: '1' }, secret: 'a-secret-of-wecom' },
    });
    const health = await office.try(channel.readHealth, {});
    expect(health.body).not.toContain('a-secret-of-wecom');
    expect(health.json()).toMatchObject({
      channels: expect.arrayContaining([expect.objectContaining({ hasSecret: true })]),
    });
    const stale = await office.try(channel.keepChannel, {
      params: { channel: 'wecom' },
      ifMatch: 7,
      body: { enabled: false, config: EMPTY_CONFIG },
    });
    expect(stale.statusCode).toBe(412);
  });

  it('cost the same number of statements however much went out', async () => {
    expect(await countStatements(() => office.call(channel.readHealth, {}))).toBeLessThan(14);
    expect(await countStatements(() => office.call(channel.listDeliveries, { query: {} }))).toBeLessThan(12);
  });
});

describe('the digest', () => {
  it('goes out on Monday at half past eight, once, to whom something waits for, without a name', async () => {
    await setUp();
    await friend.call(askTalk, { body: { leaderId, topic: '夜班的人手', slots: [{ on: '2026-12-20' }] } });
    house.setNow(MONDAY_EARLY);
    await run();
    expect(letters).toEqual([]);
    house.setNow(MONDAY);
    await run();
    await run();
    const mine = letters.filter((one) => one.to === 'tianwenjian@example.edu.cn');
    expect(mine).toHaveLength(1);
    const text = read(mine[0]?.text);
    expect(text).toContain('有人约您谈谈');
    expect(text).toMatch(/https:\/\/zhengyou\.example\.edu\.cn\/inbox\/[0-9a-f-]{36}/);
    expect(text).not.toMatch(/林远|夜班/);
    house.setNow('2026-11-26T02:00:00Z');
    await run();
    expect(letters.filter((one) => one.to === 'tianwenjian@example.edu.cn')).toHaveLength(1);
  });

  it('is skipped where nothing waits, and where it is not wanted', async () => {
    const own = await leader.call(readOwnReminders, {});
    const { version, house: _house, ...kept } = own;
    await leader.call(keepOwnReminders, { ifMatch: version, body: { ...kept, digest: false } });
    house.setNow('2026-11-30T01:00:00Z');
    await run();
    expect(letters.filter((one) => one.to === 'tianwenjian@example.edu.cn')).toEqual([]);
    expect(letters.filter((one) => one.to.startsWith('linyuan'))).toEqual([]);
  });

  it('waits for the first working day where Monday is off, and for the end of one’s own quiet hours', async () => {
    house.setNow('2027-01-01T03:00:00Z');
    leader = await house.as('田文建');
    office = await house.as('周敏');
    friend = await house.as('林远');
    const { version, house: _house, ...kept } = await leader.call(readOwnReminders, {});
    const quiet = { from: '20:00', until: '10:00' };
    await leader.call(keepOwnReminders, { ifMatch: version, body: { ...kept, digest: true, quiet } });
    house.setNow('2027-01-04T01:00:00Z');
    await run();
    expect(letters.filter((one) => one.to.startsWith('tianwenjian'))).toEqual([]);
    expect(await deliveries('waiting')).toMatchObject([{ person: '田文建', notBefore: '2027-01-04T02:00:00.000Z' }]);
    house.setNow('2027-01-04T02:00:00Z');
    await run();
    expect(letters.filter((one) => one.to.startsWith('tianwenjian'))).toHaveLength(1);
  });

  it('is not sent where what it would say was done meanwhile', async () => {
    house.setNow('2027-01-10T12:00:00Z');
    await run();
    house.setNow('2027-01-11T01:00:00Z');
    await run();
    expect(await deliveries('waiting')).toMatchObject([{ person: '田文建', purpose: 'digest' }]);
    await inTransaction(house.pool, asHouse(house.institutionId), (db) =>
      db
        .insertInto('notice_end')
        .columns(['institution_id', 'thing'])
        .expression(
          db
            .selectFrom('notice')
            .select(['institution_id', 'thing'])
            .distinct()
            .where('person_id', '=', leaderId)
            .where('thing', 'not in', db.selectFrom('notice_end').select('thing')),
        )
        .execute(),
    );
    house.setNow('2027-01-11T02:00:00Z');
    await run();
    expect(letters.filter((one) => one.to.startsWith('tianwenjian'))).toEqual([]);
    expect((await deliveries()).find((one) => one.person === '田文建' && one.purpose === 'digest')?.status).toBe(
      'dropped',
    );
  });
});

describe('a message that does not arrive', () => {
  const wecom = async (config: Partial<typeof EMPTY_CONFIG> = {}) => {
    await setUp(false);
    const { channels } = await office.call(channel.readHealth, {});
    await office.call(channel.keepChannel, {
      params: { channel: 'wecom' },
      ifMatch: channels.find((one) => one.channel === 'wecom')?.version ?? 0,
      body: {
        enabled: true,
        secret: 's',
        config: { ...EMPTY_CONFIG, corpId: 'c', agentId: '1', byLogin: true, ...config },
      },
    });
  };
  const test = async () => {
    const { deliveryId } = await office.call(channel.testChannel, { params: { channel: 'wecom' }, body: {} });
    for (let tries = 0; tries < 100; tries += 1) {
      const one = (await deliveries()).find((each) => each.id === deliveryId);
      if (one && one.status !== 'sending' && (one.status !== 'waiting' || one.attempts > 0)) return one;
      await new Promise((done) => setTimeout(done, 30));
    }
    throw new Error('the test message never went out');
  };
  /** Of the clock, past midnight too. */
  const hours = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
  const sends = () => standIn.asked.filter((one) => one.path === '/cgi-bin/message/send');

  it('is refused: the office is told in words, tries again, and it goes', async () => {
    house.setNow('2027-01-12T02:00:00Z');
    await wecom();
    standIn.next('/cgi-bin/message/send', { errcode: 60020, errmsg: 'not allow to access from your ip' });
    const refused = await test();
    expect(refused).toMatchObject({
      status: 'failed',
      trouble: 'untrustedAddress',
      troubleDetail: '60020',
      can: ['again', 'drop'],
    });
    const health = await office.call(channel.readHealth, {});
    expect(health.channels.find((one) => one.channel === 'wecom')).toMatchObject({ state: 'failing', stuck: 1 });
    expect(await office.call(channel.readAlarm, {})).toMatchObject({
      channels: [{ channel: 'wecom', state: 'failing' }],
    });
    const body = { action: 'again' as const, version: refused.version };
    await office.call(channel.settleDelivery, { params: { deliveryId: refused.id }, body });
    await run();
    await expect.poll(async () => (await deliveries()).find((one) => one.id === refused.id)?.status).toBe('sent');
    expect(await office.call(channel.readAlarm, {})).toMatchObject({ channels: [] });
  });

  it('is not answered: it goes again under the same number, which the other side knows', async () => {
    house.setNow('2027-01-12T03:00:00Z');
    standIn.next('/cgi-bin/message/send', null);
    const first = await test();
    expect(first).toMatchObject({ status: 'waiting', trouble: 'timeout', attempts: 1 });
    house.setNow('2027-01-12T03:02:00Z');
    await run();
    expect((await deliveries()).find((one) => one.id === first.id)).toMatchObject({ status: 'sent', attempts: 2 });
    const [one, other] = sends();
    expect(other?.text).toBe(one?.text);
  });

  it('is asked to wait: later and later, until a person looks', async () => {
    house.setNow('2027-01-12T04:00:00Z');
    standIn.next('/cgi-bin/message/send', { errcode: 45009, errmsg: 'api freq out of limit' });
    const first = await test();
    expect(first).toMatchObject({ status: 'waiting', trouble: 'tooMany' });
    for (const time of ['04:05', '04:20', '04:50', '06:00', '10:00', '17:00', '29:30']) {
      standIn.next('/cgi-bin/message/send', { errcode: 45009, errmsg: 'api freq out of limit' });
      house.setNow(new Date(Date.parse('2027-01-12T00:00:00Z') + hours(time)).toISOString());
      await run();
    }
    expect((await deliveries('stuck')).find((one) => one.id === first.id)).toMatchObject({
      status: 'failed',
      attempts: 8,
    });
    standIn.next('/cgi-bin/message/send', { errcode: 0, errmsg: 'ok' });
  });

  it('loses its worker: it is found, and not sent twice where nobody would know', async () => {
    house.setNow('2027-01-13T08:00:00Z');
    await inTransaction(house.pool, asHouse(house.institutionId), (db) =>
      db
        .insertInto('delivery')
        .values(
          (['wecom', 'email'] as const).map((each, index) => ({
            institution_id: house.institutionId,
            delivery_id: `00000000-0000-4000-8000-00000000000${index}`,
            channel: each,
            purpose: 'test',
            person_id: leaderId,
            dedupe_key: `lost:${each}`,
            status: 'sending',
            not_before: new Date('2027-01-13T07:00:00Z'),
            attempts: 1,
            first_at: new Date('2027-01-13T07:55:00Z'),
            claimed_at: new Date('2027-01-13T07:55:00Z'),
            created_at: new Date('2027-01-13T07:00:00Z'),
          })),
        )
        .execute(),
    );
    expect(await recoverAbandoned(parts, house.institutionId)).toBe(2);
    const lost = (await deliveries()).filter((one) => one.id.startsWith('00000000'));
    expect(lost.map((one) => [one.channel, one.status, one.trouble]).sort()).toEqual([
      ['email', 'unknown', 'interrupted'],
      ['wecom', 'waiting', 'interrupted'],
    ]);
  });
});

describe('the worker', () => {
  it('shows a sign of life with each round, and is red a quarter of an hour after the last', async () => {
    house.setNow('2027-01-14T02:00:00Z');
    await run();
    expect((await office.call(channel.readHealth, {})).worker.state).toBe('alive');
    house.setNow('2027-01-14T02:15:00Z');
    expect((await office.call(channel.readHealth, {})).worker).toMatchObject({ state: 'silent', minutes: 15 });
    expect((await office.call(channel.readAlarm, {})).worker).toBe('silent');
    await run();
    expect((await office.call(channel.readAlarm, {})).worker).toBe('alive');
  });
});

describe('another program', () => {
  it('is told of what it hears and of nothing else, by id and without a name; its secret changes and it is taken away', async () => {
    house.setNow('2027-01-15T02:00:00Z');
    leader = await house.as('田文建');
    office = await house.as('周敏');
    const url = `${standIn.base}/hook`;
    const { id, secret } = await office.call(channel.addWebhook, {
      body: { name: '校务大厅', url, events: ['talk.logged'] },
    });
    expect(secret).toMatch(/^zys_/);
    const friendId = await house.personId('林远');
    await leader.call(logInteraction, {
      body: { representativeIds: [friendId], channel: 'phone', when: { kind: 'now' }, words: '聊了夜班' },
    });
    await run();
    const told = standIn.asked.filter((one) => one.path === '/hook');
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toMatchObject({ event: 'talk.logged', number: null });
    expect(told[0]?.text).not.toMatch(/[\u4e00-\u9fff]/);
    await run();
    expect(standIn.asked.filter((one) => one.path === '/hook')).toHaveLength(1);

    const { secret: next } = await office.call(channel.rotateWebhook, { params: { webhookId: id }, body: {} });
    expect(next).not.toBe(secret);
    const [listed] = (await office.call(channel.listWebhooks, {})).items;
    expect(listed).toMatchObject({ name: '校务大厅', secretBeforeUntil: '2027-01-16T02:00:00.000Z' });
    expect(JSON.stringify(listed)).not.toContain(secret);
    await office.call(channel.removeWebhook, { params: { webhookId: id }, ifMatch: listed?.version ?? 0 });
    await leader.call(logInteraction, {
      body: { representativeIds: [friendId], channel: 'faceToFace', when: { kind: 'now' } },
    });
    await run();
    expect(standIn.asked.filter((one) => one.path === '/hook')).toHaveLength(1);
  });

  it('is not taken from within the house, nor with a password in its address', async () => {
    const closed = await openHouse({ seed: true });
    try {
      const keeper = await closed.as('周敏');
      const add = (url: string) =>
        keeper.try(channel.addWebhook, { body: { name: 'x', url, events: ['talk.logged'] } });
      expect((await add('https://10.0.0.8/hook')).json()).toMatchObject({ code: 'notice.privateUrl' });
      expect((await add('https://localhost/hook')).json()).toMatchObject({ code: 'notice.privateUrl' });
      expect((await add('http://hooks.example.edu.cn/')).json()).toMatchObject({ code: 'notice.badUrl' });
      expect((await add('https://a:b@hooks.example.edu.cn/')).json()).toMatchObject({ code: 'notice.badUrl' });
      expect((await add('https://hooks.example.edu.cn/')).statusCode).toBe(200);
    } finally {
      await closed.close();
    }
  });
});
