import { REQUIRED_FIELDS, SHEET_KINDS } from '@zhengyou/domain/ledger/headings.ts';
import { describe, expect, it } from 'vitest';
import { columnsFor, countMistakes, fieldsOf, leftOut, mistakesOf, setColumn } from './columns.ts';

const headings = ['序号', '日期', '联系领导', '党外代表人士', '方式', '天气'];

describe('what a sheet can hold', () => {
  it.each(SHEET_KINDS)('begins with what %s cannot do without, and never asks for what is not taken', (kind) => {
    const fields = fieldsOf(kind);
    expect(new Set(fields.slice(0, REQUIRED_FIELDS[kind].length))).toEqual(new Set(REQUIRED_FIELDS[kind]));
    expect(fields).not.toContain('serial');
    expect(fields).not.toContain('sex');
    expect(new Set(fields).size).toBe(fields.length);
  });
});

describe('matching', () => {
  it('proposes by the headings of the row that was chosen', () => {
    expect(columnsFor('talks', headings)).toMatchObject({ date: 1, leader: 2, people: 3, channel: 4 });
    expect(columnsFor(null, headings)).toEqual({});
  });
  it('sets and clears one column and leaves the others', () => {
    expect(setColumn({ date: 1, leader: 2 }, 'date', 4)).toEqual({ date: 4, leader: 2 });
    expect(setColumn({ date: 1, leader: 2 }, 'date', undefined)).toEqual({ leader: 2 });
  });
  it('names the columns that nothing is read from', () => {
    expect(leftOut({ kind: 'talks', columns: columnsFor('talks', headings) }, headings)).toEqual(['序号', '天气']);
  });
});

describe('mistakes', () => {
  it('are what is missing and what stands twice', () => {
    const columns = { date: 1, leader: 2, place: 2 };
    expect(mistakesOf({ kind: 'talks', columns })).toEqual({
      people: { kind: 'missing' },
      place: { kind: 'twice', other: 'leader' },
    });
  });
  it('are none in a sheet that is not read', () => {
    const sheet = { sheet: 'x', headingRow: 0, columns: {} };
    expect(countMistakes([{ ...sheet, kind: null }])).toBe(0);
    expect(countMistakes([{ ...sheet, kind: 'leaders' }])).toBe(2);
  });
});
