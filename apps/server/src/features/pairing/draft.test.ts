/** The board: drafts, live checks, one plan sent together, undone; a plan asked for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import {
  changeDraft,
  createDraft,
  discardDraft,
  judgeMoves,
  listDrafts,
  moveInDraft,
  previewUndo,
  readDraft,
  sendDraft,
  undoDraft,
} from '@zhengyou/domain/pairing/draft.contract.ts';
import { readRoster } from '@zhengyou/domain/pairing/pairing.contract.ts';
import {
  confirmPairing,
  listProposals,
  publishPairings,
  readMyPairings,
} from '@zhengyou/domain/pairing/proposal.contract.ts';
import { applySolve, cancelSolve, readSolve, startSolve } from '@zhengyou/domain/pairing/solve.contract.ts';
import { declareConflict } from '@zhengyou/domain/pairing/wish.contract.ts';
import { createPerson, createStanding } from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { listSolvers } from './solve/solver-process.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

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

const put = async (name: string, level: 'municipal' | 'district' = 'municipal', unitId = children) => {
  const { id } = await office.call(createPerson, { body: { name, unitId } });
  await office.call(createStanding, {
    params: { personId: id },
    body: {
      kind: 'consultativeConference',
      level,
      written: level === 'district' ? '区政协委员' : '市政协委员',
      role: 'councilMember',
      startsOn: null,
      endsOn: plainDate('2028-01-01'),
      precision: 'day',
    },
  });
  return id;
};
const begin = async (name: string, more: { tier?: string; effectiveOn?: string; copyOf?: Id } = {}) => {
  const { effectiveOn = TODAY, ...rest } = more;
  const body = { name, tier: 'school', ...rest, effectiveOn: plainDate(effectiveOn) };
  const { id } = await office.call(createDraft, { body });
  return { draftId: id };
};
const move = (params: { draftId: Id }, moves: readonly object[], ifMatch: number) =>
  office.try(moveInDraft, { params, ifMatch, body: { moves } as never });
const who = (name: string) => house.personId(name);
const codeOf = (response: { statusCode: number; json(): { code?: string } }) => [
  response.statusCode,
  response.json().code,
];

describe('8.1 — the board', () => {
  test('shows leaders with slots, the pool, and says in words with the clause what a place would be', async () => {
    const friend = await put('岑安');
    const params = await begin('草案一');
    const board = await office.call(readDraft, { params });
    expect(board.leaders.map((leader) => leader.name).slice(0, 3)).toEqual(['王敏', '田文建', '孙力']);
    const row = board.leaders.find((leader) => leader.name === '田文建');
    expect(row).toMatchObject({
      quota: { required: 2, has: 1, short: 1, clause: '5.1' },
      slots: [{ change: 'kept', representative: { name: '林远' } }],
    });
    expect(board.pool.filter((entry) => entry.kind === 'unpaired')).toMatchObject([
      { representative: { name: '岑安' }, kind: 'unpaired', tier: 'school', clause: '5.1', placed: false },
    ]);
    const { items } = await office.call(judgeMoves, {
      params,
      query: { representative: friend, leader: await who('田文建') },
    });
    expect(items).toMatchObject([{ verdict: 'yes', clause: '5.1' }]);
    expect(items[0]?.says.zh).toBe('可以：市政协委员，2028 年 1 月 1 日届满。田文建还差 1 人。');
    await office.call(declareConflict, {
      body: { leaderId: await who('马洋'), representativeId: friend, kind: 'superior' },
    });
    const all = await office.call(judgeMoves, { params, query: { representative: friend } });
    expect(all.items).toHaveLength(8);
    expect(all.items.find((item) => item.leader.name === '马洋')).toMatchObject({ verdict: 'no' });
    await office.call(discardDraft, { params, ifMatch: 1 });
    expect((await office.call(listDrafts)).items).toEqual([]);
  });

  test('a move that breaks a rule is refused in words with its clause, and nothing of the rest is kept', async () => {
    const [fits, district] = [await put('岑北'), await put('岑冬', 'district')];
    const params = await begin('草案二');
    const leaderId = await who('许霞');
    const both = await move(
      params,
      [
        { op: 'add', leaderId, representativeId: fits },
        { op: 'add', leaderId, representativeId: district },
      ],
      1,
    );
    expect(codeOf(both)).toEqual([422, 'pairing.notEligible']);
    expect(both.json()).toMatchObject({ clause: '5.1' });
    expect((await office.call(readDraft, { params })).diff).toMatchObject({ added: 0 });

    const withReason = await move(
      params,
      [{ op: 'add', leaderId, representativeId: district, reason: '地方志专家' }],
      1,
    );
    expect(withReason.json()).toEqual({ version: 2 });
    expect(codeOf(await move(params, [{ op: 'add', leaderId, representativeId: fits }], 1))).toEqual([412, 'stale']);
    expect(codeOf(await move(params, [{ op: 'drop', leaderId, representativeId: fits }], 2))).toEqual([
      409,
      'draft.notInPlan',
    ]);
    await move(params, [{ op: 'pin', leaderId, representativeId: district }], 2);
    expect(codeOf(await move(params, [{ op: 'drop', leaderId, representativeId: district }], 3))).toEqual([
      409,
      'draft.pinned',
    ]);
    const copy = await begin('草案二乙', { copyOf: params.draftId });
    expect((await office.call(readDraft, { params: copy })).diff).toMatchObject({ added: 1 });
    const listed = await office.call(listDrafts);
    expect(listed.items.map((item) => [item.name, item.diff.added])).toEqual([
      ['草案二乙', 1],
      ['草案二', 1],
    ]);
    await office.call(changeDraft, { params: copy, ifMatch: 1, body: { clear: true, name: '空' } });
    expect((await office.call(readDraft, { params: copy })).diff).toMatchObject({ added: 0 });
    for (const [one, ifMatch] of [
      [params, 3],
      [copy, 2],
    ] as const)
      await office.call(discardDraft, { params: one, ifMatch });
  });

  test('publishing asks every leader at once; the pair that moves ends when its successor is published', async () => {
    const added = await put('岑方');
    const params = await begin('草案三：改动最少');
    const [feng, wang] = [await who('冯飞梅'), await who('王敏')];
    const from = await who('唐杰秀');
    const moved = await move(
      params,
      [
        { op: 'move', representativeId: feng, fromLeaderId: from, toLeaderId: wang, reason: '分管工作相近' },
        { op: 'add', leaderId: wang, representativeId: added },
        { op: 'add', leaderId: from, representativeId: added },
      ],
      1,
    );
    expect(moved.statusCode).toBe(200);
    const board = await office.call(readDraft, { params });
    expect(board.diff).toMatchObject({ moved: 1, added: 2, dropped: 0 });
    expect(board.asks).toBe(2);
    expect(
      board.diff.lines.map((line) => [line.representative.name, line.from?.name, line.to?.name, line.reason.zh]),
    ).toEqual(
      expect.arrayContaining([
        ['冯飞梅', '唐杰秀', '王敏', '分管工作相近'],
        ['岑方', undefined, '王敏', '市政协委员，应有联系人'],
      ]),
    );
    expect(board.leaders.find((leader) => leader.name === '唐杰秀')?.gone).toMatchObject([
      { representative: { name: '冯飞梅' }, to: { name: '王敏' } },
    ]);

    // Two officers at once: one of them wins, and the plan is sent once.
    const second = await house.as('沈知行');
    const both = await Promise.all(
      [office, second].map((caller) => caller.try(sendDraft, { params, ifMatch: 2, body: {} })),
    );
    expect(both.map((response) => response.statusCode).sort()).toEqual([200, expect.toBeOneOf([409, 412])]);
    const won = both.find((response) => response.statusCode === 200);
    expect(won?.json()).toMatchObject({ recommended: 3, leadersAsked: 2, decided: 0, published: 0, ended: 0 });
    const waiting = await office.call(listProposals, { query: { draft: params.draftId } });
    expect(waiting.items).toHaveLength(3);
    expect((await office.call(readDraft, { params })).draft).toMatchObject({
      status: 'sent',
      can: ['undo'],
      undoUntil: '2026-12-23',
    });

    const leader = await house.as('王敏');
    const own = waiting.items.find((item) => item.representative.name === '冯飞梅');
    if (!own) throw new Error('not sent');
    expect(own).toMatchObject({ replaces: { leader: { name: '唐杰秀' } }, why: { reason: '分管工作相近' } });
    await leader.call(confirmPairing, { params: { pairingId: own.id }, ifMatch: 1, body: {} });

    const preview = await office.call(previewUndo, { params });
    expect(preview.takesBack.map((line) => [line.leader.name, line.what]).sort()).toEqual([
      ['唐杰秀', 'recommended'],
      ['王敏', 'recommended'],
    ]);
    expect(preview.stays).toMatchObject([{ representative: { name: '冯飞梅' }, because: 'confirmed' }]);
    expect(await office.call(undoDraft, { params, ifMatch: 3, body: {} })).toMatchObject({ takenBack: 2, stayed: 1 });
    expect((await office.call(listProposals)).items).toEqual([]);

    await office.call(publishPairings, { body: { items: [{ id: own.id, version: 2 }] } });
    const mine = await (await house.as('冯飞梅')).call(readMyPairings);
    expect(mine.items.map((item) => [item.leader.name ?? '—', item.status])).toEqual([
      ['王敏', 'active'],
      ['—', 'ended'],
    ]);
  });

  test('a unit’s plan needs no leader’s yes: it holds at once, and undoing takes it back while nobody has talked', async () => {
    const friend = await put('岑谷', 'district');
    const officer = await house.as('顾晓芸');
    const { id: draftId } = await officer.call(createDraft, {
      body: { name: '儿童医院', tier: 'unit', unitId: children, effectiveOn: TODAY },
    });
    const params = { draftId };
    const leaderId = await who('张嘉');
    await officer.call(moveInDraft, {
      params,
      ifMatch: 1,
      body: { moves: [{ op: 'add', leaderId, representativeId: friend }] },
    });
    expect(await officer.call(sendDraft, { params, ifMatch: 2, body: {} })).toMatchObject({
      decided: 1,
      published: 1,
      recommended: 0,
    });
    const roster = await officer.call(readRoster);
    expect(roster.groups[0]?.leaders.find((leader) => leader.id === leaderId)?.slots).toHaveLength(1);
    expect((await officer.call(previewUndo, { params })).takesBack).toMatchObject([{ what: 'published' }]);
    await officer.call(undoDraft, { params, ifMatch: 3, body: {} });
    const after = await officer.call(readRoster);
    expect(after.groups[0]?.leaders.find((leader) => leader.id === leaderId)?.slots).toEqual([]);
    const again = await officer.try(undoDraft, { params, ifMatch: 4, body: {} });
    expect(codeOf(again)).toEqual([409, 'draft.notSent']);
  });

  test('is undone for thirty days, not longer', async () => {
    const friend = await put('岑河');
    const params = await begin('草案四');
    await move(params, [{ op: 'add', leaderId: await who('许霞'), representativeId: friend }], 1);
    await office.call(sendDraft, { params, ifMatch: 2, body: {} });
    house.setNow('2026-12-24T01:00:00Z');
    const late = await (await house.as('周敏')).try(undoDraft, { params, ifMatch: 3, body: {} });
    house.setNow('2026-11-23T01:12:00Z');
    expect(codeOf(late)).toEqual([409, 'draft.undoTooLate']);
    await office.call(undoDraft, { params, ifMatch: 3, body: {} });
  });

  test('reads a board in as many statements for one pair as for many', async () => {
    const params = await begin('草案五');
    const read = () =>
      countStatements(async () => {
        await office.call(readDraft, { params });
      });
    const before = await read();
    const friends = [await put('岑江'), await put('岑空'), await put('岑林')];
    const leaderId = await who('许霞');
    await move(
      params,
      friends.map((representativeId) => ({ op: 'add', leaderId, representativeId })),
      1,
    );
    expect(await read()).toBe(before);
    expect(before).toBeLessThan(30);
  });
});

describe('5.3 — a plan is asked for', () => {
  const solved = async (solveId: Id) => {
    for (;;) {
      const solve = await office.call(readSolve, { params: { solveId } });
      if (solve.status !== 'running') return solve;
      await new Promise((wait) => setTimeout(wait, 50));
    }
  };

  test('pins stay, the fewest change, every change has its sentence, and it is taken over into the draft', async () => {
    const params = await begin('求方案');
    const [lin, tian] = [await who('林远'), await who('田文建')];
    await move(params, [{ op: 'pin', leaderId: tian, representativeId: lin }], 1);
    const { id } = await office.call(startSolve, { params, body: {} });
    const solve = await solved(id);
    if (solve.status === 'infeasible') {
      // Eight leaders ask for two each: with fewer people there is no plan, and it says whom and what would cure it.
      expect(solve.conflicts.length).toBeGreaterThan(0);
      expect(solve.says?.zh).toMatch(/人/);
    }
    for (const [at, name] of [
      '单甲',
      '单乙',
      '单丙',
      '单丁',
      '单戊',
      '单己',
      '单庚',
      '单辛',
      '单壬',
      '单癸',
      '单子',
      '单丑',
    ].entries())
      await put(`${name}${at % 2 === 0 ? '文' : '武'}`);
    const next = await office.call(startSolve, { params, body: { timeLimit: 20 } });
    const plan = await solved(next.id);
    expect(plan).toMatchObject({ status: 'done', outdated: false, applied: false });
    expect(plan.diff?.moved).toBe(0);
    expect(plan.lines.every((line) => line.reason.zh.length > 3)).toBe(true);
    expect(plan.lines.length).toBeGreaterThan(8);
    await office.call(applySolve, { params, ifMatch: 2, body: { solveId: next.id } });
    const board = await office.call(readDraft, { params });
    expect(board.leaders.every((leader) => leader.quota.short === 0)).toBe(true);
    expect(board.problems).toBe(0);
    expect(board.solve).toMatchObject({ id: next.id, applied: true });
    expect(
      board.leaders.find((leader) => leader.id === tian)?.slots.find((slot) => slot.representative.id === lin),
    ).toMatchObject({ pinned: true, change: 'kept' });
  });

  test('is called off, and is not taken over', async () => {
    const params = await begin('停下');
    const { id } = await office.call(startSolve, { params, body: {} });
    await office.call(cancelSolve, { params: { solveId: id }, body: {} });
    const solve = await solved(id);
    expect(solve.status).toBeOneOf(['cancelled', 'done', 'infeasible']);
    if (solve.status === 'cancelled')
      expect(codeOf(await office.try(applySolve, { params, ifMatch: 1, body: { solveId: id } }))).toEqual([
        409,
        'draft.notSolved',
      ]);
  });
});

test('a server that ends leaves no solver behind, working or kept', async () => {
  const other = await openHouse();
  const officer = await other.as('周敏');
  const { id } = await officer.call(createDraft, { body: { name: '收尾', effectiveOn: TODAY } });
  await officer.call(startSolve, { params: { draftId: id }, body: {} });
  await other.close();
  expect(listSolvers()).toEqual([]);
});
