import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as drafts from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { readPolicy } from '@zhengyou/domain/policy/policy.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';
import { getPolicyInForce, localSettingsOn } from './policy.door.ts';
import { edited, handIn, SHIPPED, submitted, THREE_EACH } from './policy.build.ts';

let house: TestHouse;
let zhou: Caller;
let shen: Caller;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => signInAt(STORY_NOW));
afterEach(async () => {
  await signInAt(STORY_NOW);
  await undoComing();
});

/** A session that nobody used for a week has ended: whoever comes back later signs in anew. */
async function signInAt(now: string) {
  house.setNow(now);
  zhou = await house.as('周敏');
  shen = await house.as('沈知行');
}

const policyOn = (on: string) =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
    getPolicyInForce(db, house.institutionId, plainDate(on)),
  );
const unitQuota = async (on: string) =>
  (await policyOn(on)).requirements.find((row) => row.id === 'quota-unit')?.value as { min: number };
const read = (caller: Caller, draftId: string) => caller.call(drafts.readPolicyDraft, { params: { draftId } });
const approve = (caller: Caller, { id, version }: { id: string; version: number }) =>
  caller.try(drafts.approvePolicyDraft, { params: { draftId: id }, ifMatch: version, body: {} });
const versions = async () => (await zhou.call(drafts.listPolicyVersions)).items;
async function undoComing() {
  const coming = (await versions()).find((version) => version.state === 'coming');
  if (coming)
    await zhou.call(drafts.undoPolicyVersion, {
      params: { policyId: coming.policyId },
      ifMatch: coming.version,
      body: { reason: '下一项测试' },
    });
}

describe('a file that was handed in', () => {
  test('keeps its text to the byte, with who and when and its hash', async () => {
    const { id } = await handIn(zhou, THREE_EACH);
    const draft = await read(zhou, id);
    expect(draft.text).toBe(THREE_EACH);
    expect(draft.steps).toMatchObject([{ action: 'upload', by: '周敏', at: '2026-11-23T01:12:00.000Z' }]);
    expect(draft.steps[0]?.sha256).toBe(draft.sha256);
    expect(draft.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(draft).toMatchObject({ status: 'open', problems: [], against: { number: 1 } });
    expect(draft.diff?.requirements).toMatchObject([{ id: 'quota-unit', change: 'changed', basis: '5.2' }]);
  });

  test('with a mistake is shown where, and nothing of it is in force', async () => {
    const { id, version } = await handIn(zhou, edited("basis: '5.1'", "basis: '5.9'"));
    const draft = await read(zhou, id);
    expect(draft.problems[0]).toMatchObject({ message: { zh: expect.stringContaining('5.9') } });
    expect(draft.problems[0]?.line).toBe(SHIPPED.split("basis: '5.1'")[0]?.split('\n').length);
    expect(draft.can).toEqual(['edit', 'withdraw']);
    const submitting = await zhou.try(drafts.submitPolicyDraft, {
      params: { draftId: id },
      ifMatch: version,
      body: { startsOn: '2026-12-01' },
    });
    expect([submitting.statusCode, submitting.json().code]).toEqual([422, 'policy.hasProblems']);

    const after = await zhou.call(drafts.editPolicyDraft, {
      params: { draftId: id },
      ifMatch: version,
      body: { text: THREE_EACH },
    });
    expect(after.version).toBe(2);
    expect((await read(zhou, id)).problems).toEqual([]);
    expect((await versions()).map((one) => one.state)).toEqual(['inForce']);
  });

  test('may begin as a copy of the version in force, comments included', async () => {
    const [inForce] = await versions();
    const { id } = await zhou.call(drafts.copyPolicyVersion, {
      params: { policyId: inForce?.policyId ?? '' },
      body: {},
    });
    expect((await read(zhou, id)).text).toBe(SHIPPED);
    expect((await read(zhou, id)).can).toEqual(['edit', 'withdraw']);
  });

  test('is refused where it is no text, and where it is too large', async () => {
    const upload = (bytes: Buffer) => zhou.try(drafts.uploadPolicyDraft, { query: { fileName: 'x.yaml' }, bytes });
    const binary = await upload(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    expect([binary.statusCode, binary.json().code]).toEqual([422, 'policy.noText']);
    expect((await upload(Buffer.alloc(10 * 1024 * 1024, 0x20))).statusCode).toBe(413);
  });

  test('shows the version of whoever was faster', async () => {
    const { id } = await handIn(zhou, THREE_EACH);
    const edit = (text: string) =>
      zhou.try(drafts.editPolicyDraft, { params: { draftId: id }, ifMatch: 1, body: { text } });
    expect((await edit(SHIPPED)).statusCode).toBe(200);
    const late = await edit(THREE_EACH);
    expect([late.statusCode, late.json().extra]).toEqual([412, { current: { version: 2 } }]);
  });
});

describe('the dry run', () => {
  test('names who changes state, before and after, with the clause', async () => {
    const { id } = await handIn(zhou, THREE_EACH);
    const tried = await zhou.call(drafts.tryPolicyDraft, { params: { draftId: id }, query: { on: '2026-12-01' } });
    expect(tried.parts.map((part) => [part.part, part.total])).toMatchObject([
      ['eligibility', 0],
      ['quota', expect.any(Number)],
      ['year', 0],
    ]);
    const quota = tried.parts.find((part) => part.part === 'quota');
    expect(quota?.total).toBeGreaterThan(10);
    expect(quota?.turns[0]).toMatchObject({ before: { zh: expect.stringContaining('应 2 位') } });
    expect(quota?.items[0]).toMatchObject({ clause: '5.2', after: { zh: expect.stringContaining('应 3 位') } });
  });

  test('finds who leaves the scope and who is no longer done with the year', async () => {
    const narrow = SHIPPED.replaceAll('open: withReason', 'open: no').replaceAll('peoplesCongress', 'talentTitle');
    const twice = edited('floor: 1', 'floor: 2', narrow);
    const { id } = await handIn(zhou, twice);
    const tried = await zhou.call(drafts.tryPolicyDraft, { params: { draftId: id }, query: { on: '2026-12-01' } });
    const year = tried.parts.find((part) => part.part === 'year');
    expect(year).toMatchObject({ of: 3, total: 3 });
    expect(year?.items[0]).toMatchObject({ other: { name: expect.any(String) }, clause: '8.2' });
    const part = await zhou.call(drafts.tryPolicyDraft, {
      params: { draftId: id },
      query: { on: '2026-12-01', part: 'year', offset: 1, limit: 1 },
    });
    expect(part.parts.map((one) => [one.part, one.total, one.items.length])).toEqual([['year', 3, 1]]);
  });

  test('asks the database a fixed number of times', async () => {
    const { id } = await handIn(zhou, THREE_EACH);
    const ask = () => zhou.call(drafts.tryPolicyDraft, { params: { draftId: id }, query: { on: '2026-12-01' } });
    await ask();
    expect(await countStatements(ask)).toBeLessThan(50);
  });
});

describe('a version', () => {
  test('is passed by a second person, in force from its day, the past judged by the one before', async () => {
    const draft = await submitted(zhou, THREE_EACH);
    expect(await read(zhou, draft.id)).toMatchObject({ needsOther: true, can: ['return', 'withdraw'] });
    const own = await approve(zhou, draft);
    expect([own.statusCode, own.json().code]).toEqual([403, 'policy.ownDraft']);
    expect((await read(shen, draft.id)).can).toEqual(['approve', 'return']);
    expect((await approve(shen, draft)).statusCode).toBe(200);

    expect((await versions()).map((one) => [one.number, one.state, one.startsOn, one.endsOn])).toEqual([
      [2, 'coming', '2026-12-01', null],
      [1, 'inForce', '2018-06-07', '2026-12-01'],
    ]);
    expect((await zhou.call(readPolicy)).coming).toMatchObject({ number: 2, startsOn: '2026-12-01' });
    expect([await unitQuota('2026-11-30'), await unitQuota('2026-12-01')]).toMatchObject([{ min: 2 }, { min: 3 }]);
    expect((await read(zhou, draft.id)).steps.map((step) => [step.action, step.by])).toEqual([
      ['upload', '周敏'],
      ['submit', '周敏'],
      ['approve', '沈知行'],
    ]);
    await signInAt('2026-12-02T01:00:00Z');
    const later = await zhou.call(readPolicy);
    expect([later.version, later.coming]).toEqual([2, null]);
  });

  test('brings numbers of its own, over which the office may set another; a unit that is not there is refused', async () => {
    const settings = (unit: string) => `${SHIPPED}
settings:
  - { kind: achievementWithin, value: 20d, reason: 办法里写明, from: 2026-12-01, until: null }
  - { kind: firstTalkBy, value: 09-30, unit: ${unit}, reason: 开学即谈, from: 2026-12-01, until: null }
`;
    const { id, version } = await handIn(zhou, settings('没有这个院'));
    const refused = await zhou.try(drafts.submitPolicyDraft, {
      params: { draftId: id },
      ifMatch: version,
      body: { startsOn: '2026-12-01' },
    });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'policy.unknownUnit']);
    expect(refused.json().title).toContain('没有这个院');

    expect((await approve(shen, await submitted(zhou, settings('附属东湖医院')))).statusCode).toBe(200);
    const values = (on: string) =>
      inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
        const { unit_id } = await db
          .selectFrom('unit')
          .select('unit_id')
          .where('name', '=', '附属东湖医院')
          .executeTakeFirstOrThrow();
        const find = async (kind: 'achievementWithin' | 'firstTalkBy') =>
          (await localSettingsOn(db, house.institutionId, kind, plainDate(on)))(unit_id as Id)?.value;
        return [await find('achievementWithin'), await find('firstTalkBy')];
      });
    // The hospital's own day was set by its office and stands over the file's.
    expect([await values('2026-11-30'), await values('2026-12-01')]).toEqual([
      [undefined, '10-31'],
      ['20d', '10-31'],
    ]);
    await signInAt('2026-12-02T01:00:00Z');
    const { settings: shown } = await zhou.call(readPolicy);
    expect(shown.filter((one) => one.id === null)).toMatchObject([
      { kind: 'achievementWithin', value: '20d', unit: null },
      { kind: 'firstTalkBy', value: '09-30', unit: '附属东湖医院' },
    ]);
  });

  test('is compared with another clause by clause, and its file can be fetched', async () => {
    await approve(shen, await submitted(zhou, THREE_EACH));
    const all = await versions();
    const [coming, inForce] = ['coming', 'inForce'].map((state) => all.find((version) => version.state === state));
    const query = { before: inForce?.policyId ?? '', after: coming?.policyId ?? '' };
    const { diff } = await (await house.as('林远')).call(drafts.comparePolicyVersions, { query });
    expect(diff).toMatchObject({ head: [], clauses: [], requirements: [{ id: 'quota-unit' }] });
    expect(diff.requirements[0]?.fields).toEqual([{ path: 'value.min', before: '2', after: '3' }]);
    const file = await zhou.try(drafts.downloadPolicyVersion, { params: { policyId: query.after } });
    expect(file.body).toBe(THREE_EACH);
  });

  test('is taken back before its day and not after', async () => {
    await approve(shen, await submitted(zhou, THREE_EACH));
    const [coming] = await versions();
    const undo = () =>
      zhou.try(drafts.undoPolicyVersion, {
        params: { policyId: coming?.policyId ?? '' },
        ifMatch: coming?.version ?? 0,
        body: { reason: '还要再商量' },
      });
    await signInAt('2026-12-01T01:00:00Z');
    const late = await undo();
    expect([late.statusCode, late.json().code]).toEqual([409, 'policy.notComing']);
    await signInAt(STORY_NOW);
    expect((await undo()).statusCode).toBe(200);
    expect((await versions()).map((one) => [one.state, one.endsOn])).toContainEqual(['inForce', null]);
    expect(await unitQuota('2026-12-01')).toMatchObject({ min: 2 });
    expect((await read(zhou, coming?.draftId ?? '')).steps.at(-1)).toMatchObject({
      action: 'undo',
      reason: '还要再商量',
    });
  });

  test('never overlaps another', async () => {
    const second = await submitted(zhou, edited('floor: 1', 'floor: 2', THREE_EACH), '2026-12-15');
    await approve(shen, await submitted(zhou, THREE_EACH));
    const over = await approve(shen, second);
    expect([over.statusCode, over.json().code]).toEqual([409, 'policy.overlaps']);
    const third = await handIn(zhou, edited('floor: 1', 'floor: 2'));
    const submitting = await zhou.try(drafts.submitPolicyDraft, {
      params: { draftId: third.id },
      ifMatch: 1,
      body: { startsOn: '2027-01-01' },
    });
    expect([submitting.statusCode, submitting.json().code]).toEqual([409, 'policy.overlaps']);
  });

  test.each([
    ['today', '2026-11-23', THREE_EACH, 'policy.beginsTooEarly'],
    [
      'before the file’s own time',
      '2026-12-01',
      THREE_EACH.replace("from: '2018-06-07'", "from: '2027-01-01'"),
      'policy.outsideItsTime',
    ],
    ['and says what is in force already', '2026-12-01', `# 加一句\n${SHIPPED}`, 'policy.sameAsInForce'],
  ])('does not begin %s', async (_, startsOn, text, code) => {
    const { id } = await handIn(zhou, text);
    const answer = await zhou.try(drafts.submitPolicyDraft, {
      params: { draftId: id },
      ifMatch: 1,
      body: { startsOn },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
  });

  test('that waited past its day must be submitted anew', async () => {
    const draft = await submitted(zhou, THREE_EACH, '2026-11-25');
    await signInAt('2026-11-25T01:00:00Z');
    const late = await approve(shen, draft);
    expect([late.statusCode, late.json().code]).toEqual([422, 'policy.beginsTooEarly']);
    const back = await shen.call(drafts.returnPolicyDraft, {
      params: { draftId: draft.id },
      ifMatch: draft.version,
      body: { reason: '日子过了' },
    });
    expect((await read(zhou, draft.id)).can).toContain('submit');
    await zhou.call(drafts.withdrawPolicyDraft, { params: { draftId: draft.id }, ifMatch: back.version, body: {} });
    expect((await read(zhou, draft.id)).status).toBe('withdrawn');
  });
});

describe('two persons at once', () => {
  test('cannot both pass one draft', async () => {
    const draft = await submitted(zhou, THREE_EACH);
    const answers = await Promise.all([approve(shen, draft), approve(shen, draft), approve(shen, draft)]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409, 409]);
  });

  test('cannot pass two drafts that overlap', async () => {
    const one = await submitted(zhou, THREE_EACH);
    const other = await submitted(shen, edited('floor: 1', 'floor: 2'), '2026-12-01');
    const answers = await Promise.all([approve(shen, one), approve(zhou, other)]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    expect((await versions()).filter((version) => version.state === 'coming')).toHaveLength(1);
  });
});
