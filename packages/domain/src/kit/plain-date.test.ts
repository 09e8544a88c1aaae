import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateInZone,
  daysBetween,
  daysInMonth,
  findPlainDate,
  parsePlainDate,
  plainDate,
  weekdayOf,
  zPlainDate,
} from './plain-date.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays(plainDate('2000-01-01'), days));

describe('a calendar date', () => {
  it.each([
    [2024, 2, 29, true],
    [2026, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2026, 2, 30, false],
    [2026, 13, 1, false],
    [2026, 0, 1, false],
    [2026, 1, 0, false],
    [0, 1, 1, false],
    [2026, 1.5, 1, false],
  ])('%d-%d-%d exists: %s', (year, month, day, exists) => {
    expect(findPlainDate(year, month, day) !== undefined).toBe(exists);
  });

  it.each(['2026-2-3', '2026/02/03', ' 2026-02-03', '2026-02-30', '', '2026-02-03T00:00'])(
    'is not written %j',
    (text) => {
      expect(parsePlainDate(text)).toBeUndefined();
      expect(zPlainDate.safeParse(text).success).toBe(false);
    },
  );

  it('counts days there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  it('never leaves the month asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const moved = addMonths(day, months);
        const [year, month, on] = moved.split('-').map(Number) as [number, number, number];
        expect(on).toBeLessThanOrEqual(daysInMonth(year, month));
        expect((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + months - (year * 12 + month)) | 0).toBe(0);
      }),
    );
  });

  it('knows its weekday: Monday 23 November 2026, Sunday 22', () => {
    expect(weekdayOf(plainDate('2026-11-23'))).toBe(1);
    expect(weekdayOf(plainDate('2026-11-22'))).toBe(7);
  });

  it('turns at midnight of the institution, not of the server', () => {
    expect(dateInZone(new Date('2026-12-31T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-12-31');
    expect(dateInZone(new Date('2026-12-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2027-01-01');
    expect(dateInZone(new Date('2026-12-31T16:00:00Z'), 'UTC')).toBe('2026-12-31');
  });
});
