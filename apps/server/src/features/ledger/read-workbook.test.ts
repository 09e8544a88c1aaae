import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import type { LedgerSheet } from '@zhengyou/domain/ledger/sheet.ts';
import type { FileLimits } from './file-limits.ts';
import type { ReadProgress } from './read-sheets.ts';
import { readWorkbook } from './read-workbook.ts';
import { bombPart, workbook, workbookParts } from './workbook.build.ts';
import { writeZip } from './zip-writer.ts';

const LEDGER = readFileSync(new URL('../../../seeds/demo/ledger-2026.xlsx', import.meta.url));

const cellAt = (sheet: LedgerSheet | undefined, row: number, column: number) =>
  sheet?.rows.find((each) => each.row === row)?.cells[column];

async function refusalOf(bytes: Uint8Array, fileName: string, limits: Partial<FileLimits> = {}): Promise<Refusal> {
  const outcome: unknown = await readWorkbook(bytes, fileName, { limits }).catch((error: unknown) => error);
  if (outcome instanceof Refused) return outcome.refusal;
  throw new Error(`expected a refusal of ${fileName}`, { cause: outcome });
}

const processesAlive = () => process.getActiveResourcesInfo().filter((resource) => resource === 'ProcessWrap').length;
const OTHERS = processesAlive();
/** One whole turn of the event loop later, for the handle of a process that has ended is closed at the turn's end. */
async function readersAlive(): Promise<number> {
  await setImmediate();
  await setImmediate();
  return processesAlive() - OTHERS;
}

describe('the ledger of the demo institution', () => {
  test('is read cell by cell, with its dates, gaps and merged titles', async () => {
    const heard: ReadProgress[] = [];
    const [people, leaders, talks, ...others] = await readWorkbook(LEDGER, '台账.xlsx', {
      onProgress: (progress) => heard.push(progress),
    });

    expect(others).toEqual([]);
    expect([people?.name, leaders?.name, talks?.name]).toEqual(['党外代表人士', '领导干部', '联谊交友记录']);
    expect([people?.rows.length, leaders?.rows.length, talks?.rows.length]).toEqual([88, 35, 154]);
    expect(people?.rows.map((row) => row.row)).not.toContain(35);
    expect(people?.rows.at(-1)?.row).toBe(89);
    expect(people?.merges).toEqual(
      [1, 2, 89].map((row) => ({ fromRow: row, fromColumn: 0, toRow: row, toColumn: 12 })),
    );
    expect(cellAt(people, 1, 0)).toEqual({ t: '江海大学医学院党外代表人士联谊交友台账（2026年）' });
    expect(cellAt(people, 2, 0)).toEqual({ t: '填报单位：党委统战部　　填报日期：2026.11.10' });
    expect(cellAt(people, 4, 0)).toEqual({ t: '1' });
    expect(cellAt(people, 4, 3)).toEqual({ d: '1987-08-01' });
    expect(cellAt(people, 4, 10)).toEqual({ t: '１３８２７４９０４５９' });
    expect(cellAt(people, 5, 8)).toEqual({ t: '市人大代表\n民进支部主任' });
    expect(cellAt(people, 6, 9)).toBeNull();
    expect(cellAt(talks, 2, 0)).toEqual({ d: '2025-08-24' });
    expect(cellAt(talks, 154, 0)).toEqual({ t: '2026.5.6' });
    expect(cellAt(talks, 154, 1)).toEqual({ t: '查无此人' });

    expect(heard.filter((progress) => progress.phase === 'checking').length).toBeGreaterThan(0);
    expect(heard.at(-1)).toEqual({ phase: 'reading', done: 277, total: 277 });
    expect(await readersAlive()).toBe(0);
  });

  test('is told by its content: the name may say anything', async () => {
    const sheets = await readWorkbook(LEDGER, 'C:\\桌面\\台账.pdf');
    expect(sheets.map((sheet) => sheet.rows.length)).toEqual([88, 35, 154]);
  });
});

describe('CSV', () => {
  test('becomes one sheet named after its file', async () => {
    const [sheet, ...others] = await readWorkbook(Buffer.from('\ufeff姓名,党派\n林远,民盟\n'), '名单/台账 2026.csv');
    expect(others).toEqual([]);
    expect(sheet?.name).toBe('台账 2026');
    expect(cellAt(sheet, 2, 0)).toEqual({ t: '林远' });
  });

  test('with a stray byte names the line and the byte', async () => {
    const good = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xc1, 0xd6, 0xd4, 0xb6]); // 姓名⏎林远
    const refusal = await refusalOf(Buffer.concat([good, Buffer.from([0xff, 0x0a])]), '台账.csv');
    expect(refusal.facts).toMatchObject({ line: 2, byte: 10, value: '0xFF', before: '林远', encoding: 'GB 18030' });
  });
});

describe('refused', () => {
  test.each([
    ['an empty file', () => Buffer.alloc(0), 'ledgerFileEmpty'],
    ['50 MB', () => Buffer.alloc(50 * 1024 * 1024), 'ledgerFileTooBig'],
    ['a PDF named xlsx', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'ledgerFilePdf'],
    ['a bomb', () => writeZip([...workbookParts(), bombPart('xl/worksheets/sheet9.xml', 900)]), 'ledgerFileInflates'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf(bytes(), '台账.xlsx')).code).toBe(code);
    expect(await readersAlive()).toBe(0);
  });

  test('a path and a hostile name do not come back in the sentence', async () => {
    const refusal = await refusalOf(Buffer.alloc(0), `../../${'长'.repeat(500)}\u0000.xlsx`);
    expect(String(refusal.facts?.['file'])).toBe('长'.repeat(100));
  });
});

describe('the process that reads', () => {
  const heavy = () =>
    workbook({
      sheets: [
        {
          name: '表',
          body: `<sheetData>${'<row>'.concat('<c t="str"><v>一二三</v></c>'.repeat(100), '</row>').repeat(2_000)}</sheetData>`,
        },
      ],
    });

  test('may run out of memory and takes nobody with it', async () => {
    expect((await refusalOf(heavy(), '台账.xlsx', { heapMegabytes: 24, ratio: Infinity })).code).toBe(
      'ledgerFileTooHeavy',
    );
    expect(await readersAlive()).toBe(0);
  });

  test('is stopped when its time is over', async () => {
    expect((await refusalOf(heavy(), '台账.xlsx', { milliseconds: 1 })).code).toBe('ledgerFileTooHeavy');
    expect(await readersAlive()).toBe(0);
  });

  test('is gone when the reader gives up, in line or at work', async () => {
    const stop = new AbortController();
    const reason = new Error('changed my mind');
    const begun = Promise.withResolvers<void>();
    const all = Array.from({ length: 4 }, () =>
      readWorkbook(LEDGER, '台账.xlsx', { signal: stop.signal, onProgress: () => begun.resolve() }).catch(
        (error: unknown) => error,
      ),
    );
    await begun.promise;
    expect(await readersAlive()).toBeGreaterThan(0);
    stop.abort(reason);
    expect(await Promise.all(all)).toEqual([reason, reason, reason, reason]);
    expect(await readersAlive()).toBe(0);
    await expect(readWorkbook(LEDGER, '台账.xlsx', { signal: stop.signal })).rejects.toBe(reason);
    expect((await readWorkbook(LEDGER, '台账.xlsx')).length).toBe(3);
  });
});
