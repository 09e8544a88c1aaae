/** What people are told, when, and once. */
import { answerDelegation, endDelegation, giveDelegation } from '@zhengyou/domain/access/delegation.contract.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logInteraction, undoInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { confirmMine } from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { answerRequest, askTalk, replyToOffer } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { countNotices, listNotices, openNotice, readAll } from '@zhengyou/domain/notice/notice.contract.ts';
import type { NoticeKind } from '@zhengyou/domain/notice/notice.ts';
import { raiseMatter } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { raiseOccasion, withdrawOccasion } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';
import { inTransaction } from '../../store/database.ts';
import { partsOf } from './notice.build.ts';
import { runNotices } from './run-notices.ts';

let house: TestHouse;
let leader: Caller;
let friend: Caller;
let office: Caller;
let leaderId: Id;
let friendId: Id;
beforeAll(async () => {
  house = await openHouse();
  leader = await house.as('田文建');
  friend = await house.as('林远');
  office = await house.as('周敏');
  leaderId = await house.personId('田文建');
  friendId = await house.personId('林远');
});
afterAll(() => house.close());
beforeEach(() => house.setNow(STORY_NOW));

const run = () => runNotices(partsOf(house), house.institutionId);
const open = async (who: Caller, kind: NoticeKind) =>
  (await who.call(listNotices, { query: { show: 'open' } })).items.filter((one) => one.kind === kind);
const log = (who: Caller, extra: object = {}) =>
  who.call(logInteraction, {
    body: { representativeIds: [friendId], channel: 'phone', when: { kind: 'now' }, ...extra },
  });

describe('a notice', () => {
  it('stands in the inbox of whom it concerns, with the name that they may read, until it is done', async () => {
    const made = await friend.call(askTalk, { body: { leaderId, slots: [{ on: '2026-11-26', at: '15:30' }] } });
    const [notice] = await open(leader, 'requestAsked');
    expect(notice).toMatchObject({
      about: { id: friendId, name: '林远' },
      subjectId: made.id,
      unread: true,
      asks: 'act',
    });
    expect((await leader.call(countNotices, {})).unread).toBeGreaterThan(0);

    // Read, it still waits; done, it is gone, and the other side hears of it.
    await leader.call(openNotice, { params: { noticeId: notice?.id as Id } });
    expect(await open(leader, 'requestAsked')).toMatchObject([{ unread: false }]);
    const body = { action: 'offer' as const, slot: { on: '2026-11-27', at: '10:00' }, version: made.version };
    const offered = await leader.call(answerRequest, { params: { requestId: made.id }, body });
    expect(await open(leader, 'requestAsked')).toEqual([]);
    expect(await open(friend, 'requestAnswered')).toMatchObject([{ about: { name: '田文建' } }]);

    // Other times: it waits for the leader again, as a notice of its own.
    const more = { action: 'another' as const, slots: [{ on: '2026-12-01' }], version: offered.version };
    const again = await friend.call(replyToOffer, { params: { requestId: made.id }, body: more });
    expect(await open(leader, 'requestAsked')).toMatchObject([{ unread: true }]);
    expect(await open(friend, 'requestAnswered')).toEqual([]);
    await friend.call(replyToOffer, {
      params: { requestId: made.id },
      body: { action: 'withdraw', version: again.version },
    });
    expect(await open(leader, 'requestAsked')).toEqual([]);
  });

  it('asks the leader to look at what was written for them, until they have', async () => {
    const { id } = await log(office, { leaderId, channel: 'visit' });
    expect(await open(leader, 'talkToConfirm')).toMatchObject([{ subjectId: id, about: { id: friendId } }]);
    await leader.call(confirmMine, { body: { interactionIds: [id] } });
    expect(await open(leader, 'talkToConfirm')).toEqual([]);
  });

  it('reaches the office through the worker, because whoever asks may not know who is there', async () => {
    const made = await friend.call(askTalk, { body: { leaderId, slots: [] } });
    const body = { action: 'passOn' as const, words: '这两周出差', version: made.version };
    await leader.call(answerRequest, { params: { requestId: made.id }, body });
    expect(await open(office, 'requestPassedOn')).toEqual([]);
    await run();
    await run();
    expect(await open(office, 'requestPassedOn')).toMatchObject([{ subjectId: made.id, about: { name: '田文建' } }]);
  });

  it('is marked read for all, and told to nobody else', async () => {
    const before = await leader.call(listNotices, { query: { show: 'all' } });
    expect(before.total).toBeGreaterThan(1);
    const other = await house.as('孙光军');
    const foreign = await other.try(openNotice, { params: { noticeId: before.items[0]?.id as Id } });
    expect(foreign.statusCode).toBe(404);
    await leader.call(readAll, { body: {} });
    expect((await leader.call(countNotices, {})).unread).toBe(0);
  });

  it('costs the same number of statements however many there are', async () => {
    const page = (limit: number) => countStatements(() => leader.call(listNotices, { query: { show: 'all', limit } }));
    const one = await page(1);
    expect(await page(50)).toBe(one);
    expect(one).toBeLessThan(12);
  });
});

describe('what rooms tell', () => {
  it('brings a matter that is raised to the office, and what becomes of it to whoever raised it', async () => {
    const { id, number } = await friend.call(raiseMatter, {
      body: { kind: 'opinion', points: ['夜班的休息室太吵'], leaderId },
    });
    await run();
    expect((await open(office, 'matterRaised')).filter((one) => one.subjectId === id)).toMatchObject([
      { number, about: null },
    ]);
    expect((await open(friend, 'matterRaised')).length).toBe(0);
  });

  it('tells a leader of a hardship by name, and of an illness without one', async () => {
    const hardship = { kind: 'hardship' as const, happenedOn: '2026-11-20', words: '家里有难处', leaderId };
    const { id } = await friend.call(raiseOccasion, { body: hardship });
    expect(await open(leader, 'occasionRaised')).toMatchObject([{ subjectId: id, about: { id: friendId } }]);
    const illness = {
      ...hardship,
      kind: 'illness' as const,
      words: '住院几天',
      purpose: 'visit' as const,
      consent: true,
    };
    const other = await friend.call(raiseOccasion, { body: illness });
    expect(await open(leader, 'occasionNear')).toMatchObject([{ subjectId: other.id, about: null }]);
    // Taken back, nothing of it is told any more.
    await friend.call(withdrawOccasion, { params: { occasionId: other.id }, body: { version: other.version } });
    expect(await open(leader, 'occasionNear')).toEqual([]);
  });
});

describe('whoever acts in a leader’s name', () => {
  it('hears of it, is reminded where the leader let them, and hears when it ends', async () => {
    const tang = await house.as('唐杰秀');
    const xu = await house.as('许文洁');
    const given = await tang.call(giveDelegation, {
      body: {
        delegateId: await house.personId('许文洁'),
        kind: 'secretary',
        scopes: ['remind'],
        firstOn: '2026-11-23',
        lastOn: '2027-01-31',
      },
    });
    expect(await open(xu, 'delegationGiven')).toMatchObject([{ subjectId: given.id, about: null }]);
    await tang.call(endDelegation, { params: { delegationId: given.id }, body: { version: given.version } });
    expect(await open(xu, 'delegationEnded')).toMatchObject([{ subjectId: given.id }]);
    expect(await open(xu, 'delegationGiven')).toEqual([]);
  });

  it('is asked of the leader where the office enters it', async () => {
    const sun = await house.as('孙光军');
    const asked = await office.call(giveDelegation, {
      body: {
        leaderId: await house.personId('孙光军'),
        delegateId: await house.personId('许文洁'),
        kind: 'secretary',
        scopes: ['friends'],
        firstOn: '2026-11-23',
        lastOn: '2026-12-31',
      },
    });
    expect(await open(sun, 'delegationAsked')).toMatchObject([{ subjectId: asked.id }]);
    await sun.call(answerDelegation, {
      params: { delegationId: asked.id },
      body: { accept: false, version: asked.version },
    });
    expect(await open(sun, 'delegationAsked')).toEqual([]);
  });
});

describe('what a day brings', () => {
  it('8.2 — reminds a leader once of a talk that is due, and again when the talk is taken back', async () => {
    house.setNow('2026-12-28T01:00:00Z');
    // A session that nobody used for a month has ended.
    leader = await house.as('田文建');
    await run();
    const due = await open(leader, 'talkDue');
    expect(due.length).toBeGreaterThan(0);
    await run();
    expect(await open(leader, 'talkDue')).toHaveLength(due.length);
    // The secretary, whom the leader lets have the reminders, hears that something is due, and not of whom.
    const helped = await open(await house.as('许文洁'), 'talkDueFor');
    expect(helped.map(({ about, onDay }) => [about, onDay])).toEqual(due.map(({ onDay }) => [null, onDay]));
    const [first] = due;
    const body = {
      representativeIds: [first?.about?.id as Id],
      channel: 'phone' as const,
      when: { kind: 'now' as const },
    };
    const { id } = await leader.call(logInteraction, { body });
    expect(await open(leader, 'talkDue')).toHaveLength(due.length - 1);
    await leader.call(undoInteraction, { params: { interactionId: id }, ifMatch: 1 });
    house.setNow('2026-12-29T01:00:00Z');
    await run();
    expect(await open(leader, 'talkDue')).toHaveLength(due.length);
  });

  it('erases what was told of a person on its day, though nobody comes by', async () => {
    const told = { kind: 'illness' as const, happenedOn: '2026-11-20', words: '住院几天', leaderId };
    const { id } = await friend.call(raiseOccasion, {
      body: { ...told, purpose: 'visit', consent: true, keepMonths: 3 },
    });
    const kept = () =>
      inTransaction(house.pool, { institution: house.institutionId, whole: true, keeps: true }, (db) =>
        db.selectFrom('occasion_told').select('words').where('occasion_id', '=', id).executeTakeFirst(),
      );
    house.setNow('2027-02-22T01:00:00Z');
    await run();
    expect(await kept()).toEqual({ words: '住院几天' });
    house.setNow('2027-02-23T01:00:00Z');
    await run();
    expect(await kept()).toEqual({ words: null });
  });

  it('holds no name and no text in the row itself', async () => {
    const rows = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
      db.selectFrom('notice').selectAll().execute(),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
