/** Whose pairs stay hidden from whom, and who may not touch a list. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { endPairing, enterPairing, listPairings, readRoster } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { createPerson } from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

const TODAY = plainDate('2026-11-23');

let house: TestHouse;
let office: Caller;
let ownRepresentative: Id;
let schoolPairing: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  const { items: units } = await office.call(listUnits);
  const children = units.find((unit) => unit.name === '附属儿童医院')?.id as Id;
  ownRepresentative = (await office.call(createPerson, { body: { name: '何静', unitId: children } })).id;
  const { items } = await office.call(listPairings);
  schoolPairing = items.find((pairing) => pairing.representative.name === '林远')?.id as Id;
});
afterAll(() => house.close());

const pair = async (caller: Caller, leader: string) =>
  caller.try(enterPairing, {
    body: {
      leaderId: await house.personId(leader),
      representativeId: ownRepresentative,
      startsOn: TODAY,
      reason: '同一学科',
    },
  });

describe('a leader', () => {
  test('sees the own pairs only, and the own line of the roster', async () => {
    const leader = await house.as('田文建');
    expect((await leader.call(listPairings)).items.map((pairing) => pairing.representative.name)).toEqual(['林远']);
    const roster = await leader.call(readRoster);
    expect(roster.groups.flatMap((group) => group.leaders.map((one) => one.name))).toEqual(['田文建']);
    expect([roster.unpaired, roster.groups[0]?.leaders[0]?.can]).toEqual([[], []]);
  });

  test('enters and ends nothing', async () => {
    const leader = await house.as('田文建');
    expect((await pair(leader, '田文建')).statusCode).toBe(403);
    const ended = await leader.try(endPairing, {
      params: { pairingId: schoolPairing },
      ifMatch: 1,
      body: {
        endsOn: TODAY,
        reason: '调动',
      },
    });
    expect(ended.statusCode).toBe(403);
  });
});

describe('a unit’s officer', () => {
  test('sees the own unit’s list and pairs its leaders only', async () => {
    const officer = await house.as('顾晓芸');
    const roster = await officer.call(readRoster);
    expect(roster.groups.map((group) => group.unit.shortName)).toEqual(['儿童医院']);
    expect(roster.unpaired.map((person) => person.name)).toEqual(['何静']);
    expect((await pair(officer, '田文建')).statusCode).toBe(404);
    expect((await pair(officer, '张嘉')).statusCode).toBe(200);
  });

  test('does not pair whoever belongs to another unit, and ends no pair of the institution', async () => {
    const officer = await house.as('顾晓芸');
    const foreign = await officer.try(enterPairing, {
      body: {
        leaderId: await house.personId('张嘉'),
        representativeId: await house.personId('林远'),
        startsOn: TODAY,
        reason: '同一学科',
      },
    });
    expect(foreign.statusCode).toBe(404);
    const ended = await officer.try(endPairing, {
      params: { pairingId: schoolPairing },
      ifMatch: 1,
      body: {
        endsOn: TODAY,
        reason: '调动',
      },
    });
    expect(ended.statusCode).toBe(404);
  });

  test('does not end the pair that a leader above has with one of the unit', async () => {
    const above = await office.call(enterPairing, {
      body: {
        leaderId: await house.personId('许霞'),
        representativeId: ownRepresentative,
        startsOn: TODAY,
        reason: '同一学科',
      },
    });
    const officer = await house.as('顾晓芸');
    const refused = await officer.try(endPairing, {
      params: { pairingId: above.id },
      ifMatch: 1,
      body: {
        endsOn: TODAY,
        reason: '调动',
      },
    });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'pairing.notYourLeader']);
  });
});

describe('whoever checks', () => {
  test('reads the whole roster and changes none of it', async () => {
    const checker = await house.as('孙力');
    const roster = await checker.call(readRoster);
    expect(roster.counts.leaders).toBe(34);
    expect(roster.groups.flatMap((group) => group.leaders.flatMap((leader) => leader.can))).toEqual([]);
    expect((await pair(checker, '孙力')).statusCode).toBe(403);
  });
});

describe('a representative', () => {
  test('has no roster', async () => {
    const self = await house.as('林远');
    expect((await self.try(readRoster)).statusCode).toBe(403);
    expect((await self.try(listPairings)).statusCode).toBe(403);
  });
});
