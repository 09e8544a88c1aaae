/** Leaders by months and the coming days: who sees them, that each figure has its records, and that nothing grows with the rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAgenda } from '@zhengyou/domain/interaction/agenda.contract.ts';
import { listMonthTalks, readHeat } from '@zhengyou/domain/interaction/heat.contract.ts';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { excusePair } from '@zhengyou/domain/interaction/pause.contract.ts';
import { readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { exportHeat } from '@zhengyou/domain/report/report.contract.ts';
import { importLedger } from '../../../../../tests/support/import-ledger.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

let house: TestHouse;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  await importLedger(house);
  office = await house.as('周敏');
});
afterAll(() => house.close());

describe('leaders by months', () => {
  it('is refused to leaders and representatives; an officer sees the own unit', async () => {
    for (const name of ['田文建', '林远']) {
      const caller = await house.as(name);
      const params = { leaderId: await house.personId('田文建'), month: '3' };
      const replies = [
        await caller.try(readHeat),
        await caller.try(listMonthTalks, { params }),
        await caller.try(exportHeat),
      ];
      expect([name, replies.map((reply) => reply.statusCode)]).toEqual([name, [403, 403, 403]]);
    }
    const officer = await house.as('顾晓芸');
    const { leaders } = await officer.call(readHeat);
    expect(leaders.length).toBeGreaterThan(0);
    expect(new Set(leaders.map((leader) => leader.unit))).toEqual(new Set(['附属儿童医院']));
    const stranger = { leaderId: await house.personId('田文建'), month: '3' };
    expect((await officer.call(listMonthTalks, { params: stranger })).items).toEqual([]);
  });

  it('stands in the order of units and readings, whatever the figures are', async () => {
    const { leaders, units } = await office.call(readHeat);
    const places = new Map(units.map((unit, index) => [unit.name, index]));
    const order = leaders.map((leader) => places.get(leader.unit) ?? -1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(leaders.length).toBeGreaterThan(20);
  });

  it('opens behind every figure as many records, without a text', async () => {
    const { leaders, year } = await office.call(readHeat);
    let looked = 0;
    for (const leader of leaders.slice(0, 12))
      for (const [index, cell] of leader.months.entries()) {
        const count = cell.talks + cell.gatherings + cell.visits;
        if (count === 0) continue;
        looked += 1;
        const talks = await office.call(listMonthTalks, {
          params: { leaderId: leader.id, month: String(index + 1) },
          query: { year },
        });
        expect([leader.name, index + 1, talks.items.length]).toEqual([leader.name, index + 1, count]);
        expect(talks.items.every((talk) => Object.keys(talk).every((key) => key !== 'words'))).toBe(true);
      }
    expect(looked).toBeGreaterThan(5);
  });

  it('counts a gathering with several people once, an attempt never', async () => {
    const leaderId = await house.personId('田文建');
    const before = (await office.call(readHeat, { query: { q: '田文建' } })).leaders[0]?.months[10];
    const body = { leaderId, channel: 'symposium' as const, when: { kind: 'now' as const } };
    const people = [await house.personId('林远'), await house.personId('冯飞梅')];
    await office.call(logInteraction, { body: { ...body, representativeIds: people } });
    await office.call(logInteraction, {
      body: { ...body, representativeIds: people.slice(0, 1), channel: 'phone', cameAbout: false },
    });
    const after = (await office.call(readHeat, { query: { q: '田文建' } })).leaders[0]?.months[10];
    expect(after).toEqual({ ...before, gatherings: (before?.gatherings ?? 0) + 1 });
  });

  it('exports what the page shows', async () => {
    const reply = await office.try(exportHeat, { query: { q: '田文建', format: 'csv' } });
    const lines = reply.rawPayload.toString('utf8').split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF联系领导,单位,联系几位,' + Array.from({ length: 12 }, (_, at) => `${at + 1} 月`).join(),
    );
    expect(lines[1]).toMatch(/^田文建,医学院本部,\d+,.*座谈或活动 1 次/);
  });
});

describe('the coming days', () => {
  it('are refused to a representative, and hold for a leader only the own pairs', async () => {
    expect((await (await house.as('林远')).try(readAgenda)).statusCode).toBe(403);
    const agenda = await (await house.as('韩康民')).call(readAgenda);
    expect(new Set(agenda.items.flatMap((item) => item.leader?.name ?? []))).toEqual(new Set(['韩康民']));
  });

  it('hold what is overdue, due, arranged and excused, festivals and terms, in the order of days', async () => {
    const { rows } = await office.call(readYear, { query: { each: 500 } });
    const onTrack = rows.find((row) => row.year.state === 'onTrack');
    await office.call(excusePair, {
      params: { pairingId: onTrack?.pairingId ?? ('' as never) },
      body: { lastOn: plainDate('2026-12-05'), reason: '出差' },
    });
    await office.call(logInteraction, {
      body: {
        leaderId: await house.personId('田文建'),
        representativeIds: [await house.personId('林远')],
        channel: 'phone',
        when: { kind: 'now' },
        next: { choice: 'pick', on: plainDate('2027-01-08') },
        merge: 'separate',
      },
    });
    const agenda = await office.call(readAgenda);
    expect([agenda.from, agenda.last]).toEqual(['2026-11-23', '2027-01-21']);
    const days = agenda.items.map((item) => item.on);
    expect(days).toEqual([...days].sort());
    const late = rows.filter((row) => row.year.state === 'late').length;
    expect(agenda.byKind).toMatchObject({ late, resumes: 1, festival: 1 });
    expect(agenda.items.find((item) => item.kind === 'resumes')).toMatchObject({
      on: '2026-12-06',
      person: { name: onTrack?.person.name },
    });
    expect(agenda.items.find((item) => item.kind === 'festival')).toMatchObject({
      on: '2027-01-01',
      what: { zh: '元旦' },
    });
    expect(agenda.items.find((item) => item.kind === 'planned')).toMatchObject({
      on: '2027-01-08',
      person: { name: '林远' },
      channel: 'phone',
    });
    expect(agenda.items.filter((item) => item.on > agenda.last)).toEqual([]);
    const one = await office.call(readAgenda, { query: { kind: 'late' } });
    expect([one.items.length, one.byKind]).toEqual([late, agenda.byKind]);
  });

  it('names a festival by the lunar calendar on its right day', async () => {
    house.setNow('2027-01-20T01:00:00Z');
    const then = await house.as('周敏');
    const { items } = await then.call(readAgenda, { query: { kind: 'festival' } });
    expect(items.map((item) => [item.on, item.what?.zh])).toContainEqual(['2027-02-06', '春节']);
    house.setNow(STORY_NOW);
  });

  it('hold terms that end', async () => {
    house.setNow('2027-12-01T01:00:00Z');
    const then = await house.as('周敏');
    const { items } = await then.call(readAgenda, { query: { kind: 'standingEnds' } });
    expect(items).toContainEqual(
      expect.objectContaining({ on: '2027-12-31', person: expect.objectContaining({ name: '林远' }) as unknown }),
    );
    house.setNow(STORY_NOW);
  });

  it('ask a fixed number of statements', async () => {
    const leader = await house.as('田文建');
    const few = await countStatements(() => leader.call(readAgenda));
    const many = await countStatements(() => office.call(readAgenda));
    // A house with days of its own asks for the next year too.
    expect(many).toBeLessThanOrEqual(few + 16);
    expect(many).toBeLessThanOrEqual(56);
  });
});

describe('the year in groups', () => {
  it('keeps units and leaders whole and together', async () => {
    for (const group of ['unit', 'leader'] as const) {
      const { rows, inReach } = await office.call(readYear, { query: { group } });
      expect(rows).toHaveLength(inReach);
      const names = rows.map((row) => (group === 'unit' ? row.person.unit : row.leader.id));
      const runs = names.filter((name, index) => name !== names[index - 1]);
      expect([group, runs.length]).toEqual([group, new Set(names).size]);
    }
  });

  it('gives one pair where one is asked for', async () => {
    const { rows } = await office.call(readYear, { query: { group: 'leader' } });
    const pairing = rows[3]?.pairingId ?? ('' as never);
    expect((await office.call(readYear, { query: { pairing } })).rows.map((row) => row.pairingId)).toEqual([pairing]);
  });
});
