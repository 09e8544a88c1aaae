/** Festival rounds: refused where they must be, ticked, recognised, taken back. Titles begin with the clause that they show. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { confirmText } from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { listTalks, logInteraction, undoInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import * as round from '@zhengyou/domain/occasion/round.contract.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import { befriended, friendsOf, pairingOf, roster, ROUND_NOW, SPRING, springRound } from './occasion.build.ts';

let house: TestHouse;
let office: Caller;
let second: Caller;
let leader: Caller;
let roundId: Id;

const code = (response: { json(): unknown }) => (response.json() as { code: string }).code;
const tick = (caller: Caller, pairingIds: readonly Id[], on = '2027-01-25', more: object = {}) =>
  caller.try(round.tickVisits, {
    params: { roundId },
    body: { on, visits: pairingIds.map((pairingId) => ({ pairingId, ...more })) },
  });
const visits = () =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from interaction where channel = 'visit'`.execute(db);
    return rows[0]?.count ?? -1;
  });

beforeAll(async () => {
  house = await openHouse({ now: ROUND_NOW });
  office = await house.as('周敏');
  second = await house.as('沈知行');
  leader = await house.as('田文建');
  for (const name of ['岑文甲', '岑文乙', '岑文丙', '岑文丁']) await befriended(house, office, name, '田文建');
});
afterAll(() => house.close());
beforeEach(() => house.setNow(ROUND_NOW));

describe('a round is refused', () => {
  it('for a festival that the measures do not name on that day, a window without it, a second time, to all but the office', async () => {
    const open = (body: object, caller = office) => caller.try(round.openRound, { body: { ...SPRING, ...body } });
    expect(code(await open({ on: '2027-02-07' }))).toBe('round.noFestival');
    expect(code(await open({ festival: 'newMoon' }))).toBe('round.noFestival');
    // A festival of some people alone, of whom nobody is marked.
    expect(code(await open({ festival: 'teachersDay', on: '2027-09-10' }))).toBe('round.noFestival');
    expect(code(await open({ until: '2027-02-06' }))).toBe('round.badWindow');
    expect(code(await open({ from: '2026-11-01' }))).toBe('round.badWindow');
    expect((await open({}, leader)).statusCode).toBe(403);
    expect((await open({}, await house.as('顾晓芸'))).statusCode).toBe(403);
    roundId = await springRound(office);
    expect(code(await open({}))).toBe('round.openAlready');
  });
});

describe('a tick is refused', () => {
  it('on a day to come, outside the window, of a stranger, and nothing of it is written', async () => {
    const own = await pairingOf(leader, roundId, '林远');
    const strange = await pairingOf(office, roundId, '冯飞梅');
    const before = await visits();
    expect(code(await tick(leader, [own], '2027-01-26'))).toBe('round.inFuture');
    expect(code(await tick(leader, [own], '2027-01-21'))).toBe('round.dayOutside');
    expect(code(await tick(leader, [own], '0001-01-01'))).toBe('round.dayOutside');
    expect(code(await tick(leader, [own, strange]))).toBe('round.notInRound');
    expect((await tick(await house.as('林远'), [own])).statusCode).toBe(403);
    expect((await tick(await house.as('孙力'), [strange])).statusCode).toBe(422);
    expect(await visits()).toBe(before);
  });

  it('with something to bring while the house has set nothing: it ships empty', async () => {
    expect(await office.call(round.listGiftKinds)).toEqual({ items: [], can: ['set'] });
    const own = await pairingOf(leader, roundId, '林远');
    const gift = { kindId: roundId, cents: 100 };
    expect(code(await tick(leader, [own], '2027-01-25', { gift }))).toBe('gift.noSuchKind');
  });
});

describe('7.2 — a festival round', () => {
  it('is proposed by the house when it is time, with its window', async () => {
    const { coming, ofGroups, rounds, can } = await office.call(round.listRounds);
    expect(coming.map((one) => [one.key, one.on, one.soon])).toEqual([]);
    expect(ofGroups.map((one) => one.key)).toEqual(['nursesDay']);
    expect(rounds).toMatchObject([
      { festival: 'springFestival', from: '2027-01-22', until: '2027-02-21', state: 'running', clause: '7.2' },
    ]);
    expect(can).toEqual(['open', 'setGifts', 'raise']);
    house.setNow('2026-11-23T01:00:00Z');
    const early = await (await house.as('周敏')).call(round.listRounds);
    expect(early.coming.map((one) => [one.key, one.on, one.soon])).toEqual([['newYear', '2027-01-01', false]]);
    house.setNow('2026-11-27T01:00:00Z');
    expect((await (await house.as('周敏')).call(round.listRounds)).coming[0]?.soon).toBe(true);
  });

  it('shows each leader’s friends with a day that suits, as far as one reaches', async () => {
    const all = await friendsOf(office, roundId);
    expect(all.map((friend) => friend.person.name)).toEqual(
      expect.arrayContaining(['林远', '冯飞梅', '王雅学', '岑文甲']),
    );
    const own = await roster(leader, roundId);
    expect(own.leaders.map((line) => [line.leader.name, line.friends.length, line.mine])).toEqual([
      ['田文建', 5, true],
    ]);
    expect([own.pairs, own.visited]).toEqual([5, 0]);
    // Ten working days before the festival, by weekends and statutory days alone: no table of 2027 is known.
    expect(own.estimated).toBe(true);
    const days = own.leaders[0]?.friends.map((friend) => friend.suggestedOn) ?? [];
    expect(days).toEqual(['2027-01-25', '2027-01-27', '2027-01-29', '2027-02-02', '2027-02-04']);
    const checker = await roster(await house.as('孙力'), roundId);
    expect(checker.can).toEqual([]);
  });

  it('8.2 — logs the visits in one press: shared records of both sides, a ■ in the year, no talk', async () => {
    const [one, two] = (await friendsOf(leader, roundId)).map((friend) => friend.pairingId);
    if (!one || !two) throw new Error('no friends');
    const key = 'tick-once-and-for-all-0001';
    const body = { on: '2027-01-25', visits: [{ pairingId: one }, { pairingId: two }] };
    const [first, again] = [
      await leader.call(round.tickVisits, { params: { roundId }, body, key }),
      await leader.call(round.tickVisits, { params: { roundId }, body, key }),
    ];
    expect(first).toMatchObject({ logged: 2, already: 0 });
    expect(again).toEqual(first);
    // Another attempt recognises them.
    expect((await tick(leader, [one, two])).json()).toMatchObject({ tickId: null, logged: 0, already: 2 });
    expect(await visits()).toBe(2);
    const seen = await roster(leader, roundId);
    expect([seen.visited, seen.pairs]).toEqual([2, 5]);
    const person = seen.leaders[0]?.friends.find((friend) => friend.pairingId === one)?.person;
    const row = (await leader.call(readYear, { query: { each: 500 } })).rows.find((each) => each.pairingId === one);
    expect(row?.year.marks).toContainEqual({ on: '2027-01-25', precision: 'day', kind: 'visit' });
    expect(row?.year.done).toBe(0);
    if (person?.name === '林远') {
      const friend = await house.as('林远');
      expect((await friend.call(listTalks, {})).items[0]).toMatchObject({ channel: 'visit', words: null });
      expect((await friend.call(round.listMyVisits)).items).toMatchObject([
        { leader: '田文建', on: '2027-01-25', gift: null },
      ]);
    }
  });

  it('recognises a visit that was written down on the sheet', async () => {
    const friend = (await friendsOf(leader, roundId)).find((one) => one.visited === null);
    if (!friend) throw new Error('nobody left');
    await leader.call(logInteraction, {
      body: { representativeIds: [friend.person.id], channel: 'visit', when: { kind: 'now' } },
    });
    expect((await tick(office, [friend.pairingId])).json()).toMatchObject({ logged: 0, already: 1 });
    expect((await friendsOf(office, roundId)).find((one) => one.pairingId === friend.pairingId)?.visited).toMatchObject(
      {
        on: '2027-01-25',
        recordedAs: null,
      },
    );
  });

  it('writes each visit once where two tick at the same moment', async () => {
    const left = (await friendsOf(office, roundId)).filter(
      (friend) => friend.visited === null && friend.leader === '田文建',
    );
    expect(left.length).toBeGreaterThan(1);
    const before = await visits();
    const ids = left.map((friend) => friend.pairingId);
    const answers = await Promise.all([tick(office, ids), tick(second, ids.toReversed()), tick(leader, ids)]);
    const logged = answers.map((answer) => (answer.json() as { logged: number }).logged);
    expect(logged.reduce((sum, one) => sum + one, 0)).toBe(left.length);
    expect(await visits()).toBe(before + left.length);
  });

  it('costs as many statements for one pair as for many', async () => {
    await befriended(house, office, '成文甲', '田文建');
    const few = await countStatements(() => roster(leader, roundId));
    for (const name of ['成文乙', '成文丙']) await befriended(house, office, name, '田文建');
    expect(await countStatements(() => roster(leader, roundId))).toBe(few);
    const left = (await friendsOf(leader, roundId))
      .filter((friend) => friend.visited === null)
      .map((one) => one.pairingId);
    const [one, ...rest] = left;
    if (!one || rest.length < 2) throw new Error('too few left');
    const alone = await countStatements(() => tick(leader, [one]));
    expect(await countStatements(() => tick(leader, rest))).toBe(alone);
  });
});

describe('taking a tick back', () => {
  const fresh = async (name: string) => {
    const made = await befriended(house, office, name, '田文建');
    const done = await leader.call(round.tickVisits, {
      params: { roundId },
      body: { on: '2027-01-25', visits: [{ pairingId: made.pairingId }] },
    });
    if (done.tickId === null) throw new Error('nothing was ticked');
    return { ...made, tickId: done.tickId };
  };

  it('is refused to a stranger, twice, and after thirty days', async () => {
    const { tickId } = await fresh('章文甲');
    const undo = (caller: Caller, ifMatch = 1) => caller.try(round.undoTick, { params: { tickId }, ifMatch });
    expect((await undo(await house.as('孙光军'))).statusCode).toBe(404);
    expect((await undo(leader, 2)).statusCode).toBe(412);
    house.setNow('2027-02-24T01:00:01Z');
    expect(code(await undo(await house.as('周敏')))).toBe('round.undoTooLate');
    house.setNow('2027-02-24T01:00:00Z');
    expect((await undo(await house.as('周敏'))).statusCode).toBe(200);
    expect((await undo(await house.as('周敏'), 2)).json()).toMatchObject({ code: 'round.undoneAlready' });
  });

  it('is shown before, keeps what the other side has answered, and makes room for a new tick', async () => {
    const made = await fresh('章文乙');
    const preview = await leader.call(round.previewTickUndo, { params: { tickId: made.tickId } });
    expect(preview).toMatchObject({ goes: [{ leader: '田文建', person: '章文乙' }], stays: [] });
    const before = await visits();
    const undone = await leader.call(round.undoTick, { params: { tickId: made.tickId }, ifMatch: preview.version });
    expect(undone).toEqual({ removed: 1, stayed: 0 });
    expect(await visits()).toBe(before - 1);
    expect((await tick(leader, [made.pairingId])).json()).toMatchObject({ logged: 1 });

    const answered = await fresh('章文丙');
    const friend = await house.as('章文丙');
    const [talk] = (await friend.call(listTalks, {})).items;
    if (!talk) throw new Error('no record');
    await friend.call(confirmText, { params: { interactionId: talk.id }, body: { version: talk.version } });
    expect(await leader.call(round.previewTickUndo, { params: { tickId: answered.tickId } })).toMatchObject({
      goes: [],
      stays: [{ person: '章文丙' }],
    });
    expect(await leader.call(round.undoTick, { params: { tickId: answered.tickId }, ifMatch: 1 })).toEqual({
      removed: 0,
      stayed: 1,
    });
    expect((await tick(leader, [answered.pairingId])).json()).toMatchObject({ logged: 0, already: 1 });
  });

  it('a single record taken back at once can be ticked again', async () => {
    const made = await fresh('章文丁');
    const [talk] = (await leader.call(listTalks, { query: { person: made.id } })).items;
    if (!talk) throw new Error('no record');
    await leader.call(undoInteraction, { params: { interactionId: talk.id }, ifMatch: talk.version });
    expect((await tick(leader, [made.pairingId])).json()).toMatchObject({ logged: 1 });
  });

  it('a round in which something was ticked is not taken away; an empty one is', async () => {
    expect(code(await office.try(round.withdrawRound, { params: { roundId }, ifMatch: 1 }))).toBe('round.hasVisits');
    const { id } = await office.call(round.openRound, { body: { festival: 'newYear', on: '2027-01-01' } });
    expect((await office.try(round.withdrawRound, { params: { roundId: id }, ifMatch: 2 })).statusCode).toBe(412);
    await office.call(round.withdrawRound, { params: { roundId: id }, ifMatch: 1 });
    expect((await office.try(round.readRound, { params: { roundId: id } })).statusCode).toBe(404);
  });
});

describe('what is brought along', () => {
  it('is of a kind that the office has set, within its limits, and the person sees it', async () => {
    const set = (body: object) =>
      office.try(round.setGiftKind, {
        body: {
          name: '水果',
          eachCents: 20_000,
          yearCents: 30_000,
          basis: '工会慰问规定第六条',
          from: '2027-01-01',
          ...body,
        },
      });
    expect(code(await set({ yearCents: 10_000 }))).toBe('gift.badLimit');
    expect((await leader.try(round.setGiftKind, { body: {} as never })).statusCode).toBe(403);
    const kind = (await set({})).json() as { id: Id };
    const made = await befriended(house, office, '贝文甲', '田文建');
    const other = await befriended(house, office, '贝文乙', '田文建');
    const give = (pairingId: Id, cents: number) =>
      tick(leader, [pairingId], '2027-01-25', { gift: { kindId: kind.id, cents } });
    const over = await give(made.pairingId, 20_001);
    expect([code(over), over.json().detail ?? over.json().title]).toMatchObject([
      'gift.overEach',
      expect.stringContaining('200'),
    ]);
    expect((await give(made.pairingId, 20_000)).json()).toMatchObject({ logged: 1 });
    const shown = (await friendsOf(leader, roundId)).find((friend) => friend.person.name === '贝文甲');
    expect(shown?.visited?.gift).toEqual({ name: '水果', cents: 20_000 });
    expect((await (await house.as('贝文甲')).call(round.listMyVisits)).items[0]?.gift).toEqual({
      name: '水果',
      cents: 20_000,
    });
    // A second leader of the same person meets what the first one brought.
    const { items } = await office.call(round.listGiftKinds);
    expect(items).toHaveLength(1);
    await office.call(round.endGiftKind, { params: { giftId: kind.id }, ifMatch: 1, body: {} });
    expect(code(await give(other.pairingId, 100))).toBe('gift.noSuchKind');
  });
});

describe('cut off in the middle of a tick', () => {
  it('leaves all of it or nothing: no claim, no record', async () => {
    const people = [];
    for (const name of ['隋文甲', '隋文乙', '隋文丙']) people.push(await befriended(house, office, name, '田文建'));
    const before = await visits();
    // A lock on the records stops the tick after its claims; then its connection is killed.
    const holder = new pg.Client({ connectionString: house.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table interaction in exclusive mode');
    const ticking = tick(
      leader,
      people.map((one) => one.pairingId),
    );
    let killed = 0;
    for (let tries = 0; killed === 0 && tries < 200; tries += 1) {
      await new Promise((wait) => setTimeout(wait, 20));
      const { rows } = await holder.query<{ gone: boolean }>(
        `select pg_terminate_backend(pid) as gone from pg_locks where relation = 'interaction'::regclass and not granted`,
      );
      killed = rows.length;
    }
    expect(killed).toBe(1);
    expect((await ticking).statusCode).toBeGreaterThanOrEqual(500);
    await holder.query('rollback');
    await holder.end();
    expect(await visits()).toBe(before);
    expect(
      (
        await tick(
          leader,
          people.map((one) => one.pairingId),
        )
      ).json(),
    ).toMatchObject({ logged: 3, already: 0 });
    expect(await visits()).toBe(before + 3);
  });
});
