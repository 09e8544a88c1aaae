/** 换届: a sandbox, what follows from it, a plan, the publication and the sheets; single events on the to-do; offices. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { createDraft, moveInDraft, readDraft, sendDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { enterPairing } from '@zhengyou/domain/pairing/pairing.contract.ts';
import {
  closeOffice,
  createOffice,
  listAdjustments,
  listOffices,
  readCoverage,
  readPortfolio,
} from '@zhengyou/domain/pairing/portfolio.contract.ts';
import {
  confirmPairing,
  declinePairing,
  publishPairings,
  readMyPairings,
  recommendPairing,
  requestChange,
} from '@zhengyou/domain/pairing/proposal.contract.ts';
import { changeFacts, readHandover, readPastedFacts, readRenewal } from '@zhengyou/domain/pairing/renewal.contract.ts';
import { createPerson, createStanding, readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

const TODAY = plainDate('2026-11-23');
const DECEMBER = plainDate('2026-12-01');

let house: TestHouse;
let office: Caller;
let children: Id;
let head: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  const { items } = await office.call(listUnits);
  children = items.find((unit) => unit.name === '附属儿童医院')?.id as Id;
  head = items.find((unit) => unit.name === '医学院本部')?.id as Id;
});
afterAll(() => house.close());
afterEach(() => house.setNow(STORY_NOW));

const who = (name: string) => house.personId(name);
const put = async (name: string, written = '市政协委员', endsOn = '2028-01-01', startsOn: string | null = null) => {
  const { id } = await office.call(createPerson, { body: { name, unitId: children } });
  await office.call(createStanding, {
    params: { personId: id },
    body: {
      kind: written.includes('主委') ? 'democraticParty' : 'consultativeConference',
      level: written.includes('主委') ? 'school' : 'municipal',
      written,
      role: written.includes('主委') ? 'chair' : 'councilMember',
      startsOn: startsOn === null ? null : plainDate(startsOn),
      endsOn: plainDate(endsOn),
      precision: 'day',
    },
  });
  return id;
};
const codeOf = (response: { statusCode: number; json(): { code?: string } }) => [
  response.statusCode,
  response.json().code,
];

describe('5.3 — a renewal', () => {
  test('is worked out in the sandbox, published whole, and hands over a sheet for each moved pair', async () => {
    const body = { name: '十二月换届', kind: 'renewal' as const, tier: 'school', effectiveOn: DECEMBER };
    const { id: draftId } = await office.call(createDraft, { body });
    const params = { draftId };
    const [tian, zhang, lin, feng] = [await who('田文建'), await who('张嘉'), await who('林远'), await who('冯飞梅')];
    const facts = {
      add: [
        { kind: 'postEnds' as const, personId: tian, onDay: DECEMBER },
        { kind: 'postBegins' as const, personId: zhang, unitId: head, title: '院长', charge: null, onDay: DECEMBER },
        { kind: 'leavesList' as const, personId: feng, onDay: DECEMBER },
      ],
    };
    await office.call(changeFacts, { params, ifMatch: 1, body: facts });
    const reversed = await office.try(changeFacts, {
      params,
      ifMatch: 2,
      body: {
        add: [
          {
            kind: 'standingBegins',
            personId: lin,
            standingKind: 'consultativeConference',
            level: 'municipal',
            role: 'councilMember',
            written: '市政协委员',
            onDay: DECEMBER,
            endsOn: TODAY,
          },
        ],
      },
    });
    expect([reversed.statusCode, reversed.json().field]).toEqual([400, 'add.0.endsOn']);
    const renewal = await office.call(readRenewal, { params });
    expect(renewal.facts.map((fact) => fact.says.zh)).toEqual([
      '12 月 1 日起不再任职',
      '12 月 1 日起任院长（本部）',
      '12 月 1 日起不在名单内',
    ]);
    expect(renewal.leaders.map((line) => [line.leader.name, line.change])).toEqual(
      expect.arrayContaining([
        ['田文建', 'leaves'],
        ['张嘉', 'arrives'],
      ]),
    );
    expect(renewal.outOfScope.map((line) => line.representative.name)).toEqual(['冯飞梅']);
    expect(renewal.due.map((line) => line.says.zh)).toEqual(
      expect.arrayContaining([expect.stringContaining('田文建与林远'), expect.stringContaining('唐杰秀与冯飞梅')]),
    );
    expect(renewal.due.every((line) => line.clause !== null)).toBe(true);
    // Nothing outside the sandbox has changed.
    expect((await office.call(readCoverage)).counts.leaders).toBe(34);
    expect((await office.call(readPortfolio, { params: { leaderId: tian } })).quota).toMatchObject({ has: 1 });

    await office.call(moveInDraft, {
      params,
      ifMatch: 2,
      body: {
        moves: [
          { op: 'move', representativeId: lin, fromLeaderId: tian, toLeaderId: zhang },
          { op: 'drop', representativeId: feng, leaderId: await who('唐杰秀') },
        ],
      },
    });
    const board = await office.call(readDraft, { params });
    expect(
      board.diff.lines.map((line) => [line.change, line.representative.name, line.reason.zh, line.clause]),
    ).toEqual([
      ['moved', '林远', '田文建12 月 1 日起不在任', '5.3'],
      ['dropped', '冯飞梅', '12 月 1 日起不在名单内', '5.3'],
    ]);
    const handover = await office.call(readHandover, { params });
    expect(
      handover.sheets.map((sheet) => [sheet.representative.name, sheet.from.name, sheet.to?.name ?? null]),
    ).toEqual([
      ['林远', '田文建', '张嘉'],
      ['冯飞梅', '唐杰秀', null],
    ]);

    const sent = await office.call(sendDraft, { params, ifMatch: 3, body: {} });
    // The day has not come: the new leader is asked, and nobody is without one in between.
    expect(sent).toMatchObject({ recommended: 1, ended: 0 });
    expect((await (await house.as('林远')).call(readMyPairings)).items[0]).toMatchObject({
      status: 'active',
      leader: { name: '田文建' },
    });
    const record = await office.call(readPerson, { params: { personId: zhang } });
    expect(record.posts.map((post) => [post.title, post.startsOn])).toContainEqual(['院长', DECEMBER]);

    house.setNow('2026-12-02T01:00:00Z');
    const later = await house.as('周敏');
    const due = await later.call(listAdjustments);
    expect(due.items.map((item) => [item.kind, item.representative?.name])).toEqual(
      expect.arrayContaining([
        ['leaderLeft', '林远'],
        ['plannedEnd', '冯飞梅'],
        ['representativeLeft', '冯飞梅'],
      ]),
    );
    expect(due.items.find((item) => item.kind === 'leaderLeft')).toMatchObject({
      clause: '5.3',
      urgent: true,
      on: DECEMBER,
    });
  });

  test('reads pasted lines as facts and asks what is doubtful, one by one', async () => {
    const body = { name: '粘贴', kind: 'renewal' as const, tier: 'school', effectiveOn: DECEMBER };
    const { id: draftId } = await office.call(createDraft, { body });
    const text = [
      '孙光军\t副院长\t2026年12月1日免去',
      '王雅学 任市政协委员 2027-01-01 至 2032-01-01',
      '林远，市人大代表，届满 2026.12.31',
      '查无此人 新任副院长 2026-12-01',
      '王雅学 市政协委员 2032-01-01 至 2027-01-01',
      '马洋 不知所云的一句话',
      '',
    ].join('\n');
    const { rows, tooMany } = await office.call(readPastedFacts, { params: { draftId }, body: { text } });
    expect(tooMany).toBe(false);
    expect(rows.map((row) => [row.line, row.fact?.kind ?? row.says?.zh])).toEqual([
      [1, 'postEnds'],
      [2, 'standingBegins'],
      [3, 'standingEnds'],
      [4, '没有找到这个名字，请核对，或先把人加进名单。'],
      [5, '结束的日子不晚于开始的日子，请核对。'],
      [6, 'postBegins'],
    ]);
    expect(rows[1]?.fact).toMatchObject({
      standingKind: 'consultativeConference',
      level: 'municipal',
      onDay: '2027-01-01',
      endsOn: '2032-01-01',
    });
    const long = await office.call(readPastedFacts, { params: { draftId }, body: { text: '林远 任\n'.repeat(5000) } });
    expect([long.rows.length, long.tooMany]).toEqual([500, true]);
  });
});

describe('5.3 — single events', () => {
  test('stand on the to-do by themselves, and leave it when they are settled', async () => {
    const kindsOf = async (caller: Caller) =>
      (await caller.call(listAdjustments)).items.map((item) => `${item.kind} ${item.representative?.name ?? ''}`);
    // What the renewal above has published stands here too.
    expect(await kindsOf(office)).toEqual(['leaderLeaves 林远', 'expiring 王雅学']);
    const friend = await put('岑秋', '市政协委员', '2027-03-01');
    await office.call(enterPairing, {
      body: { leaderId: await who('许霞'), representativeId: friend, startsOn: TODAY },
    });
    const self = await house.as('林远');
    const mine = (await self.call(readMyPairings)).items.find((item) => item.status === 'active');
    await self.call(requestChange, {
      params: { pairingId: mine?.id as Id },
      ifMatch: mine?.version ?? 0,
      body: { cause: 'time' },
    });
    const declined = await put('岑冬雪');
    const { id } = await office.call(recommendPairing, {
      body: { leaderId: await who('马洋'), representativeId: declined },
    });
    const leader = await house.as('马洋');
    await leader.call(declinePairing, { params: { pairingId: id }, ifMatch: 1, body: { cause: 'load' } });
    expect((await kindsOf(office)).sort()).toEqual(
      ['changeAsked 林远', 'declined 岑冬雪', 'expiring 岑秋', 'expiring 王雅学', 'leaderLeaves 林远'].sort(),
    );
    house.setNow('2027-04-01T01:00:00Z');
    const spring = (await (await house.as('周敏')).call(listAdjustments)).items;
    expect(spring.find((item) => item.representative?.name === '岑秋')).toMatchObject({
      kind: 'outOfScope',
      on: '2027-03-01',
      clause: '5.3',
    });
  });

  test('5.1 — coverage gives every figure its denominator, and the list that makes it', async () => {
    const coverage = await office.call(readCoverage, { query: { tier: 'school' } });
    expect(coverage.counts.leaders).toBeGreaterThan(7);
    expect(coverage.counts.eligible).toBe(coverage.counts.paired + coverage.counts.unpaired);
    expect(coverage.unpaired).toHaveLength(coverage.counts.unpaired);
    expect(coverage.short).toHaveLength(coverage.counts.short);
    expect(coverage.expiring.map((line) => [line.representative.name, line.within])).toEqual(
      expect.arrayContaining([
        ['王雅学', '60'],
        ['岑秋', '180'],
      ]),
    );
    const officer = await (await house.as('顾晓芸')).call(readCoverage);
    expect(officer.short.every((line) => line.unit.id === children)).toBe(true);
  });

  test('are read in as many statements for one pair as for many', async () => {
    const count = (work: () => Promise<unknown>) => countStatements(work);
    const reads = async () => [
      await count(() => office.call(listAdjustments)),
      await count(() => office.call(readCoverage)),
      await count(async () => office.call(readPortfolio, { params: { leaderId: await who('许霞') } })),
    ];
    const before = await reads();
    for (const name of ['岑一山', '岑二山', '岑三山']) {
      const representativeId = await put(name);
      await office.call(enterPairing, { body: { leaderId: await who('许霞'), representativeId, startsOn: TODAY } });
    }
    expect(await reads()).toEqual(before);
    expect(Math.max(...before)).toBeLessThan(30);
  });
});

describe('8.1 — an office as counterpart', () => {
  test('is whoever holds it that day; the pair follows when the office changes hands', async () => {
    const first = await put('龙一', '民盟医学院委员会主委', '2027-01-01');
    const leaderId = await who('赵秀生');
    const { id: pairingId } = await office.call(enterPairing, {
      body: { leaderId, representativeId: first, startsOn: TODAY },
    });
    const body = {
      name: '民盟医学院委员会主委',
      leaderId,
      standingKind: 'democraticParty' as const,
      level: 'school' as const,
      role: 'chair' as const,
      body: '民盟医学院委员会',
    };
    const created = await office.call(createOffice, { body });
    const one = (await office.call(listOffices)).items[0];
    expect(one).toMatchObject({
      holders: [{ name: '龙一' }],
      pairing: { id: pairingId },
      follows: true,
      clause: '5.3',
    });

    const second = await put('龙二', '民盟医学院委员会主委', '2032-01-01', '2027-01-01');
    expect(
      (await office.call(listOffices, { query: { on: plainDate('2027-02-01') } })).items[0]?.holders,
    ).toMatchObject([{ name: '龙二' }]);
    house.setNow('2027-02-01T01:00:00Z');
    const later = await house.as('周敏');
    const due = (await later.call(listAdjustments)).items.find((item) => item.kind === 'officeChanged');
    expect(due).toMatchObject({
      successor: { name: '龙二' },
      representative: { name: '龙一' },
      on: '2027-01-01',
      pairingId,
    });
    const next = await later.call(recommendPairing, {
      body: { leaderId, representativeId: second, replaces: pairingId, officeId: created.id },
    });
    await (await house.as('赵秀生')).call(confirmPairing, { params: { pairingId: next.id }, ifMatch: 1, body: {} });
    expect(await later.call(publishPairings, { body: { items: [{ id: next.id, version: 2 }] } })).toEqual({
      published: 1,
      ended: 1,
    });
    expect((await later.call(listAdjustments)).items.some((item) => item.kind === 'officeChanged')).toBe(false);
    const portfolio = await later.call(readPortfolio, { params: { leaderId } });
    expect(portfolio.friends.map((friend) => [friend.representative.name, friend.office])).toContainEqual([
      '龙二',
      '民盟医学院委员会主委',
    ]);
    expect(portfolio.earlier.map((line) => line.representative.name)).toContain('龙一');
    const stale = await later.try(closeOffice, { params: { officeId: created.id }, ifMatch: 7 });
    expect(codeOf(stale)).toEqual([412, 'stale']);
    await later.call(closeOffice, { params: { officeId: created.id }, ifMatch: 1 });
    expect((await later.call(listOffices)).items).toEqual([]);
  });
});
