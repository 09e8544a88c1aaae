/** Excuses and later reminders: refusals first, then what they do and do not change, and that the history says all of it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHome } from '@zhengyou/domain/interaction/home.contract.ts';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { foldPauses, type PauseStep } from '@zhengyou/domain/interaction/pause.ts';
import { excusePair, listPauses, snoozePair, takeBackPause } from '@zhengyou/domain/interaction/pause.contract.ts';
import { readMyLeaders, readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

const houses: TestHouse[] = [];
const open = async (options: Parameters<typeof openHouse>[0] = {}) => {
  const house = await openHouse(options);
  houses.push(house);
  return house;
};
afterAll(async () => {
  for (const house of houses) await house.close();
});

const d = plainDate;
const pairOf = async (house: TestHouse, name: string): Promise<Id> => {
  const { rows } = await (await house.as('周敏')).call(readYear, { query: { each: 50 } });
  const row = rows.find((one) => one.person.name === name);
  if (!row) throw new Error(`${name} has no pair`);
  return row.pairingId;
};
const away = { lastOn: d('2027-02-28'), reason: '国外访学' };

let house: TestHouse;
let pair: Id;
let leader: Caller;
beforeAll(async () => {
  house = await open();
  pair = await pairOf(house, '林远');
  leader = await house.as('田文建');
});
beforeEach(() => house.setNow(STORY_NOW));

const of = () => ({ params: { pairingId: pair } });
const rowNow = async (caller = leader) =>
  (await caller.call(readYear, { query: { each: 50 } })).rows.find((row) => row.pairingId === pair);

describe('putting off is refused', () => {
  it('to the representative, to whoever only checks, and to the leader and the officer of others', async () => {
    const body = away;
    for (const [name, status] of [
      ['林远', 403],
      ['孙力', 403],
      ['唐杰秀', 404],
      ['顾晓芸', 404],
    ] as const) {
      const caller = await house.as(name);
      expect([name, (await caller.try(excusePair, { ...of(), body })).statusCode]).toEqual([name, status]);
      const snooze = await caller.try(snoozePair, { ...of(), body: { untilOn: d('2026-12-01') } });
      expect([name, snooze.statusCode]).toEqual([name, status]);
      const undo = await caller.try(takeBackPause, { params: { ...of().params, ordinal: 1 }, ifMatch: 1 });
      expect([name, undo.statusCode]).toEqual([name, status]);
    }
  });

  it.each([
    ['without a reason', { ...away, reason: ' ' }, 'pause.excuseReason', 'reason'],
    ['ending before it begins', { ...away, fromOn: d('2027-03-01') }, 'pause.endsBefore', 'lastOn'],
    ['from an earlier year', { ...away, fromOn: d('2025-12-31') }, 'pause.earlierYear', 'fromOn'],
    ['for longer than two years', { ...away, lastOn: d('2028-11-24') }, 'pause.tooLong', 'lastOn'],
  ])('an excuse %s', async (_, body, code, field) => {
    const reply = await leader.try(excusePair, { ...of(), body });
    expect([reply.statusCode, reply.json()]).toMatchObject([400, { code, field }]);
  });

  it.each([
    ['for today', d('2026-11-23'), 'pause.notLater'],
    ['for half a year and a day', d('2027-05-24'), 'pause.tooLate'],
  ])('a later reminder %s', async (_, untilOn, code) => {
    const reply = await leader.try(snoozePair, { ...of(), body: { untilOn } });
    expect([reply.statusCode, reply.json().code]).toEqual([400, code]);
  });

  it('for a pair that is none', async () => {
    const params = { pairingId: house.institutionId };
    expect((await leader.try(excusePair, { params, body: away })).json()).toMatchObject({ code: 'pause.noPair' });
  });

  it('and nothing of it was kept', async () => {
    expect(await leader.call(listPauses, of())).toMatchObject({ version: 0, steps: [] });
  });
});

describe('8.2 — an excuse', () => {
  it('shows apart with its reason and end, both days included, and is taken back whole', async () => {
    const made = await leader.call(excusePair, { ...of(), body: { ...away, fromOn: d('2026-11-01') } });
    expect(made).toMatchObject({
      ordinal: 1,
      version: 1,
      row: {
        excused: { from: '2026-11-01', until: '2027-03-01' },
        year: { state: 'excused', excuse: { reason: '国外访学', until: '2027-03-01' }, dueOn: null },
        pause: { excuses: [{ ordinal: 1, fromOn: '2026-11-01', lastOn: '2027-02-28', reason: '国外访学' }] },
        can: ['putOff'],
      },
    });
    house.setNow('2027-02-28T15:59:00Z');
    const lastDay = await house.as('田文建');
    expect((await rowNow(lastDay))?.year.state).toBe('excused');
    house.setNow('2027-02-28T16:01:00Z');
    expect((await rowNow(await house.as('田文建')))?.year.state).not.toBe('excused');
    house.setNow(STORY_NOW);

    const friend = await house.as('林远');
    expect((await friend.call(listPauses, of())).can).toEqual([]);
    expect((await friend.call(readMyLeaders, {})).items[0]?.pauses).toMatchObject([
      { action: 'excuse', reason: '国外访学', name: '田文建', lastOn: '2027-02-28', takenBack: false },
    ]);

    const params = { ...of().params, ordinal: 1 };
    expect((await leader.try(takeBackPause, { params })).statusCode).toBe(428);
    expect((await leader.try(takeBackPause, { params, ifMatch: 9 })).statusCode).toBe(412);
    const back = await leader.call(takeBackPause, { params, ifMatch: 1 });
    expect(back.row).toMatchObject({ excused: null, year: { state: 'onTrack', dueOn: '2026-12-31' } });
    expect((await leader.try(takeBackPause, { params, ifMatch: 2 })).json().code).toBe('pause.goneAlready');
    expect((await friend.call(listPauses, of())).steps.map((step) => [step.action, step.takenBack])).toEqual([
      ['excuse', true],
      ['takeBack', false],
    ]);
  });

  it('leaves its share of the year, and what was talked in it counts', async () => {
    const office = await house.as('周敏');
    const made = await office.call(excusePair, {
      ...of(),
      body: { fromOn: d('2026-01-15'), lastOn: d('2026-11-20'), reason: '援疆' },
    });
    // Fewer than ninety days are left of the year: nothing is owed, nothing presses.
    expect(made.row.year).toMatchObject({ state: 'onTrack', required: 0, dueOn: null });
    const logged = await leader.call(logInteraction, {
      body: { representativeIds: [await house.personId('林远')], channel: 'phone', when: { kind: 'yesterday' } },
    });
    expect(logged.rows[0]?.year).toMatchObject({ state: 'met', done: 1 });
    await office.call(takeBackPause, { params: { ...of().params, ordinal: made.ordinal }, ifMatch: made.version });
  });
});

describe('a later reminder', () => {
  it('never changes the state of the duty, only when one is reminded, and asks why from the second time on', async () => {
    const params = { pairingId: await pairOf(house, '冯飞梅') };
    house.setNow('2026-12-10T01:00:00Z');
    const tang = await house.as('唐杰秀');
    const before = await tang.call(readHome, {});
    expect(before.cards).toMatchObject([{ row: { year: { state: 'dueSoon' }, pause: { asksReason: false } } }]);

    const first = await tang.call(snoozePair, { params, body: { untilOn: d('2026-12-17') } });
    expect(first.row).toMatchObject({
      year: { state: 'dueSoon', dueOn: '2026-12-31' },
      pause: { snoozedUntil: '2026-12-17', asksReason: true },
    });
    expect(await tang.call(readHome, {})).toMatchObject({
      cards: [],
      friends: [{ year: { state: 'dueSoon' }, pause: { snoozedUntil: '2026-12-17' } }],
    });
    const again = await tang.try(snoozePair, { params, body: { untilOn: d('2026-12-20') } });
    expect([again.statusCode, again.json()]).toMatchObject([400, { code: 'pause.snoozeReason', field: 'reason' }]);
    const second = await tang.call(snoozePair, { params, body: { untilOn: d('2026-12-20'), reason: '等她出差回来' } });
    expect(second.row.pause.snoozedUntil).toBe('2026-12-20');
    const back = await tang.call(takeBackPause, { params: { ...params, ordinal: second.ordinal }, ifMatch: 2 });
    // What stood before it stands again.
    expect(back.row.pause.snoozedUntil).toBe('2026-12-17');
    expect((await (await house.as('冯飞梅')).call(listPauses, { params })).steps).toMatchObject([
      { action: 'snooze', untilOn: '2026-12-17' },
      { action: 'snooze', untilOn: '2026-12-20', reason: '等她出差回来', takenBack: true },
      { action: 'takeBack', undoes: 2 },
    ]);

    house.setNow('2026-12-17T01:00:00Z');
    expect((await (await house.as('唐杰秀')).call(readHome, {})).cards).toHaveLength(1);
  });

  it('starts anew after a talk', async () => {
    house.setNow('2026-12-18T01:00:00Z');
    const tang = await house.as('唐杰秀');
    const params = { pairingId: await pairOf(house, '冯飞梅') };
    await tang.call(logInteraction, {
      body: { representativeIds: [await house.personId('冯飞梅')], channel: 'phone', when: { kind: 'now' } },
    });
    const made = await tang.call(snoozePair, { params, body: { untilOn: d('2027-01-18') } });
    expect(made.row).toMatchObject({ year: { state: 'met' }, pause: { snoozedUntil: '2027-01-18' } });
  });

  it('is one step, asked for twice with one key', async () => {
    const key = 'one-and-the-same-snooze';
    const body = { untilOn: d('2026-12-01') };
    const first = await leader.call(snoozePair, { ...of(), body, key });
    expect((await leader.call(snoozePair, { ...of(), body, key })).ordinal).toBe(first.ordinal);
  });
});

describe('what is stored', () => {
  it('is what the steps make of it', async () => {
    const { stored, steps } = await inTransaction(
      house.pool,
      { institution: house.institutionId, whole: true },
      async (db) => ({
        stored: await db.selectFrom('contact_pause').selectAll().execute(),
        steps: await db.selectFrom('contact_pause_step').selectAll().orderBy('ordinal').execute(),
      }),
    );
    expect(stored).toHaveLength(2);
    for (const row of stored) {
      const own = steps.filter((step) => step.pairing_id === row.pairing_id);
      const folded = foldPauses(
        own.map((step): PauseStep => ({
          ordinal: step.ordinal,
          action: step.action as PauseStep['action'],
          doneOn: d(step.done_on),
          from: step.starts_on === null ? null : d(step.starts_on),
          until: step.ends_on === null ? null : d(step.ends_on),
          reason: step.reason,
          undoes: step.undoes,
        })),
      );
      expect({ excuses: row.excuses, snoozes: row.snoozes, version: row.version }).toEqual({
        ...folded,
        version: own.length,
      });
      expect(row.snoozed_until).toBe(folded.snoozes.at(-1)?.until ?? null);
    }
  });

  it('is appended and never changed', async () => {
    for (const change of [`update contact_pause_step set reason = 'x'`, 'delete from contact_pause_step'])
      await expect(
        inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
          sql.raw(change).execute(db),
        ),
      ).rejects.toThrow(/permission denied/);
  });
});

describe('each lock alone', () => {
  const attempts = async (there: TestHouse) => {
    const params = { pairingId: await pairOf(there, '林远') };
    await (await there.as('田文建')).call(excusePair, { params, body: away });
    const other = await there.as('唐杰秀');
    const [read, write] = [
      await other.try(listPauses, { params }),
      await other.try(excusePair, { params, body: away }),
    ];
    const own = await other.call(readYear, { query: { each: 50 } });
    return [read.statusCode, write.statusCode, own.rows.map((row) => row.year.state)];
  };
  const closed = [404, 404, ['onTrack']];

  it('holds in the database', async () => {
    const there = await open({ locks: { reachOf: (actor) => ({ ...actor.reach, whole: true }) } });
    expect(await attempts(there)).toEqual(closed);
  });
  it('holds in the application', async () => {
    expect(await attempts(await open({ role: 'none' }))).toEqual(closed);
  });
});
