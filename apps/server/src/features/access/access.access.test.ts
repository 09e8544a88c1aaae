/** Who does not get in. */
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as access from '@zhengyou/domain/access/access.contract.ts';
import { callerOf, openHouse, STORY_NOW, type TestHouse } from '../../../../../tests/support/server.ts';

const PASSWORD = '紫砂壶里泡着三月的雨前茶';
const MINUTE = 60_000;
const later = (milliseconds: number) => new Date(Date.parse(STORY_NOW) + milliseconds).toISOString();

let house: TestHouse;
let real: TestHouse;
let admin: pg.Client;
beforeAll(async () => {
  house = await openHouse();
  real = await openHouse({ demo: false });
  admin = new pg.Client({ connectionString: house.url });
  await admin.connect();
  const cheap = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 });
  await admin.query('update account set password_hash = $1', [cheap]);
});
beforeEach(async () => {
  house.setNow(STORY_NOW);
  await admin.query('delete from sign_in_attempt');
});
afterAll(async () => {
  await admin.end();
  await house.close();
  await real.close();
});

const stranger = () => callerOf(house.app, '');
const signIn = (login: string, password: string, remoteAddress = '192.0.2.1') =>
  house.app.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress,
    payload: {
      login,
      password,
    },
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      'x-zhengyou': '1',
    },
  });
const refusalIn = (response: { json(): Record<string, unknown> }) => {
  const { requestId: _, ...rest } = response.json();
  return rest;
};

describe('whoever guesses', () => {
  test('gets the same answer for a wrong password and for a name that does not exist', async () => {
    const wrong = await signIn('zhoumin', 'wrong');
    const nobody = await signIn('nobody-here', 'wrong');
    expect([wrong.statusCode, nobody.statusCode]).toEqual([401, 401]);
    expect(refusalIn(wrong)).toEqual(refusalIn(nobody));
    expect(Object.keys(wrong.headers).toSorted()).toEqual(Object.keys(nobody.headers).toSorted());
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('costs the house a hash of the password in both cases', async () => {
    const { isPassword } = await import('./passwords.ts');
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
  });

  test('waits after five failures, then longer, and is told how long', async () => {
    for (let round = 0; round < 5; round += 1) expect((await signIn('zhoumin', 'wrong')).statusCode).toBe(401);
    const refused = await signIn('zhoumin', PASSWORD);
    expect(refused.json()).toMatchObject({ status: 429, code: 'tooManyAttempts', extra: { seconds: 60 } });
    expect(refused.json().title).toContain('请等 1 分钟再试');
    house.setNow(later(MINUTE));
    expect((await signIn('zhoumin', 'wrong')).statusCode).toBe(401);
    house.setNow(later(2 * MINUTE));
    expect((await signIn('zhoumin', PASSWORD)).json()).toMatchObject({ extra: { seconds: 60 } });
    house.setNow(later(3 * MINUTE));
    expect((await signIn('zhoumin', PASSWORD)).statusCode).toBe(200);
  });

  test('waits for a name that does not exist just the same', async () => {
    for (let round = 0; round < 5; round += 1) await signIn('nobody-here', 'wrong');
    expect((await signIn('nobody-here', 'wrong')).statusCode).toBe(429);
  });

  test('gains nothing by asking twenty times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('zhoumin', 'wrong')));
    expect(answers.filter((one) => one.statusCode === 401)).toHaveLength(5);
    expect(answers.filter((one) => one.statusCode === 429)).toHaveLength(15);
  });

  test('is slowed by address when trying many names; another address is not', async () => {
    for (let round = 0; round < 30; round += 1) await signIn(`name${round}`, 'wrong');
    expect((await signIn('zhoumin', PASSWORD)).statusCode).toBe(429);
    expect((await signIn('zhoumin', PASSWORD, '192.0.2.2')).statusCode).toBe(200);
  });

  test('does not keep the owner of the account out for long', async () => {
    for (let round = 0; round < 5; round += 1) await signIn('zhoumin', 'wrong', '192.0.2.66');
    house.setNow(later(15 * MINUTE));
    expect((await signIn('zhoumin', PASSWORD)).statusCode).toBe(200);
  });

  test('sits at an open screen: the current password is asked, and counted', async () => {
    const caller = await house.as('周敏');
    const body = { current: 'wrong', next: 'g7K-pq2-Vx9-mWt' };
    for (let round = 0; round < 5; round += 1)
      expect((await caller.try(access.changePassword, { body })).json()).toMatchObject({
        field: 'current',
        status: 400,
      });
    expect((await caller.try(access.changePassword, { body })).statusCode).toBe(429);
  });
});

test('a disabled account is refused, and says so only to whoever knows the password', async () => {
  await admin.query(`update account set disabled_at = now() where login = 'guxiaoyun'`);
  expect((await signIn('guxiaoyun', PASSWORD)).json()).toMatchObject({ status: 403, code: 'accountDisabled' });
  expect((await signIn('guxiaoyun', 'wrong')).json()).toMatchObject({ status: 401, code: 'wrongPassword' });
  expect((await stranger().try(access.signInAsDemo, { body: { login: 'guxiaoyun' } })).statusCode).toBe(404);
});

test('an account without a password opens to no password', async () => {
  await admin.query(`update account set password_hash = null where login = 'sunli'`);
  expect((await signIn('sunli', 'nobody has this password')).statusCode).toBe(401);
});

describe('outside the demo', () => {
  test('signing in without a password does not exist, whatever is sent there', async () => {
    const there = callerOf(real.app, '');
    const demo = await there.try(access.signInAsDemo, { body: { login: 'zhoumin' } });
    expect(demo.statusCode).toBe(404);
    const bare = await real.app.inject({ method: 'POST', url: '/api/demo-session', payload: { nonsense: 1 } });
    const nowhere = await real.app.inject({ method: 'POST', url: '/api/no-such-thing', payload: { nonsense: 1 } });
    expect(refusalIn(bare)).toEqual(refusalIn(nowhere));
  });

  test('nobody’s name is told to a stranger', async () => {
    expect((await callerOf(real.app, '').call(access.readFront)).people).toEqual([]);
  });

  test.each([
    ['/api/session', { login: 'zhoumin', password: PASSWORD }],
    ['/api/invitation', { token: 'x'.repeat(43), password: PASSWORD }],
    ['/api/claim', { token: 'x'.repeat(43), institution: '云山', name: '单晓', login: 'sx1', password: PASSWORD }],
  ])('%s takes no password over an open line', async (url, payload) => {
    const headers = { host: 'zy.example', origin: 'http://zy.example', 'x-zhengyou': '1' };
    const response = await real.app.inject({ method: 'POST', url, headers, payload });
    expect(response.json()).toMatchObject({ status: 403, code: 'plainHttp' });
  });
});

describe('a request that did not come from our pages', () => {
  const send = (headers: Record<string, string>) =>
    house.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: {
        login: 'zhoumin',
        password: PASSWORD,
      },
      headers: {
        host: 'localhost',
        ...headers,
      },
    });
  test.each([
    ['lacks the header', { origin: 'http://localhost' }],
    ['comes from another origin', { origin: 'http://evil.example', 'x-zhengyou': '1' }],
    ['comes from an opaque origin', { origin: 'null', 'x-zhengyou': '1' }],
  ])('%s: refused', async (_why, headers) => {
    expect((await send(headers)).json()).toMatchObject({ status: 403, code: 'foreignOrigin' });
  });
  test('nor does signing out', async () => {
    const { cookie } = await house.as('周敏');
    const headers = { host: 'localhost', cookie };
    expect((await house.app.inject({ method: 'DELETE', url: '/api/session', headers })).statusCode).toBe(403);
    expect((await house.app.inject({ method: 'GET', url: '/api/session', headers })).statusCode).toBe(200);
  });
});

describe('without a session, or with one that is not theirs', () => {
  test('nothing of one’s own is shown', async () => {
    expect((await stranger().try(access.readSession)).statusCode).toBe(401);
    expect((await stranger().try(access.listSessions)).statusCode).toBe(401);
  });
  test.each(['x', 'A'.repeat(43), `${'A'.repeat(42)}'`, ''])('a made-up token %s is none', async (token) => {
    const caller = callerOf(house.app, `__Host-zhengyou=${token}`);
    expect((await caller.try(access.readSession)).statusCode).toBe(401);
  });
  test('the cookie of the open line does not count on a safe one', async () => {
    const { cookie } = await house.as('周敏');
    const caller = callerOf(house.app, cookie.replace('__Host-zhengyou', 'zhengyou-demo'));
    expect((await caller.try(access.readSession)).statusCode).toBe(401);
  });
  test('someone else’s session cannot be ended', async () => {
    const theirs = await house.as('田文建');
    const sessionId = (await theirs.call(access.listSessions)).items[0]?.id ?? '';
    const answer = await (await house.as('周敏')).try(access.revokeSession, { params: { sessionId } });
    expect(answer.statusCode).toBe(404);
    expect((await theirs.try(access.readSession)).statusCode).toBe(200);
  });
  test.each(['田文建', '林远', '王敏'])('%s cannot invite', async (name) => {
    const params = { personId: await house.personId('林远') };
    expect((await (await house.as(name)).try(access.inviteAccount, { params })).statusCode).toBe(403);
  });
  test('nobody can be invited who is not there', async () => {
    const params = { personId: '00000000-0000-4000-8000-000000000000' };
    expect((await (await house.as('周敏')).try(access.inviteAccount, { params })).statusCode).toBe(404);
  });
});

describe('the claim token', () => {
  const body = {
    token: 'wrong-token',
    institution: '云山大学医学院',
    name: '单晓',
    login: 'shanxiao',
    password: PASSWORD,
  };
  test('does nothing where an institution is', async () => {
    expect((await callerOf(real.app, '').try(access.claimHouse, { body })).json()).toMatchObject({ code: 'founded' });
  });
  test('wrong five times: wait', async () => {
    const empty = await openHouse({ seed: false, demo: false, claimToken: 'the-token-of-the-terminal' });
    try {
      const caller = callerOf(empty.app, '');
      for (let round = 0; round < 5; round += 1)
        expect((await caller.try(access.claimHouse, { body })).json()).toMatchObject({ status: 403, field: 'token' });
      const right = { ...body, token: 'the-token-of-the-terminal' };
      expect((await caller.try(access.claimHouse, { body: right })).statusCode).toBe(429);
      empty.setNow(later(MINUTE));
      expect((await caller.try(access.claimHouse, { body: right })).statusCode).toBe(200);
    } finally {
      await empty.close();
    }
  });
});

describe('what is typed wrongly is said at its field', () => {
  test.each([
    [{ current: PASSWORD, next: 'short' }, 'next'],
    [{ current: PASSWORD, next: '123456789012345' }, 'next'],
    [{ current: PASSWORD, next: PASSWORD }, 'next'],
    [{ current: PASSWORD, next: 'zhoumin-is-my-name' }, 'next'],
  ])('%o', async (body, field) => {
    const answer = await (await house.as('周敏')).try(access.changePassword, { body });
    expect(answer.json()).toMatchObject({ status: 400, field });
  });
  test.each([
    { login: 'a\u0000b', password: 'x' },
    { login: '', password: 'x' },
    { login: 'a' },
    { login: 'a', password: 'x', more: 1 },
  ])('%j is refused by the contract', async (payload) => {
    const headers = { host: 'localhost', 'x-zhengyou': '1' };
    expect((await house.app.inject({ method: 'POST', url: '/api/session', headers, payload })).statusCode).toBe(400);
  });
});
