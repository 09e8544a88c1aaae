/** Two records become one: what every room holds of the person goes along, and comes back. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { createDraft, moveInDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { addWish } from '@zhengyou/domain/pairing/wish.contract.ts';
import { mergePeople, previewUnmerge, unmerge } from '@zhengyou/domain/person/merge.contract.ts';
import { createPerson, readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { openHouse, type TestHouse } from '../../../tests/support/server.ts';
import { followers } from './composition.ts';
import type { MergeFollower } from './features/person/merge.door.ts';
import { ownColumns } from './features/person/merge-people.ts';
import { inTransaction } from './store/database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('takes along what every room holds of somebody long known, drafts and matters too, and puts it back', async () => {
  const office = await house.as('周敏');
  const read = (personId: Id) => office.call(readPerson, { params: { personId } });
  const columns = [
    ownColumns('' as Id),
    ...followers.flatMap((one) => ('namesPeople' in one ? [(one as MergeFollower).namesPeople] : [])),
  ].flat();
  const held = (personId: Id) =>
    inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
      const found: Record<string, unknown[]> = {};
      for (const { table, column, many } of columns) {
        const ref = sql.ref(column);
        const { rows } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(table)} t
            where ${many ? sql`${personId} = any (${ref})` : sql`${ref} = ${personId}`} order by to_jsonb(t)::text`.execute(
          db,
        );
        if (rows.length > 0) found[`${table}.${column}`] = rows.map(({ row }) => row);
      }
      return found;
    });
  const other = await house.personId('林远');
  const leader = await house.personId('马洋');
  const { id: draftId } = await office.call(createDraft, {
    body: { name: '合并前', effectiveOn: plainDate('2026-12-01'), tier: 'school' },
  });
  await office.call(moveInDraft, {
    params: { draftId },
    ifMatch: 1,
    body: { moves: [{ op: 'add', leaderId: leader, representativeId: other, reason: '专业相近' }] },
  });
  await (await house.as('林远')).call(addWish, { body: { kind: 'stay' } });
  await (
    await house.as('田文建')
  ).call(logInteraction, {
    body: {
      representativeIds: [other],
      channel: 'phone',
      when: { kind: 'pick', on: plainDate('2026-11-16') },
      points: [{ kind: 'opinion', named: true, words: '希望早些公布门诊排班' }],
    },
  });
  const { unit } = await read(other);
  const kept = (await office.call(createPerson, { body: { name: '林渊', unitId: unit.id } })).id;
  const before = await held(other);
  for (const name of ['pairing_draft_line', 'matter_proposer', 'pairing_wish', 'pairing', 'interaction_party'])
    expect(Object.keys(before).map((column) => column.split('.')[0])).toContain(name);
  const { mergeId } = await office.call(mergePeople, {
    params: { personId: kept, otherId: other },
    ifMatch: (await read(kept)).version,
    body: { otherVersion: (await read(other)).version, choices: {} },
  });
  expect(await held(other)).toEqual({});
  expect(Object.keys(await held(kept))).toEqual(expect.arrayContaining(Object.keys(before)));
  const preview = await office.call(previewUnmerge, { params: { mergeId } });
  expect(preview.stayed).toBe(0);
  await office.call(unmerge, { params: { mergeId }, ifMatch: 1, body: {} });
  expect(await held(other)).toEqual(before);
});
