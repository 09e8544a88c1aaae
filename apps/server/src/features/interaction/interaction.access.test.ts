/** Refusals only: who may not write a record, and who does not see it. Each of the two locks is tried with the other removed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listTalks,
  logInteraction,
  readInteraction,
  undoInteraction,
} from '@zhengyou/domain/interaction/interaction.contract.ts';
import { readHome } from '@zhengyou/domain/interaction/home.contract.ts';
import { readOverview, readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';

const EVERYTHING = (actor: { reach: object }) => ({ ...actor.reach, whole: true }) as never;

const aTalk = async (house: TestHouse, name: string, leader?: string): Promise<BodyInOf<typeof logInteraction>> => ({
  ...(leader ? { leaderId: await house.personId(leader) } : {}),
  representativeIds: [await house.personId(name)],
  channel: 'phone',
  when: { kind: 'now' },
});

const houses: TestHouse[] = [];
const open = async (options: Parameters<typeof openHouse>[0] = {}) => {
  const house = await openHouse(options);
  houses.push(house);
  return house;
};
afterAll(async () => {
  for (const house of houses) await house.close();
});

async function withTalk(house: TestHouse) {
  const leader = await house.as('田文建');
  const made = await leader.call(logInteraction, {
    body: {
      representativeIds: [await house.personId('林远')],
      channel: 'phone',
      when: { kind: 'now' },
      words: '只有两个人知道的话',
      points: [{ kind: 'opinion', words: '晚七点后的班车' }],
    },
  });
  return { leader, made, of: { params: { interactionId: made.id } } };
}

describe('a record', () => {
  let house: TestHouse;
  let talk: Awaited<ReturnType<typeof withTalk>>;
  beforeAll(async () => {
    house = await open();
    talk = await withTalk(house);
  });

  it('is read by both sides alike', async () => {
    const friend = await house.as('林远');
    const theirs = await friend.call(readInteraction, talk.of);
    const ours = await talk.leader.call(readInteraction, talk.of);
    const shared = ({ words, points, happenedOn, channel }: typeof ours) => ({ words, points, happenedOn, channel });
    expect(shared(theirs)).toEqual(shared(ours));
    expect((await friend.call(listTalks, {})).items).toMatchObject([
      { words: '只有两个人知道的话', can: ['confirm', 'add', 'ask'] },
    ]);
  });

  it('is neither written nor taken back by the representative', async () => {
    const friend = await house.as('林远');
    const body = await aTalk(house, '林远');
    expect((await friend.try(logInteraction, { body })).statusCode).toBe(403);
    expect((await friend.try(undoInteraction, { ...talk.of, ifMatch: 1 })).statusCode).toBe(403);
  });

  it('is not seen by another leader, nor by another representative', async () => {
    for (const name of ['唐杰秀', '冯飞梅']) {
      const other = await house.as(name);
      expect([name, (await other.try(readInteraction, talk.of)).statusCode]).toEqual([name, 404]);
      const { items } = await other.call(listTalks, { query: { person: await house.personId('林远') } });
      expect([name, items]).toEqual([name, []]);
    }
  });

  it('cannot be written for another leader, nor of a stranger', async () => {
    const other = await house.as('唐杰秀');
    const forOther = await other.try(logInteraction, { body: await aTalk(house, '林远', '田文建') });
    expect([forOther.statusCode, forOther.json().code]).toEqual([404, 'log.noSuchLeader']);
    const stranger = await other.try(logInteraction, { body: await aTalk(house, '林远') });
    expect([stranger.statusCode, stranger.json().code]).toEqual([404, 'log.noSuchPerson']);
  });

  it('is not written by one who checks, and its text opens in the record only', async () => {
    const checker = await house.as('孙力');
    const body = await aTalk(house, '林远', '田文建');
    expect((await checker.try(logInteraction, { body })).statusCode).toBe(403);
    const { items } = await checker.call(listTalks, { query: { person: await house.personId('林远') } });
    expect(items).toMatchObject([{ text: 'withheld', words: null, points: [] }]);
    expect(await checker.call(readInteraction, talk.of)).toMatchObject({ text: 'shown', words: '只有两个人知道的话' });
  });

  it('is written by the office on behalf, with both names kept', async () => {
    const office = await house.as('周敏');
    const made = await office.call(logInteraction, {
      body: {
        leaderId: await house.personId('唐杰秀'),
        representativeIds: [await house.personId('冯飞梅')],
        channel: 'faceToFace',
        when: { kind: 'yesterday' },
      },
    });
    const leader = await house.as('唐杰秀');
    expect(await leader.call(readInteraction, { params: { interactionId: made.id } })).toMatchObject({
      leader: { name: '唐杰秀' },
      recordedAs: '周敏',
    });
  });

  it('is out of the reach of a unit that neither side belongs to', async () => {
    const officer = await house.as('顾晓芸');
    expect((await officer.try(readInteraction, talk.of)).statusCode).toBe(404);
    const body = await aTalk(house, '林远', '田文建');
    expect((await officer.try(logInteraction, { body })).statusCode).toBe(404);
    expect((await officer.call(readYear, {})).inReach).toBe(0);
    expect((await officer.call(readOverview, {})).pairs).toBe(0);
  });

  it('has pages for those whom they concern only', async () => {
    const friend = await house.as('林远');
    for (const endpoint of [readYear, readHome, readOverview])
      expect([endpoint.id, (await friend.try(endpoint as typeof readYear, {})).statusCode]).toEqual([endpoint.id, 403]);
  });
});

describe('who was there', () => {
  it('is told to both sides, also where they are not paired', async () => {
    const house = await open();
    const office = await house.as('周敏');
    await office.call(logInteraction, { body: await aTalk(house, '林远', '孙光军') });
    const read = async (name: string) => {
      const { items } = await (
        await house.as(name)
      ).call(listTalks, { query: { person: await house.personId('林远') } });
      return items.map((talk) => [talk.leader.name, talk.representatives.map((one) => one.name), talk.others]);
    };
    expect(await read('林远')).toEqual([['孙光军', ['林远'], 0]]);
    expect(await read('孙光军')).toEqual([['孙光军', ['林远'], 0]]);
    // A pair's other leader was not there.
    expect(await read('田文建')).toEqual([]);
  });
});

describe('each lock alone', () => {
  const seenBy = async (house: TestHouse, name: string, id: string) => {
    const other = await house.as(name);
    return {
      record: (await other.try(readInteraction, { params: { interactionId: id } })).statusCode,
      talks: (await other.call(listTalks, { query: { person: await house.personId('林远') } })).total,
      year: (await other.call(readYear, { query: { each: 500 } })).rows.map((row) => row.person.name),
    };
  };
  const onlyOwn = { record: 404, talks: 0, year: ['冯飞梅'] };

  it('holds in the database with the application’s conditions removed', async () => {
    const house = await open({ locks: { reachOf: EVERYTHING } });
    const { made } = await withTalk(house);
    expect(await seenBy(house, '唐杰秀', made.id)).toEqual(onlyOwn);
  });

  it('holds in the application with row security removed', async () => {
    const house = await open({ role: 'none' });
    const { made } = await withTalk(house);
    expect(await seenBy(house, '唐杰秀', made.id)).toEqual(onlyOwn);
  });
});
