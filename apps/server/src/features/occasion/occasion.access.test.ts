/** Refusals only: who sees neither a task nor what was told, and whose visits one may not tick. Each of the two locks is tried with the other removed. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import * as contract from '@zhengyou/domain/occasion/occasion.contract.ts';
import * as round from '@zhengyou/domain/occasion/round.contract.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { befriended, friendsOf, ROUND_NOW, springRound } from './occasion.build.ts';

const EVERYTHING = (actor: { reach: object }) => ({ ...actor.reach, whole: true }) as never;

const houses: TestHouse[] = [];
const open = async (options: Parameters<typeof openHouse>[0] = {}) => {
  const house = await openHouse({ now: ROUND_NOW, ...options });
  houses.push(house);
  return house;
};
afterAll(async () => {
  for (const house of houses) await house.close();
});

/** An illness that the unit told of somebody, a hardship that another told of themself, and a round with one visit ticked. */
async function furnished(options: Parameters<typeof openHouse>[0] = {}) {
  const house = await open(options);
  const office = await house.as('周敏');
  const child = await befriended(house, office, '岑文甲', '田文建');
  const ill = await (
    await house.as('顾晓芸')
  ).call(contract.raiseOccasion, {
    body: { kind: 'illness', representativeId: child.id, happenedOn: '2027-01-20', words: '膝盖手术', consent: true },
  });
  const hard = await (
    await house.as('林远')
  ).call(contract.raiseOccasion, {
    body: { kind: 'hardship', happenedOn: '2027-01-20', words: '老人住院' },
  });
  const roundId = await springRound(office);
  const ticked = await (
    await house.as('田文建')
  ).call(round.tickVisits, {
    params: { roundId },
    body: { on: '2027-01-25', visits: [{ pairingId: child.pairingId }] },
  });
  return { house, child, ill: ill.id, hard: hard.id, roundId, tickId: ticked.tickId as Id };
}

type Furnished = Awaited<ReturnType<typeof furnished>>;
const shown = async ({ house, ill, hard, roundId, tickId }: Furnished, name: string) => {
  const caller = await house.as(name);
  const read = (id: Id) => caller.try(contract.readOccasion, { params: { occasionId: id } });
  const words = async (id: Id) => {
    const response = await read(id);
    return response.statusCode === 200
      ? ((response.json() as { words: string | null }).words ?? 'withheld')
      : response.statusCode;
  };
  return {
    ill: await words(ill),
    hard: await words(hard),
    list: (await caller.call(contract.listOccasions, { query: { show: 'all' } })).items.map((one) => one.kind).sort(),
    friends: (await friendsOf(caller, roundId)).map((friend) => friend.person.name).sort(),
    tick: (await caller.try(round.previewTickUndo, { params: { tickId } })).statusCode,
  };
};
/** Another leader: neither the tasks nor the friends of 田文建. */
const STRANGER = { ill: 404, hard: 404, list: [], friends: ['王雅学'], tick: 404 };

describe('what was told, and a round', () => {
  it('are as open as the measures and consent make them', async () => {
    const made = await furnished();
    expect(await shown(made, '孙光军')).toEqual(STRANGER);
    expect(await shown(made, '田文建')).toMatchObject({
      ill: '膝盖手术',
      hard: '老人住院',
      list: ['hardship', 'illness'],
      tick: 200,
    });
    // Whoever checks knows that there is a hardship, not what it is, and nothing of an illness; what was ticked may be looked at.
    expect(await shown(made, '王敏')).toMatchObject({ ill: 404, hard: 'withheld', list: ['hardship'], tick: 200 });
    // The unit that told an illness knows how it is answered; a hardship of another unit's person it does not see.
    expect(await shown(made, '顾晓芸')).toMatchObject({
      ill: 'withheld',
      hard: 404,
      list: ['illness'],
      friends: [],
      tick: 404,
    });
    expect(await shown(made, '周敏')).toMatchObject({ ill: '膝盖手术', hard: '老人住院', tick: 200 });
  });

  it('are kept from representatives but for their own', async () => {
    const { house, ill, hard, roundId } = await furnished();
    const person = await house.as('林远');
    expect((await person.try(contract.readOccasion, { params: { occasionId: ill } })).statusCode).toBe(404);
    expect((await person.call(contract.readOccasion, { params: { occasionId: hard } })).words).toBe('老人住院');
    for (const endpoint of [round.listRounds, round.readRoundStanding, contract.readNear, round.listGiftKinds])
      expect([endpoint.id, (await person.try(endpoint as typeof round.listRounds)).statusCode]).toEqual([
        endpoint.id,
        403,
      ]);
    expect((await person.try(round.readRound, { params: { roundId } })).statusCode).toBe(403);
  });
});

describe('each lock alone', () => {
  it('holds in the database with the application’s conditions removed', async () => {
    expect(await shown(await furnished({ locks: { reachOf: EVERYTHING } }), '孙光军')).toEqual(STRANGER);
  });

  it('holds in the application with row security removed', async () => {
    expect(await shown(await furnished({ role: 'none' }), '孙光军')).toEqual(STRANGER);
  });
});
