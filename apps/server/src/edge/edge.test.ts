/** What every endpoint can rely on: headers, origin, keys, versions, strict input, refusals in words. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { signIn, signInAsDemo } from '@zhengyou/domain/access/access.contract.ts';
import { callerOf, openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../tests/support/server.ts';
import { inTransaction } from '../store/database.ts';

let house: TestHouse;
let leader: Caller;
let friend: string;
beforeAll(async () => {
  house = await openHouse();
  leader = await house.as('田文建');
  friend = await house.personId('林远');
});
afterAll(() => house.close());

const talk = () => ({ representativeIds: [friend], channel: 'phone' as const, when: { kind: 'now' as const } });
const talks = () =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
    const row = await db
      .selectFrom('interaction')
      .select((all) => all.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  });

describe('every response', () => {
  it('carries the security headers, refusals and unknown addresses too', async () => {
    for (const url of ['/healthz', '/api/front', '/api/session', '/api/nothing', '/nowhere']) {
      const { headers } = await house.app.inject({ url, headers: { host: 'localhost' } });
      expect([url, headers['content-security-policy']]).toEqual([url, expect.stringContaining("default-src 'none'")]);
      expect([url, headers['content-security-policy']]).not.toEqual([url, expect.stringContaining('unsafe-inline')]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toContain('max-age=');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      if (url.startsWith('/api/')) expect([url, headers['cache-control']]).toEqual([url, 'no-store']);
    }
  });

  it('refuses in the reader’s language, with a number to quote', async () => {
    const nobody = callerOf(house.app, '');
    const zh = (await nobody.try(logInteraction, { body: talk() })).json();
    const en = (await nobody.try(logInteraction, { body: talk(), headers: { 'accept-language': 'en-GB' } })).json();
    expect(zh).toMatchObject({ status: 401, code: 'notSignedIn', title: expect.stringContaining('请重新登录') });
    expect(en).toMatchObject({ status: 401, title: expect.stringContaining('sign in again') });
    expect(zh.requestId).toMatch(/^[0-9A-F]{8}$/);
  });
});

describe('a change', () => {
  it('must come from our own page', async () => {
    const foreign = await leader.try(logInteraction, { body: talk(), headers: { origin: 'http://example.edu.cn' } });
    const bare = await leader.try(logInteraction, { body: talk(), headers: { 'x-zhengyou': '' } });
    expect([foreign.statusCode, bare.statusCode]).toEqual([403, 403]);
    expect(foreign.json().code).toBe('foreignOrigin');
  });

  it('needs its key, and the same key and body give one record and one answer, twenty at once', async () => {
    const keyless = await leader.try(logInteraction, { body: talk(), key: 'short' });
    expect([keyless.statusCode, keyless.json().code]).toEqual([400, 'keyMissing']);
    const before = await talks();
    const key = randomUUID();
    const send = () => leader.try(logInteraction, { body: talk(), key });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    // Who comes while the first is still at work is told so, and asks again.
    expect(answers.every((one) => [200, 409].includes(one.statusCode))).toBe(true);
    const replies = await Promise.all(Array.from({ length: 5 }, send));
    expect(
      new Set([...answers, ...replies].filter((one) => one.statusCode === 200).map((one) => one.json().id)).size,
    ).toBe(1);
    expect(await talks()).toBe(before + 1);
    const other = await leader.try(logInteraction, { body: { ...talk(), channel: 'visit' }, key });
    expect([other.statusCode, other.json().code]).toEqual([422, 'keyReused']);
  });

  it('is remembered for two days, not for ever', async () => {
    const kept = () =>
      inTransaction(house.pool, { institution: house.institutionId, actor: leaderId }, (db) =>
        db.selectFrom('idempotency').select('key').execute(),
      );
    const leaderId = await house.personId('田文建');
    expect(await kept()).not.toHaveLength(0);
    const demo = callerOf(house.app, '');
    await demo.call(signInAsDemo, { body: { login: 'tianwenjian' } });
    expect(await kept()).not.toHaveLength(0);
    house.setNow('2026-11-26T01:12:00Z');
    await demo.call(signInAsDemo, { body: { login: 'tianwenjian' } });
    expect(await kept()).toEqual([]);
    house.setNow(STORY_NOW);
  });

  it('leaves nothing behind when it is refused, its audit included', async () => {
    const count = async () =>
      (await house.pool.query(`select 1`)).rowCount === 1 &&
      inTransaction(house.pool, { institution: house.institutionId, sealer: true }, async (db) =>
        Number(
          (
            await db
              .selectFrom('audit')
              .select((all) => all.fn.countAll<number>().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        ),
      );
    const [records, entries] = [await talks(), await count()];
    const future = await leader.try(logInteraction, {
      body: { ...talk(), when: { kind: 'pick', on: '2027-01-05' } },
    });
    expect(future.statusCode).toBeGreaterThanOrEqual(400);
    expect([await talks(), await count()]).toEqual([records, entries]);
  });
});

describe('input', () => {
  const raw = (payload: string, headers: Record<string, string> = {}) =>
    house.app.inject({
      method: 'POST',
      url: '/api/interactions',
      payload,
      headers: {
        host: 'localhost',
        cookie: leader.cookie,
        'content-type': 'application/json',
        'x-zhengyou': '1',
        'idempotency-key': randomUUID(),
        ...headers,
      },
    });

  it.each([
    ['an unknown field', JSON.stringify({ representativeIds: [], channel: 'phone', mood: 'good' })],
    ['a wrong type', '{"representativeIds":"all","channel":7}'],
    ['a prototype', '{"__proto__":{"admin":true},"representativeIds":[]}'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}'],
    ['no JSON', '{"representativeIds":['],
    ['nothing', ''],
    ['a list', '[]'],
  ])('refuses %s with a sentence', async (_name, payload) => {
    const response = await raw(payload);
    expect([response.statusCode, response.json().code]).toEqual([400, 'badInput']);
    expect(response.json().title).toMatch(/请改好再试/);
  });

  it('refuses what is too large or of another kind', async () => {
    expect((await raw(JSON.stringify({ words: 'x'.repeat(1_200_000) }))).json()).toMatchObject({
      status: 413,
      code: 'tooLarge',
    });
    expect((await raw('a=b', { 'content-type': 'text/plain' })).json()).toMatchObject({
      status: 400,
      code: 'wrongType',
    });
  });

  it('says that nothing is at an address that cannot be', async () => {
    const response = await house.app.inject({
      url: '/api/people/xyz',
      headers: { host: 'localhost', cookie: leader.cookie },
    });
    expect([response.statusCode, response.json().code]).toEqual([404, 'notFound']);
  });

  it('says how long a text may be, under its field', async () => {
    const long = await leader.try(logInteraction, { body: { ...talk(), words: '长'.repeat(200_000) } });
    expect(long.json()).toMatchObject({ code: 'log.textTooLong', field: 'words' });
    expect(long.json().title).toContain('200000');
    const place = await leader.try(logInteraction, { body: { ...talk(), place: '远'.repeat(101) } });
    expect(place.json()).toMatchObject({ status: 400, code: 'tooLong', field: 'place' });
    expect(place.json().title).toContain('100');
  });

  it('refuses doubled and unknown parameters', async () => {
    const office = await house.as('周敏');
    for (const url of ['/api/people?kind=leaders&kind=leaders', '/api/people?kind=leaders&weight=1']) {
      const response = await house.app.inject({ url, headers: { host: 'localhost', cookie: office.cookie } });
      expect([url, response.statusCode]).toEqual([url, 400]);
    }
  });

  it('is not echoed when it is an account’s password', async () => {
    const response = await callerOf(house.app, '').try(signIn, { body: { login: 'x', password: 'secret-secret' } });
    expect(response.body).not.toContain('secret-secret');
  });
});
