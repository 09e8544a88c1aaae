/** The loop over real requests: from a line of a talk to the proposer’s word, twice where it was not solved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { undoInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import * as desk from '@zhengyou/domain/matter/desk.contract.ts';
import * as asHandler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import * as line from '@zhengyou/domain/matter/matter.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { foldMatter } from '@zhengyou/domain/matter/matter.machine.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import {
  answered,
  assigned,
  deskIds,
  logged,
  must,
  of,
  peopleOf,
  raised,
  seen,
  take,
  written,
  type People,
} from './matter.build.ts';
import { listActions } from './line.reads.ts';

let house: TestHouse;
let people: People;
let desks: Awaited<ReturnType<typeof deskIds>>;
beforeAll(async () => {
  house = await openHouse();
  people = await peopleOf(house);
  desks = await deskIds(house);
});
afterAll(() => house.close());

const EVERYTHING = { whole: true, units: [], self: [], people: [], desks: [] };

describe('being raised', () => {
  it('6.2 — a line of a talk becomes a numbered matter, unnamed unless the person says so', async () => {
    await logged(house, people, '病案室周末也开半天');
    const { items } = await people.person.call(line.listMatters, {});
    const made = items.find((one) => one.title === '病案室周末也开半天');
    expect(made).toMatchObject({ status: 'registered', named: false, level: 'proposer', points: 1 });
    expect(made?.number).toMatch(/^2026-\d{3}$/);
    const own = await people.leader.call(line.listMatters, {});
    expect(own.items.map((one) => one.id)).toContain(made?.id);
    const shown = await seen(people.leader, made?.id as Id);
    expect(shown).toMatchObject({ level: 'leader', origin: { kind: 'talk', leader: { name: '田文建' } } });
  });

  it('is taken back with the talk, and leaves its number without words', async () => {
    const talk = await logged(house, people, '不小心点到的');
    const before = (await people.person.call(line.listMatters, {})).items.find((one) => one.title === '不小心点到的');
    await people.leader.call(undoInteraction, { params: { interactionId: talk.id }, ifMatch: talk.version });
    expect((await people.person.call(line.listMatters, {})).items.map((one) => one.id)).not.toContain(before?.id);
    const left = await seen(people.office, before?.id as Id);
    expect(left).toMatchObject({ status: 'withdrawn', title: null, pointList: [], addressees: [{ person: null }] });
  });

  it('keeps the talk once someone has worked on what was raised in it', async () => {
    const talk = await logged(house, people, '已经报上去的');
    const made = (await people.person.call(line.listMatters, {})).items.find((one) => one.title === '已经报上去的');
    await must(people.office, asKeeper.reportMatter, made?.id as Id, { way: 'spoken' });
    const refused = await people.leader.try(undoInteraction, {
      params: { interactionId: talk.id },
      ifMatch: talk.version,
    });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'matter.talkHasMatters']);
  });

  it('numbers without a gap, also when many raise at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => raised(people)));
    const { items } = await people.person.call(line.listMatters, { query: { limit: 200 } });
    const numbers = items.filter((one) => made.includes(one.id)).map((one) => Number(one.number.slice(5)));
    const sorted = numbers.toSorted((a, b) => a - b);
    expect(sorted).toEqual(Array.from({ length: 8 }, (_, at) => (sorted[0] ?? 0) + at));
  });

  it('lets the person choose and reword until it is reported, and not after', async () => {
    const id = await raised(people);
    await must(people.person, asProposer.chooseNaming, id, { named: true });
    await must(people.person, asProposer.reviseMatter, id, { kind: 'suggestion', title: '夜班车', points: ['加一班'] });
    expect(await seen(people.office, id)).toMatchObject({
      named: true,
      kind: 'suggestion',
      title: '夜班车',
      points: 1,
    });
    await must(people.office, asKeeper.reportMatter, id, { way: 'meeting' });
    for (const [step, body] of [
      [asProposer.chooseNaming, { named: false }],
      [asProposer.reviseMatter, { kind: 'opinion', title: '别的', points: ['别的'] }],
    ] as const)
      expect((await take(people.person, step, id, body)).json().code).toBe('matter.reportedAlready');
  });
});

describe('the whole loop', () => {
  it('8.3 — goes from the person to the department and back, twice where it was not solved', async () => {
    const id = await raised(people);
    await assigned(people, id, desks.medical, [desks.logistics]);
    expect((await people.medical.call(desk.listDesk, {})).items.map((one) => one.id)).toContain(id);
    expect(
      (await people.logistics.call(desk.listDesk, { query: { view: 'co' } })).items.map((one) => one.id),
    ).toContain(id);
    await must(people.medical, asHandler.takeMatter, id, { pledgeOn: '2026-12-04' });
    await must(people.medical, asHandler.tellProposer, id, { words: '已经同公交公司联系' });
    await must(people.logistics, asHandler.giveOpinion, id, { words: '场地没有问题' });
    const taken = await seen(people.person, id);
    expect(taken).toMatchObject({ status: 'inProgress', pledgedOn: '2026-12-04', lead: { shortName: '医务处' } });
    expect(taken.notes.map((one) => one.text)).toEqual(['已经同公交公司联系']);

    await must(people.medical, asHandler.waitForMore, id, { question: '夜里哪几天出诊？' });
    expect((await seen(people.person, id)).clocks.find((one) => one.clock === 'reply')?.state).toBe('paused');
    await must(people.person, asProposer.addToMatter, id, { words: '周二和周四' });
    expect((await seen(people.person, id)).status).toBe('inProgress');

    const early = await take(people.medical, asHandler.submitReply, id);
    expect([early.statusCode, early.json().code]).toEqual([422, 'matter.pointWithoutReply']);
    await written(people.medical, id, { outcome: 'B', promiseOn: '2027-01-15' });
    await must(people.medical, asHandler.submitReply, id);
    await must(people.second, asKeeper.reviewReply, id, { verdict: 'approved' });
    await must(people.office, asKeeper.publishReply, id);
    expect((await take(people.office, asKeeper.closeMatter, id)).json().code).toBe('matter.noReplyDelivered');
    await must(people.office, asKeeper.deliverReply, id, { party: 1, way: 'phone' });
    const told = await seen(people.person, id);
    expect(told).toMatchObject({ status: 'replied', asksMe: true, pointList: [{ reply: { outcome: 'B' } }, {}] });
    expect(told.promises.map((one) => [one.dueOn, one.open])).toEqual([
      ['2027-01-15', true],
      ['2027-01-15', true],
    ]);

    await must(people.person, asProposer.answerMatter, id, { result: 'partly', timely: true });
    const second = await seen(people.person, id);
    expect(second).toMatchObject({ status: 'inProgress', round: 2, rounds: [{ round: 1, result: 'partly' }] });
    await answered(people, people.medical, id);
    await must(people.person, asProposer.answerMatter, id, { result: 'solved' });
    expect((await seen(people.office, id)).status).toBe('confirmed');
    await must(people.office, asKeeper.closeMatter, id);
    const closed = await seen(people.person, id);
    expect(closed.status).toBe('closed');
    expect(closed.answers.map((one) => [one.round, one.result])).toEqual([
      [1, 'partly'],
      [2, 'solved'],
    ]);
  });

  it('6.3 — a difficulty is handed on without waiting for a report', async () => {
    const id = await raised(people, { kind: 'difficulty', points: ['母亲住院，夜班排不开'] });
    await must(people.office, asKeeper.triageMatter, id, { disposition: 'accepted' });
    const { pointList } = await seen(people.office, id);
    await must(people.office, asKeeper.releaseMatter, id, {
      title: '夜班调整',
      points: [{ id: pointList[0]?.id, text: '家里有病人，请调整夜班' }],
    });
    await must(people.office, asKeeper.assignMatter, id, { lead: desks.medical });
    expect((await seen(people.medical, id)).title).toBe('夜班调整');
  });

  it('answers what is taken as reference, and what is declined, with the reason', async () => {
    for (const disposition of ['reference', 'declined'] as const) {
      const id = await raised(people);
      await must(people.office, asKeeper.reportMatter, id, { way: 'note' });
      expect((await take(people.office, asKeeper.triageMatter, id, { disposition })).json().code).toBe(
        'matter.reasonMissing',
      );
      await must(people.office, asKeeper.triageMatter, id, { disposition, reason: '不在本院的职责里' });
      const { version, pointList } = await seen(people.office, id);
      await people.office.call(asHandler.writeReply, {
        ...of(id),
        ifMatch: version,
        body: {
          points: pointList.map(({ id: point }) => ({ id: point, text: '不在本院的职责里', outcome: 'D' as const })),
        },
      });
      await must(people.office, asHandler.submitReply, id);
      expect((await take(people.office, asKeeper.reviewReply, id, { verdict: 'approved' })).json().code).toBe(
        'matter.secondPerson',
      );
      await must(people.second, asKeeper.reviewReply, id, { verdict: 'approved' });
      await must(people.office, asKeeper.publishReply, id);
      await must(people.person, asProposer.acknowledgeReply, id);
      expect((await seen(people.office, id)).deliveries).toMatchObject([{ way: 'here', readOn: '2026-11-23' }]);
    }
  });

  it('stores what the fold of the steps says', async () => {
    const rows = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
      const matters = await db.selectFrom('matter').select(['matter_id', 'state']).execute();
      const replayed = [];
      for (const row of matters) {
        const actions = await listActions(db, house.institutionId, EVERYTHING, [], row.matter_id as Id);
        replayed.push([row.state, JSON.parse(JSON.stringify(foldMatter(actions.map((one) => one.step))))]);
      }
      return replayed;
    });
    expect(rows.length).toBeGreaterThan(10);
    for (const [stored, replayed] of rows) expect(replayed).toEqual(stored);
  });
});

describe('bad luck and bad input', () => {
  it('never loses an update of two handlers at once', async () => {
    const id = await raised(people);
    await assigned(people, id, desks.medical);
    const { version } = await seen(people.medical, id);
    const both = await Promise.all(
      [1, 2].map(() => people.medical.try(asHandler.takeMatter, { ...of(id), ifMatch: version, body: {} })),
    );
    expect(both.map((one) => one.statusCode).toSorted()).toEqual([200, 412]);
    const current = both.find((one) => one.statusCode === 412)?.json().extra.current;
    expect(current).toMatchObject({ version: version + 1, proposers: [] });
  });

  it('sends a matter back and forth once, then the office decides', async () => {
    const id = await raised(people);
    await assigned(people, id, desks.medical);
    await must(people.medical, asHandler.handBackMatter, id, { reason: '班车归后勤', suggests: desks.logistics });
    expect((await seen(people.office, id)).handedBackBy?.shortName).toBe('医务处');
    await must(people.office, asKeeper.assignMatter, id, { lead: desks.logistics });
    await must(people.logistics, asHandler.handBackMatter, id, { reason: '夜间出诊归医务', suggests: desks.medical });
    const bare = await take(people.office, asKeeper.assignMatter, id, { lead: desks.medical });
    expect([bare.statusCode, bare.json().code]).toEqual([409, 'matter.handBackLoop']);
    await must(people.office, asKeeper.assignMatter, id, { lead: desks.medical, note: '院务会定由医务处牵头' });
    const refused = await take(people.medical, asHandler.handBackMatter, id, { reason: '还是不归我们' });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'matter.handBackTwice']);
    expect((await seen(people.office, id)).handBacks.every((one) => one.loop)).toBe(true);
  });

  it('refuses a hand-back after its days are over', async () => {
    const id = await raised(people);
    await assigned(people, id, desks.medical);
    house.setNow('2026-12-07T01:00:00Z');
    try {
      const refused = await take(await house.as('贺明'), asHandler.handBackMatter, id, { reason: '不归我们' });
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'matter.handBackTooLate']);
    } finally {
      house.setNow('2026-11-23T01:12:00Z');
    }
  });

  it('does not send a reply with an unfilled blank, an outcome missing, or a promise without its day', async () => {
    const id = await raised(people, { points: ['一点'] });
    await assigned(people, id, desks.medical);
    await must(people.medical, asHandler.takeMatter, id);
    const write = async (point: object) => {
      const { version, pointList } = await seen(people.medical, id);
      const points = [{ id: pointList[0]?.id as Id, text: '', ...point }];
      await people.medical.call(asHandler.writeReply, { ...of(id), ifMatch: version, body: { points } });
      return (await take(people.medical, asHandler.submitReply, id)).json();
    };
    expect(await write({ text: '此事由【哪个部门？】测算', outcome: 'C', promiseOn: '2027-01-01' })).toMatchObject({
      code: 'matter.blankLeft',
      title: expect.stringContaining('哪个部门？'),
    });
    expect((await write({ text: '照办' })).code).toBe('matter.pointWithoutOutcome');
    expect((await write({ text: '照办', outcome: 'B' })).code).toBe('matter.promiseWithoutDay');
    expect((await write({ text: '照办', outcome: 'B', promiseOn: '2026-01-01' })).code).toBe('matter.dayPassed');
  });

  it('does not publish to whoever withdraws while it is being published', async () => {
    const id = await raised(people);
    await assigned(people, id, desks.medical);
    await must(people.medical, asHandler.takeMatter, id);
    await written(people.medical, id);
    await must(people.medical, asHandler.submitReply, id);
    await must(people.second, asKeeper.reviewReply, id, { verdict: 'approved' });
    const { version } = await seen(people.office, id);
    await must(people.person, asProposer.withdrawMatter, id);
    const late = await people.office.try(asKeeper.publishReply, { ...of(id), ifMatch: version, body: {} });
    expect([late.statusCode, late.json().code]).toEqual([409, 'matter.withdrawnMeanwhile']);
    expect((await seen(people.person, id)).pointList.every((one) => one.reply === null)).toBe(true);
  });

  it('asks once for more time, and keeps to what was granted', async () => {
    const id = await raised(people);
    await assigned(people, id, desks.medical);
    await must(people.medical, asHandler.takeMatter, id);
    const due = (await seen(people.medical, id)).clocks.find((one) => one.clock === 'reply')?.dueOn ?? '';
    expect((await take(people.medical, asHandler.askExtension, id, { until: due, reason: '要招标' })).json().code).toBe(
      'matter.extensionTooShort',
    );
    expect(
      (await take(people.medical, asHandler.askExtension, id, { until: '2027-06-01', reason: '要招标' })).json().code,
    ).toBe('matter.extensionTooLong');
    await must(people.medical, asHandler.askExtension, id, { until: '2026-12-28', reason: '要招标' });
    await must(people.office, asKeeper.decideExtension, id, { grant: true });
    const reply = (await seen(people.medical, id)).clocks.find((one) => one.clock === 'reply');
    expect(reply).toMatchObject({ dueOn: '2026-12-28', extended: true });
    expect(
      (await take(people.medical, asHandler.askExtension, id, { until: '2026-12-31', reason: '还要' })).json().code,
    ).toBe('matter.extendedAlready');
  });
});

describe('two that become one, one that becomes two', () => {
  it('keeps everyone who raised it an addressee, each with their choice', async () => {
    const other = await house.as('冯飞梅');
    const into = await raised(people, { named: true });
    const from = (await other.call(asProposer.raiseMatter, { body: { kind: 'opinion', points: ['班车太早收了'] } })).id;
    const target = await seen(people.office, into);
    await must(people.office, asKeeper.mergeMatter, from, { into, intoVersion: target.version });
    const merged = await seen(other, from);
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { id: into } });
    expect(merged.clocks.every((one) => one.state === 'stopped')).toBe(true);
    const shared = await seen(people.office, into);
    expect(shared.addressees.map((one) => [one.person?.name, one.named, one.mergedFrom])).toEqual([
      ['林远', true, null],
      ['冯飞梅', false, merged.number],
    ]);
    expect((await seen(people.person, into)).addressees.map((one) => one.person?.name)).toEqual(['林远', undefined]);
    await assigned(people, into, desks.medical);
    await answered(people, people.medical, into);
    expect((await take(people.office, asKeeper.closeMatter, into)).json().code).toBe('matter.noReplyDelivered');
    await must(other, asProposer.acknowledgeReply, into);
    expect((await seen(other, into)).asksMe).toBe(true);
  });

  it('parts points off with the words of the person', async () => {
    const id = await raised(people, { points: ['班车', '食堂夜宵', '站牌'] });
    const before = await seen(people.office, id);
    const response = await take(people.office, asKeeper.splitMatter, id, {
      points: [before.pointList[1]?.id],
      kind: 'suggestion',
    });
    const { made } = response.json();
    expect(await seen(people.person, made.id)).toMatchObject({
      kind: 'suggestion',
      title: '食堂夜宵',
      pointList: [{ said: '食堂夜宵', ordinal: 1 }],
      splitFrom: { id },
    });
    expect((await seen(people.person, id)).pointList.map((one) => [one.ordinal, one.said])).toEqual([
      [1, '班车'],
      [2, '站牌'],
    ]);
  });
});

describe('the book of promises', () => {
  it('comes back on its day and is looked back at', async () => {
    const id = await raised(people, { points: ['加灯'] });
    await assigned(people, id, desks.logistics);
    await answered(people, people.logistics, id, { outcome: 'C', promiseOn: '2026-12-10' });
    const own = await people.logistics.call(desk.listPromises, {});
    const promise = own.items.find((one) => one.matter.id === id);
    expect(promise).toMatchObject({ dueOn: '2026-12-10', owner: { shortName: '后勤处' }, can: ['lookBack'] });
    house.setNow('2026-12-11T01:00:00Z');
    try {
      const office = await house.as('周敏');
      const logistics = await house.as('何立平');
      const due = await office.call(desk.listPromises, { query: { view: 'due' } });
      expect(due.items.map((one) => one.matter.id)).toContain(id);
      const params = { promiseId: promise?.id as Id };
      const bare = await logistics.try(desk.lookBack, {
        params,
        ifMatch: 1,
        body: { found: 'moved', note: '灯没到货' },
      });
      expect(bare.json().code).toBe('matter.movedToMissing');
      const moved = await logistics.call(desk.lookBack, {
        params,
        ifMatch: 1,
        body: { found: 'moved', note: '灯没到货', movedTo: '2026-12-25' },
      });
      expect(moved).toMatchObject({ dueOn: '2026-12-25', open: true });
      await logistics.call(desk.lookBack, { params, ifMatch: 2, body: { found: 'kept' } });
      expect((await seen(await house.as('林远'), id)).promises).toMatchObject([
        { open: false, lookedBack: [{ found: 'moved' }, { found: 'kept' }] },
      ]);
    } finally {
      house.setNow('2026-11-23T01:12:00Z');
    }
  });
});

describe('cost', () => {
  it('asks a bounded number of statements whatever the length of a list', async () => {
    const page = (limit: number) => people.office.call(line.listMatters, { query: { view: 'open', limit } });
    // What a process reads once, such as the measures in force, is read before it is counted.
    await page(1);
    const short = await countStatements(() => page(1));
    const long = await countStatements(() => page(100));
    expect(long).toBe(short);
    expect(long).toBeLessThan(20);
    const queue = await countStatements(() => people.medical.call(desk.listDesk, {}));
    expect(queue).toBeLessThan(24);
  });
});
