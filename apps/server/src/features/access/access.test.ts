import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as access from '@zhengyou/domain/access/access.contract.ts';
import { readTiers } from '@zhengyou/domain/policy/policy.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { callerOf, openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { hashToken } from '../../edge/session-cookie.ts';

const PASSWORD = '紫砂壶里泡着三月的雨前茶';
const MINUTE = 60_000;
const DAY = 86_400_000;
const later = (milliseconds: number) => new Date(Date.parse(STORY_NOW) + milliseconds).toISOString();

let house: TestHouse;
let admin: pg.Client;
beforeAll(async () => {
  house = await openHouse();
  admin = new pg.Client({ connectionString: house.url });
  await admin.connect();
});
afterEach(() => house.setNow(STORY_NOW));
afterAll(async () => {
  await admin.end();
  await house.close();
});

const stranger = () => callerOf(house.app, '');
const tokenIn = (response: { headers: Record<string, unknown> }) =>
  /^__Host-zhengyou=([A-Za-z0-9_-]{43});/.exec(String(response.headers['set-cookie']))?.[1] ?? '';
const withCookie = (response: { headers: Record<string, unknown> }) =>
  callerOf(house.app, `__Host-zhengyou=${tokenIn(response)}`);

async function givePassword(login: string, password = PASSWORD) {
  const cheap = await hash(password, { memoryCost: 1024, timeCost: 1 });
  await admin.query('update account set password_hash = $1, disabled_at = null where login = $2', [cheap, login]);
}
const signIn = (
  login: string,
  password = PASSWORD,
  caller: Caller = stranger(),
  headers: Record<string, string> = {},
) => caller.try(access.signIn, { body: { login, password }, headers });

describe('signing in', () => {
  test('with the right password opens a session, whatever the spelling of the login', async () => {
    await givePassword('zhoumin');
    const response = await signIn(' ＺｈｏｕＭｉｎ ');
    expect(response.statusCode).toBe(200);
    const session = await withCookie(response).call(access.readSession);
    expect(session.person).toMatchObject({ name: '周敏', title: '党委统战部科长', unit: '医学院本部' });
    expect(session).toMatchObject({ roles: ['office'], today: '2026-11-23', demo: true });
    expect(session.can).toContain('access.inviteAccount');
  });

  test('the cookie is bound to this host, kept from scripts, and sent over safe lines only', async () => {
    const cookie = String((await signIn('zhoumin')).headers['set-cookie']);
    expect(cookie).toMatch(
      /^__Host-zhengyou=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000$/,
    );
  });

  test('the database knows the token’s hash only, also in the audit and in kept answers', async () => {
    const token = tokenIn(await signIn('zhoumin'));
    const { rows } = await admin.query('select token_hash from session where token_hash = $1', [hashToken(token)]);
    expect(rows).toHaveLength(1);
    expect(await whereIs(token)).toEqual([]);
  });

  test('a leader is shown with the posts they hold', async () => {
    const session = await (await house.as('田文建')).call(access.readSession);
    expect(session.person.title).toBe('院长、党委副书记');
    expect(session.can).not.toContain('access.inviteAccount');
  });

  test('ends the session that this device had', async () => {
    const first = withCookie(await signIn('zhoumin'));
    const second = withCookie(await signIn('zhoumin', PASSWORD, first));
    expect((await first.try(access.readSession)).statusCode).toBe(401);
    expect((await second.try(access.readSession)).statusCode).toBe(200);
  });

  test('ends it also when someone else signs in here', async () => {
    await givePassword('guxiaoyun');
    const first = withCookie(await signIn('zhoumin'));
    await signIn('guxiaoyun', PASSWORD, first);
    expect((await first.try(access.readSession)).statusCode).toBe(401);
  });

  test('both sides are written to the audit, the owner may read them, and nothing typed is kept', async () => {
    await signIn('zhoumin');
    await signIn('zhoumin', 'not-this-one-9471');
    await signIn('my-secret-in-the-wrong-field', 'x');
    const me = await house.personId('周敏');
    const { rows } = await admin.query(
      `select action, people, actor_id from audit where endpoint = 'access.signIn' order by entry_id desc limit 3`,
    );
    expect(rows).toEqual([
      { action: 'signInFailed', people: [], actor_id: null },
      { action: 'signInFailed', people: [me], actor_id: null },
      { action: 'signIn', people: [me], actor_id: me },
    ]);
    expect(await whereIs('my-secret-in-the-wrong-field', ['sign_in_attempt'])).toEqual([]);
  });
});

describe('a session ends', () => {
  test('after seven days without use, and not before', async () => {
    const idle = await house.as('周敏');
    const used = await house.as('周敏');
    house.setNow(later(6 * DAY));
    await used.call(access.readSession);
    house.setNow(later(7 * DAY + MINUTE));
    expect((await idle.try(access.readSession)).statusCode).toBe(401);
    expect((await used.try(access.readSession)).statusCode).toBe(200);
  });

  test('after thirty days however much it is used', async () => {
    const caller = withCookie(await signIn('zhoumin'));
    for (let day = 5; day < 30; day += 5) {
      house.setNow(later(day * DAY));
      await caller.call(access.readSession);
    }
    house.setNow(later(30 * DAY - MINUTE));
    await caller.call(access.readSession);
    house.setNow(later(30 * DAY));
    expect((await caller.try(access.readSession)).statusCode).toBe(401);
  });

  test('when its owner signs out, and the cookie goes', async () => {
    const caller = await house.as('周敏');
    const response = await caller.try(access.signOut);
    expect(response.headers['set-cookie']).toContain('Max-Age=0');
    expect((await caller.try(access.readSession)).statusCode).toBe(401);
  });

  test('when its owner ends it from another device', async () => {
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36';
    await givePassword('wangmin');
    const left = withCookie(await signIn('wangmin', PASSWORD, stranger(), { 'user-agent': agent }));
    const here = withCookie(await signIn('wangmin'));
    const { account, items } = await here.call(access.listSessions);
    expect(account).toEqual({ login: 'wangmin', hasPassword: true });
    expect(items.map((item) => [item.device, item.current])).toEqual(
      expect.arrayContaining([
        ['Chrome · Windows', false],
        ['—', true],
      ]),
    );
    const other = items.find((item) => !item.current);
    await here.call(access.revokeSession, { params: { sessionId: other?.id ?? '' } });
    expect((await left.try(access.readSession)).statusCode).toBe(401);
    expect((await here.call(access.listSessions)).items).toHaveLength(1);
  });

  test('when the account is disabled', async () => {
    await givePassword('guxiaoyun');
    const caller = withCookie(await signIn('guxiaoyun'));
    await admin.query(`update account set disabled_at = now() where login = 'guxiaoyun'`);
    expect((await caller.try(access.readSession)).statusCode).toBe(401);
    await givePassword('guxiaoyun');
  });
});

test('a change of role applies to the next request', async () => {
  const caller = await house.as('孙力');
  const personId = await house.personId('林远');
  expect((await caller.try(access.inviteAccount, { params: { personId } })).statusCode).toBe(403);
  const { rows } = await admin.query<{ grant_id: string }>(
    `insert into role_grant (institution_id, grant_id, person_id, role)
     values ($1, gen_random_uuid(), $2, 'office') returning grant_id`,
    [house.institutionId, await house.personId('孙力')],
  );
  await caller.call(access.inviteAccount, { params: { personId } });
  await admin.query(`update role_grant set ends_on = '2026-11-23' where grant_id = $1`, [rows[0]?.grant_id]);
  expect((await caller.try(access.inviteAccount, { params: { personId } })).statusCode).toBe(403);
});

describe('changing the password', () => {
  const next = 'g7K-pq2-Vx9-mWt';
  test('takes the new one, ends every other session, and keeps no secret', async () => {
    await givePassword('zhoumin');
    const other = withCookie(await signIn('zhoumin'));
    const here = withCookie(await signIn('zhoumin'));
    await here.call(access.changePassword, { body: { current: PASSWORD, next } });
    expect((await other.try(access.readSession)).statusCode).toBe(401);
    expect((await here.try(access.readSession)).statusCode).toBe(200);
    expect((await signIn('zhoumin')).statusCode).toBe(401);
    expect((await signIn('zhoumin', next)).statusCode).toBe(200);
    expect(await whereIs(next)).toEqual([]);
    await givePassword('zhoumin');
  });

  test('asked twice under one key answers the same', async () => {
    await givePassword('zhoumin');
    const here = withCookie(await signIn('zhoumin'));
    const input = { body: { current: PASSWORD, next }, key: 'the-same-key-0123456789' };
    await here.call(access.changePassword, input);
    expect(await here.call(access.changePassword, input)).toEqual({});
    await givePassword('zhoumin');
  });
});

describe('a one-time link', () => {
  const invite = async (name: string) => {
    const params = { personId: await house.personId(name) };
    const made = await (await house.as('周敏')).call(access.inviteAccount, { params });
    return { ...made, token: made.path.split('#')[1] ?? '' };
  };
  const accept = (token: string, password = PASSWORD) =>
    stranger().try(access.acceptInvitation, { body: { token, password } });

  test('sets the password and signs in, once', async () => {
    const { login, token, expiresAt } = await invite('林远');
    expect(login).toBe('linyuan');
    expect(expiresAt).toBe('2026-11-30T01:12:00.000Z');
    const response = await accept(token);
    expect(response.json()).toEqual({ login });
    expect(await withCookie(response).call(access.readSession)).toMatchObject({ person: { name: '林远' } });
    expect((await signIn(login)).statusCode).toBe(200);
    expect((await accept(token)).json()).toMatchObject({ status: 404, code: 'linkSpent' });
  });

  test('of two who come at once only one gets through', async () => {
    const { token } = await invite('冯飞梅');
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map((one) => one.statusCode).toSorted()).toEqual([200, 404, 404]);
  });

  test('ends the sessions that were open elsewhere', async () => {
    const before = await house.as('王雅学');
    await accept((await invite('王雅学')).token);
    expect((await before.try(access.readSession)).statusCode).toBe(401);
  });

  test('dies when a newer one is made', async () => {
    const [first, second] = [await invite('林远'), await invite('林远')];
    expect((await accept(first.token)).statusCode).toBe(404);
    expect((await accept(second.token)).statusCode).toBe(200);
  });

  test('dies after seven days', async () => {
    const { token } = await invite('林远');
    house.setNow(later(7 * DAY));
    expect((await accept(token)).statusCode).toBe(404);
  });

  test('rests in the database as a hash only, also where answers are kept', async () => {
    const { token } = await invite('林远');
    const { rows } = await admin.query('select 1 from account where invitation_hash = $1', [hashToken(token)]);
    expect(rows).toHaveLength(1);
    expect(await whereIs(token)).toEqual([]);
  });

  test('makes an account where there is none, with the first free login', async () => {
    const { rows } = await admin.query<{ unit_id: string }>(`select unit_id from unit limit 1`);
    await admin.query(
      `insert into person (institution_id, person_id, unit_id, name, reading, initials)
       values ($1, gen_random_uuid(), $2, '林元', 'lin yuan', 'ly')`,
      [house.institutionId, rows[0]?.unit_id],
    );
    expect((await invite('林元')).login).toBe('linyuan2');
  });
});

describe('the claim token', () => {
  const body = {
    token: 'the-token-of-the-terminal',
    institution: '云山大学医学院',
    name: '单晓',
    login: 'ShanXiao',
    password: PASSWORD,
  };

  test('founds the institution, once', async () => {
    const empty = await openHouse({ seed: false, demo: false, claimToken: body.token });
    try {
      const caller = callerOf(empty.app, '');
      expect(await caller.call(access.readFront)).toEqual({ institution: null, demo: false, people: [] });
      const response = await caller.try(access.claimHouse, { body });
      expect(response.statusCode).toBe(200);
      const founder = callerOf(empty.app, `__Host-zhengyou=${tokenIn(response)}`);
      const session = await founder.call(access.readSession);
      expect(session).toMatchObject({ person: { name: '单晓', unit: body.institution }, roles: ['office'] });
      expect((await caller.try(access.claimHouse, { body })).json()).toMatchObject({ status: 409, code: 'founded' });
      const signedIn = await caller.try(access.signIn, { body: { login: 'shanxiao', password: PASSWORD } });
      expect(signedIn.statusCode).toBe(200);
      const look = new pg.Client({ connectionString: empty.url });
      await look.connect();
      const { rows } = await look.query(
        `select (select reading from person) as reading, (select count(*)::int from policy_version) as policies,
                (select count(*)::int from unit) as units, (select action from audit order by entry_id limit 1) as action`,
      );
      await look.end();
      expect(rows[0]).toEqual({ reading: 'shan xiao', policies: 1, units: 1, action: 'foundHouse' });
    } finally {
      await empty.close();
    }
  });

  test('founds an institution of another shape on its own file', async () => {
    const policyFile = new URL('../../../../../policies/examples/university-five-tiers/policy.yaml', import.meta.url);
    const empty = await openHouse({ seed: false, demo: false, claimToken: body.token, policyFile });
    try {
      const response = await callerOf(empty.app, '').try(access.claimHouse, { body });
      const founder = callerOf(empty.app, `__Host-zhengyou=${tokenIn(response)}`);
      const { tiers } = await founder.call(readTiers);
      expect(tiers).toHaveLength(5);
      const { items } = await founder.call(listUnits);
      expect(items).toMatchObject([{ name: body.institution, tier: tiers[0]?.id }]);
    } finally {
      await empty.close();
    }
  });

  test('of five who come at once only one founds', async () => {
    const empty = await openHouse({ seed: false, demo: false, claimToken: body.token });
    try {
      const caller = callerOf(empty.app, '');
      const answers = await Promise.all(Array.from({ length: 5 }, () => caller.try(access.claimHouse, { body })));
      expect(answers.map((one) => one.statusCode).toSorted()).toEqual([200, 409, 409, 409, 409]);
    } finally {
      await empty.close();
    }
  });
});

test('the demo lists its people by role, and one touch signs in', async () => {
  const front = await stranger().call(access.readFront);
  expect(front.institution?.name).toBe('江海大学医学院');
  const roleOf = (login: string) => front.people.find((one) => one.login === login)?.role;
  expect(['zhoumin', 'guxiaoyun', 'wangmin', 'tianwenjian', 'linyuan'].map(roleOf)).toEqual([
    'office',
    'unitOfficer',
    'checker',
    'leader',
    'representative',
  ]);
  const response = await stranger().try(access.signInAsDemo, { body: { login: 'tianwenjian' } });
  expect(await withCookie(response).call(access.readSession)).toMatchObject({ person: { name: '田文建' } });
});

/** Tables in which a text stands anywhere, in any column. */
async function whereIs(text: string, except: string[] = []): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const found = [];
  for (const { name } of rows.filter((row) => !except.includes(row.name))) {
    const hit = await admin.query(`select 1 from ${name} as row where row::text like '%' || $1 || '%' limit 1`, [text]);
    if (hit.rowCount) found.push(name);
  }
  return found;
}
