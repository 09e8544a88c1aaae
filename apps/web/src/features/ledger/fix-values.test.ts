import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { readTerm } from '@zhengyou/domain/ledger/partial-date.ts';
import { describe, expect, it } from 'vitest';
import { dateBounds, firstDate, termParts, termText } from './fix-values.ts';
import { makeProblem } from './ledger.build.ts';

const today = plainDate('2026-11-23');
const impossible = makeProblem({
  key: 'x',
  code: 'impossibleDate',
  written: '2026.2.30',
  facts: { year: 2026, month: 2, day: 30 },
});

describe('the field for a date', () => {
  it('begins with the last day of a month that has no such day', () => {
    expect(firstDate(impossible, today)).toBe('2026-02-28');
    expect(firstDate({ ...impossible, facts: { year: 2024, month: 2, day: 30 } }, today)).toBe('2024-02-29');
  });
  it('begins empty where that day has not come, and where the cell says nothing', () => {
    expect(firstDate({ ...impossible, facts: { year: 2026, month: 11, day: 31 } }, today)).toBe('');
    expect(firstDate(makeProblem({ key: 'x', code: 'futureDate', written: '2027.1.5' }), today)).toBe('');
  });
  it('begins with what was decided before', () => {
    expect(firstDate({ ...impossible, decision: { fix: 'useDate', value: '2026-02-20' } }, today)).toBe('2026-02-20');
  });
  it('stays within the month that was written, and never lies ahead', () => {
    const monthOnly = makeProblem({ key: 'x', code: 'monthOnly', written: '2025年9月' });
    expect(dateBounds(monthOnly, today)).toEqual({ min: '2025-09-01', max: '2025-09-30' });
    expect(dateBounds({ ...monthOnly, written: '2026年11月' }, today)).toEqual({ min: '2026-11-01', max: today });
    expect(dateBounds(impossible, today)).toEqual({ max: today });
  });
});

describe('the fields for a term', () => {
  it.each([
    ['2022-03', '2027-03'],
    ['2022-03', ''],
    ['', '2027-03'],
  ])('make a term that the ledger’s own reading understands: %s to %s', (from, until) => {
    const text = termText(from, until);
    expect(readTerm(text).kind).toBe('term');
    expect(termParts(text)).toEqual({ from, until });
  });
  it('make nothing of nothing', () => {
    expect(termText('', '')).toBe('');
    expect(termParts(undefined)).toEqual({ from: '', until: '' });
  });
});
