import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../kit/plain-date.ts';
import {
  FESTIVAL_DAYS,
  FESTIVAL_KEYS,
  festivalDayOn,
  festivalOn,
  festivalWindow,
  lunarDate,
  type FestivalVisit,
} from './festivals.ts';

describe('festivals of a year', () => {
  it.each([
    [2026, 'newYear', '2026-01-01'],
    [2024, 'springFestival', '2024-02-10'],
    [2025, 'springFestival', '2025-01-29'],
    [2026, 'springFestival', '2026-02-17'],
    [2027, 'springFestival', '2027-02-06'],
    [2030, 'springFestival', '2030-02-03'],
    [2026, 'springFestivalEve', '2026-02-16'],
    [2026, 'lantern', '2026-03-03'],
    [2026, 'qingming', '2026-04-05'],
    [2024, 'qingming', '2024-04-04'],
    [2026, 'nursesDay', '2026-05-12'],
    [2026, 'dragonBoat', '2026-06-19'],
    [2026, 'physiciansDay', '2026-08-19'],
    [2026, 'teachersDay', '2026-09-10'],
    [2026, 'midAutumn', '2026-09-25'],
    [2025, 'midAutumn', '2025-10-06'],
    [2026, 'nationalDay', '2026-10-01'],
    [2026, 'doubleNinth', '2026-10-18'],
  ] as const)('%i %s is %s', (year, key, on) => {
    expect(festivalOn(year, key)).toBe(on);
  });

  it('keeps a festival in the regular month, not in the leap month after it', () => {
    // 2025 has a second sixth month, 2028 a second fifth one, 2031 a second third.
    expect(festivalOn(2028, 'dragonBoat')).toBe('2028-05-28');
    expect(lunarDate(2025, 6, 1)).toBe('2025-06-25');
    expect(lunarDate(2031, 3, 3)).toBe('2031-03-25');
  });

  it('takes the last day where the twelfth month has no thirtieth', () => {
    expect(festivalOn(2025, 'springFestivalEve')).toBe('2025-01-28');
    expect(festivalOn(2027, 'springFestivalEve')).toBe('2027-02-05');
    for (let year = 2015; year <= 2045; year += 1)
      expect(festivalOn(year, 'springFestivalEve')).toBe(
        addDays(festivalOn(year, 'springFestival') ?? plainDate('0001-01-02'), -1),
      );
  });

  it('finds every known festival exactly once in each year', () => {
    for (let year = 2015; year <= 2045; year += 1)
      for (const key of FESTIVAL_KEYS) expect(festivalOn(year, key)?.slice(0, 4)).toBe(String(year));
  });

  it('knows no lunar date beyond the month, and no solar one beyond the calendar', () => {
    expect(lunarDate(2026, 13, 1)).toBeUndefined();
    expect(festivalDayOn(2026, { calendar: 'solar', month: 2, day: 29 })).toBeUndefined();
  });
});

describe('the window around a festival', () => {
  const visits: FestivalVisit[] = [
    { ...FESTIVAL_DAYS.newYear, key: 'newYear', before: 7, after: 2 },
    { ...FESTIVAL_DAYS.springFestival, key: 'springFestival', before: 15, after: 14 },
    { ...FESTIVAL_DAYS.midAutumn, key: 'midAutumn', before: 7, after: 2 },
    { ...FESTIVAL_DAYS.nationalDay, key: 'nationalDay', before: 7, after: 2 },
    { ...FESTIVAL_DAYS.nursesDay, key: 'nursesDay', before: 3, after: 2, group: 'nurse' },
  ];
  it.each([
    ['2026-02-01', undefined],
    ['2026-02-02', 'springFestival'],
    ['2026-03-03', 'springFestival'],
    ['2026-03-04', undefined],
    ['2026-12-25', 'newYear'],
    ['2027-01-03', 'newYear'],
    ['2026-11-23', undefined],
    ['2026-09-26', 'midAutumn'],
    // Two days after Mid-Autumn, four before National Day: the nearer one.
    ['2026-09-27', 'midAutumn'],
    ['2026-09-28', 'nationalDay'],
  ] as const)('%s lies in %s', (on, key) => {
    expect(festivalWindow(plainDate(on), visits)?.key).toBe(key);
  });

  it("counts a profession's day only for a person of it", () => {
    expect(festivalWindow(plainDate('2026-05-11'), visits)).toBeUndefined();
    expect(festivalWindow(plainDate('2026-05-11'), visits, ['nurse'])).toEqual({
      key: 'nursesDay',
      on: '2026-05-12',
      from: '2026-05-09',
      until: '2026-05-15',
    });
  });
});
