/** Two records that were one person, and back again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { enterPairing } from '@zhengyou/domain/pairing/pairing.contract.ts';
import {
  listMerges,
  mergePeople,
  previewMerge,
  previewUnmerge,
  unmerge,
} from '@zhengyou/domain/person/merge.contract.ts';
import {
  createPerson,
  createStanding,
  listPeople,
  readPerson,
  updatePerson,
} from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let office: Caller;
let officer: Caller;
let children: Id;
let pharmacy: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  officer = await house.as('顾晓芸');
  const { items } = await office.call(listUnits);
  const unit = (name: string) => items.find((one) => one.name === name)?.id as Id;
  [pharmacy, children] = [unit('药学院'), unit('附属儿童医院')];
});
afterAll(() => house.close());

const read = (personId: Id) => office.call(readPerson, { params: { personId } });
const put = async (name: string, unitId: Id, more: Record<string, unknown> = {}) =>
  (await office.call(createPerson, { body: { name, unitId, another: true, ...more } })).id;
const standing = (personId: Id, written: string) =>
  office.call(createStanding, {
    params: { personId },
    body: {
      written,
      kind: 'consultativeConference',
      level: 'municipal',
      role: 'councilMember',
      startsOn: plainDate('2022-01-01'),
      endsOn: plainDate('2028-01-01'),
      precision: 'day',
    },
  });

/** Everything that names people, as the database holds it. */
const snapshot = () =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => ({
    people: (await db.selectFrom('person').selectAll().orderBy('person_id').execute()).map((row) => ({
      ...row,
      version: 0,
    })),
    representatives: await db.selectFrom('representative').selectAll().orderBy('person_id').execute(),
    standings: await db.selectFrom('standing').selectAll().orderBy('standing_id').execute(),
    pairings: await db.selectFrom('pairing').selectAll().orderBy('pairing_id').execute(),
    steps: await db.selectFrom('pairing_step').selectAll().orderBy('pairing_id').orderBy('ordinal').execute(),
    talks: await db.selectFrom('interaction').selectAll().orderBy('interaction_id').execute(),
    parties: await db
      .selectFrom('interaction_party')
      .selectAll()
      .orderBy('interaction_id')
      .orderBy('representative_id')
      .execute(),
    points: await db.selectFrom('interaction_point').selectAll().orderBy('point_id').execute(),
  }));

async function twoRecords(name: string) {
  const kept = await put(name, pharmacy, { position: '科主任', phone: '13800001111', titles: ['主任医师'] });
  const other = await put(name, children, { position: '院长', phone: '13900002222', titles: ['教授'] });
  await standing(kept, '市政协委员');
  await standing(other, '市政协常委');
  return { kept, other };
}

describe('merging', () => {
  test('shows both records, what is asked and what would move, and changes nothing by showing', async () => {
    const { kept, other } = await twoRecords('秘静');
    const before = await snapshot();
    const preview = await office.call(previewMerge, { params: { personId: kept, otherId: other } });
    expect([preview.kept.phone, preview.other.phone]).toEqual(['13800001111', '13900002222']);
    expect(preview.fields.filter((field) => field.differs).map(({ field }) => field)).toEqual(
      'unit position titles phone'.split(' '),
    );
    expect(preview.moves).toContainEqual({ table: 'standing', count: 1 });
    expect(await snapshot()).toEqual(before);
  });

  test('brings everything of the other record along, with each field as chosen, and puts all of it back', async () => {
    const { kept, other } = await twoRecords('种田');
    const leader = await house.personId('田文建');
    const second = await house.personId('马洋');
    const pair = (representativeId: Id, leaderId: Id) =>
      office.call(enterPairing, {
        body: { leaderId, representativeId, startsOn: plainDate('2026-11-23'), reason: '材料齐全' },
      });
    await pair(kept, leader);
    await pair(other, leader);
    await pair(other, second);
    const asLeader = await house.as('田文建');
    const talk = (representativeIds: Id[], on: string) =>
      asLeader.call(logInteraction, {
        body: {
          representativeIds,
          channel: 'phone',
          when: { kind: 'pick', on: plainDate(on) },
          points: [{ kind: 'opinion', named: false, words: '希望延长门诊时间' }],
        },
      });
    await talk([other], '2026-11-02');
    await talk([kept, other], '2026-11-09');
    const before = await snapshot();

    const merged = await office.call(mergePeople, {
      params: { personId: kept, otherId: other },
      ifMatch: (await read(kept)).version,
      body: {
        otherVersion: (await read(other)).version,
        choices: { position: 'other', phone: 'other', titles: 'both' },
      },
    });
    const record = await read(kept);
    expect(record).toMatchObject({ position: '院长', phone: '13900002222', titles: ['主任医师', '教授'] });
    expect(record.unit.id).toBe(pharmacy);
    expect(record.standings.map((one) => one.written).toSorted()).toEqual(['市政协委员', '市政协常委'].toSorted());
    expect(
      record.pairings
        .filter((one) => one.active)
        .map((one) => one.leader.name)
        .toSorted(),
    ).toEqual(['田文建', '马洋'].toSorted());
    const gone = await office.try(readPerson, { params: { personId: other } });
    expect([gone.statusCode, gone.json().code, gone.json().extra]).toEqual([404, 'person.merged', { personId: kept }]);
    expect((await office.call(listPeople, { query: { q: '种田' } })).total).toBe(1);

    const [listed] = (await office.call(listMerges)).items;
    expect(listed).toMatchObject({ id: merged.mergeId, keptName: '种田', by: '周敏', undone: false });
    const preview = await office.call(previewUnmerge, { params: { mergeId: merged.mergeId } });
    expect(preview.stayed).toBe(0);
    await office.call(unmerge, { params: { mergeId: merged.mergeId }, ifMatch: 1, body: {} });
    expect(await snapshot()).toEqual(before);
    expect((await read(other)).phone).toBe('13900002222');
    const twice = await office.try(unmerge, { params: { mergeId: merged.mergeId }, ifMatch: 2, body: {} });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'person.mergeUndone']);
  });

  test('leaves alone what was changed since, and says so', async () => {
    const { kept, other } = await twoRecords('洗星');
    const versions = async () => ({ ifMatch: (await read(kept)).version, otherVersion: (await read(other)).version });
    const { ifMatch, otherVersion } = await versions();
    const { mergeId } = await office.call(mergePeople, {
      params: { personId: kept, otherId: other },
      ifMatch,
      body: { otherVersion, choices: { position: 'other', titles: 'kept' } },
    });
    await office.call(updatePerson, {
      params: { personId: kept },
      ifMatch: (await read(kept)).version,
      body: { position: '所长' },
    });
    const undone = await office.call(unmerge, { params: { mergeId }, ifMatch: 1, body: {} });
    expect(undone.stayed).toBe(1);
    expect((await read(kept)).position).toBe('所长');
    expect((await read(other)).position).toBe('院长');
  });

  test('is refused for one record, an old look, and after 30 days', async () => {
    const { kept, other } = await twoRecords('仇英');
    const merge = (otherId: Id, ifMatch: number, otherVersion: number) =>
      office.try(mergePeople, { params: { personId: kept, otherId }, ifMatch, body: { otherVersion } });
    expect((await merge(kept, 1, 1)).json().code).toBe('person.mergeWithSelf');
    expect((await merge(other, 9, 1)).statusCode).toBe(412);
    expect((await merge(other, 1, 9)).statusCode).toBe(412);
    const { mergeId } = (await merge(other, 1, 1)).json();
    expect((await merge(other, 1, 1)).statusCode).toBe(404);
    house.setNow('2026-12-24T01:12:00Z');
    const late = await (await house.as('周敏')).try(unmerge, { params: { mergeId }, ifMatch: 1, body: {} });
    expect([late.statusCode, late.json().code]).toEqual([409, 'person.mergeTooLate']);
    house.setNow(STORY_NOW);
  });

  test('is a unit officer’s only where both records are the unit’s, and nobody else’s', async () => {
    const { kept, other } = await twoRecords('解放');
    const pair = { params: { personId: other, otherId: kept } };
    expect((await officer.try(previewMerge, pair)).statusCode).toBe(404);
    expect((await officer.try(mergePeople, { ...pair, ifMatch: 1, body: { otherVersion: 1 } })).statusCode).toBe(404);
    for (const name of ['田文建', '王敏', '林远']) {
      const caller = await house.as(name);
      expect((await caller.try(previewMerge, pair)).statusCode).toBe(403);
      expect((await caller.try(listMerges)).statusCode).toBe(403);
    }
    const twin = await put('解放', children);
    const own = { params: { personId: other, otherId: twin }, ifMatch: 1, body: { otherVersion: 1 } };
    expect((await officer.try(mergePeople, own)).statusCode).toBe(200);
    const seen = (await officer.call(listMerges)).items.map((one) => one.keptId);
    expect(seen).toEqual([other]);
  });
});
