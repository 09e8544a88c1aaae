import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { sayDay, sayMonth, sayNear, sayThird } from './date.words.ts';
import { dayAfter, firstDayOf, placeOf } from './precision.ts';

const today = plainDate('2026-11-23');

describe('dates of less than a day', () => {
  it.each([
    ['2026-12-07', 'month', '2026-12-01', '2027-01-01', '2026-12-15'],
    ['2026-02-01', 'month', '2026-02-01', '2026-03-01', '2026-02-15'],
    ['2027-05-05', 'year', '2027-01-01', '2028-01-01', '2027-07-01'],
    ['2026-12-31', 'day', '2026-12-31', '2027-01-01', '2026-12-31'],
  ] as const)('%s by %s', (text, precision, first, after, place) => {
    const on = plainDate(text);
    expect([firstDayOf(on, precision), dayAfter(on, precision), placeOf(on, precision)]).toEqual([first, after, place]);
  });
});

describe('dates in words', () => {
  it('says the year only when it is another one', () => {
    expect(sayDay(plainDate('2026-10-31'), today, 'zh')).toBe('10 月 31 日');
    expect(sayDay(plainDate('2027-02-06'), today, 'zh')).toBe('2027 年 2 月 6 日');
    expect(sayDay(plainDate('2027-02-06'), today, 'en')).toBe('6 February 2027');
    expect(sayMonth(plainDate('2027-03-31'), today, 'zh')).toBe('2027 年 3 月');
  });
  it('says no more than is known', () => {
    expect(sayDay(plainDate('2026-05-01'), today, 'zh', 'month')).toBe('5 月');
    expect(sayDay(plainDate('2026-05-01'), today, 'en', 'year')).toBe('2026');
    expect(sayThird(plainDate('2027-04-05'), 'zh')).toBe('四月上旬');
    expect(sayThird(plainDate('2027-01-21'), 'en')).toBe('late January');
  });
  it('names the weekday within seven days', () => {
    expect(sayNear(plainDate('2026-11-26'), today, 'zh')).toBe('周四');
    expect(sayNear(today, today, 'en')).toBe('today');
    expect(sayNear(plainDate('2026-11-30'), today, 'zh')).toBe('11 月 30 日');
  });
});
