import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { FILE_LIMITS } from './file-limits.ts';
import { readCsv } from './read-csv.ts';

const read = (bytes: Uint8Array, limits = {}) => readCsv(Buffer.from(bytes), '台账.csv', { ...FILE_LIMITS, ...limits });
const table = (text: string) =>
  read(Buffer.from(text))[0]?.rows.map(({ cells, row }) =>
    cells.map((cell) => cell && 't' in cell && cell.t).toSpliced(0, 0, String(row)),
  );

function refusalOf(bytes: Uint8Array, limits = {}): Refusal | undefined {
  try {
    read(bytes, limits);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** 姓名,党派⏎林远,民盟 */
const GB18030 = Buffer.from('d0d5c3fb2cb5b3c5c90ac1d6d4b62cc3f1c3cb', 'hex');
const EXPECTED = [
  { row: 1, cells: [{ t: '姓名' }, { t: '党派' }] },
  { row: 2, cells: [{ t: '林远' }, { t: '民盟' }] },
];

describe('the encoding', () => {
  const text = '姓名,党派\n林远,民盟';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['GB 18030', GB18030],
  ])('%s', (_, bytes) => {
    expect(read(bytes)[0]?.rows).toEqual(EXPECTED);
  });

  test('four bytes of GB 18030 make one rare surname', () => {
    expect(read(Buffer.from([0x95, 0x34, 0xb9, 0x36, 0xc1, 0xd6]))[0]?.rows[0]?.cells).toEqual([{ t: '𠯾林' }]);
  });

  const utf8 = Buffer.from('姓名,党派\n林远,民盟\n王雅学,农工党\n赵飞,九三学社\n');
  const spoilt = (bytes: Buffer, at: number, ...stray: number[]) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(stray), bytes.subarray(at)]);
  const utf16 = Buffer.from('\ufeff姓名\n林远', 'utf16le');
  test.each([
    ['GB 18030', spoilt(GB18030, 14, 0xff), { line: 2, byte: 15, value: '0xFF', before: '林远', encoding: 'GB 18030' }],
    ['GB 18030 cut in two', GB18030.subarray(0, 18), { line: 2, byte: 18, value: '0xC3', before: '林远,民' }],
    ['UTF-8', spoilt(utf8, 20, 0xc4), { line: 2, byte: 21, value: '0xC4', before: '林远', encoding: 'UTF-8' }],
    ['UTF-8 with its mark', Buffer.from([0xef, 0xbb, 0xbf, 0xff]), { line: 1, byte: 4, before: '', encoding: 'UTF-8' }],
    ['UTF-8 cut in two', utf8.subarray(0, utf8.length - 2), { line: 4, value: '0xE7', before: '赵飞,九三学' }],
    ['half a pair in UTF-16', spoilt(utf16, 10, 0x00, 0xd8), { line: 2, byte: 11, before: '林', encoding: 'UTF-16' }],
  ])('a stray byte in %s is found, not guessed away', (_, bytes, facts) => {
    const refusal = refusalOf(bytes);
    expect(refusal?.code).toBe('ledgerFileStrayByte');
    expect(refusal?.facts).toMatchObject(facts);
  });

  test('wherever a byte that no encoding has falls between characters, it is pointed at', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'姓名林远,\n王雅学'), { minLength: 1 }),
        fc.nat(),
        (characters, where) => {
          const cut = where % (characters.length + 1);
          const before = Buffer.from(characters.slice(0, cut).join(''));
          const bytes = Buffer.concat([before, Buffer.from([0xff]), Buffer.from(characters.slice(cut).join(''))]);
          const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
          const line = characters.slice(0, cut).filter((character) => character === '\n').length + 1;
          expect(refusalOf(marked)?.facts).toMatchObject({ line, byte: before.length + 4, value: '0xFF' });
        },
      ),
    );
  });
});

describe('the fields', () => {
  test('quotes keep delimiters, line breaks and quotes', () => {
    expect(table('姓名,备注\r\n"林远","甲,乙\r\n丙""丁"""\r\n\r\n王雅学,""\r\n')).toEqual([
      ['1', '姓名', '备注'],
      ['2', '林远', '甲,乙\n丙"丁"'],
      ['4', '王雅学'],
    ]);
    expect(table('"""",a')).toEqual([['1', '"', 'a']]);
  });

  test.each([',', '\t', ';'])('are told apart by %j', (delimiter) => {
    const text = ['台账', ['姓名', '党派', '职务'].join(delimiter), ['林远', '民盟', '教授'].join(delimiter)].join(
      '\n',
    );
    expect(table(text)?.[2]).toEqual(['3', '林远', '民盟', '教授']);
  });

  test('keep what Excel wraps in a formula, and every zero', () => {
    expect(table('="0571-88",0571,138 0635 9039,1.0')).toEqual([['1', '0571-88', '0571', '138 0635 9039', '1.0']]);
  });

  test.each([
    ['never closed', '姓名,备注\n林远,"甲\n王雅学,乙\n', 2],
    ['closed too early', '姓名,备注\n林远,"甲"乙\n', 2],
  ])('a quote %s names its line', (_, text, line) => {
    const refusal = refusalOf(Buffer.from(text));
    expect(refusal?.code).toBe('ledgerFileUnclosedQuote');
    expect(refusal?.facts).toMatchObject({ line });
  });

  test('whatever is written by the rules is read back', () => {
    const field = fc.string({ unit: fc.constantFrom(...'林远,;\t"\n 0=') }).map((text) => `甲${text}`);
    const record = fc.array(field, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), (records) => {
        const quoted = records
          .map((each) => each.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(table(quoted)?.map(([, ...fields]) => fields)).toEqual(records);
      }),
    );
  });
});

describe('the limits', () => {
  test.each([
    ['rows', { rows: 1 }, 'ledgerFileTooManyRows'],
    ['columns', { columns: 1 }, 'ledgerFileTooManyColumns'],
    ['cells', { cells: 3 }, 'ledgerFileTooManyCells'],
  ])('on %s hold', (_, limits, code) => {
    expect(refusalOf(GB18030, limits)?.code).toBe(code);
  });

  test('what consists of control characters is no table', () => {
    expect(refusalOf(Buffer.from('\u0001\u0002\u0003\u0004abc'))?.code).toBe('ledgerFileUnknownKind');
  });
});
