/** Posts, circumstances, the list: what happens to a record beyond its fields. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { listPairings } from '@zhengyou/domain/pairing/pairing.contract.ts';
import {
  countPeople,
  createPerson,
  createStanding,
  listNamesakes,
  listPeople,
  readPerson,
} from '@zhengyou/domain/person/person.contract.ts';
import {
  createFact,
  createLeader,
  createPost,
  putBack,
  removeFact,
  removePost,
  takeOff,
  updateFact,
  updatePost,
} from '@zhengyou/domain/person/record.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let office: Caller;
let pharmacy: Id;
let children: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  const { items } = await office.call(listUnits);
  const unit = (name: string) => items.find((one) => one.name === name)?.id as Id;
  [pharmacy, children] = [unit('药学院'), unit('附属儿童医院')];
});
afterAll(() => house.close());

const read = (personId: Id, on?: string) => office.call(readPerson, { params: { personId }, query: on ? { on } : {} });
const put = async (name: string, unitId = pharmacy) => (await office.call(createPerson, { body: { name, unitId } })).id;
const FACT = { written: '退休', startsOn: plainDate('2026-09-01'), endsOn: null, precision: 'month' } as const;
const POST = { title: '副院长', charge: null, leadership: true, startsOn: null, endsOn: null, precision: null };

describe('a leader by hand', () => {
  test('5.1 — stands among the leaders with the posts as worded', async () => {
    const { id } = await office.call(createLeader, {
      body: { name: '种田', unitId: pharmacy, posts: '院长、党委副书记（协管统战）' },
    });
    const record = await read(id);
    expect([record.reading, record.representative]).toEqual(['chong tian', null]);
    expect(record.posts.map((post) => [post.title, post.charge, post.tier])).toEqual([
      ['院长', null, 'unit'],
      ['党委副书记', '协管统战', 'unit'],
    ]);
    const { items } = await office.call(listPeople, { query: { kind: 'leaders', q: 'chongt' } });
    expect(items.map((person) => person.name)).toEqual(['种田']);
    const twice = await office.try(createLeader, { body: { name: '种田', unitId: pharmacy, posts: '院长' } });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'person.duplicate']);
  });

  test('keeps, corrects, ends and takes away posts', async () => {
    const { id } = await office.call(createLeader, { body: { name: '洗星', unitId: pharmacy, posts: '院长' } });
    const { id: postId } = await office.call(createPost, {
      params: { personId: id },
      body: { ...POST, unitId: children, startsOn: '2025-03-01', precision: 'month' },
    });
    const wrong = await office.try(updatePost, {
      params: { postId },
      ifMatch: 1,
      body: { ...POST, unitId: children, startsOn: '2025-03-01', endsOn: '2025-03-01' },
    });
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'post.endsBeforeStart']);
    const body = { ...POST, unitId: children, startsOn: '2025-03-01', endsOn: '2026-11-01', precision: 'day' } as const;
    await office.call(updatePost, { params: { postId }, ifMatch: 1, body });
    expect((await office.try(updatePost, { params: { postId }, ifMatch: 1, body })).statusCode).toBe(412);
    expect((await read(id)).posts.find((post) => post.id === postId)?.endsOn).toBe('2026-11-01');
    await office.call(removePost, { params: { postId }, ifMatch: 2 });
    expect((await read(id)).posts.map((post) => post.title)).toEqual(['院长']);
  });
});

describe('circumstances', () => {
  test('are added, corrected and taken away', async () => {
    const personId = await put('尉迟恭');
    const { id: factId } = await office.call(createFact, { params: { personId }, body: { kind: 'retired', ...FACT } });
    const wrong = { ...FACT, endsOn: '2026-08-01' };
    expect((await office.try(updateFact, { params: { factId }, ifMatch: 1, body: wrong })).json().code).toBe(
      'fact.endsBeforeStart',
    );
    await office.call(updateFact, { params: { factId }, ifMatch: 1, body: { ...FACT, written: '到龄退休' } });
    expect((await read(personId)).facts).toMatchObject([{ kind: 'retired', written: '到龄退休', version: 2 }]);
    expect((await office.try(removeFact, { params: { factId }, ifMatch: 1 })).statusCode).toBe(412);
    await office.call(removeFact, { params: { factId }, ifMatch: 2 });
    expect((await read(personId)).facts).toEqual([]);
  });

  test('a death ends posts, pairs and the place on the list, asks nothing more, and leaves the record readable', async () => {
    const personId = await house.personId('冯飞梅');
    const ahead = { kind: 'deceased', ...FACT, written: '因病去世', startsOn: '2026-12-01' } as const;
    expect((await office.try(createFact, { params: { personId }, body: ahead })).json().code).toBe('person.ahead');
    const { id: factId } = await office.call(createFact, {
      params: { personId },
      body: { ...ahead, startsOn: plainDate('2026-11-20'), precision: 'day' },
    });
    const record = await read(personId);
    expect(record.deceased).toEqual({ on: '2026-11-20', precision: 'day' });
    expect(record.can).toEqual(['update', 'merge']);
    expect(record.pairings).toMatchObject([{ active: false, endsOn: '2026-11-20' }]);
    const listed = await office.call(listPeople);
    expect(listed.items.map((person) => person.name)).not.toContain('冯飞梅');
    const remembered = await office.call(listPeople, { query: { state: 'deceased' } });
    expect(remembered.items).toMatchObject([{ name: '冯飞梅', left: { on: '2026-11-20', reason: 'deceased' } }]);
    expect((await office.call(listPairings, { query: { representative: personId } })).items).toEqual([]);
    const more = await office.try(createFact, { params: { personId }, body: { kind: 'abroad', ...FACT } });
    expect([more.statusCode, more.json().code]).toEqual([422, 'person.deceased']);
    const standing = {
      kind: 'other',
      level: null,
      role: null,
      written: '某会会长',
      startsOn: null,
      endsOn: null,
    } as const;
    const added = await office.try(createStanding, { params: { personId }, body: { ...standing, precision: null } });
    expect(added.json().code).toBe('person.deceased');
    const back = await office.try(putBack, { params: { personId }, ifMatch: record.version, body: {} });
    expect(back.json().code).toBe('person.deceased');

    // Entered by mistake: the record opens again, and the place on the list is given back by hand.
    await office.call(removeFact, { params: { factId }, ifMatch: 1 });
    await office.call(putBack, { params: { personId }, ifMatch: record.version, body: {} });
    expect((await office.call(listPeople)).items.map((person) => person.name)).toContain('冯飞梅');
  });
});

describe('leaving the list', () => {
  test('5.3 — ends the pairs that day, says why, and can be taken back', async () => {
    const personId = await house.personId('林远');
    const { version } = await read(personId);
    const leave = (body: Record<string, unknown>) =>
      office.try(takeOff, { params: { personId }, ifMatch: version, body: body as never });
    expect((await leave({ on: '2026-12-01', reason: 'movedAway' })).json().code).toBe('person.ahead');
    expect((await leave({ on: '2026-11-01', reason: 'other' })).json().code).toBe('person.otherNeedsWords');
    expect((await leave({ on: '2026-11-01', reason: 'deceased' })).statusCode).toBe(400);
    expect((await leave({ on: '2026-11-01', reason: 'movedAway' })).statusCode).toBe(200);
    expect((await leave({ on: '2026-11-01', reason: 'movedAway' })).json().code).toBe('person.notListed');
    const record = await read(personId);
    expect(record.representative).toMatchObject({ untilOn: '2026-11-01', leftReason: 'movedAway' });
    expect(record.pairings.every((pairing) => !pairing.active)).toBe(true);
    expect((await read(personId, '2026-10-01')).pairings.some((pairing) => pairing.active)).toBe(true);
    const gone = await office.call(listPeople, { query: { state: 'left' } });
    expect(gone.items).toMatchObject([{ name: '林远', left: { reason: 'movedAway' } }]);
    await office.call(putBack, { params: { personId }, ifMatch: record.version, body: {} });
    expect((await office.call(countPeople)).whole).toBe((await office.call(listPeople)).total);
  });
});

describe('the record as of another day', () => {
  test('5.1 — tells the standings, the clause and what follows as they were or will be', async () => {
    const personId = await house.personId('王雅学');
    expect((await read(personId)).eligibility[0]).toMatchObject({ clause: '5.1', expiresOn: '2027-01-01' });
    const then = await read(personId, '2027-01-01');
    expect([then.on, then.eligibility, then.standings[0]?.time]).toEqual(['2027-01-01', [], 'over']);
  });

  test('warns of an end within half a year and within 60 days', async () => {
    const personId = await house.personId('王雅学');
    const warningOn = async (on: string) => (await read(personId, on)).standings.map((standing) => standing.warning);
    expect(await warningOn('2026-11-23')).toEqual(['within60', 'within60']);
    expect(await warningOn('2026-08-01')).toEqual(['within180', 'within180']);
    expect(await warningOn('2026-07-01')).toEqual([null, null]);
  });
});

describe('searching', () => {
  test('by a part of the name, by surname and initials, by letters anywhere; sorted by strokes', async () => {
    await put('阿依古丽·买买提', children);
    await put('单于丹', children);
    await put('丁一', children);
    const found = async (q: string) =>
      (await office.call(listPeople, { query: { q, unit: children } })).items.map((person) => person.name);
    expect(await found('买提')).toEqual([]);
    expect(await found('买买')).toEqual(['阿依古丽·买买提']);
    expect(await found('古丽买')).toEqual(['阿依古丽·买买提']);
    expect(await found('chanyud')).toEqual(['单于丹']);
    expect(await found('chanyd')).toEqual(['单于丹']);
    expect(await found("'; drop")).toEqual([]);
    const { items } = await office.call(listPeople, { query: { unit: children, sort: 'strokes' } });
    expect(items.map((person) => [person.name, person.strokes])).toEqual([
      ['丁一', 2],
      ['单于丹', 8],
      ['阿依古丽·买买提', 8],
    ]);
  });

  test('by the kind of standing held today, and by what it opens', async () => {
    const names = async (query: Record<string, string>) =>
      (await office.call(listPeople, { query })).items.map((person) => person.name);
    expect(await names({ standing: 'consultativeConference' })).toContain('王雅学');
    expect(await names({ standing: 'consultativeConference', level: 'district' })).not.toContain('王雅学');
    expect(await names({ show: 'near' })).toContain('王雅学');
    expect(await names({ show: 'outside' })).toContain('丁一');
  });

  test('says who has a name that is being typed', async () => {
    const { items } = await office.call(listNamesakes, { query: { names: ' 丁 一|不存在' } });
    expect(items).toMatchObject([{ name: '丁一', isRepresentative: true, isLeader: false }]);
  });
});
