/** The sample ledger's opinions and difficulties: 139 lines of talks that become matters, and what becomes of these afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { proposedMapping, recogniseSheets } from '@zhengyou/domain/ledger/headings.ts';
import * as ledger from '@zhengyou/domain/ledger/ledger.contract.ts';
import { isNothingNew, planLedger } from '@zhengyou/domain/ledger/plan.ts';
import { releaseMatter, triageMatter } from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import { listMatters, readMatter } from '@zhengyou/domain/matter/matter.contract.ts';
import { foldMatter } from '@zhengyou/domain/matter/matter.machine.ts';
import { reopenMatter } from '@zhengyou/domain/matter/reopen.contract.ts';
import { representatives } from '../../../seeds/demo/institution.ts';
import { importLedger } from '../../../../../tests/support/import-ledger.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import { readKnown } from './known.reads.ts';
import { readWorkbook } from './read-workbook.ts';

let house: TestHouse;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  await importLedger(house);
  office = await house.as('周敏');
});
afterAll(() => house.close());

const whole = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, work);
const list = (query: Partial<{ view: 'all' | 'open' | 'toAssign' | 'toTriage' | 'toReport'; limit: number }> = {}) =>
  office.call(listMatters, { query: { view: 'all', limit: 200, ...query } });
const lastImport = async () => {
  const [run] = (await office.call(ledger.listLedgerImports)).items;
  if (!run) throw new Error('there is an import');
  return run;
};
/** The export, read as any ledger, against what the house holds. */
async function planExported(format: 'xlsx' | 'csv', { withTalks = true } = {}) {
  const response = await office.try(ledger.exportTalks, { query: { format } });
  expect(response.statusCode).toBe(200);
  const sheets = await readWorkbook(new Uint8Array(response.rawPayload), `talks.${format}`);
  const known = await whole((db) => readKnown(db, house.institutionId, house.cipher));
  return planLedger({
    sheets,
    mapping: proposedMapping(recogniseSheets(sheets)),
    decisions: {},
    known: withTalks ? known : { ...known, talks: [] },
    today: plainDate('2026-11-23'),
  });
}

describe('8.3 — opinions and difficulties of a ledger', () => {
  it('become matters in the state that the ledger claims, none of them closed or delivered', async () => {
    const { items, total, counts } = await list();
    expect(total).toBe(139);
    const by = (key: (item: (typeof items)[number]) => string | null) =>
      Object.fromEntries([...Map.groupBy(items, key)].map(([name, all]) => [String(name), all.length]));
    expect(by((item) => `${item.ledgerClaim} ${item.status}`)).toEqual({
      'open registered': expect.any(Number),
      'underWay inProgress': expect.any(Number),
      'handedOn reported': expect.any(Number),
      'answered endedInLedger': expect.any(Number),
      'solved endedInLedger': expect.any(Number),
    });
    expect(by((item) => String(item.named))).toEqual({ false: 139 });
    expect(by((item) => item.kind)).toMatchObject({ difficulty: 35 });
    expect(counts.toAssign).toBe(items.filter((item) => item.ledgerClaim === 'handedOn').length);
    expect(await whole((db) => db.selectFrom('matter_delivery').selectAll().execute())).toEqual([]);
    const numbers = items.map((item) => item.number).toSorted();
    expect([numbers[0], numbers.at(-1)]).toEqual(['2026-001', '2026-139']);
  });

  it('have a line that says where they come from, and replays to the state that is stored', async () => {
    const { items } = await list();
    const ended = items.find((item) => item.ledgerClaim === 'answered');
    const line = await office.call(readMatter, { params: { matterId: ended?.id ?? '' } });
    expect(line).toMatchObject({ status: 'endedInLedger', ledger: { words: '已答复' }, deliveries: [], answers: [] });
    expect(line.origin).toMatchObject({ kind: 'ledger', interactionId: expect.any(String) });
    expect(line.can).toEqual(['reopen']);
    expect(line.clocks.every((clock) => clock.endedOn !== null)).toBe(true);
    const stored = await whole(async (db) => ({
      matters: await db.selectFrom('matter').select(['matter_id', 'state', 'status']).execute(),
      actions: await db.selectFrom('matter_action').selectAll().orderBy('ordinal').execute(),
    }));
    const steps = Map.groupBy(stored.actions, (row) => row.matter_id);
    for (const row of stored.matters) {
      const replayed = foldMatter(
        (steps.get(row.matter_id) ?? []).map((step) => ({
          action: step.action,
          on: step.on_day,
          by: { as: step.performer, person: step.actor_id, unit: step.actor_unit_id, party: step.party },
          detail: step.detail,
        })) as never,
      );
      expect(replayed).toEqual(row.state);
      expect(replayed?.status).toBe(row.status);
    }
  });

  it('are read by the person who raised them, with the ledger’s words; the person can say that it is not so', async () => {
    const { items } = await list();
    const accounts: readonly string[] = representatives.map((one) => one.name);
    const nameOf = (item: (typeof items)[number]) => item.proposers.find((one) => accounts.includes(one.name))?.name;
    const hers = items.find((item) => item.status === 'endedInLedger' && nameOf(item) !== undefined);
    const ended = items.find((item) => item.status === 'endedInLedger' && nameOf(item) === undefined);
    if (!hers || !ended) throw new Error('the ledger ends some of them, one of hers among them');
    const person = await house.as(nameOf(hers) ?? '');
    const line = await person.call(readMatter, { params: { matterId: hers.id } });
    expect(line.ledger?.words).toMatch(/已/);
    expect(line.can).toEqual(['withdraw', 'reopen']);
    const params = { matterId: ended.id };
    expect((await person.try(reopenMatter, { params, ifMatch: 1, body: {} })).statusCode).toBe(404);
    const refused = await office.try(reopenMatter, { params, ifMatch: 1, body: {} });
    expect(refused.json()).toMatchObject({ code: 'matter.reasonMissing' });
    const again = await office.call(reopenMatter, { params, ifMatch: 1, body: { reason: '本人来电话说还没有' } });
    expect(again.status).toBe('registered');
  });

  it('are never closed by an import, and go on as every other', async () => {
    const { items } = await list();
    const open = items.find(
      (item) => item.kind === 'difficulty' && item.ledgerClaim === 'handedOn' && item.version === 1,
    );
    const params = { matterId: open?.id ?? '' };
    const triaged = await office.try(triageMatter, { params, ifMatch: 1, body: { disposition: 'accepted' } });
    expect(triaged.json()).toMatchObject({ code: 'matter.triagedAlready' });
    const line = await office.call(readMatter, { params });
    const points = line.pointList.map((point) => ({ id: point.id, text: point.said ?? '' }));
    await office.call(releaseMatter, { params, ifMatch: 1, body: { title: '停车', points, additions: [] } });
    expect((await office.call(readMatter, { params })).can).toContain('assign');
  });
});

describe('the columns, given back', () => {
  it.each(['xlsx', 'csv'] as const)('as %s: reading them again changes nothing', async (format) => {
    const plan = await planExported(format);
    expect(plan.talks).toHaveLength(148);
    expect(plan.problems.filter(({ level, settled }) => level !== 'note' && !settled)).toEqual([]);
    expect(isNothingNew(plan)).toBe(true);
  });

  it('say of each matter what it was, to a house that holds none of the talks', async () => {
    const plan = await planExported('xlsx', { withTalks: false });
    const claims = Object.values(
      Object.groupBy(
        plan.talks.flatMap((talk) => talk.points),
        (point) => point.claim,
      ),
    );
    expect(claims.flat()).toHaveLength(139);
    const { items } = await list();
    const count = (claim: string) =>
      plan.talks.flatMap((talk) => talk.points).filter((point) => point.claim === claim).length;
    const asked = plan.problems.filter(
      (problem) => problem.code === 'handlingEarlier' && problem.level === 'ask',
    ).length;
    expect(asked).toBe(8);
    for (const claim of ['answered', 'handedOn'] as const)
      expect(Math.abs(count(claim) - items.filter((item) => item.ledgerClaim === claim).length)).toBeLessThanOrEqual(1);
  });

  it('are the office’s alone', async () => {
    for (const name of ['王敏', '林远', '顾晓芸'])
      expect((await (await house.as(name)).try(ledger.exportTalks, { query: {} })).statusCode).toBe(403);
  });
});

describe('taken back', () => {
  it('keeps those on which somebody has acted, their talks and their people; imported again, the others come anew', async () => {
    const run = await lastImport();
    const params = { importId: run.id };
    const preview = await office.call(ledger.previewLedgerUndo, { params });
    const touched = preview.kept.filter((one) => one.kind === 'matter').map((one) => one.name);
    expect(touched).toHaveLength(2);
    expect(preview.removed).toMatchObject({ matters: 137 });
    await office.call(ledger.undoLedgerImport, { params, ifMatch: run.version, body: {} });
    const { items, total } = await list();
    expect([total, items.map((item) => item.number).toSorted()]).toEqual([2, touched.toSorted()]);
    expect((await list({ view: 'open' })).total).toBe(2);
    expect(await whole((db) => db.selectFrom('matter').select('matter_id').execute())).toHaveLength(139);
    await importLedger(house);
    expect((await list()).total).toBe(139);
    const { items: runs } = await office.call(ledger.listLedgerImports);
    expect(runs.find((one) => one.status === 'applied')?.outcome?.matters).toBe(137);
  });
});
