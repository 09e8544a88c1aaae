/** Talks asked for: refused where they must be, answered, arranged, met. Titles begin with the clause that they show. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logInteraction, undoInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import {
  answerRequest,
  askTalk,
  listRequests,
  replyToOffer,
} from '@zhengyou/domain/interaction/talk-request.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { mergePeople, unmerge } from '@zhengyou/domain/person/merge.contract.ts';
import { readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { foldRequest } from '@zhengyou/domain/interaction/talk-request.ts';
import { readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import { listRequestSteps } from './talk-request.queries.ts';

let house: TestHouse;
let leader: Caller;
let friend: Caller;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  leader = await house.as('田文建');
  friend = await house.as('林远');
  office = await house.as('周敏');
});
afterAll(() => house.close());
beforeEach(() => house.setNow(STORY_NOW));

const code = (response: { json(): unknown }) => (response.json() as { code: string }).code;
const ask = async (slots = [{ on: '2026-11-26', at: '15:30' }, { on: '2026-11-30' }]) =>
  friend.call(askTalk, {
    body: { leaderId: await house.personId('田文建'), topic: '夜班的人手', urgency: 'thisWeek', slots },
  });
/** So that the next test may ask again. */
const withdraw = async (request: { id: string; version: number }) =>
  friend.call(replyToOffer, {
    params: { requestId: request.id },
    body: { action: 'withdraw', version: request.version },
  });

describe('what is refused', () => {
  it('a leader to whom one is not paired, a day that has passed, a second request while one is open', async () => {
    const stranger = { leaderId: await house.personId('孙光军'), slots: [] };
    expect(code(await friend.try(askTalk, { body: stranger }))).toBe('request.notYourLeader');
    const past = { leaderId: await house.personId('田文建'), slots: [{ on: '2026-11-22' }] };
    expect(code(await friend.try(askTalk, { body: past }))).toBe('request.slotPast');
    const made = await ask();
    const again = { leaderId: await house.personId('田文建'), slots: [] };
    expect(code(await friend.try(askTalk, { body: again }))).toBe('request.openAlready');
    await withdraw(made);
  });

  it('an answer by someone else, a reply by the leader, a time that was not given, a reason left out', async () => {
    const made = await ask();
    const of = { params: { requestId: made.id } };
    const pick = { action: 'pick' as const, slot: 0, version: made.version };
    expect((await (await house.as('孙光军')).try(answerRequest, { ...of, body: pick })).statusCode).toBe(404);
    expect((await friend.try(answerRequest, { ...of, body: pick })).statusCode).toBe(403);
    expect((await leader.try(replyToOffer, { ...of, body: { action: 'accept', version: 1 } })).statusCode).toBe(403);
    expect(code(await leader.try(answerRequest, { ...of, body: { ...pick, slot: 2 } }))).toBe('request.noSlot');
    const bare = { action: 'passOn' as const, words: ' ', version: made.version };
    expect(code(await leader.try(answerRequest, { ...of, body: bare }))).toBe('request.reasonMissing');
    await withdraw(made);
  });

  it('an answer to a version that has moved on: what stands now is shown', async () => {
    const made = await ask();
    const of = { params: { requestId: made.id } };
    const agreed = await leader.call(answerRequest, {
      ...of,
      body: { action: 'pick', slot: 0, version: made.version },
    });
    const late = await office.try(answerRequest, { ...of, body: { action: 'pick', slot: 1, version: made.version } });
    expect(late.statusCode).toBe(412);
    expect(late.json()).toMatchObject({ extra: { current: { status: 'agreed', meant: { on: '2026-11-26' } } } });
    await withdraw(agreed);
  });
});

describe('two records that become one person', () => {
  it('keep one request to a leader, and everything that was asked', async () => {
    const made = await ask();
    const other = await house.personId('林远');
    const keptId = await house.personId('冯飞梅');
    const read = (personId: Id) => office.call(readPerson, { params: { personId } });
    const merged = await office.call(mergePeople, {
      params: { personId: keptId, otherId: other },
      ifMatch: (await read(keptId)).version,
      body: { otherVersion: (await read(other)).version },
    });
    const ofLeader = async () => (await leader.call(listRequests, { query: {} })).items;
    expect(await ofLeader()).toMatchObject([{ id: made.id, representative: { id: keptId } }]);
    await office.call(unmerge, { params: { mergeId: merged.mergeId }, ifMatch: 1 });
    expect(await ofLeader()).toMatchObject([{ id: made.id, representative: { id: other } }]);
    await withdraw(made);
  });
});

describe('a request for a talk', () => {
  it('8.2 — is answered with one of the times, stands in the year as arranged, and is met by the talk', async () => {
    const made = await ask();
    expect(made).toMatchObject({ status: 'asked', topic: '夜班的人手', can: ['withdraw'], overdue: false });
    // Five working days after Monday 23 November, which the house set for itself.
    expect(made).toMatchObject({ answerBy: '2026-11-30', answerByIsLocal: true });
    const mine = (await leader.call(listRequests, { query: {} })).items;
    expect(mine).toMatchObject([{ id: made.id, can: ['pick', 'offer', 'passOn'] }]);
    const agreed = await leader.call(answerRequest, {
      params: { requestId: made.id },
      body: { action: 'pick', slot: 0, version: made.version },
    });
    expect(agreed).toMatchObject({ status: 'agreed', meant: { on: '2026-11-26', at: '15:30' } });
    const row = async () =>
      (await leader.call(readYear, { query: { person: await house.personId('林远') } })).rows[0]?.year;
    expect(await row()).toMatchObject({ next: { kind: 'planned', on: '2026-11-26' } });

    house.setNow('2026-11-26T08:00:00Z');
    const talk = await leader.call(logInteraction, {
      body: { representativeIds: [await house.personId('林远')], channel: 'faceToFace', when: { kind: 'now' } },
    });
    const all = async () => (await friend.call(listRequests, { query: { show: 'all' } })).items;
    expect((await all()).find((one) => one.id === made.id)).toMatchObject({ status: 'met', can: [] });

    await leader.call(undoInteraction, { params: { interactionId: talk.id }, ifMatch: talk.version });
    const reopened = (await all()).find((one) => one.id === made.id);
    expect(reopened).toMatchObject({ status: 'agreed' });
    if (reopened) await withdraw(reopened);
  });

  it('8.2 — goes back and forth over times until both agree; the stored state is the fold of its steps', async () => {
    const made = await ask([]);
    const params = { requestId: made.id };
    const offered = await leader.call(answerRequest, {
      params,
      body: {
        action: 'offer',
        slot: { on: '2026-12-01', at: '09:00' },
        words: '那天上午可以吗',
        version: made.version,
      },
    });
    expect(offered).toMatchObject({ status: 'offered', meant: { on: '2026-12-01' } });
    const other = await friend.call(replyToOffer, {
      params,
      body: { action: 'another', slots: [{ on: '2026-12-02' }], version: offered.version },
    });
    expect(other).toMatchObject({ status: 'asked', slots: [{ on: '2026-12-02', at: null }], meant: null });
    const agreed = await leader.call(answerRequest, {
      params,
      body: { action: 'pick', slot: 0, version: other.version },
    });
    expect(agreed.steps.map((one) => one.action)).toEqual(['ask', 'offer', 'another', 'pick']);
    const whole = { institution: house.institutionId, whole: true };
    const steps = await inTransaction(house.pool, whole, (db) =>
      listRequestSteps(db, house.institutionId, { whole: true, units: [], self: [], people: [], desks: [] }, [made.id]),
    );
    expect(foldRequest(steps)).toEqual({ status: agreed.status, slots: agreed.slots, meant: agreed.meant });
    await withdraw(agreed);
  });

  it('8.2 — unanswered by its day it is the office’s too, and nobody’s silence agrees for them', async () => {
    const made = await ask();
    house.setNow('2026-12-01T01:00:00Z');
    // A session unused for a week has ended meanwhile.
    const later = await house.as('周敏');
    const [overdue] = (await later.call(listRequests, { query: { show: 'office' } })).items;
    expect(overdue).toMatchObject({ id: made.id, overdue: true, status: 'asked', can: ['offer'] });
    house.setNow(STORY_NOW);
    await withdraw(made);
  });

  it('8.2 — is handed to the office with a reason, and the office answers for the leader', async () => {
    const made = await ask();
    const params = { requestId: made.id };
    const passed = await leader.call(answerRequest, {
      params,
      body: { action: 'passOn', words: '这几周在外地', version: made.version },
    });
    expect(passed.status).toBe('withOffice');
    expect((await office.call(listRequests, { query: { show: 'office' } })).items.map((one) => one.id)).toEqual([
      made.id,
    ]);
    const agreed = await office.call(answerRequest, {
      params,
      body: { action: 'pick', slot: 1, version: passed.version },
    });
    expect(agreed).toMatchObject({
      status: 'agreed',
      steps: [{}, { words: '这几周在外地', name: '田文建' }, { name: '周敏' }],
    });
    await withdraw(agreed);
  });
});
