import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { readPolicy } from '@zhengyou/domain/policy/policy.contract.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { getPolicyInForce, localSettingsOn } from './policy.door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const inside = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, work);

test('the measures are read clause by clause with what each asks', async () => {
  const policy = await (await house.as('林远')).call(readPolicy);
  const clause = policy.clauses.find((one) => one.id === '8.2');
  expect(clause?.requirements).toMatchObject([
    { kind: 'cadence', strength: 'atLeast', asks: { zh: '每年至少谈 1 次，望谈 2 次' }, local: false },
    { kind: 'occasion', strength: 'asFarAsPossible' },
  ]);
  const festivals = policy.clauses.find((one) => one.id === '7.2')?.requirements[0];
  expect(festivals?.local).toBe(true);
  expect(policy.clauses.find((one) => one.id === '4.3')?.keptByPeople).toBe(true);
});

test('what the house set for itself comes apart, units in their official order', async () => {
  const { settings } = await (await house.as('周敏')).call(readPolicy);
  expect(settings.some((setting) => setting.unit === null && setting.kind === 'requestWithin')).toBe(true);
  const ofUnits = settings.filter((setting) => setting.unit !== null);
  expect(ofUnits.map((setting) => [setting.unit, setting.value])).toEqual([
    ['附属东湖医院', '10-31'],
    ['附属儿童医院', '10-31'],
    ['附属口腔医院', '11-15'],
    ['基础医学院', '11-30'],
    ['公共卫生学院', '12-14'],
  ]);
});

describe('the door', () => {
  test('gives the measures of a day, the same object while the process lives', async () => {
    const [first, second] = await inside(async (db) => [
      await getPolicyInForce(db, house.institutionId, plainDate('2026-11-23')),
      await getPolicyInForce(db, house.institutionId, plainDate('2020-01-01')),
    ]);
    expect(first).toBe(second);
    expect(first.id).toBe('som-2018');
  });

  test('refuses a day before there were any', async () => {
    const before = inside((db) => getPolicyInForce(db, house.institutionId, plainDate('2018-06-06')));
    await expect(before).rejects.toThrow(Refused);
  });

  test('finds a unit’s own setting on a day', async () => {
    const found = await inside(async (db) => {
      const { unit_id } = await db
        .selectFrom('unit')
        .select('unit_id')
        .where('short_name', '=', '东湖医院')
        .executeTakeFirstOrThrow();
      const on = async (day: string) =>
        (await localSettingsOn(db, house.institutionId, 'firstTalkBy', plainDate(day)))(unit_id as Id)?.value;
      return [await on('2026-11-23'), await on('2024-12-31')];
    });
    expect(found).toEqual(['10-31', undefined]);
  });
});
