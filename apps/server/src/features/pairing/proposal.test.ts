/** A pair on its way: recommended, declined, another, confirmed, published; asked to change and answered. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { enterPairing, listPairings, readRoster } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { foldPairing } from '@zhengyou/domain/pairing/pairing.steps.ts';
import {
  askForAnother,
  confirmPairing,
  declinePairing,
  keepPairing,
  listProposals,
  publishPairings,
  readMyPairings,
  readMyProposals,
  readPairing,
  recommendPairing,
  requestChange,
  withdrawPairing,
} from '@zhengyou/domain/pairing/proposal.contract.ts';
import {
  addWish,
  declareConflict,
  listConflicts,
  listWishes,
  removeWish,
} from '@zhengyou/domain/pairing/wish.contract.ts';
import { readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import { createPerson, createStanding } from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';
import { inTransaction } from '../../store/database.ts';
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
beforeEach(() => house.setNow(STORY_NOW));

let made = 0;
/** A new municipal member each time, befriended by the institution's tier. */
const put = async (written = '市政协委员') => {
  made += 1;
  const name = `岑${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'[made] ?? String(made)}`;
  const { id } = await office.call(createPerson, { body: { name, unitId: children } });
  await office.call(createStanding, {
    params: { personId: id },
    body: {
      kind: 'consultativeConference',
      level: written.startsWith('区') ? 'district' : 'municipal',
      written,
      role: 'councilMember',
      startsOn: null,
      endsOn: plainDate('2028-01-01'),
      precision: 'day',
    },
  });
  return { id, name };
};
const recommend = async (leader: string, representativeId: Id, more: { replaces?: Id; note?: string } = {}) =>
  office.call(recommendPairing, { body: { leaderId: await house.personId(leader), representativeId, ...more } });
const steps = (id: Id) =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
    listSteps(db, house.institutionId, id),
  );
const at = (id: Id) => ({ params: { pairingId: id } });
const codeOf = (response: { statusCode: number; json(): { code?: string } }) => [
  response.statusCode,
  response.json().code,
];

describe('8.1 — the office recommends and the leader confirms', () => {
  test('recommend, decline, another, confirm, publish: both sides read the same history', async () => {
    const [first, second] = [await put(), await put()];
    const leader = await house.as('许霞');
    const one = await recommend('许霞', first.id, { note: '同在医务条线' });
    expect(one).toMatchObject({ version: 1, status: 'recommended' });
    const waiting = await leader.call(readMyProposals);
    expect(waiting).toMatchObject({
      clause: '8.1',
      items: [
        {
          id: one.id,
          representative: { name: first.name, standings: ['市政协委员'] },
          why: { clause: '5.1', standing: '市政协委员' },
          note: '同在医务条线',
          proposedBy: '周敏',
          can: ['confirm', 'decline', 'askAnother'],
        },
      ],
    });
    // A proposal holds on no day: neither the roster nor the year counts it.
    const row = (await office.call(readRoster)).groups
      .flatMap((group) => group.leaders)
      .find((each) => each.name === '许霞');
    expect(row?.slots).toEqual([]);
    expect((await leader.call(readYear)).rows).toEqual([]);

    expect(await leader.call(declinePairing, { ...at(one.id), ifMatch: 1, body: { cause: 'field' } })).toEqual({
      version: 2,
    });
    expect((await office.call(listProposals, { query: { show: 'answered' } })).items).toMatchObject([
      { id: one.id, status: 'declined', answer: { cause: 'field', words: null } },
    ]);

    const two = await recommend('许霞', second.id);
    expect((await office.call(listProposals, { query: { show: 'answered' } })).items).toEqual([]);
    await leader.call(confirmPairing, { ...at(two.id), ifMatch: 1, body: {} });
    expect((await office.call(listProposals, { query: { show: 'confirmed' } })).items.map((each) => each.id)).toEqual([
      two.id,
    ]);
    expect(await office.call(publishPairings, { body: { items: [{ id: two.id, version: 2 }] } })).toEqual({
      published: 1,
      ended: 0,
    });

    const read = await leader.call(readPairing, at(two.id));
    expect(read.steps.map((step) => [step.action, step.by])).toEqual([
      ['recommend', '周敏'],
      ['confirm', '许霞'],
      ['publish', '周敏'],
    ]);
    expect(read).toMatchObject({ status: 'active', startsOn: TODAY, can: [] });
    const other = await (await house.as(second.name)).call(readPairing, at(two.id));
    expect(other.steps).toEqual(read.steps);
    expect(foldPairing(await steps(two.id))).toMatchObject({ status: 'active', startsOn: TODAY });
  });

  test('asking for another closes the proposal and puts it back on the office’s table', async () => {
    const friend = await put();
    const leader = await house.as('孙光军');
    const { id } = await recommend('孙光军', friend.id);
    await leader.call(askForAnother, { ...at(id), ifMatch: 1, body: { cause: 'other', words: '明年起分管科研' } });
    expect((await office.call(listProposals, { query: { show: 'answered' } })).items).toMatchObject([
      { id, status: 'anotherAsked', answer: { words: '明年起分管科研' } },
    ]);
    const wordless = await leader.try(declinePairing, { ...at(id), ifMatch: 2, body: { cause: 'other' } });
    expect([wordless.statusCode, wordless.json().field]).toEqual([400, 'words']);
  });

  test('silence waits, is asked again, escalates, and never confirms', async () => {
    const friend = await put();
    const { id } = await recommend('马洋', friend.id);
    const seen: unknown[] = [];
    for (const now of [
      '2026-11-29T01:00:00Z',
      '2026-11-30T01:00:00Z',
      '2026-12-07T01:00:00Z',
      '2027-11-30T01:00:00Z',
    ]) {
      house.setNow(now);
      const caller = await house.as('周敏');
      const { items, counts } = await caller.call(listProposals);
      const own = items.find((item) => item.id === id);
      seen.push([own?.status, own?.waiting?.state, counts.escalate > 0]);
    }
    expect(seen).toEqual([
      ['recommended', 'waiting', false],
      ['recommended', 'askAgain', false],
      ['recommended', 'escalate', true],
      ['recommended', 'escalate', true],
    ]);
    house.setNow(STORY_NOW);
    await office.call(withdrawPairing, { ...at(id), ifMatch: 1, body: { reason: '另有安排' } });
  });

  test('a unit decides its own: no leader is asked', async () => {
    const friend = await put('区政协委员');
    const officer = await house.as('顾晓芸');
    const decided = await officer.call(recommendPairing, {
      body: { leaderId: await house.personId('张嘉'), representativeId: friend.id },
    });
    expect(decided.status).toBe('confirmed');
    const published = await officer.call(publishPairings, { body: { items: [{ id: decided.id, version: 1 }] } });
    expect(published).toEqual({ published: 1, ended: 0 });
    expect(foldPairing(await steps(decided.id))).toMatchObject({ status: 'active', startsOn: TODAY });
  });

  test('what is not confirmed is not published, and one that is not holds back the rest', async () => {
    const [first, second] = [await put(), await put()];
    const [a, b] = [await recommend('唐杰秀', first.id), await recommend('唐杰秀', second.id)];
    await (await house.as('唐杰秀')).call(confirmPairing, { ...at(a.id), ifMatch: 1, body: {} });
    const items = [
      { id: a.id, version: 2 },
      { id: b.id, version: 1 },
    ];
    expect(codeOf(await office.try(publishPairings, { body: { items } }))).toEqual([409, 'pairing.notConfirmed']);
    expect(foldPairing(await steps(a.id))?.status).toBe('confirmed');
    const ahead = await office.try(publishPairings, {
      body: { items: items.slice(0, 1), startsOn: plainDate('2026-11-24') },
    });
    expect(codeOf(ahead)).toEqual([400, 'pairing.startsAhead']);
  });

  test('two officers publishing at once cannot both win', async () => {
    const friends = await Promise.all([1, 2, 3].map(async () => put()));
    const items: { id: Id; version: number }[] = [];
    const leader = await house.as('孙力');
    for (const friend of friends) {
      const { id } = await recommend('孙力', friend.id);
      await leader.call(confirmPairing, { ...at(id), ifMatch: 1, body: {} });
      items.push({ id, version: 2 });
    }
    const second = await house.as('沈知行');
    const [mine, theirs] = await Promise.all([
      office.try(publishPairings, { body: { items } }),
      second.try(publishPairings, { body: { items: items.toReversed() } }),
    ]);
    expect([mine.statusCode, theirs.statusCode].sort()).toEqual([200, expect.toBeOneOf([409, 412])]);
    for (const item of items)
      expect((await steps(item.id)).filter((step) => step.action === 'publish')).toHaveLength(1);
  });
});

describe('5.3 — asking for another leader', () => {
  test('is answered: kept with the reason, or granted by a pair that replaces it on its day', async () => {
    const self = await house.as('林远');
    const mine = (await self.call(readMyPairings)).items[0];
    expect(mine).toMatchObject({
      leader: { name: '田文建' },
      why: { clause: '5.1' },
      can: ['requestChange'],
      changeAsked: null,
    });
    if (!mine) throw new Error('no pair');
    await self.call(requestChange, { ...at(mine.id), ifMatch: 1, body: { cause: 'field', words: '我转到护理教育了' } });
    const again = await self.try(requestChange, { ...at(mine.id), ifMatch: 2, body: { cause: 'field' } });
    expect(codeOf(again)).toEqual([409, 'pairing.alreadyAsked']);
    expect((await office.call(listProposals, { query: { show: 'changeAsked' } })).items.map((item) => item.id)).toEqual(
      [mine.id],
    );

    await office.call(keepPairing, { ...at(mine.id), ifMatch: 2, body: { reason: '换届时一并调整' } });
    const after = (await self.call(readMyPairings)).items[0];
    expect(after).toMatchObject({ changeAsked: null, kept: { words: '换届时一并调整' }, can: ['requestChange'] });
    await self.call(requestChange, { ...at(mine.id), ifMatch: 3, body: { cause: 'newEyes' } });

    const next = await recommend('赵秀生', await house.personId('林远'), { replaces: mine.id });
    const leader = await house.as('赵秀生');
    await leader.call(confirmPairing, { ...at(next.id), ifMatch: 1, body: {} });
    // Until the day nobody is without a leader.
    expect((await self.call(readMyPairings)).items.filter((item) => item.status === 'active')).toMatchObject([
      { leader: { name: '田文建' } },
    ]);
    expect(await office.call(publishPairings, { body: { items: [{ id: next.id, version: 2 }] } })).toEqual({
      published: 1,
      ended: 1,
    });
    const { items } = await self.call(readMyPairings);
    expect(items.map((item) => [item.status, item.endsOn])).toEqual([
      ['active', null],
      ['ended', TODAY],
    ]);
    expect(foldPairing(await steps(mine.id))).toMatchObject({ status: 'ended', endsOn: TODAY, changeAskedOn: null });
  });
});

describe('ties and wishes', () => {
  test('a declared tie refuses the pair in words; a leader who names one is not asked again', async () => {
    const [first, second] = [await put(), await put()];
    await office.call(declareConflict, {
      body: { leaderId: await house.personId('赵秀生'), representativeId: first.id, kind: 'household' },
    });
    const refused = await office.try(recommendPairing, {
      body: { leaderId: await house.personId('赵秀生'), representativeId: first.id },
    });
    expect(codeOf(refused)).toEqual([422, 'pairing.household']);
    expect(refused.json().title).toContain('一家人');
    const entered = await office.try(enterPairing, {
      body: { leaderId: await house.personId('赵秀生'), representativeId: first.id, startsOn: TODAY },
    });
    expect(codeOf(entered)).toEqual([422, 'pairing.household']);

    const { id } = await recommend('赵秀生', second.id);
    const leader = await house.as('赵秀生');
    await leader.call(declinePairing, { ...at(id), ifMatch: 1, body: { cause: 'superior' } });
    expect((await leader.call(listConflicts)).items.map((item) => item.kind).sort()).toEqual(['household', 'superior']);
    const again = await office.try(recommendPairing, {
      body: { leaderId: await house.personId('赵秀生'), representativeId: second.id },
    });
    expect(codeOf(again)).toEqual([422, 'pairing.superior']);
  });

  test('a wish is about oneself, is read by whoever keeps the list, and goes when it is taken out', async () => {
    const self = await house.as('王雅学');
    const { id } = await self.call(addWish, { body: { kind: 'otherUnit' } });
    const told = await office.call(addWish, {
      body: { personId: await house.personId('王雅学'), kind: 'words', words: '愿谈护理人才' },
    });
    expect((await self.call(listWishes)).items.map((item) => [item.kind, item.toldTo])).toEqual([
      ['otherUnit', null],
      ['words', '周敏'],
    ]);
    const { items } = await office.call(listWishes, { query: { person: await house.personId('王雅学') } });
    expect(items).toHaveLength(2);
    await self.call(removeWish, { params: { wishId: id }, ifMatch: 1 });
    await self.call(removeWish, { params: { wishId: told.id }, ifMatch: 1 });
    expect((await office.call(listWishes)).items).toEqual([]);
  });
});

test('the stored status of every pair is what its steps fold to', async () => {
  const rows = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
    db
      .selectFrom('pairing')
      .select(['pairing_id', 'status', 'starts_on', 'ends_on', 'waiting_since', 'change_asked_on'])
      .execute(),
  );
  expect(new Set(rows.map((row) => row.status)).size).toBeGreaterThan(4);
  for (const row of rows)
    expect(foldPairing(await steps(row.pairing_id as Id))).toEqual({
      status: row.status,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      waitingSince: row.waiting_since,
      changeAskedOn: row.change_asked_on,
    });
});

test('the lists take as many statements for one pair as for many', async () => {
  const read = () =>
    countStatements(async () => {
      await office.call(listProposals, { query: { show: 'waiting' } });
    });
  const before = await read();
  for (let more = 0; more < 3; more += 1) await recommend('孙光军', (await put()).id);
  expect(await read()).toBe(before);
  expect((await office.call(listPairings, { query: { status: 'recommended' } })).total).toBeGreaterThan(2);
});
