import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { endPairing, enterPairing, listPairings, readRoster } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { foldPairing } from '@zhengyou/domain/pairing/pairing.steps.ts';
import { createPerson, createStanding, listPeople, updatePerson } from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { listSteps } from './pairing.queries.ts';

const TODAY = plainDate('2026-11-23');

let house: TestHouse;
let office: Caller;
let children: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  const { items } = await office.call(listUnits);
  children = items.find((unit) => unit.name === '附属儿童医院')?.id as Id;
});
afterAll(() => house.close());

const put = async (name: string, written?: string) => {
  const { id } = await office.call(createPerson, { body: { name, unitId: children } });
  if (written)
    await office.call(createStanding, {
      params: { personId: id },
      body: {
        kind: 'consultativeConference',
        level: written.startsWith('区') ? 'district' : 'municipal',
        written,
        role: 'councilMember',
        startsOn: null,
        endsOn: plainDate('2027-01-01'),
        precision: 'day',
      },
    });
  return id;
};

describe('the roster', () => {
  test('5.1 — stands in official order, shows who is under quota, by which clause and by what arithmetic', async () => {
    const roster = await office.call(readRoster);
    expect(roster.groups.map((group) => [group.tier, group.unit.name]).slice(0, 3)).toEqual([
      ['school', '医学院本部'],
      ['unit', '附属第一医院'],
      ['unit', '附属东湖医院'],
    ]);
    expect(roster.groups[0]?.leaders.map((leader) => leader.name).slice(0, 3)).toEqual(['王敏', '田文建', '孙力']);
    const leader = roster.groups[0]?.leaders.find((one) => one.name === '田文建');
    expect(leader?.quota).toMatchObject({ required: 2, has: 1, short: 1, clause: '5.1' });
    expect(leader?.quota.arithmetic.zh).toBe('应联系至少 2 人，现有 1 人，还差 1 人，依据 5.1。');
    expect(leader?.posts.map((post) => post.title)).toEqual(['院长', '党委副书记']);
    expect(leader?.slots).toMatchObject([
      { representative: { name: '林远', ground: { written: '市人大代表', ending: false } } },
    ]);
    expect(roster.quotas).toMatchObject([
      { tier: 'school', clause: '5.1' },
      { tier: 'unit', clause: '5.2' },
    ]);
    expect(roster.counts).toEqual({ leaders: 34, short: 34, pairings: 3, ending: 1, unpaired: 0 });
  });

  test('narrows by tier, unit and need', async () => {
    expect((await office.call(readRoster, { query: { tier: 'school' } })).counts.leaders).toBe(8);
    const own = await office.call(readRoster, { query: { unit: children } });
    expect(own.groups.map((group) => group.unit.shortName)).toEqual(['儿童医院']);
    const ending = await office.call(readRoster, { query: { show: 'ending' } });
    expect(ending.groups.flatMap((group) => group.leaders.map((leader) => leader.name))).toEqual(['孙光军']);
    expect(ending.counts.leaders).toBe(34);
  });
});

describe('entering a pair', () => {
  test('5.2 — pairs by a standing of the tier and appends the step', async () => {
    const [leaderId, representativeId] = [await house.personId('张嘉'), await put('何静', '区政协委员')];
    const waiting = await office.call(readRoster, { query: { unit: children } });
    expect(waiting.unpaired).toMatchObject([{ name: '何静', tier: 'unit', clause: '5.2' }]);
    const entered = await office.call(enterPairing, { body: { leaderId, representativeId, startsOn: TODAY } });
    const { items } = await office.call(listPairings, { query: { leader: leaderId } });
    expect(items).toMatchObject([{ id: entered.id, tier: 'unit', status: 'active', startsOn: TODAY, endsOn: null }]);
    const steps = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
      listSteps(db, house.institutionId, entered.id),
    );
    expect(foldPairing(steps)).toMatchObject({ status: 'active', startsOn: TODAY, endsOn: null });
    expect((await office.call(readRoster, { query: { unit: children } })).unpaired).toEqual([]);

    const twice = await office.try(enterPairing, { body: { leaderId, representativeId, startsOn: TODAY } });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'pairing.alreadyPaired']);
  });

  test('asks for a reason where no standing opens the tier, and cites the clause', async () => {
    const body = { leaderId: await house.personId('马洋'), representativeId: await put('曾建丽'), startsOn: TODAY };
    const refused = await office.try(enterPairing, { body });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'pairing.notEligible']);
    expect(refused.json()).toMatchObject({ field: 'reason', clause: '5.1' });
    const entered = await office.call(enterPairing, { body: { ...body, reason: '学科带头人，校级联系更合适' } });
    expect(entered.version).toBe(1);
  });

  test('refuses a day that has not come, and people who are not there', async () => {
    const [leaderId, representativeId] = [await house.personId('马洋'), await house.personId('林远')];
    const ahead = await office.try(enterPairing, {
      body: { leaderId, representativeId, startsOn: plainDate('2026-11-24') },
    });
    expect([ahead.statusCode, ahead.json().field]).toEqual([400, 'startsOn']);
    const reversed = await office.try(enterPairing, {
      body: { leaderId: representativeId, representativeId: leaderId, startsOn: TODAY },
    });
    expect([reversed.statusCode, reversed.json().code]).toEqual([404, 'pairing.noLeader']);
  });

  test('done twice under one key makes one pair', async () => {
    const body = {
      leaderId: await house.personId('许霞'),
      representativeId: await house.personId('林远'),
      startsOn: TODAY,
    };
    const key = 'the-same-key-twice-0001';
    const first = await office.call(enterPairing, { body, key });
    expect(await office.call(enterPairing, { body, key })).toEqual(first);
    expect((await office.call(listPairings, { query: { leader: body.leaderId } })).total).toBe(1);
  });
});

describe('ending a pair', () => {
  test('5.3 — keeps it in the history with its reason', async () => {
    const [leaderId, representativeId] = [await house.personId('马洋'), await put('朱志', '市政协委员')];
    const { id } = await office.call(enterPairing, { body: { leaderId, representativeId, startsOn: TODAY } });
    const end = (endsOn: string, ifMatch = 1) =>
      office.try(endPairing, {
        params: { pairingId: id },
        ifMatch,
        body: {
          endsOn: plainDate(endsOn),
          reason: '工作调动',
        },
      });
    expect((await end('2026-11-24')).json().code).toBe('pairing.endsAhead');
    expect((await end('2026-11-22')).json().code).toBe('pairing.endsTooEarly');
    expect((await end(TODAY, 7)).statusCode).toBe(412);
    expect((await end(TODAY)).json()).toEqual({ version: 2 });
    expect((await end(TODAY, 2)).json().code).toBe('pairing.alreadyEnded');
    const ended = await office.call(listPairings, { query: { leader: leaderId, status: 'ended' } });
    expect(ended.items).toMatchObject([{ id, status: 'ended', endsOn: TODAY }]);
    const again = await office.try(enterPairing, { body: { leaderId, representativeId, startsOn: TODAY } });
    expect(again.statusCode).toBe(200);
  });
});

describe('a unit', () => {
  test('knows that its representative has a leader above, without the name', async () => {
    const [leaderId, representativeId] = [await house.personId('许霞'), await put('宋新', '市政协委员')];
    await office.call(enterPairing, { body: { leaderId, representativeId, startsOn: TODAY } });
    const officer = await house.as('顾晓芸');
    const { items } = await officer.call(listPeople, { query: { q: '宋新' } });
    expect(items[0]?.leaders).toMatchObject([{ name: null, tier: 'school' }]);
    expect((await officer.call(readRoster)).unpaired.map((person) => person.name)).not.toContain('宋新');
  });

  test('is told when the representative comes from another', async () => {
    const personId = await house.personId('林远');
    const officer = await house.as('顾晓芸');
    expect((await officer.call(listPairings, { query: { representative: personId } })).total).toBe(0);
    await office.call(updatePerson, { params: { personId }, ifMatch: 1, body: { unitId: children } });
    expect((await officer.call(listPairings, { query: { representative: personId } })).total).toBeGreaterThan(0);
  });
});
