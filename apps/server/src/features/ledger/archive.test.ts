import { describe, expect, test } from 'vitest';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { checkArchive } from './archive.ts';
import { FILE_LIMITS, MEGABYTE } from './file-limits.ts';
import { bombPart, part, rows, workbook, workbookParts } from './workbook.build.ts';
import { writeZip } from './zip-writer.ts';

const check = (bytes: Buffer, limits = {}) => checkArchive(bytes, '台账.xlsx', { ...FILE_LIMITS, ...limits });

async function codeOf(bytes: Buffer, limits = {}): Promise<string> {
  const outcome: unknown = await check(bytes, limits).catch((error: unknown) => error);
  return outcome instanceof Refused ? outcome.refusal.code : 'accepted';
}

describe('bombs', () => {
  const MEMORY_ALLOWED = 100 * MEGABYTE;

  test.each([
    ['of one part', () => [bombPart('xl/worksheets/sheet9.xml', 3_000, 1_000)], {}],
    ['below the ratio', () => [bombPart('xl/media/a.png', 3_000, 60 * MEGABYTE)], { ratio: Infinity }],
    ['of many parts', () => Array.from({ length: 40 }, (_, i) => bombPart(`xl/media/${i}.png`, 3, 1)), {}],
  ])('%s are refused before they grow', async (_, parts, limits) => {
    const bomb = writeZip([...workbookParts(), ...parts()]);
    const before = process.memoryUsage().rss;
    expect(await codeOf(bomb, limits)).toBe('ledgerFileInflates');
    expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY_ALLOWED);
  });

  test('many honest parts count together', async () => {
    const parts = Array.from({ length: 30 }, (_, i) => bombPart(`xl/media/${i}.png`, 3));
    expect(await codeOf(writeZip([...workbookParts(), ...parts]))).toBe('ledgerFileInflates');
    expect(await codeOf(writeZip([...workbookParts(), ...parts.slice(0, 5)]))).toBe('accepted');
  });
});

describe('what is handed on', () => {
  test('holds the parts with cells and nothing else', async () => {
    const parts = [
      ...workbookParts(),
      part('xl/vbaProject.bin', 'macro'),
      part('xl/media/image1.png', 'picture'),
      part('xl/externalLinks/externalLink1.xml', '<x/>'),
      part('xl/worksheets/_rels/sheet1.xml.rels', '<x/>'),
      part('docProps/core.xml', '<x/>'),
    ];
    const { archive } = await check(writeZip(parts));
    const names = parts.map((each) => each.name).filter((name) => archive.includes(name));
    expect(names).toEqual(workbookParts().map((each) => each.name));
  });

  test('is counted', async () => {
    const { tally } = await check(workbook({ sheets: [{ name: '表', body: rows('<c r="A1"/><c r="AB1"/>', '') }] }));
    expect(tally).toMatchObject({ rows: 2, lastRow: 2, lastColumn: 28, cells: 2 });
  });

  test('is counted across namespaces, missing references and pieces of a stream', async () => {
    const body = `<x:sheetData>${'<x:row><x:c/><x:c\n/></x:row>'.repeat(20_000)}</x:sheetData>`;
    const { tally } = await check(workbook({ sheets: [{ name: '表', body }] }));
    expect(tally).toMatchObject({ rows: 20_000, cells: 40_000 });
    expect(await codeOf(workbook({ sheets: [{ name: '表', body }] }), { rows: 19_999 })).toBe('ledgerFileTooManyRows');
    expect(await codeOf(workbook({ sheets: [{ name: '表', body }] }), { cells: 39_999 })).toBe(
      'ledgerFileTooManyCells',
    );
  });

  test('hides no declaration in UTF-16', async () => {
    const utf16 = Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le');
    expect(await codeOf(writeZip([...workbookParts(), part('xl/metadata.xml', utf16)]))).toBe('ledgerFileDamaged');
  });
});
