import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import {
  countPeople,
  createPerson,
  createStanding,
  endStanding,
  listPeople,
  readPerson,
  updatePerson,
  updateStanding,
} from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
});
afterAll(() => house.close());

const unitNamed = async (name: string): Promise<Id> => {
  const { items } = await office.call(listUnits);
  const unit = items.find((one) => one.name === name);
  if (!unit) throw new Error(`no unit ${name}`);
  return unit.id;
};
const STANDING = {
  kind: 'consultativeConference',
  level: 'district',
  role: 'councilMember',
  written: '区政协委员',
  startsOn: plainDate('2022-03-01'),
  endsOn: plainDate('2027-04-01'),
  precision: 'month',
} as const;

describe('units', () => {
  test('come as a tree in their official order', async () => {
    const { items } = await office.call(listUnits);
    expect(items.map((unit) => unit.name).slice(0, 3)).toEqual(['医学院本部', '附属第一医院', '附属东湖医院']);
    expect(items.map((unit) => unit.depth)).toEqual([0, ...items.slice(1).map(() => 1)]);
    expect(items.every((unit) => unit.withinReach)).toBe(true);
  });
});

describe('the directory', () => {
  test('5.1 — lists representatives by reading with the tier that their standings open', async () => {
    const list = await office.call(listPeople);
    expect(list.items.map((person) => [person.name, person.tier])).toEqual([
      ['冯飞梅', 'school'],
      ['林远', 'school'],
      ['王雅学', 'school'],
    ]);
    const { counts } = await office.call(countPeople);
    expect(counts).toMatchObject({ all: 3, unpaired: 0, ending: 1, noTerm: 0 });
    expect(list.items[0]?.leaders).toMatchObject([{ name: '唐杰秀', tier: 'school' }]);
  });

  test('finds people by characters, pinyin and first letters', async () => {
    const found = async (q: string) => (await office.call(listPeople, { query: { q } })).items.map(({ name }) => name);
    expect(await found('飞')).toEqual(['冯飞梅']);
    expect(await found('wangya')).toEqual(['王雅学']);
    expect(await found('ly')).toEqual(['林远']);
    expect(await found('feng f')).toEqual(['冯飞梅']);
    expect(await found('%')).toEqual([]);
  });

  test('keeps the counts of all chips while one is chosen, and pages', async () => {
    const list = await office.call(listPeople, { query: { show: 'ending', limit: 1 } });
    expect(list.items.map((person) => person.name)).toEqual(['王雅学']);
    expect(list.total).toBe(1);
    expect((await office.call(countPeople)).counts.all).toBe(3);
    const second = await office.call(listPeople, { query: { offset: 1, limit: 1 } });
    expect([second.items.map((person) => person.name), second.total]).toEqual([['林远'], 3]);
  });

  test('filters by unit and by party', async () => {
    const unit = await unitNamed('护理学院');
    expect((await office.call(listPeople, { query: { unit } })).items.map(({ name }) => name)).toEqual(['王雅学']);
    expect((await office.call(listPeople, { query: { party: 'taimeng' } })).items.map(({ name }) => name)).toEqual([
      '林远',
    ]);
    expect((await office.call(countPeople, { query: { unit, party: 'taimeng' } })).whole).toBe(3);
  });

  test('lists leaders with their posts and how many they befriend', async () => {
    const list = await office.call(listPeople, { query: { kind: 'leaders', q: '田文建' } });
    expect(list.items).toMatchObject([
      { name: '田文建', posts: [{ title: '院长' }, { title: '党委副书记' }], friends: 1 },
    ]);
  });
});

describe('a record', () => {
  test('5.1 — names the clause, the standing and the day on which eligibility ends, and what follows', async () => {
    const personId = await house.personId('王雅学');
    const record = await office.call(readPerson, { params: { personId } });
    const [first] = record.eligibility;
    expect(first).toMatchObject({ tier: 'school', clause: '5.1', expiresOn: '2027-01-01' });
    expect(record.standings.find((standing) => standing.id === first?.standing)).toMatchObject({
      written: '全国政协委员',
      ending: true,
      time: 'held',
    });
    expect(record.next).toEqual({ on: '2027-01-01', eligibility: null });
    expect(record.pairings).toMatchObject([{ leader: { name: '孙光军', posts: ['副院长'] }, active: true }]);
    expect(record.phone).toBe('13827490459');
    expect(record.can).toEqual('update addPost addFact merge addStanding pair takeOff'.split(' '));
  });

  test('shows the person who opened it, and not their own opening', async () => {
    const personId = await house.personId('冯飞梅');
    const self = await house.as('冯飞梅');
    await self.call(readPerson, { params: { personId } });
    const leader = await house.as('唐杰秀');
    await leader.call(readPerson, { params: { personId } });
    await leader.call(readPerson, { params: { personId } });
    const readers = [{ name: '唐杰秀', roles: ['leader'], on: '2026-11-23' }];
    expect((await self.call(readPerson, { params: { personId } })).readers).toEqual(readers);
    expect((await office.call(readPerson, { params: { personId } })).readers).toEqual(readers);
    expect((await leader.call(readPerson, { params: { personId } })).readers).toBeNull();
  });
});

describe('putting someone on the list', () => {
  test('makes the reading, seals the number and asks about a namesake', async () => {
    const unitId = await unitNamed('药学院');
    const body = { name: '单新立', unitId, affiliations: ['minmeng' as const], phone: '13800001111' };
    const { id } = await office.call(createPerson, { body });
    const record = await office.call(readPerson, { params: { personId: id } });
    expect(record).toMatchObject({
      reading: 'shan xin li',
      phone: '13800001111',
      representative: { sinceOn: '2026-11-23' },
    });
    const rests = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
      db.selectFrom('person').select('phone').where('person_id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(rests.phone?.toString('latin1')).not.toContain('13800001111');

    const again = await office.try(createPerson, { body });
    expect([again.statusCode, again.json().code, again.json().extra]).toEqual([
      409,
      'person.duplicate',
      { personId: id },
    ]);
    const other = await office.call(createPerson, { body: { ...body, another: true } });
    expect(other.id).not.toBe(id);
    const shared = await office.call(listPeople, { query: { q: '单新立' } });
    expect(shared.items.map((person) => person.sharesName)).toEqual([true, true]);
  });

  test('refuses a unit that there is not', async () => {
    const unitId = '018f0000-0000-7000-8000-000000000000' as Id;
    const refused = await office.try(createPerson, { body: { name: '何静', unitId } });
    expect([refused.statusCode, refused.json().field]).toEqual([422, 'unitId']);
  });
});

describe('changing a record', () => {
  test('moves what a row policy must place along with the person', async () => {
    const [from, to] = [await unitNamed('药学院'), await unitNamed('附属儿童医院')];
    const { id } = await office.call(createPerson, { body: { name: '仇月明', unitId: from } });
    await office.call(createStanding, { params: { personId: id }, body: STANDING });
    const changed = await office.call(updatePerson, {
      params: { personId: id },
      ifMatch: 1,
      body: {
        unitId: to,
        titles: ['主任医师'],
        reading: 'qiu yue ming',
      },
    });
    expect(changed.version).toBe(2);
    const officer = await house.as('顾晓芸');
    const seen = await officer.call(readPerson, { params: { personId: id } });
    expect(seen).toMatchObject({
      unit: { shortName: '儿童医院' },
      titles: ['主任医师'],
      standings: [{ written: '区政协委员' }],
    });
  });

  test('refuses an old version and shows the current one', async () => {
    const personId = await house.personId('林远');
    const { version } = await office.call(readPerson, { params: { personId } });
    await office.call(updatePerson, { params: { personId }, ifMatch: version, body: { position: '护理部主任' } });
    const stale = await office.try(updatePerson, {
      params: { personId },
      ifMatch: version,
      body: { position: '主任' },
    });
    expect(stale.statusCode).toBe(412);
    expect(stale.json().extra.current).toMatchObject({ position: '护理部主任', version: version + 1 });
    const missing = await office.try(updatePerson, { params: { personId }, body: { position: '主任' } });
    expect(missing.statusCode).toBe(428);
    const empty = await office.try(updatePerson, { params: { personId }, ifMatch: version + 1, body: {} });
    expect(empty.statusCode).toBe(400);
  });
});

describe('a standing', () => {
  test('5.2 — opens a tier, is corrected, ends, and says who told it', async () => {
    const unitId = await unitNamed('附属口腔医院');
    const { id: personId } = await office.call(createPerson, { body: { name: '邓琴', unitId } });
    const outside = await office.call(listPeople, { query: { show: 'outside' } });
    expect(outside.items.map(({ name }) => name)).toContain('邓琴');

    const { id: standingId } = await office.call(createStanding, { params: { personId }, body: STANDING });
    const params = { standingId };
    const record = await office.call(readPerson, { params: { personId } });
    expect(record.eligibility).toMatchObject([{ tier: 'unit', clause: '5.2', expiresOn: '2027-04-01' }]);
    expect(record.standings).toMatchObject([
      { body: '区政协', opens: ['unit'], source: '周敏 2026 年 11 月 23 日补充' },
    ]);

    const backwards = { ...STANDING, endsOn: plainDate('2022-03-01') };
    expect((await office.try(updateStanding, { params, ifMatch: 1, body: backwards })).statusCode).toBe(400);
    await office.call(updateStanding, { params, ifMatch: 1, body: { ...STANDING, endsOn: null, precision: null } });
    expect((await office.call(readPerson, { params: { personId } })).standings).toMatchObject([{ term: 'missing' }]);

    await office.call(endStanding, { params, ifMatch: 2, body: { endsOn: plainDate('2026-11-20') } });
    const ended = await office.call(readPerson, { params: { personId } });
    expect([ended.standings[0]?.time, ended.eligibility]).toEqual(['over', []]);
    const twice = await office.try(endStanding, { params, ifMatch: 3, body: { endsOn: plainDate('2026-11-21') } });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'standing.alreadyOver']);
  });

  test('is not given to a leader', async () => {
    const personId = await house.personId('田文建');
    const refused = await office.try(createStanding, { params: { personId }, body: STANDING });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'person.notRepresentative']);
  });

  test('turns from held to over as the days go by', async () => {
    const personId = await house.personId('王雅学');
    house.setNow('2027-01-01T02:00:00Z');
    const later = await house.as('周敏');
    const record = await later.call(readPerson, { params: { personId } });
    house.setNow(STORY_NOW);
    expect([record.standings.map((standing) => standing.time), record.eligibility]).toEqual([['over', 'over'], []]);
  });
});
