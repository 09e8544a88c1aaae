/** A unit's officer keeps what is addressed to the unit's own leadership team, from triage to closing, and nothing beyond it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { listDesks } from '@zhengyou/domain/matter/desk.contract.ts';
import * as asHandler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import { deskIds, must, peopleOf, raised, seen, take, written, type People } from './matter.build.ts';

let house: TestHouse;
let people: People;
let officer: Caller;
beforeAll(async () => {
  house = await openHouse();
  people = await peopleOf(house);
  officer = await house.as('顾晓芸');
});
afterAll(() => house.close());

const whole = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, work);

/** Raised with a leader of the officer's unit: of the demo's pairs, one is put there. */
async function raisedInUnit(): Promise<Id> {
  const person = await house.as('王雅学');
  const representative = await house.personId('王雅学');
  const leaderId = await whole(async (db) => {
    const unit = await db
      .selectFrom('unit')
      .select('unit_id')
      .where('name', '=', '附属儿童医院')
      .executeTakeFirstOrThrow();
    const pair = await db
      .updateTable('pairing')
      .set({ unit_id: unit.unit_id })
      .where('representative_id', '=', representative)
      .returning('leader_id')
      .executeTakeFirstOrThrow();
    return pair.leader_id as Id;
  });
  const made = await person.call(asProposer.raiseMatter, {
    body: { kind: 'opinion', points: ['病房探视的时间能不能晚一点'], leaderId },
  });
  return made.id as Id;
}

describe('a unit’s officer', () => {
  it('sees and keeps nothing that is addressed elsewhere', async () => {
    const id = await raised(people);
    expect((await officer.call(listMatters, { query: { view: 'open' } })).items.map((item) => item.id)).not.toContain(
      id,
    );
    const version = (await seen(people.office, id)).version;
    const refused = await officer.try(asKeeper.reportMatter, {
      params: { matterId: id },
      ifMatch: version,
      body: { way: 'note' },
    });
    expect(refused.statusCode).toBe(404);
  });

  it('reports, accepts, words, hands over and brings the reply of what is', async () => {
    const id = await raisedInUnit();
    expect((await officer.call(listMatters, { query: { view: 'toReport' } })).items.map((item) => item.id)).toContain(
      id,
    );
    const { medical } = await deskIds(house);
    const desks = await officer.call(listDesks);
    expect(desks.items.map((one) => one.unit.id)).toContain(medical);
    await must(officer, asKeeper.reportMatter, id, { way: 'meeting' });
    await must(officer, asKeeper.triageMatter, id, { disposition: 'accepted' });
    const { pointList } = await seen(officer, id);
    const points = pointList.map((point) => ({ id: point.id, text: '探视时间' }));
    await must(officer, asKeeper.releaseMatter, id, { title: '探视时间', points });
    await must(officer, asKeeper.assignMatter, id, { lead: medical });
    await must(people.medical, asHandler.takeMatter, id);
    await written(people.medical, id);
    await must(people.medical, asHandler.submitReply, id);
    await must(officer, asKeeper.reviewReply, id, { verdict: 'approved' });
    await must(officer, asKeeper.publishReply, id);
    await must(officer, asKeeper.deliverReply, id, { party: 1, way: 'phone' });
    expect(await seen(officer, id)).toMatchObject({ status: 'replied', level: 'keeper' });
  });

  it('learns no more of roles by it: who holds which stays the whole house’s to read', async () => {
    const id = await raisedInUnit();
    await must(officer, asKeeper.reportMatter, id, { way: 'meeting' });
    const strange = await take(officer, asKeeper.assignMatter, id, { lead: '00000000-0000-4000-8000-000000000000' });
    expect(strange.statusCode).toBeGreaterThanOrEqual(400);
    const grants = await inTransaction(
      house.pool,
      { institution: house.institutionId, self: [await house.personId('顾晓芸')] },
      (db) => db.selectFrom('role_grant').select('role').execute(),
    );
    expect(grants.map((row) => row.role)).toEqual(['unitOfficer']);
  });
});
