/** The audit's chain: whole after honest work, broken by every kind of tampering. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSession } from '@zhengyou/domain/access/access.contract.ts';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/server.ts';
import { sealOnce, verifyChain } from './sealer.ts';

let house: TestHouse;
let owner: pg.Client;
beforeAll(async () => {
  house = await openHouse();
  const leader = await house.as('田文建');
  await leader.call(readSession);
  for (const channel of ['phone', 'online', 'faceToFace', 'visit'] as const) {
    const representativeIds = [await house.personId('林远')];
    await leader.call(logInteraction, { body: { representativeIds, channel, when: { kind: 'now' } } });
    await sealOnce(house.pool, house.institutionId);
  }
  owner = new pg.Client({ connectionString: house.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

const verify = () => verifyChain(house.pool, house.institutionId);

describe('the chain over the audit', () => {
  it('is whole, and says how many entries are not yet sealed', async () => {
    expect(await verify()).toMatchObject({ broken: null, open: 0 });
    expect((await verify()).entries).toBeGreaterThan(4);
    expect(await sealOnce(house.pool, house.institutionId)).toBe(0);
  });

  describe('shows tampering by whoever owns the database', () => {
    beforeEach(async () => {
      await owner.query('begin');
      await owner.query(
        'alter table audit no force row level security; alter table audit_seal no force row level security; alter table audit_link no force row level security',
      );
    });

    it.each([
      ['a changed entry', `update audit set action = 'nothing' where entry_id = (select min(entry_id) + 1 from audit)`],
      ['a changed capacity', `update audit set roles = 'office' where entry_id = (select max(entry_id) from audit)`],
      ['a removed entry', `delete from audit where entry_id = (select min(entry_id) + 1 from audit)`],
      [
        'two swapped entries',
        `update audit a set detail = b.detail, action = b.action, subject_id = b.subject_id, at = b.at from audit b
        where (a.entry_id, b.entry_id) in (select min(entry_id), max(entry_id) from audit union select max(entry_id), min(entry_id) from audit)`,
      ],
      ['a removed seal', `delete from audit_seal where seal_no = 2`],
      ['a forged seal', `update audit_seal set hash = sha256('x') where seal_no = 3`],
      ['a moved link', `update audit_link set seal_no = 4 where entry_id = (select min(entry_id) from audit)`],
    ])('%s', async (_name, sql) => {
      await owner.query(sql);
      await owner.query(
        'alter table audit force row level security; alter table audit_seal force row level security; alter table audit_link force row level security',
      );
      await owner.query('commit');
      const report = await verify();
      await owner.query('select 1');
      expect(report.broken).toMatch(/^seal \d+$/);
      await restore();
    });
  });
});

/** Each case starts from a whole chain: what stood is copied at first and put back. */
async function restore() {
  await owner.query(`begin;
    alter table audit no force row level security; alter table audit_seal no force row level security; alter table audit_link no force row level security;
    delete from audit; delete from audit_seal; delete from audit_link;
    insert into audit overriding system value select * from kept_audit;
    insert into audit_seal select * from kept_audit_seal;
    insert into audit_link select * from kept_audit_link;
    alter table audit force row level security; alter table audit_seal force row level security; alter table audit_link force row level security;
    commit`);
  expect(await verify()).toMatchObject({ broken: null });
}
beforeAll(async () => {
  for (const table of ['audit', 'audit_seal', 'audit_link'])
    await owner.query(`create table kept_${table} as select * from ${table}`);
});
