/** Ready-made people, pairs and rounds for tests: over the same requests that people make. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { enterPairing } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { createPerson } from '@zhengyou/domain/person/person.contract.ts';
import { openRound, readRound } from '@zhengyou/domain/occasion/round.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import type { Caller, TestHouse } from '../../../../../tests/support/server.ts';

/** Monday of the second week before the Spring Festival of 2027. */
export const ROUND_NOW = '2027-01-25T01:00:00Z';
export const SPRING = { festival: 'springFestival', on: '2027-02-06' } as const;

export const CHILDREN = '附属儿童医院';

/** Someone of the children's hospital, whose officer is 顾晓芸, befriended by a leader of that hospital or of the institution. */
export async function befriended(
  house: TestHouse,
  office: Caller,
  name: string,
  leader: string,
  startsOn = '2027-01-25',
) {
  const { items } = await office.call(listUnits);
  const unitId = items.find((one) => one.name === CHILDREN)?.id as Id;
  const { id } = await office.call(createPerson, { body: { name, unitId } });
  const pairing = await office.call(enterPairing, {
    body: {
      leaderId: await house.personId(leader),
      representativeId: id,
      startsOn,
      reason: '同在一院，彼此熟悉',
    },
  });
  return { id, pairingId: pairing.id };
}

export async function springRound(office: Caller): Promise<Id> {
  return (await office.call(openRound, { body: SPRING })).id;
}

export const roster = (caller: Caller, roundId: Id) => caller.call(readRound, { params: { roundId } });

export const friendsOf = async (caller: Caller, roundId: Id) =>
  (await roster(caller, roundId)).leaders.flatMap(({ leader, friends }) =>
    friends.map((friend) => ({ ...friend, leader: leader.name })),
  );

export const pairingOf = async (caller: Caller, roundId: Id, name: string): Promise<Id> => {
  const found = (await friendsOf(caller, roundId)).find((friend) => friend.person.name === name);
  if (!found) throw new Error(`${name} is not in the round`);
  return found.pairingId;
};
