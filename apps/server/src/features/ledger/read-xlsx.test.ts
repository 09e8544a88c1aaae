import { describe, expect, test } from 'vitest';
import { FILE_LIMITS } from './file-limits.ts';
import { readXlsx } from './read-xlsx.ts';
import { rows, workbook } from './workbook.build.ts';

type Plan = NonNullable<Parameters<typeof workbook>[0]>;

async function readCells(cells: string, plan: Plan = {}) {
  const [sheet] = await readXlsx(workbook({ ...plan, sheets: [{ name: '表', body: rows(cells) }] }), FILE_LIMITS);
  return sheet?.rows[0]?.cells;
}

describe('a cell', () => {
  const formats = ['yyyy/m/d h:mm', 14, 2, '000000', '#,##0.00', 'h:mm', 'yyyy&quot;年&quot;m&quot;月&quot;', '0.0'];
  test.each([
    ['a whole number', '<c r="A1"><v>7</v></c>', { t: '7' }],
    ['a phone number', '<c r="A1"><v>13806359039</v></c>', { t: '13806359039' }],
    ['a phone number in scientific notation', '<c r="A1"><v>1.3806359039E10</v></c>', { t: '13806359039' }],
    ['a number with binary noise', '<c r="A1"><v>0.30000000000000004</v></c>', { t: '0.3' }],
    ['text that looks like a number', '<c r="A1" t="str"><v>007</v></c>', { t: '007' }],
    ['a month entered as a number', '<c r="A1" s="3"><v>1990.1</v></c>', { t: '1990.10' }],
    ['leading zeros by format', '<c r="A1" s="4"><v>123</v></c>', { t: '000123' }],
    ['a number with separators', '<c r="A1" s="5"><v>1234.5</v></c>', { t: '1234.5' }],
    ['a number that its format would round', '<c r="A1" s="8"><v>12.34</v></c>', { t: '12.34' }],
    ['a date', '<c r="A1" s="2"><v>33000</v></c>', { d: '1990-05-07' }],
    ['a date with a time', '<c r="A1" s="1"><v>33000.99</v></c>', { d: '1990-05-07' }],
    ['a month by a Chinese format', '<c r="A1" s="7"><v>33000</v></c>', { d: '1990-05-07' }],
    ['an ISO date', '<c r="A1" t="d"><v>1990-05-07T00:00:00</v></c>', { d: '1990-05-07' }],
    ['a time alone', '<c r="A1" s="6"><v>0.5</v></c>', { t: '12:00' }],
    ['a number beyond all dates', '<c r="A1" s="2"><v>99999999</v></c>', { t: '#####' }],
    ['a number before all dates', '<c r="A1" s="2"><v>-5</v></c>', { t: '#####' }],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', { t: 'TRUE' }],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { t: '#N/A' }],
    ['shared text in several fonts', '<c r="A1" t="s"><v>0</v></c>', { t: '王雅学' }],
    ['shared text with its reading', '<c r="A1" t="s"><v>1</v></c>', { t: '区德群' }],
    ['inline text', '<c r="A1" t="inlineStr"><is><t>林远</t></is></c>', { t: '林远' }],
    ['escapes', '<c r="A1" t="str"><v>一&amp;二_x000D_\n三&#1;</v></c>', { t: '一&二\n三' }],
    ['markup as text', '<c r="A1" t="str"><v>&lt;b&gt;</v></c>', { t: '<b>' }],
    ['text formula', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>林远</v></c>', { f: '林远' }],
    ['number formula', '<c r="A1"><f>SUM(B1:B9)</f><v>12</v></c>', { f: '12' }],
    ['date formula', '<c r="A1" s="2"><f>TODAY()</f><v>33000</v></c>', { f: '1990-05-07' }],
    ['error formula', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { f: '#DIV/0!' }],
    ['formula never calculated', '<c r="A1"><f>WEBSERVICE("http://x")</f></c>', { f: '' }],
    ['shared formula', '<c r="A1"><f t="shared" si="0"/><v>3</v></c>', { f: '3' }],
  ])('%s', async (_, cell, expected) => {
    const sharedStrings =
      '<si><r><t>王雅</t></r><r><rPr><b/></rPr><t>学</t></r></si><si><t>区德群</t><rPh sb="0" eb="1"><t>ou</t></rPh></si>';
    expect(await readCells(cell, { formats, sharedStrings })).toEqual([expected]);
  });

  test('counts days from 1904 where the workbook does', async () => {
    expect(await readCells('<c r="A1" s="1"><v>31538</v></c>', { formats: [14], date1904: true })).toEqual([
      { d: '1990-05-07' },
    ]);
  });
});

describe('a workbook', () => {
  const cell = '<c r="A1"><v>1</v></c>';

  test('keeps its sheets in order, says which are hidden, drops the blank and the drawn', async () => {
    const sheets = await readXlsx(
      workbook({
        sheets: [
          { name: '甲', body: rows(cell) },
          { name: '图', body: '', kind: 'chartsheet' },
          { name: '空', body: rows('<c r="A1" s="0"/>', '<c r="A2" t="str"><v>　 </v></c>') },
          { name: '藏', body: rows(cell), state: 'hidden' },
          { name: '深藏', body: rows(cell), state: 'veryHidden' },
        ],
      }).subarray(),
      FILE_LIMITS,
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['甲', false],
      ['藏', true],
      ['深藏', true],
    ]);
  });

  test('keeps row numbers over gaps, hidden rows, and merged areas within bounds', async () => {
    const body = `<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="9"><c r="C9"><v>2</v></c><c r="D9" s="0"/></row></sheetData><mergeCells><mergeCell ref="A2:B3"/><mergeCell ref="A9:XFD1048576"/><mergeCell ref="nonsense"/></mergeCells>`;
    const [sheet] = await readXlsx(workbook({ sheets: [{ name: '表', body }] }), FILE_LIMITS);
    expect(sheet?.rows).toEqual([
      { row: 2, cells: [{ t: '1' }] },
      { row: 9, cells: [null, null, { t: '2' }] },
    ]);
    expect(sheet?.merges).toEqual([
      { fromRow: 2, fromColumn: 0, toRow: 3, toColumn: 1 },
      { fromRow: 9, fromColumn: 0, toRow: 50_000, toColumn: 199 },
    ]);
  });
});
