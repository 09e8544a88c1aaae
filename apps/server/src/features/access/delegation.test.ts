/** Giving, confirming, taking back; who sees it; who may not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteAccount, readFront, readSession } from '@zhengyou/domain/access/access.contract.ts';
import * as delegation from '@zhengyou/domain/access/delegation.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { openHouse, callerOf, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let tian: Caller, tang: Caller, sun: Caller, office: Caller, xu: Caller;
let ids: Record<'tian' | 'tang' | 'sun' | 'ma' | 'xu' | 'lin', Id>;
beforeAll(async () => {
  house = await openHouse();
  [tian, tang, sun, office, xu] = (await Promise.all(
    ['田文建', '唐杰秀', '孙力', '周敏', '许文洁'].map((name) => house.as(name)),
  )) as [Caller, Caller, Caller, Caller, Caller];
  const [a, b, c, d, e, f] = await Promise.all(
    ['田文建', '唐杰秀', '孙力', '马洋', '许文洁', '林远'].map((name) => house.personId(name)),
  );
  ids = { tian: a as Id, tang: b as Id, sun: c as Id, ma: d as Id, xu: e as Id, lin: f as Id };
});
afterAll(() => house.close());

const days = { firstOn: plainDate('2026-11-23'), lastOn: plainDate('2026-12-31') };
const proxy = (delegateId: Id, more: object = {}) => ({
  body: { delegateId, kind: 'proxy' as const, scopes: ['log' as const], ...days, ...more },
});

describe('a secretary', () => {
  test('is one of the demo people, signs in, and reaches nobody but through delegations', async () => {
    const front = await callerOf(house.app, '').call(readFront);
    expect(front.people.find((one) => one.login === 'xuwenjie')).toMatchObject({ name: '许文洁', role: 'secretary' });
    expect((await xu.call(readSession)).roles).toEqual(['secretary']);
    const { items } = await xu.call(delegation.listDelegations);
    expect(items).toMatchObject([
      {
        leader: { name: '田文建' },
        standing: 'running',
        firstOn: '2026-09-01',
        lastOn: '2027-08-31',
        can: ['layDown'],
      },
    ]);
  });

  test('is listed by the office, invited with a link of their own, and taken off the list', async () => {
    const personId = await house.personId('秦越');
    await office.call(delegation.listSecretary, { params: { personId }, body: { listed: true } });
    expect((await office.call(delegation.readSecretary, { params: { personId } })).listed).toBe(true);
    const { secretaries } = await tian.call(delegation.listHelpers);
    expect(secretaries.map((one) => one.name)).toEqual(['许文洁', '秦越']);
    expect((await office.call(inviteAccount, { params: { personId } })).path).toContain('/invitation#');
    await office.call(delegation.listSecretary, { params: { personId }, body: { listed: false } });
    expect((await office.call(delegation.readSecretary, { params: { personId } })).listed).toBe(false);
  });

  test('is never a representative', async () => {
    const refused = await office.try(delegation.listSecretary, {
      params: { personId: ids.lin },
      body: { listed: true },
    });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'delegation.representative']);
  });
});

describe('who may be asked', () => {
  test('is known by name and title to a leader, and nothing else of them is', async () => {
    const { leaders, secretaries } = await tian.call(delegation.listHelpers);
    expect(leaders.length).toBe(34);
    expect(Object.keys(secretaries[0] ?? {}).sort()).toEqual(['id', 'name', 'what']);
    expect(secretaries[0]).toMatchObject({ name: '许文洁', what: expect.stringContaining('党政办公室秘书') });
  });
});

describe('giving', () => {
  test('counts at once where the leader does it, is seen by both, and ends at once', async () => {
    const given = await tang.call(delegation.giveDelegation, {
      body: { delegateId: ids.xu, kind: 'secretary', scopes: ['log'], ...days },
    });
    expect(given).toMatchObject({
      standing: 'running',
      scopes: ['friends', 'log'],
      lastOn: '2026-12-31',
      can: ['revoke'],
    });
    expect(given.steps).toMatchObject([{ action: 'give', name: '唐杰秀' }]);
    expect((await xu.call(delegation.listDelegations)).items.map((one) => one.leader.name).sort()).toEqual([
      '唐杰秀',
      '田文建',
    ]);
    const again = await tang.try(delegation.giveDelegation, {
      body: { delegateId: ids.xu, kind: 'secretary', scopes: ['remind'], ...days },
    });
    expect([again.statusCode, again.json().code]).toEqual([409, 'delegation.lentAlready']);
    const at = { params: { delegationId: given.id }, body: { version: given.version } };
    const ended = await tang.call(delegation.endDelegation, at);
    expect(ended).toMatchObject({ standing: 'revoked', can: [] });
    expect(ended.steps.map((one) => one.action)).toEqual(['give', 'revoke']);
    expect((await tang.try(delegation.endDelegation, at)).statusCode).toBe(412);
  });

  test('waits for the leader’s one tap where the office enters it', async () => {
    const asked = await office.call(delegation.giveDelegation, {
      body: { leaderId: ids.sun, delegateId: ids.xu, kind: 'secretary', scopes: ['friends'], ...days },
    });
    expect(asked).toMatchObject({ standing: 'asked', can: ['revoke'] });
    const answer = { params: { delegationId: asked.id }, body: { accept: true, version: asked.version } };
    expect((await tang.try(delegation.answerDelegation, answer)).statusCode).toBe(404);
    expect((await office.try(delegation.answerDelegation, answer)).statusCode).toBe(403);
    expect((await xu.try(delegation.answerDelegation, answer)).statusCode).toBe(403);
    const { items } = await sun.call(delegation.listDelegations);
    expect(items.map((one) => one.can)).toEqual([['confirm', 'decline']]);
    const confirmed = await sun.call(delegation.answerDelegation, answer);
    expect(confirmed.steps.map((one) => `${one.name} ${one.action}`)).toEqual(['周敏 ask', '孙力 confirm']);
    const down = await xu.call(delegation.endDelegation, {
      params: { delegationId: asked.id },
      body: { version: confirmed.version },
    });
    expect(down.standing).toBe('laidDown');
  });

  test('a stand-in is one at a time, and a name that was lent is not lent on', async () => {
    const given = await tian.call(delegation.giveDelegation, proxy(ids.tang));
    const code = async (who: Caller, input: ReturnType<typeof proxy>) =>
      (await who.try(delegation.giveDelegation, input)).json().code;
    expect(await code(tian, proxy(ids.ma))).toBe('delegation.proxyAlready');
    expect(await code(tang, proxy(ids.tian))).toBe('delegation.proxyAway');
    expect(await code(tang, proxy(ids.ma))).toBe('delegation.standsInAlready');
    expect(await code(sun, proxy(ids.tian))).toBe('delegation.proxyAway');
    const later = { firstOn: plainDate('2027-01-01'), lastOn: plainDate('2027-01-05') };
    const other = await tang.call(delegation.giveDelegation, proxy(ids.ma, later));
    for (const [who, one] of [
      [tian, given],
      [tang, other],
    ] as const)
      await who.call(delegation.endDelegation, { params: { delegationId: one.id }, body: { version: one.version } });
  });

  test('two who would stand in for each other at the same moment: one is refused', async () => {
    const both = await Promise.all([
      tian.try(delegation.giveDelegation, proxy(ids.sun)),
      sun.try(delegation.giveDelegation, proxy(ids.tian)),
    ]);
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 409]);
  });
});

describe('refused', () => {
  test('a leader enters nothing in another’s name, a secretary nothing at all', async () => {
    const body = {
      leaderId: ids.sun,
      delegateId: ids.xu,
      kind: 'secretary' as const,
      scopes: ['log' as const],
      ...days,
    };
    expect((await tian.try(delegation.giveDelegation, { body })).statusCode).toBe(403);
    expect((await xu.try(delegation.giveDelegation, { body })).statusCode).toBe(403);
    expect((await (await house.as('林远')).try(delegation.listDelegations)).statusCode).toBe(403);
    expect((await (await house.as('贺明')).try(delegation.listDelegations)).statusCode).toBe(403);
  });

  test('what others agreed on is not there for a third', async () => {
    const [one] = (await xu.call(delegation.listDelegations)).items;
    const end = { params: { delegationId: one?.id as Id }, body: { version: one?.version ?? 0 } };
    expect((await tang.try(delegation.endDelegation, end)).statusCode).toBe(404);
    expect(
      (await tang.call(delegation.listDelegations, { query: { show: 'all' } })).items.map((each) => each.id),
    ).not.toContain(one?.id);
  });

  test('no representative, and nobody outside posts and the list, stands in', async () => {
    const code = async (delegateId: Id) => (await tang.try(delegation.giveDelegation, proxy(delegateId))).json().code;
    expect(await code(ids.lin)).toBe('delegation.noHelper');
    expect(await code(await house.personId('贺明'))).toBe('delegation.noHelper');
  });

  test('days that are crossed or past', async () => {
    const code = async (more: object) => (await tang.try(delegation.giveDelegation, proxy(ids.xu, more))).json().code;
    expect(await code({ lastOn: '2026-11-22' })).toBe('delegation.daysCrossed');
    expect(await code({ firstOn: '2026-11-01', lastOn: '2026-11-22' })).toBe('delegation.daysPast');
  });
});
