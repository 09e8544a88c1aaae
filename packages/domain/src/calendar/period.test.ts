import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../kit/plain-date.ts';
import { namePeriod } from './period.words.ts';
import { CALENDAR_YEAR, PERIOD_UNITS, periodOn, periodsWithin, type PeriodCalendar } from './period.ts';

const day = plainDate;
const both = (text: string) => ({ zh: text, en: text });
const academic: PeriodCalendar = {
  yearStartsOn: '09-01',
  terms: [
    { id: 'a', name: both('秋'), from: day('2026-09-07'), until: day('2027-01-16') },
    { id: 's', name: both('春'), from: day('2026-03-02'), until: day('2026-07-11') },
    { id: 'n', name: both('未定'), from: null, until: null },
  ],
};

describe('a period', () => {
  it.each([
    ['week', '2027-01-03', '2026-12-28', '2027-01-04', '2026 年第 53 周'],
    ['week', '2024-12-30', '2024-12-30', '2025-01-06', '2025 年第 1 周'],
    ['month', '2028-02-29', '2028-02-01', '2028-03-01', '2028 年 2 月'],
    ['twoMonths', '2026-12-31', '2026-11-01', '2027-01-01', '2026 年 11、12 月'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-07-01', '2026 年第 2 季度'],
    ['halfYear', '2026-07-01', '2026-07-01', '2027-01-01', '2026 年下半年'],
    ['year', '2026-12-31', '2026-01-01', '2027-01-01', '2026 年'],
  ] as const)('%s of %s', (unit, on, from, until, name) => {
    const period = periodOn(unit, day(on), CALENDAR_YEAR);
    expect(period).toMatchObject({ from, until });
    expect(period && namePeriod(period).zh).toBe(name);
  });

  it('of an academic year bears two numbers', () => {
    const period = periodOn('year', day('2027-08-31'), academic);
    expect(period).toMatchObject({ from: '2026-09-01', until: '2027-09-01', year: 2026 });
    expect(period && namePeriod(period)).toEqual({ zh: '2026 至 2027 学年', en: 'academic year 2026/2027' });
  });

  it('of a term is where its dates are written, and nowhere else', () => {
    expect(periodOn('term', day('2026-11-23'), academic)?.name?.zh).toBe('秋');
    expect(periodOn('term', day('2027-01-16'), academic)).toBeUndefined();
    expect(periodOn('term', day('2026-08-01'), academic)).toBeUndefined();
    expect(
      periodsWithin('term', { from: day('2026-01-01'), until: day('2028-01-01') }, academic).map((one) => one.name?.zh),
    ).toEqual(['春', '秋']);
  });

  it('holds its day, and a year’s periods follow one another without a gap', () => {
    const on = fc.integer({ min: 0, max: 8000 }).map((days) => addDays(day('2015-01-01'), days));
    fc.assert(
      fc.property(on, fc.constantFrom(...PERIOD_UNITS.filter((unit) => unit !== 'term')), (date, unit) => {
        const period = periodOn(unit, date, CALENDAR_YEAR);
        if (!period) throw new Error('none');
        expect(period.from <= date && date < period.until).toBe(true);
        expect(periodOn(unit, period.until, CALENDAR_YEAR)?.from).toBe(period.until);
        const year = { from: day('2026-01-01'), until: day('2027-01-01') };
        const all = periodsWithin(unit, year, CALENDAR_YEAR);
        all.slice(1).forEach((one, index) => expect(one.from).toBe(all[index]?.until));
      }),
    );
  });
});
