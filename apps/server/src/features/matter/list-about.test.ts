/** Asking for somebody's matters, or a talk's: an answer that never tells whose an unnamed one is. */
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { logged, peopleOf, raised, type People } from './matter.build.ts';

let house: TestHouse;
let people: People;
beforeAll(async () => {
  house = await openHouse();
  people = await peopleOf(house);
});
afterAll(() => house.close());

const personId = async () => {
  const { items } = await people.office.call(listMatters, { query: { view: 'all' } });
  return items.flatMap(({ proposers }) => proposers).find(({ name }) => name === '林远')?.id;
};

describe('matters of somebody', () => {
  it('are found by whoever keeps them, by the leader who heard them and by the person', async () => {
    const talk = await logged(house, people, '晚七点后的班车');
    await raised(people);
    const person = await personId();
    const all = await people.office.call(listMatters, { query: { view: 'all', person } });
    expect(all.total).toBe(2);
    const heard = await people.leader.call(listMatters, { query: { view: 'all', talk: talk.id } });
    expect(heard.items.map(({ title }) => title)).toEqual(['晚七点后的班车']);
    const own = await people.person.call(listMatters, { query: { view: 'all', person } });
    expect(own.total).toBe(2);
  });

  it('are not found by a checker, to whom the question would tell whose they are', async () => {
    const checker = await house.as('王敏');
    const person = await personId();
    const asked = await checker.call(listMatters, { query: { view: 'all', person } });
    expect(asked.items).toEqual([]);
  });
});
