/** Who may not see or change whom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import {
  createPerson,
  createStanding,
  listPeople,
  readPerson,
  updatePerson,
} from '@zhengyou/domain/person/person.contract.ts';
import { callerOf, openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let office: Caller;
let inChildren: Id;
let inPharmacy: Id;
let children: Id;
let pharmacy: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  const units = await house.app.inject({ url: '/api/units', headers: { cookie: office.cookie } });
  const unit = (name: string): Id => units.json().items.find((one: { name: string }) => one.name === name).id;
  children = unit('附属儿童医院');
  pharmacy = unit('药学院');
  const put = (name: string, unitId: Id) =>
    office.call(createPerson, { body: { name, unitId, phone: '13800002222' } }).then((reply) => reply.id);
  inChildren = await put('何静', children);
  inPharmacy = await put('曹荣', pharmacy);
});
afterAll(() => house.close());

const names = async (caller: Caller) => (await caller.call(listPeople)).items.map((person) => person.name);

describe('a leader', () => {
  test('sees in the directory only the people they befriend', async () => {
    expect(await names(await house.as('田文建'))).toEqual(['林远']);
    expect(await names(await house.as('马洋'))).toEqual([]);
  });

  test('opens only their records, without what is none of a friend’s business', async () => {
    const leader = await house.as('田文建');
    const personId = await house.personId('林远');
    const record = await leader.call(readPerson, { params: { personId } });
    expect([record.phone, record.birthMonth, record.readers, record.can]).toEqual(['13806359039', null, null, []]);
    const other = await leader.try(readPerson, { params: { personId: await house.personId('冯飞梅') } });
    expect(other.statusCode).toBe(404);
  });

  test('changes nothing', async () => {
    const leader = await house.as('田文建');
    const personId = await house.personId('林远');
    const refused = await leader.try(updatePerson, { params: { personId }, ifMatch: 1, body: { position: '主任' } });
    expect(refused.statusCode).toBe(403);
  });
});

describe('a unit’s officer', () => {
  test('sees the own unit only', async () => {
    const officer = await house.as('顾晓芸');
    expect(await names(officer)).toEqual(['何静']);
    expect((await officer.call(readPerson, { params: { personId: inChildren } })).phone).toBe('13800002222');
    expect((await officer.try(readPerson, { params: { personId: inPharmacy } })).statusCode).toBe(404);
    expect((await officer.call(readPerson, { params: { personId: inChildren } })).readers).toBeNull();
  });

  test('writes in the own unit only', async () => {
    const officer = await house.as('顾晓芸');
    const elsewhere = await officer.try(createPerson, { body: { name: '杜力', unitId: pharmacy } });
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([403, 'person.notYourUnit']);
    const unseen = await officer.try(updatePerson, {
      params: { personId: inPharmacy },
      ifMatch: 1,
      body: { position: '主任' },
    });
    expect(unseen.statusCode).toBe(404);
    const away = await officer.try(updatePerson, {
      params: { personId: inChildren },
      ifMatch: 1,
      body: { unitId: pharmacy },
    });
    expect(away.statusCode).toBe(403);
    const own = await officer.call(updatePerson, {
      params: { personId: inChildren },
      ifMatch: 1,
      body: { position: '科副主任' },
    });
    expect(own.version).toBe(2);
  });
});

describe('whoever checks', () => {
  test('reads all and writes nothing', async () => {
    const checker = await house.as('孙力');
    expect((await names(checker)).length).toBe(5);
    const personId = await house.personId('林远');
    expect((await checker.call(readPerson, { params: { personId } })).can).toEqual([]);
    const refused = await checker.try(createPerson, { body: { name: '杜光', unitId: children } });
    expect(refused.statusCode).toBe(403);
    const standing = {
      kind: 'other',
      level: null,
      role: null,
      written: '院士',
      startsOn: null,
      endsOn: null,
      precision: null,
    } as const;
    expect((await checker.try(createStanding, { params: { personId }, body: standing })).statusCode).toBe(403);
  });
});

describe('a representative', () => {
  test('opens the own record and the leader’s, and no other', async () => {
    const self = await house.as('林远');
    const own = await self.call(readPerson, { params: { personId: await house.personId('林远') } });
    expect([own.birthMonth, own.readers === null, own.pairings[0]?.leader.name]).toEqual(['1979-05', false, '田文建']);
    const leader = await self.call(readPerson, { params: { personId: await house.personId('田文建') } });
    expect(leader.pairings.map((pairing) => pairing.representative.name)).toEqual(['林远']);
    const other = await self.try(readPerson, { params: { personId: await house.personId('冯飞梅') } });
    expect(other.statusCode).toBe(404);
  });

  test('has no directory', async () => {
    expect((await (await house.as('林远')).try(listPeople)).statusCode).toBe(403);
  });
});

describe('a stranger', () => {
  test('gets nowhere', async () => {
    const stranger = callerOf(house.app, '');
    expect((await stranger.try(listPeople)).statusCode).toBe(401);
    expect((await stranger.try(readPerson, { params: { personId: inChildren } })).statusCode).toBe(401);
  });

  test('learns nothing from an id that is none', async () => {
    const response = await office.try(readPerson, { params: { personId: 'x' as Id } });
    expect([response.statusCode, response.json().code]).toEqual([404, 'notFound']);
  });
});

describe('a telephone number', () => {
  const phoneSeenBy = async (reader: string, name: string) => {
    const caller = await house.as(reader);
    const record = await caller.call(readPerson, { params: { personId: await house.personId(name) } });
    return [record.phone !== null, record.birthMonth !== null];
  };

  test.each([
    ['周敏', '林远', true, true],
    ['林远', '林远', true, true],
    ['田文建', '林远', true, false],
    ['孙力', '林远', false, false],
    ['林远', '田文建', false, false],
  ])('%s on the page of %s: number %s, month of birth %s', async (reader, name, phone, birthMonth) => {
    expect(await phoneSeenBy(reader, name)).toEqual([phone, birthMonth]);
  });
});
