/**
 * Two locks, each alone. With the application's conditions opened the database hides what is out of reach; under a role that steps over row
 * security the application does.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { NO_REACH, type Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { listTalks, logInteraction, readInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import { listPairings, readRoster } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { createPerson, listPeople, readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../tests/support/server.ts';

const EVERYTHING: Reach = { ...NO_REACH, whole: true };
const BYPASSING = 'zhengyou_unlocked';

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: inject('cluster').adminUrl });
  await admin.connect();
  await admin.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${BYPASSING}') then
      create role ${BYPASSING} bypassrls nologin inherit;
      grant zhengyou_app to ${BYPASSING};
    end if;
  end $$`);
  await admin.end();
});

const houses = {
  'the database alone': () => openHouse({ locks: { reachOf: () => EVERYTHING } }),
  'the application alone': () => openHouse({ role: BYPASSING }),
};

describe.each(Object.entries(houses))('%s', (_, open) => {
  let house: TestHouse;
  let inPharmacy: Id;
  beforeAll(async () => {
    house = await open();
    const office = await house.as('周敏');
    const { items } = await office.call(listUnits);
    const unit = (name: string) => items.find((one) => one.name === name)?.id as Id;
    inPharmacy = (await office.call(createPerson, { body: { name: '曹荣', unitId: unit('药学院') } })).id;
    await office.call(createPerson, { body: { name: '何静', unitId: unit('附属儿童医院') } });
  });
  afterAll(() => house.close());

  const namesFor = async (caller: Caller) => (await caller.call(listPeople)).items.map((person) => person.name);

  test('shows all to the office: the house stands', async () => {
    expect((await namesFor(await house.as('周敏'))).length).toBe(5);
  });

  test('shows a leader only their own people', async () => {
    const leader = await house.as('田文建');
    expect(await namesFor(leader)).toEqual(['林远']);
    const other = await leader.try(readPerson, { params: { personId: await house.personId('冯飞梅') } });
    expect(other.statusCode).toBe(404);
    const { items } = await leader.call(listPairings, { query: { status: 'all' } });
    expect(items.map((pairing) => pairing.representative.name)).toEqual(['林远']);
    const roster = await leader.call(readRoster);
    expect(roster.groups.flatMap((group) => group.leaders.map((one) => one.name))).toEqual(['田文建']);
  });

  test('shows a leader and a representative only their own talks', async () => {
    const other = await house.as('唐杰秀');
    const body = {
      representativeIds: [await house.personId('冯飞梅')],
      channel: 'phone' as const,
      when: { kind: 'now' as const },
    };
    const { id } = await other.call(logInteraction, { body });
    for (const name of ['田文建', '林远']) {
      const caller = await house.as(name);
      expect([name, (await caller.try(readInteraction, { params: { interactionId: id } })).statusCode]).toEqual([
        name,
        404,
      ]);
      const talks = await caller.try(listTalks, { query: { person: await house.personId('冯飞梅') } });
      expect([name, talks.statusCode === 200 ? talks.json().total : talks.statusCode]).toEqual([
        name,
        expect.toBeOneOf([0, 404]),
      ]);
    }
    const year = await (await house.as('田文建')).call(readYear);
    expect(year.rows.map((row) => row.person.name)).toEqual(['林远']);
    expect((await other.call(readInteraction, { params: { interactionId: id } })).leader.name).toBe('唐杰秀');
  });

  test('shows a unit’s officer only the own unit', async () => {
    const officer = await house.as('顾晓芸');
    expect(await namesFor(officer)).toEqual(['何静']);
    expect((await officer.try(readPerson, { params: { personId: inPharmacy } })).statusCode).toBe(404);
    expect((await officer.call(listPairings)).total).toBe(0);
  });

  test('shows a representative the own record, the leader’s, and only the bond between them', async () => {
    const self = await house.as('林远');
    const own = await self.call(readPerson, { params: { personId: await house.personId('林远') } });
    expect(own.pairings.map((pairing) => pairing.leader.name)).toEqual(['田文建']);
    const other = await self.try(readPerson, { params: { personId: await house.personId('王雅学') } });
    expect(other.statusCode).toBe(404);
  });
});

test('the role that steps over row security does so, else the second lock was not tested alone', async () => {
  const house = await openHouse({ role: BYPASSING });
  const { rows } = await house.pool.query<{ count: string }>('select count(*)::int as count from person');
  await house.close();
  expect(Number(rows[0]?.count)).toBeGreaterThan(30);
});
