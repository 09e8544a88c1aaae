import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, plainDate, yearOf } from '../kit/plain-date.ts';
import { deadlineOf } from './deadline.ts';
import { stateCouncilDays } from './state-council.ts';
import { parseWorkdays } from './workday-table.ts';
import { addWorkingDays, isWorkingDay, statutoryDaysOff, workingDaysBetween } from './working-days.ts';

const tables = stateCouncilDays();
const day = plainDate;

describe('working days', () => {
  it.each([
    ['2024-02-04', true],
    ['2024-02-09', true],
    ['2024-02-16', false],
    ['2024-09-14', true],
    ['2025-01-26', true],
    ['2025-02-04', false],
    ['2025-10-08', false],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-02-28', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-11-23', true],
  ] as const)('%s by the table: %s', (on, works) => {
    expect(isWorkingDay(day(on), tables)).toEqual({ works, estimated: false });
  });

  it('counts as the tables of three years say', () => {
    const inYear = (year: number) => workingDaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`), tables).days;
    expect([2024, 2025, 2026].map(inYear)).toEqual([251, 248, 248]);
  });

  it('of a year without a table are an estimate, by weekends and statutory days', () => {
    expect(isWorkingDay(day('2027-02-06'), tables)).toEqual({ works: false, estimated: true });
    expect(isWorkingDay(day('2027-02-08'), tables)).toEqual({ works: false, estimated: true });
    expect(isWorkingDay(day('2027-03-02'), tables)).toEqual({ works: true, estimated: true });
    expect(statutoryDaysOff(2027).has(day('2027-02-05'))).toBe(true);
  });

  it('say that they are estimated only where they lean on such a year', () => {
    expect(addWorkingDays(day('2026-12-30'), 1, tables)).toEqual({ on: '2026-12-31', estimated: false });
    expect(addWorkingDays(day('2026-12-31'), 1, tables)).toEqual({ on: '2027-01-04', estimated: true });
  });

  it('skip a holiday and stop on a make-up day', () => {
    expect(addWorkingDays(day('2026-02-13'), 1, tables).on).toBe('2026-02-14');
    expect(addWorkingDays(day('2026-02-14'), 1, tables).on).toBe('2026-02-24');
    expect(addWorkingDays(day('2026-02-15'), 0, tables).on).toBe('2026-02-24');
    expect(addWorkingDays(day('2026-02-14'), 0, tables).on).toBe('2026-02-14');
    expect(() => addWorkingDays(day('2026-02-14'), -1, tables)).toThrow(RangeError);
  });

  it('are what a walk day by day finds, and undo each other', () => {
    const from = fc.integer({ min: 0, max: 1400 }).map((days) => addDays(day('2024-01-01'), days));
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 60 }), (start, count) => {
        let on = start;
        let left = count;
        while (left > 0) {
          on = addDays(on, 1);
          if (isWorkingDay(on, tables).works) left -= 1;
        }
        expect(addWorkingDays(start, count, tables).on).toBe(on);
        expect(workingDaysBetween(start, on, tables).days).toBe(count);
        expect(workingDaysBetween(on, start, tables).days).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a deadline', () => {
  it.each([
    [{ count: 'calendarDays', number: 10 }, '2026-11-23', '2026-12-03'],
    [{ count: 'workingDays', number: 5 }, '2026-09-18', '2026-09-24'],
    [{ count: 'months', number: 1 }, '2026-01-31', '2026-02-28'],
    [{ count: 'months', number: 1 }, '2028-01-31', '2028-02-29'],
    [{ count: 'months', number: 12 }, '2028-02-29', '2029-02-28'],
    [{ count: 'dayOfMonth', day: 10, monthsLater: 0 }, '2026-11-10', '2026-11-10'],
    [{ count: 'dayOfMonth', day: 10, monthsLater: 0 }, '2026-11-11', '2026-12-10'],
    [{ count: 'dayOfMonth', day: 31, monthsLater: 1 }, '2026-01-15', '2026-02-28'],
    [{ count: 'dayOfMonth', day: 5, monthsLater: 1 }, '2026-12-20', '2027-01-05'],
    [{ count: 'fixedDates', dates: ['06-30', '12-31'] }, '2026-07-01', '2026-12-31'],
    [{ count: 'fixedDates', dates: ['12-31', '06-30'] }, '2026-06-30', '2026-06-30'],
    [{ count: 'fixedDates', dates: ['02-29'] }, '2026-03-01', '2027-02-28'],
    [{ count: 'fixedDates', dates: ['02-29'] }, '2027-03-01', '2028-02-29'],
  ] as const)('%j from %s is %s', (rule, from, on) => {
    expect(deadlineOf(rule as never, day(from), tables)).toEqual({ on, estimated: false }); // the tuples are read-only
  });

  it('in working days of an unknown year is an estimate', () => {
    const found = deadlineOf({ count: 'workingDays', number: 20 }, day('2026-12-20'), tables);
    expect(found.estimated).toBe(true);
    expect(yearOf(found.on)).toBe(2027);
  });

  it('is never before the day that it counts from', () => {
    const from = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2024-01-01'), days));
    const rule = fc.oneof(
      fc.record({ count: fc.constant('calendarDays' as const), number: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ count: fc.constant('workingDays' as const), number: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ count: fc.constant('months' as const), number: fc.integer({ min: 1, max: 24 }) }),
      fc.record({
        count: fc.constant('dayOfMonth' as const),
        day: fc.integer({ min: 1, max: 31 }),
        monthsLater: fc.integer({ min: 0, max: 6 }),
      }),
      fc.record({
        count: fc.constant('fixedDates' as const),
        dates: fc.array(fc.constantFrom('01-15', '02-29', '06-30', '12-31'), { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(from, rule, (start, deadline) => {
        expect(daysBetween(start, deadlineOf(deadline, start, tables).on)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a pasted table', () => {
  const problemsOf = (text: string) => {
    const parsed = parseWorkdays(text);
    return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message.en}`);
  };
  it('is read in either language, remarks and empty lines aside', () => {
    const parsed = parseWorkdays('year 2027 # next\r\n\r\nsource 通知\r\n2027-01-01至2027-01-03 休\n2027-01-09 班');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const [table] = parsed.tables;
    expect([...(table?.off ?? [])]).toEqual(['2027-01-01', '2027-01-02', '2027-01-03']);
    expect([...(table?.working ?? [])]).toEqual(['2027-01-09']);
  });

  it.each([
    ['', '1: Nothing here'],
    ['2027-01-01 off', '1: Write a line with year'],
    ['year 27', '1: After year write four digits'],
    ['year 2027\nsource x\nyear 2027', '3: The year 2027 stands twice'],
    ['year 2027\n2027-01-01 off', '1: The year 2027 names no source'],
    ['year 2027\nsource x\n2027-02-30 off', '3: There is no such day as 2027-02-30'],
    ['year 2027\nsource x\n2027-01-03..2027-01-01 off', '3: The range ends before'],
    ['year 2027\nsource x\n2027-01-01..2027-03-01 off', '3: A range is longer'],
    ['year 2027\nsource x\n2026-12-31 off', '3: 2026-12-31 is not in 2027'],
    ['year 2027\nsource x\n2027-01-01 off\n2027-01-01 work', '4: 2027-01-01 stands twice'],
    ['year 2027\nsource x\n2027-01-04 work', '3: 2027-01-04 is a weekday'],
    ['year 2027\nsource x\n2027-01-01 frei', '3: frei is not understood'],
    ['year 2027\nsource x\n元旦放假三天', '3: This line is not understood'],
    [`year 2027\n${'#\n'.repeat(2001)}`, '2000: Too long'],
  ])('%j is refused with its line', (text, expected) => {
    expect(problemsOf(text)[0]?.startsWith(expected)).toBe(true);
  });
});
