/** The story plays on whatever day a house is opened, and leaves every desk something to do. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDesk } from '@zhengyou/domain/matter/desk.contract.ts';
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { createFieldCipher } from '../../outside/field-cipher.ts';
import { tellStory } from '../../../seeds/demo/story-of-matters.ts';

describe.each(['2026-11-23T01:12:00Z', '2027-02-12T00:30:00Z'])('opened on %s', (now) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse({ now });
    const cipher = createFieldCipher(createHash('sha256').update('test').digest());
    await tellStory({ pool: house.pool, cipher, demo: true }, new Date(now));
  });
  afterAll(() => house.close());

  it('has matters in several states, numbered in the order in which they were raised', async () => {
    const office = await house.as('周敏');
    const { items } = await office.call(listMatters, { query: { view: 'all', limit: 50 } });
    expect(items.map((item) => item.status).toSorted()).toEqual(
      ['closed', 'drafted', 'inProgress', 'registered', 'registered', 'replied', 'waiting'].toSorted(),
    );
    expect(items.every((item) => item.registeredOn <= now.slice(0, 10))).toBe(true);
  });

  it('waits on a handler, a leader, a second person and those who raised something', async () => {
    const ask = async (name: string, view: 'waitsOnMe' | 'mine' | 'toReview') =>
      (await (await house.as(name)).call(listMatters, { query: { view } })).items;
    expect((await ask('田文建', 'waitsOnMe')).length).toBeGreaterThan(0);
    expect(await ask('沈知行', 'toReview')).toHaveLength(1);
    expect((await ask('林远', 'mine')).some((item) => item.asksMe)).toBe(true);
    const desk = await (await house.as('贺明')).call(listDesk, { query: { view: 'lead' } });
    expect(desk.items).toHaveLength(2);
  });
});
