/** Two hundred messy rows of invented people, pasted in ten ways: what is guessed, and what is never guessed wrongly. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, type LedgerField } from './headings.ts';
import { fieldOfText, readCells, readPaste } from './paste.ts';

const UNITS = new Set(['附属第一医院', '药学院', '护理学院', '附属儿童医院', '公共卫生学院', '医学院本部']);
const blocks = readFileSync(new URL('./paste-200.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .filter((block) => block !== '')
  .map((block) => {
    const [head = '', ...lines] = block.split('\n');
    return { head, fields: head.replace('lines: ', '').split(' ') as LedgerField[], text: lines.join('\n') };
  });

const rowsOf = (text: string) => {
  const { sheet, mapping } = readPaste(text, UNITS);
  return sheet.rows.filter(({ row }) => row > mapping.headingRow);
};

describe('two hundred pasted rows', () => {
  test('are two hundred', () => {
    expect(blocks).toHaveLength(10);
    expect(blocks.flatMap((block) => rowsOf(block.text))).toHaveLength(200);
  });

  test('have at least 95 % of their columns guessed, and none guessed as something else', () => {
    const all = blocks.filter(({ head }) => !head.startsWith('lines'));
    let [guessed, columns] = [0, 0];
    const wrong: string[] = [];
    for (const { head, fields, text } of all) {
      const { mapping } = readPaste(text, UNITS);
      expect(mapping.kind).toBe('representatives');
      fields.forEach((field, column) => {
        columns += 1;
        const found = Object.entries(mapping.columns).find(([, at]) => at === column)?.[0];
        if (found === field) guessed += 1;
        else if (found !== undefined) wrong.push(`${head}: ${field} → ${found}`);
      });
    }
    expect(wrong).toEqual([]);
    expect(guessed / columns).toBeGreaterThanOrEqual(0.95);
  });

  test('put every part of a message in its place, or beside it for a look', () => {
    const block = blocks.find(({ head }) => head.startsWith('lines'));
    const { sheet, mapping } = readPaste(block?.text ?? '', UNITS);
    const rows = sheet.rows.slice(1);
    const at = (field: LedgerField, row: (typeof rows)[number]) => {
      const column = mapping.columns[field];
      return column === undefined ? '' : cellText(row.cells[column]);
    };
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      expect(at('name', row)).toMatch(/^[\p{Script=Han}·•]{2,10}$/u);
      expect(UNITS).toContain(at('unit', row));
      expect(at('remark', row)).toBe('');
    }
    // Nothing of what was written is lost: each line’s signs are found again in its cells.
    const bare = (text: string) => [...text.replace(/[\s,，;；、:：]|电话|\d+\. /g, '')].toSorted().join('');
    const lines = (block?.text ?? '').split('\n').filter(Boolean);
    rows.forEach((row, index) => expect(bare(row.cells.map(cellText).join(''))).toBe(bare(lines[index] ?? '')));
  });
});

describe('a paste', () => {
  test('keeps a line end within a quoted cell', () => {
    expect(readCells('张三\t"市政协委员\r\n区侨联委员"\t"说 ""好"""\r\n李四\t\t\r\n')).toEqual([
      ['张三', '市政协委员\n区侨联委员', '说 "好"'],
      ['李四', '', ''],
    ]);
  });

  test('leaves aside a column that could be two things, rather than guess', () => {
    const { unguessed, mapping } = readPaste('张三\t民盟\t甲\n李四\t138\t乙\n王五\t\t丙', UNITS);
    expect(unguessed).toContain(2);
    expect(mapping.columns.name).toBe(0);
  });

  test('takes a second name in a line for a doubt, not for a person', () => {
    const { sheet } = readPaste('单慧 民盟 仇英');
    expect(sheet.rows[1]?.cells.map(cellText)).toEqual(['单慧', '民盟', '仇英']);
    expect(sheet.rows[0]?.cells.map(cellText)).toEqual(['姓名', '党派', '备注']);
  });

  test.each([
    ['13827490459', 'phone'],
    ['１３８ ２７４９ ０４５９', 'phone'],
    ['1979.5', 'birth'],
    ['2022.1-2027.1', 'term'],
    ['主任医师', 'title'],
    ['科主任', 'duty'],
    ['九三学社社员', 'party'],
    ['市政协委员', 'standing'],
    ['药学院', 'unit'],
    ['阿依古丽·买买提', 'name'],
    ['', undefined],
    ['？？', undefined],
  ])('reads %j as %s', (text, field) => {
    expect(fieldOfText(text, UNITS)).toBe(field);
  });

  test('never fails, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readPaste(text).sheet.rows.length).toBeLessThanOrEqual(202);
      }),
    );
  });
});
