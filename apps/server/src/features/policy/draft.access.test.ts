/** Refusals only: who may not change the measures, and what the database itself refuses. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as drafts from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { addLocalSetting, endLocalSetting } from '@zhengyou/domain/policy/local-setting.contract.ts';
import { inTransaction, type Db } from '../../store/database.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { handIn, submitted, THREE_EACH } from './policy.build.ts';

let house: TestHouse;
let draftId: string;
let version: number;
let policyId: string;
beforeAll(async () => {
  house = await openHouse();
  const zhou = await house.as('周敏');
  ({ id: draftId, version } = await submitted(zhou, THREE_EACH));
  policyId = (await zhou.call(drafts.listPolicyVersions)).items[0]?.policyId ?? '';
});
afterAll(() => house.close());

describe.each(['田文建', '林远', '顾晓芸', '王敏'])('%s', (name) => {
  test('sees no draft and changes nothing of the measures', async () => {
    const caller = await house.as(name);
    const params = { draftId };
    const answers = [
      await caller.try(drafts.listPolicyDrafts),
      await caller.try(drafts.readPolicyDraft, { params }),
      await caller.try(drafts.tryPolicyDraft, { params, query: { on: '2026-12-01' } }),
      await caller.try(drafts.uploadPolicyDraft, { query: { fileName: 'x' }, bytes: Buffer.from('x') }),
      await caller.try(drafts.copyPolicyVersion, { params: { policyId }, body: {} }),
      await caller.try(drafts.editPolicyDraft, { params, ifMatch: version, body: { text: 'x' } }),
      await caller.try(drafts.submitPolicyDraft, { params, ifMatch: version, body: { startsOn: '2026-12-01' } }),
      await caller.try(drafts.approvePolicyDraft, { params, ifMatch: version, body: {} }),
      await caller.try(drafts.returnPolicyDraft, { params, ifMatch: version, body: { reason: 'x' } }),
      await caller.try(drafts.withdrawPolicyDraft, { params, ifMatch: version, body: {} }),
      await caller.try(drafts.undoPolicyVersion, { params: { policyId }, ifMatch: 1, body: { reason: 'x' } }),
      await caller.try(addLocalSetting, {
        body: { unitId: null, kind: 'replyWithin', value: '7d', reason: 'x', from: '2026-12-01' },
      }),
      await caller.try(endLocalSetting, {
        params: { settingId: policyId },
        ifMatch: 1,
        body: { until: '2026-12-01' },
      }),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 403));
  });
});

describe('the database', () => {
  const as = (settings: object, work: (db: Db) => Promise<unknown>) =>
    inTransaction(house.pool, { institution: house.institutionId, ...settings }, work);

  test('shows drafts and their steps to nobody outside the office', async () => {
    const leader = await house.personId('田文建');
    for (const table of ['policy_draft', 'policy_step'] as const)
      expect(await as({ actor: leader, self: [leader] }, (db) => db.selectFrom(table).selectAll().execute())).toEqual(
        [],
      );
  });

  test('lets a checker write neither a draft nor a version', async () => {
    const checker = { whole: true, keeps: false };
    const change = (db: Db) => db.updateTable('policy_version').set({ starts_on: '2000-01-01' }).executeTakeFirst();
    expect(await as(checker, change)).toMatchObject({ numUpdatedRows: 0n });
    const edit = (db: Db) => db.updateTable('policy_draft').set({ text: 'x' }).executeTakeFirst();
    expect(await as(checker, edit)).toMatchObject({ numUpdatedRows: 0n });
  });

  test('changes no step and removes no draft, version or setting, whoever asks', async () => {
    const office = { whole: true, keeps: true };
    const refused = { code: '42501' };
    await expect(
      as(office, (db) => db.updateTable('policy_step').set({ reason: 'x' }).execute()),
    ).rejects.toMatchObject(refused);
    for (const table of ['policy_step', 'policy_draft', 'policy_version', 'local_setting'] as const)
      await expect(as(office, (db) => db.deleteFrom(table).execute())).rejects.toMatchObject(refused);
  });
});

test('a draft of another institution is not found', async () => {
  const { id } = await handIn(await house.as('周敏'), THREE_EACH);
  const missing = id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const answer = await (await house.as('周敏')).try(drafts.readPolicyDraft, { params: { draftId: missing } });
  expect(answer.statusCode).toBe(404);
});
