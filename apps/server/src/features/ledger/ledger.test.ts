/** An office imports its ledger: HTTP in, database out. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';

const LEDGER = await readFile(new URL('../../../seeds/demo/ledger-2026.xlsx', import.meta.url));

let house: TestHouse;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
});
afterAll(() => house.close());

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function readToEnd(caller: Caller, importId: Id) {
  for (let tries = 0; tries < 200; tries += 1) {
    const run = await caller.call(contract.readLedgerImport, { params: { importId } });
    if (run.status !== 'reading') return run;
    await wait(100);
  }
  throw new Error('the ledger was not read in time');
}

async function hand(caller: Caller, bytes: Buffer, fileName: string) {
  const { id } = await caller.call(contract.uploadLedger, { query: { fileName }, bytes });
  return readToEnd(caller, id);
}

/** Decides as proposed whatever carries a proposal. */
async function decideAll(caller: Caller, importId: Id, version: number) {
  const { items } = await caller.call(contract.listLedgerProblems, {
    params: { importId },
    query: { level: 'ask', limit: 500 },
  });
  const decisions = items
    .filter((problem) => !problem.settled)
    .flatMap((problem) => {
      const fix = problem.fixes.find((one) => one.proposed);
      return fix ? [{ key: problem.key, decision: { fix: fix.id, ...(fix.value ? { value: fix.value } : {}) } }] : [];
    });
  if (decisions.length === 0) return version;
  const reply = await caller.call(contract.decideLedgerProblems, {
    params: { importId },
    ifMatch: version,
    body: { decisions },
  });
  return reply.version;
}

const count = (
  table: 'person' | 'standing' | 'pairing' | 'interaction' | 'interaction_point' | 'unit_alias' | 'post' | 'dated_fact',
) =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  });

describe('importing the ledger', () => {
  let importId: Id;

  it('is read in the background and shows what would be written, before anything is', async () => {
    const people = await count('person');
    const run = await hand(office, LEDGER, 'ledger-2026.xlsx');
    importId = run.id;
    expect(run.status).toBe('read');
    expect(run.look?.pairedFrom).toBe('2026-01-01');
    expect(run.look?.counts.leaders).toMatchObject({ rows: 34, acceptable: 34, same: 34, fresh: 0, refused: 0 });
    expect(run.look?.counts.representatives).toMatchObject({ rows: 84, refused: 0 });
    expect(run.look?.counts.talks).toMatchObject({ rows: 153, refused: 3 });
    expect(await count('person')).toBe(people);
  });

  it('tells each refusal with its cell, what is wrong and what can be done', async () => {
    const { items } = await office.call(contract.listLedgerProblems, {
      params: { importId },
      query: { level: 'refused' },
    });
    expect(items.map((problem) => [problem.cell, problem.written, problem.code])).toEqual([
      ['A152', '2026.2.30', 'impossibleDate'],
      ['A153', '2027.1.5', 'futureDate'],
      ['B154', '查无此人', 'leaderUnknown'],
    ]);
    expect(items.every((problem) => problem.fixes.length > 0)).toBe(true);
  });

  it('shows the cells of the office’s own workbook around a problem', async () => {
    const cells = await office.call(contract.readLedgerCells, {
      params: { importId },
      query: { sheet: '联谊交友记录', row: 152 },
    });
    expect(cells.headings.slice(0, 3)).toEqual(['日期', '联系领导', '党外代表人士']);
    expect(cells.rows.map((row) => row.row)).toEqual([149, 150, 151, 152, 153, 154]);
    expect(cells.rows.find((row) => row.row === 152)?.cells[0]).toBe('2026.2.30');
  });

  it('refuses a decision made on an older look', async () => {
    const body = { decisions: [{ key: 'talks!A152:impossibleDate', decision: { fix: 'skipRow' } }] };
    const stale = await office.try(contract.decideLedgerProblems, { params: { importId }, ifMatch: 999, body });
    expect([stale.statusCode, stale.json().code]).toEqual([412, 'stale']);
    const blind = await office.try(contract.decideLedgerProblems, { params: { importId }, body });
    expect(blind.statusCode).toBe(428);
  });

  it('8.1 — the list that the office keeps becomes the roster in one go, and importing it again changes nothing', async () => {
    const before = await office.call(contract.readLedgerImport, { params: { importId } });
    const version = await decideAll(office, importId, before.version);
    const people = await count('person');
    const applied = await office.call(contract.applyLedgerImport, { params: { importId }, ifMatch: version, body: {} });
    expect(applied.outcome.people).toBe(80);
    expect(await count('person')).toBe(people + 80);
    expect(applied.outcome.talks).toBe(await count('interaction'));

    const again = await hand(office, LEDGER, 'ledger-2026.xlsx');
    const settled = await decideAll(office, again.id, again.version);
    const look = await office.call(contract.readLedgerImport, { params: { importId: again.id } });
    expect(look.look?.nothingNew).toBe(true);
    const refused = await office.try(contract.applyLedgerImport, {
      params: { importId: again.id },
      ifMatch: settled,
      body: {},
    });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'importNothingNew']);
  });

  it('fills in what was missing of somebody who was there, and taking it back empties it again', async () => {
    const held = (position: string | null) =>
      inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
        db.updateTable('person').set({ position }).where('name', '=', '林远').execute(),
      );
    const read = async () =>
      inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
        const row = await db
          .selectFrom('person')
          .select('position')
          .where('name', '=', '林远')
          .executeTakeFirstOrThrow();
        return row.position;
      });
    await held(null);
    const run = await hand(office, LEDGER, 'ledger-2026.xlsx');
    const version = await decideAll(office, run.id, run.version);
    const at = { params: { importId: run.id }, body: {} };
    const applied = await office.call(contract.applyLedgerImport, { ...at, ifMatch: version });
    expect([applied.outcome.changed, applied.outcome.people, await read()]).toEqual([1, 0, '护理部主任']);
    const undone = await office.call(contract.undoLedgerImport, { ...at, ifMatch: applied.version });
    expect([undone.restored, undone.kept, await read()]).toEqual([1, [], null]);
    await held('护理部主任');
  });

  it('keeps no cell once they are written, and none that lie for a week', async () => {
    const held = () =>
      inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
        db.selectFrom('import_run').select(['import_id', 'status']).where('sheets', 'is not', null).execute(),
      );
    expect((await held()).filter((run) => run.status !== 'read')).toEqual([]);
    const lying = await hand(office, Buffer.from('姓名,党派\n林远,台盟\n'), 'a.csv');
    expect((await held()).map((run) => run.import_id)).toContain(lying.id);
    house.setNow('2026-12-01T01:12:00Z');
    const fresh = await house.as('周敏');
    const next = await hand(fresh, Buffer.from('姓名,党派\n林远,台盟\n'), 'b.csv');
    expect((await held()).map((run) => run.import_id)).toEqual([next.id]);
    await fresh.call(contract.cancelLedgerImport, { params: { importId: next.id }, body: {} });
    house.setNow(STORY_NOW);
  });

  it('can be taken back whole, and what it did is counted first', async () => {
    const preview = await office.call(contract.previewLedgerUndo, { params: { importId } });
    expect(preview.removed.people).toBe(80);
    expect(preview.kept).toEqual([]);
    expect(await count('person')).toBeGreaterThan(80);
    const run = await office.call(contract.readLedgerImport, { params: { importId } });
    const undone = await office.call(contract.undoLedgerImport, {
      params: { importId },
      ifMatch: run.version,
      body: {},
    });
    expect(undone.removed).toEqual(preview.removed);
    expect([await count('interaction'), await count('interaction_point'), await count('unit_alias')]).toEqual([
      0, 0, 0,
    ]);
    expect(await count('pairing')).toBe(3);
    expect(await count('standing')).toBe(5);
  });

  it('can be called off while it is read, and leaves nothing', async () => {
    const { id } = await office.call(contract.uploadLedger, { query: { fileName: 'a.xlsx' }, bytes: LEDGER });
    await office.call(contract.cancelLedgerImport, { params: { importId: id }, body: {} });
    expect((await office.try(contract.readLedgerImport, { params: { importId: id } })).statusCode).toBe(404);
  });

  it('tells a reading whose server died as interrupted', async () => {
    const { id } = await office.call(contract.uploadLedger, {
      query: { fileName: 'a.csv' },
      bytes: Buffer.from('姓名,党派\n'),
    });
    await readToEnd(office, id);
    await inTransaction(house.pool, { institution: house.institutionId, whole: true }, (db) =>
      db
        .updateTable('import_run')
        .set({ status: 'reading', seen_at: new Date('2026-11-23T00:00:00Z') })
        .where('import_id', '=', id)
        .execute(),
    );
    const run = await office.call(contract.readLedgerImport, { params: { importId: id } });
    expect([run.status, run.refusal?.zh]).toEqual(['failed', expect.stringContaining('中断')]);
  });

  it('refuses what is no ledger with a sentence', async () => {
    const cases: [string, Buffer, RegExp][] = [
      ['empty.xlsx', Buffer.alloc(0), /空/],
      ['paper.xlsx', Buffer.from('%PDF-1.7\n'), /PDF/],
      ['stray.csv', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xff, 0xff]), /字节|编码/],
    ];
    for (const [name, bytes, words] of cases) {
      const run = await hand(office, bytes, name);
      expect([name, run.status]).toEqual([name, 'failed']);
      expect(run.refusal?.zh).toMatch(words);
    }
  });

  it('refuses 50 MB before reading it, and says how much is taken', async () => {
    const bytes = Buffer.alloc(50 * 1024 * 1024);
    const refused = await office.try(contract.uploadLedger, { query: { fileName: 'big.xlsx' }, bytes });
    expect([refused.statusCode, refused.json().code]).toEqual([413, 'tooLarge']);
    expect(refused.json().title).toContain('20 MB');
  });

  it('shows that nothing was recognised under wrong headings, and writes nothing', async () => {
    const run = await hand(office, Buffer.from('菜名,价格\n豆腐,3\n'), '菜单.csv');
    expect([run.status, run.look?.acceptable]).toEqual(['read', 0]);
    const query = { level: 'refused' as const };
    const { items } = await office.call(contract.listLedgerProblems, { params: { importId: run.id }, query });
    expect(items.map((problem) => problem.code)).toEqual(['nothingRecognised']);
    const at = { params: { importId: run.id }, body: {}, ifMatch: run.version };
    expect((await office.try(contract.applyLedgerImport, at)).json().code).toBe('importNothingNew');
  });

  it('is the office’s alone', async () => {
    for (const name of ['田文建', '林远', '顾晓芸', '王敏']) {
      const other = await house.as(name);
      for (const response of [
        await other.try(contract.uploadLedger, { query: { fileName: 'a.xlsx' }, bytes: LEDGER }),
        await other.try(contract.readLedgerImport, { params: { importId } }),
        await other.try(contract.listLedgerImports),
      ])
        expect([name, response.statusCode]).toEqual([name, 403]);
    }
  });
});
