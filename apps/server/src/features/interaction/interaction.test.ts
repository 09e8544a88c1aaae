import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listTalks,
  logInteraction,
  readInteraction,
  undoInteraction,
} from '@zhengyou/domain/interaction/interaction.contract.ts';
import { readHome } from '@zhengyou/domain/interaction/home.contract.ts';
import { readLogDefaults, readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

let house: TestHouse;
let leader: Caller;
let friend: Id;

beforeAll(async () => {
  house = await openHouse();
  leader = await house.as('田文建');
  friend = await house.personId('林远');
});
afterAll(() => house.close());
beforeEach(() => house.setNow(STORY_NOW));

type Log = BodyInOf<typeof logInteraction>;
const aTalk = (change: Partial<Log> = {}): Log => ({
  representativeIds: [friend],
  channel: 'phone',
  when: { kind: 'now' },
  merge: 'separate',
  ...change,
});
const log = (change: Partial<Log> = {}, caller = leader) => caller.call(logInteraction, { body: aTalk(change) });
const tryLog = (change: Partial<Log> = {}, caller = leader) => caller.try(logInteraction, { body: aTalk(change) });
const undo = (made: { id: string; version: number }) =>
  leader.call(undoInteraction, { params: { interactionId: made.id }, ifMatch: made.version });
const yearOf = async () =>
  (await leader.call(readYear, { query: { each: 50 } })).rows.find((row) => row.person.id === friend)?.year;

describe('logging a talk', () => {
  it('takes two taps: what the sheet pre-chooses is accepted as it stands', async () => {
    const { people, self } = await leader.call(readLogDefaults, {});
    const first = people[0];
    expect(first).toMatchObject({ person: { name: '林远' }, channel: 'faceToFace', next: 'sixMonths' });
    expect(self).toBe(await house.personId('田文建'));
    const made = await leader.call(logInteraction, {
      body: {
        representativeIds: [first?.person.id ?? ''],
        channel: first?.channel ?? 'phone',
        when: { kind: 'now' },
        next: { choice: first?.next ?? 'open' },
      },
    });
    expect(made).toMatchObject({ version: 1, merged: false, happenedOn: '2026-11-23', nextOn: '2027-05-23' });
    expect(made.rows).toMatchObject([
      { person: { name: '林远' }, year: { state: 'met', done: 1, required: 1, aim: 2 } },
    ]);
    expect(await yearOf()).toMatchObject({ state: 'met', marks: [{ kind: 'talk', on: '2026-11-23' }] });
    await undo(made);
    expect(await yearOf()).toMatchObject({ state: 'onTrack', done: 0, marks: [] });
  });

  it('keeps the shared text, the points with their choice to be named, and the day of the institution', async () => {
    const made = await log({
      when: { kind: 'pick', on: '2026-10-21', at: '15:30' },
      words: ' 夜间门诊的人手；职工班车。 ',
      points: [
        { kind: 'opinion', words: '晚七点后的班车，能不能加一班' },
        { kind: 'difficulty', words: '孩子上学远', named: true },
      ],
      next: { choice: 'pick', on: '2026-11-26' },
      place: '东院会议室',
    });
    const read = await leader.call(readInteraction, { params: { interactionId: made.id } });
    expect(read).toMatchObject({
      happenedOn: '2026-10-21',
      happenedAt: '2026-10-21T07:30:00.000Z',
      precision: 'moment',
      channel: 'phone',
      words: '夜间门诊的人手；职工班车。',
      place: '东院会议室',
      nextOn: '2026-11-26',
      text: 'shown',
      points: [
        {
          kind: 'opinion',
          named: false,
          words: '晚七点后的班车，能不能加一班',
        },
        {
          kind: 'difficulty',
          named: true,
          words: '孩子上学远',
        },
      ],
    });
    expect((await yearOf())?.next).toEqual({ kind: 'planned', on: '2026-11-26', channel: 'phone' });
    await undo(made);
  });

  it('answers twenty sendings of one talk with one record', async () => {
    const body = aTalk();
    const key = 'a-key-for-one-talk-only';
    const answers = await Promise.all(Array.from({ length: 20 }, () => leader.try(logInteraction, { body, key })));
    const accepted = answers.filter((answer) => answer.statusCode === 200);
    expect(accepted.length).toBeGreaterThan(0);
    expect(answers.filter((answer) => answer.statusCode !== 200).every((answer) => answer.statusCode === 409)).toBe(
      true,
    );
    const ids = new Set([...accepted, await leader.try(logInteraction, { body, key })].map((one) => one.json().id));
    expect(ids.size).toBe(1);
    const { items } = await leader.call(listTalks, { query: { person: friend } });
    expect(items.map((item) => item.id)).toEqual([...ids]);
    await undo({ id: [...ids][0] ?? '', version: 1 });
  });

  it.each([
    ['tomorrow', { when: { kind: 'pick', on: '2026-11-24' } }, 'log.inFuture', 'on'],
    ['a time of today still to come', { when: { kind: 'pick', on: '2026-11-23', at: '18:00' } }, 'log.inFuture', 'on'],
    ['no day picked', { when: { kind: 'pick' } }, 'log.noDay', 'on'],
    ['last year without a reason', { when: { kind: 'pick', on: '2025-12-30' } }, 'log.lateReasonAsked', 'lateReason'],
    ['an empty line', { points: [{ kind: 'opinion', words: '  ' }] }, 'log.emptyPoint', 'points.0.words'],
    ['a next day gone by', { next: { choice: 'pick', on: '2026-11-20' } }, 'log.nextInPast', 'nextOn'],
    ['a next day not said', { next: { choice: 'pick' } }, 'log.noNextDay', 'nextOn'],
    ['a text too long', { words: '长'.repeat(20_001) }, 'log.textTooLong', 'words'],
  ] as const)('refuses %s, and says at which field', async (_, change, code, field) => {
    const answer = await tryLog(change as Partial<Log>);
    expect(answer.json()).toMatchObject({ code, field });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect((await leader.call(listTalks, { query: { person: friend } })).total).toBe(0);
  });

  it('takes a talk of last year with a reason, and does not count it for this one', async () => {
    const made = await log({ when: { kind: 'pick', on: '2025-12-30' }, lateReason: '当时出差，没有记' });
    expect(await yearOf()).toMatchObject({ done: 0, last: { on: '2025-12-30' } });
    const lastYear = await leader.call(readYear, { query: { year: 2025, each: 50 } });
    expect(lastYear.rows.find((row) => row.person.id === friend)?.year).toMatchObject({ state: 'met', done: 1 });
    await undo(made);
  });

  it('keeps an attempt without counting it', async () => {
    const made = await log({ cameAbout: false, words: '两次没接通' });
    expect(await yearOf()).toMatchObject({ state: 'onTrack', done: 0, marks: [] });
    expect((await leader.call(listTalks, { query: { person: friend } })).items).toMatchObject([{ cameAbout: false }]);
    await undo(made);
  });

  it('counts a visit apart from talks', async () => {
    const made = await log({ channel: 'visit' });
    expect(await yearOf()).toMatchObject({ state: 'onTrack', done: 0, marks: [{ kind: 'visit' }] });
    await undo(made);
  });
});

describe('the same talk twice', () => {
  it('is asked about, then merged or kept apart', async () => {
    const first = await log({ words: '先说的' });
    house.setNow('2026-11-23T05:00:00Z');
    const asked = await tryLog({ words: '补一句', merge: undefined } as Partial<Log>);
    expect(asked.statusCode).toBe(409);
    expect(asked.json()).toMatchObject({
      code: 'log.mergeAsked',
      extra: { earlier: { id: first.id, version: 1, words: '先说的', channel: 'phone' } },
    });
    const merged = await log({
      words: '补一句',
      points: [{ kind: 'opinion', words: '食堂' }],
      merge: { into: first.id, version: 1 },
    });
    expect(merged).toMatchObject({ id: first.id, version: 2, merged: true, undoUntil: null });
    const { items } = await leader.call(listTalks, { query: { person: friend } });
    expect(items).toMatchObject([{ words: '先说的\n补一句', points: [{ words: '食堂' }] }]);
    const stale = await tryLog({ merge: { into: first.id, version: 1 } });
    expect([stale.statusCode, stale.json().code]).toEqual([412, 'stale']);
    const second = await log({ merge: 'separate' });
    expect(second.id).not.toBe(first.id);
    expect(await yearOf()).toMatchObject({ done: 2 });
    await undo(second);
    house.setNow(STORY_NOW);
    await undo(merged);
  });

  it('is not asked about after six hours, by another way, or on another day', async () => {
    const made = [await log({ when: { kind: 'pick', on: '2026-11-20', at: '09:00' } })];
    for (const change of [
      { when: { kind: 'pick', on: '2026-11-20', at: '15:01' } },
      { when: { kind: 'pick', on: '2026-11-20', at: '09:30' }, channel: 'online' },
      { when: { kind: 'pick', on: '2026-11-19' } },
    ] as Partial<Log>[])
      made.push(await log({ ...change, merge: undefined } as Partial<Log>));
    for (const each of made) await undo(each);
  });
});

describe('taking it back', () => {
  it('leaves no record and no point, but the audit', async () => {
    const made = await log({ points: [{ kind: 'opinion', words: '停车' }] });
    const { rows } = await undo(made);
    expect(rows).toMatchObject([{ year: { done: 0 } }]);
    expect((await leader.try(readInteraction, { params: { interactionId: made.id } })).statusCode).toBe(404);
    const left = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => ({
      points: await db.selectFrom('interaction_point').selectAll().execute(),
      parties: await db.selectFrom('interaction_party').selectAll().execute(),
    }));
    expect(left).toEqual({ points: [], parties: [] });
  });

  it('asks for the version, ends after ten minutes, and belongs to whoever wrote it', async () => {
    const made = await log();
    const of = { params: { interactionId: made.id } };
    expect((await leader.try(undoInteraction, of)).statusCode).toBe(428);
    expect((await leader.try(undoInteraction, { ...of, ifMatch: 7 })).statusCode).toBe(412);
    const office = await house.as('周敏');
    expect((await office.try(undoInteraction, { ...of, ifMatch: 1 })).json().code).toBe('log.notYourRecord');
    house.setNow('2026-11-23T01:23:00Z');
    expect((await leader.try(undoInteraction, { ...of, ifMatch: 1 })).json().code).toBe('log.undoTooLate');
    house.setNow(STORY_NOW);
    await undo(made);
  });
});

describe('the pages of the year', () => {
  it('show the leader’s friends, the day of the unit as its own, and the arithmetic', async () => {
    const home = await leader.call(readHome, {});
    expect(home).toMatchObject({ year: 2026, talks: 0, cards: [], friends: [{ person: { name: '林远' } }] });
    const office = await house.as('周敏');
    const year = await office.call(readYear, { query: { each: 50 } });
    expect(year).toMatchObject({
      inReach: 3,
      byTier: { school: 3 },
      rules: [
        {
          tier: null,
          floor: 1,
          aim: 2,
          clause: '8.2',
        },
      ],
    });
    expect(year.rows.map((row) => row.year.arithmetic[0])).toMatchObject(
      year.rows.map(() => ({ line: 'requiredAndAim', facts: { required: 1, aim: 2, done: 0, clause: '8.2' } })),
    );
    expect(await office.call(readYear, { query: { q: 'fengfei', each: 50 } })).toMatchObject({
      byState: { onTrack: 1 },
      rows: [{ person: { name: '冯飞梅' } }],
    });
    expect((await office.call(readYear, { query: { state: 'met' } })).rows).toEqual([]);
    const ofFriend = await office.call(readYear, { query: { person: friend } });
    expect(ofFriend.rows.map((row) => [row.person.name, row.leader.name])).toEqual([['林远', '田文建']]);
  });

  it('call a friend with one tap as soon as the day comes near', async () => {
    house.setNow('2026-12-10T01:00:00Z');
    const again = await house.as('田文建');
    const home = await again.call(readHome, {});
    expect(home.cards).toMatchObject([
      { phone: '13806359039', row: { year: { state: 'dueSoon', dueOn: '2026-12-31' } } },
    ]);
  });

  it('ask the same number of statements of one pair and of many', async () => {
    const office = await house.as('周敏');
    const counts: Record<string, number> = {};
    for (const [name, ask] of Object.entries({
      one: () => leader.call(readYear, {}),
      many: () => office.call(readYear, {}),
      home: () => leader.call(readHome, {}),
      defaults: () => leader.call(readLogDefaults, {}),
      log: () => log(),
    }))
      counts[name] = await countStatements(ask);
    expect(counts['many']).toBe(counts['one']);
    // Session, transaction and bonds are half of them; what matters is that nothing grows with the rows.
    for (const count of Object.values(counts)) expect(count).toBeLessThanOrEqual(32);
  });
});
