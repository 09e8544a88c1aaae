/** What the leader who heard it can do: answer on the spot, or pass it on with a word. Refusals first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import * as asHandler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import { answerOnSpot, forwardMatter } from '@zhengyou/domain/matter/leader-steps.contract.ts';
import { listPromises } from '@zhengyou/domain/matter/desk.contract.ts';
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { assigned, deskIds, logged, must, peopleOf, seen, take, written, type People } from './matter.build.ts';

let house: TestHouse;
let people: People;
beforeAll(async () => {
  house = await openHouse();
  people = await peopleOf(house);
});
afterAll(() => house.close());

async function heard(words: string): Promise<Id> {
  await logged(house, people, words);
  const { items } = await people.leader.call(listMatters, { query: { view: 'mine' } });
  const found = items.find((item) => item.title === words);
  if (!found) throw new Error('a line of a talk is a matter');
  return found.id as Id;
}
const pointsOf = async (id: Id, more: object = {}) =>
  (await seen(people.leader, id)).pointList.map((point) => ({
    id: point.id,
    text: '下周起照办',
    outcome: 'A',
    ...more,
  }));

describe('what is refused', () => {
  it('to anyone else, to a leader who did not hear it, and once the office has begun', async () => {
    const id = await heard('门诊的椅子能不能换');
    const points = await pointsOf(id);
    for (const caller of [people.person, people.office])
      expect((await take(caller, answerOnSpot, id, { points })).statusCode).toBe(403);
    const other = await house.as('朱友勇').catch(() => house.as('王敏'));
    const version = (await seen(people.leader, id)).version;
    const hidden = await other.try(answerOnSpot, {
      params: { matterId: id },
      ifMatch: version,
      body: { points: points.map((point) => ({ ...point, outcome: 'A' as const })) },
    });
    expect([403, 404]).toContain(hidden.statusCode);
    await must(people.office, asKeeper.reportMatter, id, { way: 'meeting' });
    await must(people.office, asKeeper.triageMatter, id, { disposition: 'accepted' });
    expect((await take(people.leader, answerOnSpot, id, { points })).json()).toMatchObject({ code: 'matter.notNow' });
    expect((await seen(people.leader, id)).can).not.toContain('answerOnSpot');
  });

  it('with a blank left, a promise without its day, a point left out, or the name of someone unnamed', async () => {
    const id = await heard('夜班休息室太冷');
    const code = async (body: object) =>
      (await take(people.leader, answerOnSpot, id, body)).json<{ code: string }>().code;
    expect(await code({ points: await pointsOf(id, { text: '由【哪个部门】办' }) })).toBe('matter.blankLeft');
    expect(await code({ points: await pointsOf(id, { outcome: 'B' }) })).toBe('matter.promiseWithoutDay');
    expect(await code({ points: await pointsOf(id, { text: '林远说得对' }) })).toBe('matter.namesProposer');
    const strange = [{ id: '00000000-0000-4000-8000-000000000000', text: '好', outcome: 'A' }];
    expect(await code({ points: strange })).toBe('matter.noSuchPoint');
    expect((await seen(people.leader, id)).status).toBe('registered');
  });
});

describe('8.3 — the leader who heard it', () => {
  it('answers on the spot, tells the person, and the office reports it afterwards', async () => {
    const id = await heard('班车能不能停北门');
    expect((await seen(people.leader, id)).can).toEqual(expect.arrayContaining(['answerOnSpot', 'forward']));
    const waiting = await people.leader.call(listMatters, { query: { view: 'waitsOnMe' } });
    expect(waiting.items.map((item) => item.id)).toContain(id);
    const body = { points: await pointsOf(id, { outcome: 'B', promiseOn: '2026-12-31' }), toldBy: 'faceToFace' };
    expect(await must(people.leader, answerOnSpot, id, body)).toMatchObject({ status: 'replied' });

    const mine = await seen(people.person, id);
    expect(mine.pointList[0]?.reply).toMatchObject({ text: '下周起照办', outcome: 'B', published: true });
    expect(mine.deliveries).toMatchObject([{ way: 'faceToFace', by: '田文建' }]);
    expect(mine.asksMe).toBe(true);
    expect(mine.stops.map(({ stop }) => stop)).toEqual(['registered', 'reported', 'replied', 'confirmed', 'closed']);
    const { items } = await people.office.call(listPromises, { query: {} });
    expect(items.some((promise) => promise.text === '下周起照办')).toBe(true);
    expect(
      (await people.leader.call(listMatters, { query: { view: 'waitsOnMe' } })).items.map((one) => one.id),
    ).not.toContain(id);

    const toReport = await people.office.call(listMatters, { query: { view: 'toReport' } });
    expect(toReport.items.map((item) => item.id)).toContain(id);
    await must(people.office, asKeeper.reportMatter, id, { way: 'spoken' });
    expect((await seen(people.office, id)).status).toBe('replied');
    await must(people.person, asProposer.answerMatter, id, { result: 'no' });
    expect(await seen(people.office, id)).toMatchObject({ status: 'inProgress', round: 2, lead: null });
    expect((await seen(people.office, id)).can).toEqual(expect.arrayContaining(['writeReply', 'release']));
  });

  it('passes it on once, with a word that those who handle it read and the person does not', async () => {
    const id = await heard('想参加一次外校交流');
    await must(people.leader, forwardMatter, id, { words: '请人事处看看能否安排' });
    expect((await take(people.leader, forwardMatter, id)).json()).toMatchObject({ code: 'matter.forwardedAlready' });
    expect((await seen(people.office, id)).notes).toMatchObject([{ sort: 'handling', text: '请人事处看看能否安排' }]);
    expect((await seen(people.person, id)).notes).toEqual([]);
    expect(
      (await people.leader.call(listMatters, { query: { view: 'waitsOnMe' } })).items.map((one) => one.id),
    ).not.toContain(id);
  });

  it('sees a reply that is out until somebody has brought it', async () => {
    const id = await heard('食堂早半小时开门');
    const { medical } = await deskIds(house);
    await assigned(people, id, medical);
    await must(people.medical, asHandler.takeMatter, id);
    await written(people.medical, id);
    await must(people.medical, asHandler.submitReply, id);
    await must(people.second, asKeeper.reviewReply, id, { verdict: 'approved' });
    await must(people.office, asKeeper.publishReply, id);
    const waits = async () =>
      (await people.leader.call(listMatters, { query: { view: 'waitsOnMe' } })).items.some((item) => item.id === id);
    expect(await waits()).toBe(true);
    await must(people.leader, asKeeper.deliverReply, id, { party: 1, way: 'faceToFace' });
    expect(await waits()).toBe(false);
  });
});
