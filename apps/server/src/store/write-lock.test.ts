/** Who may look at all of it may not therefore write in it: the database says so too. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/server.ts';
import { inTransaction, type Db, type Settings } from './database.ts';
import { newId } from './new-id.ts';

let house: TestHouse;
let leader: Id;
let friend: Id;
let stranger: Id;
beforeAll(async () => {
  house = await openHouse();
  leader = await house.personId('田文建');
  friend = await house.personId('林远');
  stranger = await house.personId('冯飞梅');
});
afterAll(() => house.close());

const as = (settings: Settings, work: (db: Db) => Promise<unknown>) =>
  inTransaction(house.pool, { institution: house.institutionId, ...settings }, work);

const rename = (id: Id) => async (db: Db) => {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ position: 'x' })
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
};
const addAlias = async (db: Db) => {
  const unit = await db.selectFrom('unit').select('unit_id').limit(1).executeTakeFirstOrThrow();
  return db
    .insertInto('unit_alias')
    .values({ institution_id: house.institutionId, alias: newId(), unit_id: unit.unit_id })
    .execute();
};
const logFor = (of: Id) => async (db: Db) => {
  const { unit_id } = await db
    .selectFrom('post')
    .select('unit_id')
    .where('person_id', '=', of)
    .executeTakeFirstOrThrow();
  return db
    .insertInto('interaction')
    .values({
      institution_id: house.institutionId,
      interaction_id: newId(),
      leader_id: of,
      leader_name: 'x',
      unit_id,
      representative_ids: [friend],
      channel: 'phone',
      happened_on: '2026-11-20',
      precision: 'day',
    })
    .execute();
};
const refused = { code: '42501' };

it('lets the office write', async () => {
  expect(await as({ whole: true, keeps: true }, rename(friend))).toBe(1);
  await as({ whole: true, keeps: true }, addAlias);
});

it('lets a checker look at everyone and write nothing', async () => {
  const checker = { whole: true, keeps: false, self: [leader], actor: leader };
  expect(
    await as(checker, (db) => db.selectFrom('person').select('name').where('person_id', '=', stranger).execute()),
  ).toHaveLength(1);
  expect(await as(checker, rename(stranger))).toBe(0);
  await expect(as(checker, addAlias)).rejects.toMatchObject(refused);
});

it('lets a leader log their own talks and nobody else’s', async () => {
  const own = { actor: leader, self: [leader], people: [leader, friend] };
  await as(own, logFor(leader));
  await expect(as(own, logFor(await house.personId('孙光军')))).rejects.toMatchObject(refused);
  expect(await as(own, rename(friend))).toBe(0);
});

it('lets a representative read the shared record and not write it', async () => {
  const other = { actor: friend, self: [friend], people: [friend, leader] };
  expect(await as(other, (db) => db.selectFrom('interaction').select('interaction_id').execute())).not.toHaveLength(0);
  await expect(as(other, logFor(leader))).rejects.toMatchObject(refused);
});

it('shows and takes nothing without a context', async () => {
  const nothing: Settings = {};
  for (const table of ['person', 'interaction', 'pairing', 'audit', 'account', 'session'] as const)
    expect([
      table,
      await inTransaction(house.pool, nothing, (db) => db.selectFrom(table).selectAll().execute()),
    ]).toEqual([table, []]);
});
