/** Refusals only: unnamed stays unnamed, field by field, and each lock holds with the other removed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import * as desk from '@zhengyou/domain/matter/desk.contract.ts';
import * as asHandler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import * as line from '@zhengyou/domain/matter/matter.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { callerOf, openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import { answered, assigned, deskIds, must, of, peopleOf, raised, seen, take, type People } from './matter.build.ts';

const SAID = '只有林远一个人会这样说的话';
const EVERYTHING = (actor: { reach: object }) => ({ ...actor.reach, whole: true }) as never;
/** Everything by which the person could be told. */
const traces = async (house: TestHouse) => [SAID, '林远', await house.personId('林远')];

let house: TestHouse;
let people: People;
let desks: Awaited<ReturnType<typeof deskIds>>;
let unnamed: Id;
beforeAll(async () => {
  house = await openHouse();
  people = await peopleOf(house);
  desks = await deskIds(house);
  unnamed = await raised(people, { points: [SAID], leaderId: await house.personId('田文建') });
  await must(people.office, asKeeper.reportMatter, unnamed, { way: 'meeting' });
  await must(people.office, asKeeper.triageMatter, unnamed, { disposition: 'accepted' });
});
afterAll(() => house.close());

async function everythingSeen(caller: Caller, id: Id): Promise<string> {
  const answers = [
    await caller.try(line.readMatter, of(id)),
    await caller.try(line.listMatters, { query: { view: 'all' } }),
    await caller.try(line.listMatters, { query: { view: 'open', q: '林远' } }),
    await caller.try(desk.listDesk, {}),
    await caller.try(desk.listDesk, { query: { view: 'replied' } }),
    await caller.try(desk.listSimilar, of(id)),
    await caller.try(desk.listPromises, { query: { view: 'all' } }),
    await caller.try(desk.listAskAgain, {}),
    await caller.try(asHandler.takeMatter, { ...of(id), ifMatch: 1, body: {} }),
  ];
  return answers.map((one) => one.body).join('\n');
}

describe('an unnamed proposer', () => {
  it('may not be named in a text that is released, told or noted', async () => {
    const { pointList } = await seen(people.office, unnamed);
    const points = [{ id: pointList[0]?.id, text: '林 远老师提出：加一班' }];
    const refused = await take(people.office, asKeeper.releaseMatter, unnamed, { title: '班车', points });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'matter.namesProposer']);
    const noted = await take(people.office, asHandler.noteHandling, unnamed, { words: '已问林远' });
    expect(noted.json().code).toBe('matter.namesProposer');
  });

  it('is unknown to the department, to whoever checks, to other leaders and other representatives', async () => {
    const { pointList } = await seen(people.office, unnamed);
    await must(people.office, asKeeper.releaseMatter, unnamed, {
      title: '晚间班车',
      points: [{ id: pointList[0]?.id, text: '晚七点后加一班' }],
    });
    await must(people.office, asKeeper.assignMatter, unnamed, { lead: desks.medical, coHandlers: [desks.logistics] });
    await answered(people, people.medical, unnamed, { outcome: 'B', promiseOn: '2027-01-15' });
    const strangers = {
      handler: people.medical,
      coHandler: people.logistics,
      otherDesk: await house.as('卢静文'),
      checker: await house.as('孙力'),
      leader: await house.as('唐杰秀'),
      representative: await house.as('冯飞梅'),
      unitOfficer: await house.as('顾晓芸'),
    };
    for (const [who, caller] of Object.entries(strangers)) {
      const all = await everythingSeen(caller, unnamed);
      for (const trace of await traces(house)) expect([who, all.includes(trace)]).toEqual([who, false]);
    }
    expect((await seen(people.medical, unnamed)).title).toBe('晚间班车');
    expect((await people.medical.try(line.readMatter, of(unnamed))).statusCode).toBe(200);
    for (const who of ['otherDesk', 'leader', 'representative', 'unitOfficer'] as const)
      expect([who, (await strangers[who].try(line.readMatter, of(unnamed))).statusCode]).toEqual([who, 404]);
  });

  it('is known to themselves, to the leader who heard it, and to the office', async () => {
    for (const caller of [people.person, people.leader, people.office]) {
      const shown = await seen(caller, unnamed);
      expect([shown.title, shown.addressees.map((one) => one.person?.name)]).toEqual([SAID, ['林远']]);
    }
  });

  it('stands in no row that a department can read', async () => {
    const heming = await house.personId('贺明');
    const settings = {
      institution: house.institutionId,
      actor: heming,
      self: [heming],
      people: [heming],
      desks: [desks.medical],
    };
    const found = await inTransaction(house.pool, settings, async (db) => {
      const tables = [
        'matter',
        'matter_point',
        'matter_addition',
        'matter_reply',
        'matter_action',
        'matter_promise',
      ] as const;
      const hidden = [
        'matter_proposer',
        'matter_said',
        'matter_delivery',
        'matter_answer',
        'matter_answer_link',
        'person',
      ] as const;
      const shown = [];
      for (const table of tables) shown.push(...(await db.selectFrom(table).selectAll().execute()));
      const secret = [];
      for (const table of hidden)
        secret.push([
          table,
          (await db.selectFrom(table).selectAll().execute()).filter((row) => !('name' in row) || row.name !== '贺明')
            .length,
        ]);
      const audit = await db.selectFrom('audit').selectAll().execute();
      return {
        shown: JSON.stringify(shown),
        rows: shown.length,
        secret,
        audit: JSON.stringify(audit),
        steps: audit.length,
      };
    });
    expect(found.rows).toBeGreaterThan(10);
    expect(found.steps).toBeGreaterThan(3);
    expect(found.secret.filter(([, count]) => count !== 0)).toEqual([]);
    for (const trace of await traces(house)) {
      expect([trace, found.shown.includes(trace)]).toEqual([trace, false]);
      expect([trace, found.audit.includes(trace)]).toEqual([trace, false]);
    }
  });
});

describe('a named one', () => {
  it('is told to the department that has it, and to no other', async () => {
    const id = await raised(people, { named: true });
    await assigned(people, id, desks.medical);
    expect((await seen(people.medical, id)).proposers.map((one) => one.name)).toEqual(['林远']);
    expect((await (await house.as('何立平')).try(line.readMatter, of(id))).statusCode).toBe(404);
  });
});

describe('each step', () => {
  it('is refused to whoever it does not belong to', async () => {
    const id = await raised(people);
    const other = await house.as('冯飞梅');
    const checker = await house.as('孙力');
    const at = { ...of(id), ifMatch: 1 };
    expect((await other.try(asProposer.withdrawMatter, { ...at, body: {} })).statusCode).toBe(404);
    expect((await people.person.try(asKeeper.reportMatter, { ...at, body: { way: 'note' } })).statusCode).toBe(403);
    expect((await checker.try(asKeeper.reportMatter, { ...at, body: { way: 'note' } })).statusCode).toBe(403);
    expect((await people.medical.try(asHandler.takeMatter, { ...at, body: {} })).statusCode).toBe(404);
    expect((await people.office.try(asProposer.withdrawMatter, { ...at, body: {} })).statusCode).toBe(403);
    expect((await take(people.leader, asKeeper.deliverReply, unnamed, { party: 1, way: 'phone' })).statusCode).toBe(
      200,
    );
    expect((await checker.call(line.readMatter, of(id))).can).toEqual([]);
    expect((await people.medical.try(desk.makeAnswerLink, { ...of(unnamed), body: { party: 1 } })).statusCode).toBe(
      403,
    );
  });
});

describe('each lock alone', () => {
  it('the row policies hold where the application forgets its conditions', async () => {
    const open = await openHouse({ locks: { reachOf: EVERYTHING } });
    try {
      const own = await peopleOf(open);
      const id = await raised(own, { points: [SAID] });
      for (const name of ['贺明', '冯飞梅', '唐杰秀', '顾晓芸']) {
        const caller = await open.as(name);
        expect([name, (await caller.try(line.readMatter, of(id))).statusCode]).toEqual([name, 404]);
        expect([name, (await everythingSeen(caller, id)).includes(SAID)]).toEqual([name, false]);
      }
    } finally {
      await open.close();
    }
  });

  it('the application’s conditions hold where the database shows everything', async () => {
    const open = await openHouse({ role: 'none' });
    try {
      const own = await peopleOf(open);
      const id = await raised(own, { points: [SAID] });
      for (const name of ['贺明', '冯飞梅', '唐杰秀', '顾晓芸']) {
        const caller = await open.as(name);
        expect([name, (await caller.try(line.readMatter, of(id))).statusCode]).toEqual([name, 404]);
        expect([name, (await everythingSeen(caller, id)).includes(SAID)]).toEqual([name, false]);
      }
    } finally {
      await open.close();
    }
  });
});

describe('the link without sign-in', () => {
  const RESULT = { result: 'partly' as const };
  const linked = async () => {
    const id = await raised(people);
    await assigned(people, id, desks.medical);
    await answered(people, people.medical, id, { outcome: 'B', promiseOn: '2027-01-15' });
    const made = await people.office.call(desk.makeAnswerLink, { ...of(id), body: { party: 1 } });
    return { id, token: made.path.replace('/answer#', '') };
  };
  const nobody = () => callerOf(house.app, '');
  const press = (token: string, body: object = RESULT) =>
    nobody().try(desk.answerByLink, { params: { token }, body: body as typeof RESULT });

  it('shows the reply and writes nothing, however often a scanner opens it', async () => {
    const { id, token } = await linked();
    for (let opened = 0; opened < 3; opened += 1) {
      const shown = await nobody().call(desk.readAnswerLink, { params: { token } });
      expect(shown).toMatchObject({ answer: null, points: [{ outcome: 'B' }, {}] });
    }
    expect((await seen(people.office, id)).answers).toEqual([]);
    const head = await house.app.inject({ method: 'HEAD', url: `/api/answer/${token}` });
    expect(head.statusCode).toBeGreaterThanOrEqual(200);
    expect((await seen(people.office, id)).answers).toEqual([]);
  });

  it('answers at one tap before anything more is said, and can be changed for seven days', async () => {
    const { id, token } = await linked();
    expect((await press(token)).json()).toMatchObject({
      answer: { result: 'partly', comment: null },
      openUntil: '2026-11-30',
    });
    expect(await seen(people.person, id)).toMatchObject({ round: 2, status: 'inProgress' });
    expect((await press(token, { ...RESULT, comment: '灯还差两盏', timely: true })).json().answer).toMatchObject({
      comment: '灯还差两盏',
    });
    expect((await press(token, { result: 'solved' })).statusCode).toBe(200);
    expect(await seen(people.office, id)).toMatchObject({
      round: 1,
      status: 'confirmed',
      answers: [{ result: 'solved' }],
    });
    house.setNow('2026-12-02T01:00:00Z');
    try {
      expect((await press(token, { result: 'no' })).json().code).toBe('matter.answerClosed');
    } finally {
      house.setNow('2026-11-23T01:12:00Z');
    }
  });

  it('is refused once it has expired, was replaced, or is not a link at all', async () => {
    const { id, token } = await linked();
    const newer = await people.office.call(desk.makeAnswerLink, { ...of(id), body: { party: 1 } });
    expect((await press(token)).json().code).toBe('matter.linkUnknown');
    expect((await press('x'.repeat(43))).json().code).toBe('matter.linkUnknown');
    house.setNow('2027-01-02T01:00:00Z');
    try {
      expect((await press(newer.path.replace('/answer#', ''))).json().code).toBe('matter.linkExpired');
    } finally {
      house.setNow('2026-11-23T01:12:00Z');
    }
  });

  it('rests as a hash, and answers for one person only', async () => {
    const { id, token } = await linked();
    const rows = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
      db.selectFrom('matter_answer_link').selectAll().where('matter_id', '=', id).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await people.office.try(desk.makeAnswerLink, { ...of(id), body: { party: 2 } })).json().code).toBe(
      'matter.noSuchParty',
    );
    expect((await people.office.call(desk.listAskAgain, {})).items.map((one) => one.matterId)).toContain(id);
  });
});
