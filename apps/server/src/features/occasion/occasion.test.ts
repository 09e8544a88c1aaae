/** What is told of a friend: refused where it must be, given to the leader, answered. Titles begin with the clause that they show. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { logInteraction, undoInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import * as contract from '@zhengyou/domain/occasion/occasion.contract.ts';
import { foldOccasion, type OccasionStep } from '@zhengyou/domain/occasion/occasion.ts';
import { endPairing } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { readPairing } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { mergePeople, unmerge } from '@zhengyou/domain/person/merge.contract.ts';
import { addLocalSetting } from '@zhengyou/domain/policy/local-setting.contract.ts';
import { readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import { befriended } from './occasion.build.ts';

let house: TestHouse;
let office: Caller;
let officer: Caller;
let leader: Caller;
let friend: Caller;
/** Of the children's hospital, befriended by 田文建. */
let child: Id;
let pairingId: Id;

const code = (response: { json(): unknown }) => (response.json() as { code: string }).code;
type Raise = BodyInOf<typeof contract.raiseOccasion>;
const HARDSHIP: Raise = { kind: 'hardship', happenedOn: '2026-11-20', words: '家里老人住院，夜班排不开' };
const raise = (caller: Caller, more: Partial<Raise> = {}) =>
  caller.call(contract.raiseOccasion, { body: { ...HARDSHIP, ...more } });
const tryRaise = (caller: Caller, more: Partial<Raise> = {}) =>
  caller.try(contract.raiseOccasion, { body: { ...HARDSHIP, ...more } });
const of = (id: Id) => ({ params: { occasionId: id } });
const read = (caller: Caller, id: Id) => caller.call(contract.readOccasion, of(id));
const answer = (id: Id, personId: Id, more: object = {}) =>
  leader.call(logInteraction, {
    body: { representativeIds: [personId], channel: 'visit', when: { kind: 'now' }, from: id, ...more },
  });

beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  officer = await house.as('顾晓芸');
  leader = await house.as('田文建');
  friend = await house.as('林远');
  ({ id: child, pairingId } = await befriended(house, office, '岑文甲', '田文建', '2026-11-23'));
});
afterAll(() => house.close());
beforeEach(() => house.setNow(STORY_NOW));

describe('what is refused', () => {
  it('someone out of reach, someone without a leader, a day to come, an ancient one, too much text', async () => {
    expect(code(await tryRaise(officer, { representativeId: await house.personId('林远') }))).toBe(
      'occasion.noSuchPerson',
    );
    expect(code(await tryRaise(friend, { representativeId: child }))).toBe('occasion.noSuchPerson');
    expect((await tryRaise(leader)).statusCode).toBe(403);
    expect((await tryRaise(await house.as('孙力'))).statusCode).toBe(403);
    const bad = (more: Partial<Raise>) => tryRaise(friend, more);
    expect(code(await bad({ happenedOn: '2026-11-24' }))).toBe('occasion.inFuture');
    expect(code(await bad({ happenedOn: '0001-01-01' }))).toBe('occasion.tooLongAgo');
    const long = await bad({ words: '难'.repeat(200_000) });
    expect([long.statusCode, code(long)]).toEqual([413, 'occasion.wordsTooLong']);
    expect(code(await bad({ words: '  ' }))).toBe('occasion.noWords');
    expect((await bad({ leaderId: await house.personId('孙光军') })).json()).toMatchObject({
      code: 'occasion.notPaired',
    });
  });

  it('illness and family by the office, and by the unit without the person’s leave', async () => {
    expect(code(await tryRaise(office, { kind: 'illness', representativeId: child }))).toBe('occasion.onlyAsTold');
    expect(code(await tryRaise(officer, { kind: 'illness', representativeId: child }))).toBe('occasion.noConsent');
  });

  it('a reason left out, a step by somebody else, an old version', async () => {
    const made = await raise(officer, { representativeId: child });
    const decline = (caller: Caller, words: string, version = 1) =>
      caller.try(contract.declineOccasion, { ...of(made.id), body: { words, version } });
    expect(code(await decline(leader, ' '))).toBe('occasion.noReason');
    expect((await decline(await house.as('孙光军'), '不在')).statusCode).toBe(404);
    expect((await decline(officer, '不在')).json()).toMatchObject({ code: 'occasion.notYours' });
    expect((await decline(leader, '不在', 2)).statusCode).toBe(412);
    expect((await leader.try(contract.withdrawOccasion, { ...of(made.id), body: { version: 1 } })).statusCode).toBe(
      403,
    );
    await officer.call(contract.withdrawOccasion, { ...of(made.id), body: { version: 1 } });
    expect(code(await decline(leader, '不在', 2))).toBe('occasion.notNow');
  });
});

describe('7.2 — an achievement or a hardship', () => {
  it('raised by the unit becomes the leader’s task; a record answers it, and the unit reads the answer', async () => {
    const made = await raise(officer, { representativeId: child });
    expect(made).toMatchObject({ status: 'open', action: 'comfort', clause: '7.2', dueOn: null, raisedAs: 'unit' });
    // The text of a hardship stands in no list, nor on the leader's home.
    expect(JSON.stringify(await leader.call(contract.readNear))).not.toContain('夜班');
    expect(JSON.stringify(await office.call(contract.listOccasions, { query: { show: 'all' } }))).not.toContain('夜班');
    const near = await leader.call(contract.readNear);
    expect(near.occasions).toMatchObject([
      { id: made.id, person: { name: '岑文甲', pairingId }, can: ['log', 'decline'] },
    ]);
    expect(await read(leader, made.id)).toMatchObject({ words: HARDSHIP.words, told: 'shown' });

    const talk = await answer(made.id, child);
    expect((await leader.call(contract.readNear)).occasions).toEqual([]);
    const back = (await officer.call(contract.listOccasions, { query: {} })).items.find((one) => one.id === made.id);
    expect(back).toMatchObject({
      status: 'done',
      answer: { by: '田文建', channel: 'visit', on: '2026-11-23', seen: false },
      can: expect.arrayContaining(['seen']),
    });
    // The officer may not know the leader, who is of another unit: the post stands for the name.
    expect(back?.leader.name).not.toBe('');

    // Taken back at once: the task is open again.
    await leader.call(undoInteraction, { params: { interactionId: talk.id }, ifMatch: talk.version });
    expect((await read(officer, made.id)).status).toBe('open');
    await answer(made.id, child);
    const done = await read(officer, made.id);
    const seen = await officer.call(contract.markAnswerSeen, { ...of(made.id), body: { version: done.version } });
    expect(seen).toMatchObject({ answer: { seen: true }, can: ['amend', 'withdraw'] });
    expect((await officer.call(contract.listOccasions, { query: {} })).items.map((one) => one.id)).not.toContain(
      made.id,
    );
  });

  it('is declined with a reason, which whoever told it reads', async () => {
    const made = await raise(friend, { kind: 'achievement', words: '获省科技进步二等奖 🎉𠮷' });
    expect(made).toMatchObject({ action: 'congratulate', raisedAs: 'self', words: '获省科技进步二等奖 🎉𠮷' });
    await leader.call(contract.declineOccasion, {
      ...of(made.id),
      body: { words: '这周在外，回来当面贺', version: 1 },
    });
    const back = await read(friend, made.id);
    expect(back).toMatchObject({ status: 'declined', answer: { by: '田文建', words: '这周在外，回来当面贺' } });
    // A record made after all is the last word.
    await answer(made.id, back.person.id, { channel: 'phone' });
    expect(await read(friend, made.id)).toMatchObject({ status: 'done', answer: { channel: 'phone' } });
  });

  it('is not answered by an attempt, nor by a record with somebody else', async () => {
    const made = await raise(office, { representativeId: child });
    await answer(made.id, child, { cameAbout: false, merge: 'separate' });
    await answer(made.id, await house.personId('林远'), { merge: 'separate' });
    expect((await read(office, made.id)).status).toBe('open');
    await office.call(contract.withdrawOccasion, { ...of(made.id), body: { version: 1 } });
  });

  it('has a day only where the house has set one, and says that it is its own', async () => {
    await office.call(addLocalSetting, {
      body: { unitId: null, kind: 'hardshipWithin', value: '3w', reason: '难处不等人', from: '2026-11-23' },
    });
    const made = await raise(officer, { representativeId: child });
    expect(made).toMatchObject({ dueOn: '2026-11-26', dueIsLocal: true, dueIsEstimated: false, state: 'due' });
    house.setNow('2026-11-27T01:00:00Z');
    expect((await read(await house.as('田文建'), made.id)).state).toBe('late');
    house.setNow(STORY_NOW);
    await officer.call(contract.withdrawOccasion, { ...of(made.id), body: { version: 1 } });
  });

  it('asks which leader where there are two, and offers a unit its own people only', async () => {
    const start = await officer.call(contract.startRaise, { query: {} });
    expect(start.as).toBe('unit');
    expect(start.people.map((one) => one.name)).toEqual(['岑文甲']);
    expect(start.kinds.map((one) => one.kind)).toEqual(['achievement', 'hardship', 'illness']);
    const whole = await office.call(contract.startRaise, { query: { q: 'ly' } });
    expect(whole.people.map((one) => one.name)).toEqual(['林远']);
    expect(whole.kinds.map((one) => one.kind)).toEqual(['achievement', 'hardship']);
    expect((await friend.call(contract.startRaise, { query: {} })).people).toMatchObject([
      { name: '林远', leaders: [{ name: '田文建' }] },
    ]);
  });
});

describe('illness', () => {
  const ILL: Partial<Raise> = { kind: 'illness', words: '膝盖手术，休养到年底', purpose: 'visit', keepMonths: 3 };

  it('is read by the leader addressed, the person and the office alone; each reading is written down for the person', async () => {
    const made = await raise(officer, { ...ILL, representativeId: child, consent: true });
    expect(await read(leader, made.id)).toMatchObject({
      words: ILL.words,
      purpose: 'visit',
      consent: 'toUnit',
      consentOn: '2026-11-23',
      keepUntil: '2027-02-23',
    });
    expect((await read(office, made.id)).words).toBe(ILL.words);
    const person = await house.as('岑文甲');
    expect((await read(person, made.id)).words).toBe(ILL.words);
    // Whoever told it knows that it was told, and how it was answered, but does not read it again.
    expect(await read(officer, made.id)).toMatchObject({ words: null, told: 'withheld', can: [] });
    for (const name of ['孙力', '孙光军', '林远', '冯飞梅']) {
      const other = await house.as(name);
      expect([name, (await other.try(contract.readOccasion, of(made.id))).statusCode]).toEqual([name, 404]);
      const list = await other.call(contract.listOccasions, { query: { show: 'all' } });
      expect([name, list.items.map((one) => one.id).includes(made.id)]).toEqual([name, false]);
    }
    // Nowhere else does it stand: no list, no audit, no step.
    const everything = await inTransaction(
      house.pool,
      { institution: house.institutionId, whole: true, keeps: true },
      async (db) => {
        const { rows } = await sql<{
          text: string;
        }>`select detail::text as text from audit union all select coalesce(words, '') from occasion_step`.execute(db);
        return rows.map((row) => row.text).join(' ');
      },
    );
    expect(everything).not.toContain('膝盖');
    const { readers } = await read(person, made.id);
    expect(readers).toEqual([
      { name: '周敏', on: '2026-11-23' },
      { name: '田文建', on: '2026-11-23' },
    ]);
    expect((await read(leader, made.id)).readers).toBeNull();
  });

  it('is corrected and withdrawn by the person, and then erased', async () => {
    const person = await house.as('岑文甲');
    const made = await raise(officer, { ...ILL, representativeId: child, consent: true });
    expect(
      (await officer.try(contract.amendOccasion, { ...of(made.id), body: { words: '别的', version: 1 } })).statusCode,
    ).toBe(403);
    expect((await officer.try(contract.withdrawOccasion, { ...of(made.id), body: { version: 1 } })).statusCode).toBe(
      403,
    );
    const amended = await person.call(contract.amendOccasion, {
      ...of(made.id),
      body: { words: '小手术，已无碍', version: 1 },
    });
    expect((await read(leader, made.id)).words).toBe('小手术，已无碍');
    await person.call(contract.withdrawOccasion, { ...of(made.id), body: { version: amended.version } });
    expect(await read(office, made.id)).toMatchObject({ status: 'withdrawn', words: null, told: 'erased' });
    expect((await leader.call(contract.readNear)).occasions.map((one) => one.id)).not.toContain(made.id);
  });

  it('is no longer shown from its day on, and erased with the next step of the office', async () => {
    const made = await raise(friend, ILL);
    house.setNow('2027-02-22T01:00:00Z');
    expect((await read(await house.as('田文建'), made.id)).told).toBe('shown');
    house.setNow('2027-02-23T01:00:00Z');
    expect(await read(await house.as('田文建'), made.id)).toMatchObject({ words: null, told: 'erased' });
    await raise(await house.as('周敏'), { representativeId: child, happenedOn: '2027-02-20' });
    const words = await inTransaction(
      house.pool,
      { institution: house.institutionId, whole: true, keeps: true },
      (db) => db.selectFrom('occasion_told').select('words').where('occasion_id', '=', made.id).executeTakeFirst(),
    );
    expect(words).toEqual({ words: null });
  });

  it('is closed to a leader whose pair has ended; an open task is answered to whoever told it', async () => {
    const made = await befriended(house, office, '岑文乙', '田文建', '2026-11-23');
    const person = await house.as('岑文乙');
    const told = await raise(person, { ...ILL });
    const { version } = await office.call(readPairing, { params: { pairingId: made.pairingId } });
    await office.call(endPairing, {
      params: { pairingId: made.pairingId },
      ifMatch: version,
      body: { endsOn: '2026-11-23', reason: '工作变动' },
    });
    expect(await read(person, told.id)).toMatchObject({ status: 'declined', words: ILL.words });
    expect((await read(leader, told.id)).words).toBeNull();
  });
});

describe('the history', () => {
  it('says what the record says, for every occasion there is', async () => {
    const rows = await inTransaction(
      house.pool,
      { institution: house.institutionId, whole: true, keeps: true },
      async (db) => ({
        occasions: await db
          .selectFrom('occasion')
          .select(['occasion_id', 'status', 'interaction_id', 'seen_on'])
          .execute(),
        steps: await db
          .selectFrom('occasion_step')
          .select(['occasion_id', 'action', 'interaction_id'])
          .orderBy('ordinal')
          .execute(),
      }),
    );
    expect(rows.occasions.length).toBeGreaterThan(5);
    const steps = Map.groupBy(rows.steps, (step) => step.occasion_id);
    for (const one of rows.occasions)
      expect(
        foldOccasion(
          (steps.get(one.occasion_id) ?? []).map((step): OccasionStep => ({
            action: step.action as OccasionStep['action'],
            interactionId: step.interaction_id,
          })),
        ),
      ).toEqual({ status: one.status, interactionId: one.interaction_id, seen: one.seen_on !== null });
  });

  it('follows a merge of two persons, and goes back with it', async () => {
    const kept = await befriended(house, office, '岑文丙', '田文建', '2026-11-23');
    const other = await befriended(house, office, '岑文丁', '孙光军', '2026-11-23');
    const told = await raise(await house.as('岑文丁'), { words: '要照顾老人' });
    const version = async (personId: Id) => (await office.call(readPerson, { params: { personId } })).version;
    const merged = await office.call(mergePeople, {
      params: { personId: kept.id, otherId: other.id },
      ifMatch: await version(kept.id),
      body: { otherVersion: await version(other.id) },
    });
    expect(
      (await office.call(contract.listOccasions, { query: { show: 'all', person: kept.id } })).items.map(
        (one) => one.id,
      ),
    ).toEqual([told.id]);
    await office.call(unmerge, { params: { mergeId: merged.mergeId }, ifMatch: 1, body: {} });
    expect(
      (await office.call(contract.listOccasions, { query: { show: 'all', person: other.id } })).items.map(
        (one) => one.id,
      ),
    ).toEqual([told.id]);
  });
});
