/** A subscribed calendar, read with a parser that is not ours. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { answerRequest, askTalk, replyToOffer } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import * as feed from '@zhengyou/domain/notice/feed.contract.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

let house: TestHouse;
let tian: Caller, lin: Caller;
let request: Id;
beforeAll(async () => {
  house = await openHouse();
  tian = await house.as('田文建');
  lin = await house.as('林远');
  const asked = await lin.call(askTalk, {
    body: {
      leaderId: await house.personId('田文建'),
      topic: '说说职称',
      slots: [{ on: plainDate('2026-11-26'), at: '15:30' }],
    },
  });
  request = asked.id;
  await tian.call(answerRequest, { params: { requestId: request }, body: { action: 'pick', slot: 0, version: 1 } });
});
beforeEach(() => house.setNow(STORY_NOW));
afterAll(() => house.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  house.app.inject({ method: 'GET', url: path, headers: { host: 'localhost', ...headers } });
const open = async (who: Caller) => (await who.call(feed.openFeed)).path;
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const NAMES = ['林远', '田文建', '冯飞梅', '职称'];

describe('what a calendar reads', () => {
  test('stands at the right hour: 15:30 in Shanghai, whatever zone the server is in', async () => {
    const reply = await ask(await open(tian));
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const talk = eventsIn(reply.body).find((one) => one.uid.startsWith(`request-${request}`));
    expect(talk?.startDate.toJSDate().toISOString()).toBe('2026-11-26T07:30:00.000Z');
    expect(talk?.endDate.toJSDate().toISOString()).toBe('2026-11-26T08:30:00.000Z');
    const there = new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    expect(there.format(talk?.startDate.toJSDate())).toBe('2026/11/26 15:30');
    expect(talk?.sequence).toBe(2);
  });

  test('follows the format: name, hourly refresh, unique ids, hours in UTC', async () => {
    const { body } = await ask(await open(tian));
    const root = new ICAL.Component(ICAL.parse(body) as unknown[]);
    expect(root.getFirstPropertyValue('name')).toBe('诤友');
    expect(String(root.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    const events = eventsIn(body);
    expect(events.length).toBeGreaterThan(2);
    expect(new Set(events.map((one) => one.uid)).size).toBe(events.length);
    expect(body).not.toMatch(/TZID|BEGIN:VTIMEZONE/);
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('holds a leader’s due days, festivals and terms that end, as whole days', async () => {
    const events = eventsIn((await ask(await open(tian))).body);
    const of = (kind: string) => events.filter((one) => one.uid.startsWith(kind));
    expect(of('due-').map((one) => [one.summary, one.startDate.isDate])).toContainEqual(['该联系了', true]);
    expect(of('festival-').some((one) => one.summary.includes('元旦') || one.summary.includes('春节'))).toBe(true);
    const due = of('due-')[0];
    expect(due?.component.getFirstPropertyValue('url')).toMatch(/^http:\/\/localhost\/\?log=[0-9a-f-]{36}$/);
  });

  test('a representative’s holds their talks, and no duty of anybody', async () => {
    const events = eventsIn((await ask(await open(lin))).body);
    expect(events.map((one) => one.summary)).toEqual(['约好的谈话']);
  });

  test('names nobody unless its owner lets names travel', async () => {
    const path = await open(tian);
    const before = (await ask(path)).body;
    for (const name of NAMES) expect(before).not.toContain(name);
    const { version } = await tian.call(feed.readFeed);
    expect((await tian.call(feed.nameInFeed, { body: { names: true }, ifMatch: version })).names).toBe(true);
    const after = (await ask(path)).body;
    expect(after).toContain('与林远谈话（面谈）');
    expect(after).not.toContain('职称');
    // Another address begins without names again.
    expect((await ask(await open(tian))).body).not.toContain('林远');
  });

  test('moves with the talk: same id, higher sequence, another hour', async () => {
    const asked = await lin.call(replyToOffer, {
      params: { requestId: request },
      body: { action: 'another', slots: [{ on: plainDate('2026-11-27'), at: '09:00' }], version: 2 },
    });
    const path = await open(tian);
    expect(eventsIn((await ask(path)).body).some((one) => one.uid.startsWith('request-'))).toBe(false);
    await tian.call(answerRequest, {
      params: { requestId: request },
      body: { action: 'pick', slot: 0, version: asked.version },
    });
    const talk = eventsIn((await ask(path)).body).find((one) => one.uid.startsWith(`request-${request}`));
    expect([talk?.startDate.toJSDate().toISOString(), talk?.sequence]).toEqual(['2026-11-27T01:00:00.000Z', 4]);
  });

  test('a day picked for the next time is in it too', async () => {
    const body = {
      representativeIds: [await house.personId('林远')],
      channel: 'phone' as const,
      when: { kind: 'now' as const },
      next: { choice: 'pick' as const, on: plainDate('2026-12-18') },
    };
    const logged = await tian.call(logInteraction, { body });
    const event = eventsIn((await ask(await open(tian))).body).find((one) => one.uid.startsWith(`next-${logged.id}`));
    expect([event?.startDate.toString(), event?.startDate.isDate]).toEqual(['2026-12-18', true]);
  });

  test('the same days are the same file: it is not sent twice', async () => {
    const path = await open(tian);
    const first = await ask(path);
    house.setNow('2026-11-23T02:30:00Z');
    const again = await ask(path, { 'if-none-match': String(first.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('asks the database a bounded number of times', async () => {
    const path = await open(tian);
    expect(await countStatements(() => ask(path))).toBeLessThan(45);
  });
});

describe('one talk alone', () => {
  test('is taken along as a file by either side, and by nobody else', async () => {
    const [item] = (await lin.call(feed.listOwnTalks)).items;
    const event = item?.event ?? '';
    const file = await lin.try(feed.takeEvent, { params: { event } });
    expect(file.headers['content-disposition']).toContain('talk.ics');
    expect(eventsIn(file.body).length).toBe(1);
    expect((await tian.try(feed.takeEvent, { params: { event } })).statusCode).toBe(200);
    const other = await house.as('唐杰秀');
    expect((await other.try(feed.takeEvent, { params: { event } })).statusCode).toBe(404);
    expect((await (await house.as('贺明')).try(feed.takeEvent, { params: { event } })).statusCode).toBe(403);
  });
});

describe('the address', () => {
  test('needs no session, sets no cookie, and each asking is written down for its owner', async () => {
    const path = await open(tian);
    const reply = await ask(path);
    expect([reply.statusCode, reply.headers['set-cookie']]).toEqual([200, undefined]);
    expect((await tian.call(feed.readFeed)).askedAt).toBe('2026-11-23T01:12:00.000Z');
  });

  test('dies when another is made, and when it is closed', async () => {
    const first = await open(tian);
    const second = await open(tian);
    expect([(await ask(first)).statusCode, (await ask(second)).statusCode]).toEqual([404, 200]);
    const { version } = await tian.call(feed.readFeed);
    expect((await tian.try(feed.closeFeed, { ifMatch: version + 1 })).statusCode).toBe(412);
    expect((await tian.call(feed.closeFeed, { ifMatch: version })).open).toBe(false);
    expect((await ask(second)).json()).toMatchObject({ status: 404, code: 'feed.gone' });
  });

  test('is not kept: the answer that showed it is not given again, and the table holds a hash', async () => {
    const key = 'a-key-of-one-attempt-0001';
    const one = await lin.call(feed.openFeed, { key });
    const two = await lin.call(feed.openFeed, { key });
    expect(one.path).not.toBe(two.path);
  });

  test('is guessed by nobody: what is no token is not there, and whoever asks too often waits', async () => {
    expect((await ask('/api/calendars/x.ics')).statusCode).toBe(404);
    expect((await ask(`/api/calendars/${'A'.repeat(43)}.ics`)).statusCode).toBe(404);
    const path = await open(lin);
    const codes = [];
    for (let at = 0; at < 61; at += 1) codes.push((await ask(path)).statusCode);
    expect([codes[0], codes[59], codes[60]]).toEqual([200, 200, 429]);
    house.setNow('2026-11-23T01:23:00Z');
    expect((await ask(path)).statusCode).toBe(200);
  });

  test('is for leaders and representatives', async () => {
    for (const name of ['周敏', '贺明', '许文洁'])
      expect((await (await house.as(name)).try(feed.openFeed)).statusCode).toBe(403);
  });
});
