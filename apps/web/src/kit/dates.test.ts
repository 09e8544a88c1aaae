import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { describe, expect, it } from 'vitest';
import { sayDay, sayDistance, sayMoment, sayMonth, sayNear, sayThird, sayTime } from './dates.ts';

const today = plainDate('2026-11-23'); // a Monday
const zh = { language: 'zh', today } as const;
const en = { language: 'en', today } as const;
const day = plainDate;

describe('days', () => {
  it('say the year only when it is another one, or when no day is given to compare with', () => {
    expect(sayDay(day('2026-11-23'), zh)).toBe('11 月 23 日');
    expect(sayDay(day('2027-01-05'), zh)).toBe('2027 年 1 月 5 日');
    expect(sayDay(day('2026-11-23'), { language: 'zh' })).toBe('2026 年 11 月 23 日');
    expect(sayDay(day('2026-11-23'), en)).toBe('23 November');
    expect(sayDay(day('2027-01-05'), en)).toBe('5 January 2027');
  });

  it.each([
    ['2026-11-22', '昨天', 'yesterday'],
    ['2026-11-23', '今天', 'today'],
    ['2026-11-24', '明天', 'tomorrow'],
    ['2026-11-26', '周四', 'Thursday'],
    ['2026-11-29', '周日', 'Sunday'],
    ['2026-11-30', '11 月 30 日', '30 November'],
    ['2026-11-21', '11 月 21 日', '21 November'],
  ])('near the present: %s is %s, %s', (on, inChinese, inEnglish) => {
    expect(sayNear(day(on), zh)).toBe(inChinese);
    expect(sayNear(day(on), en)).toBe(inEnglish);
  });

  it('moments', () => {
    expect(sayMoment(today, '9:12', zh)).toBe('11 月 23 日 9:12');
  });
});

describe('months and thirds', () => {
  it.each([
    ['2027-01-21', '一月下旬', 'late January'],
    ['2027-04-01', '四月上旬', 'early April'],
    ['2027-04-10', '四月上旬', 'early April'],
    ['2026-12-20', '十二月中旬', 'mid December'],
  ])('%s is %s, %s', (on, inChinese, inEnglish) => {
    expect(sayThird(day(on), zh)).toBe(inChinese);
    expect(sayThird(day(on), en)).toBe(inEnglish);
  });

  it('takes a month or a day of it', () => {
    expect(sayMonth('2022-03', { language: 'zh' })).toBe('2022 年 3 月');
    expect(sayMonth('2022-03-17', { language: 'en' })).toBe('March 2022');
    expect(sayMonth('2026-03', zh)).toBe('3 月');
  });
});

it('distances count calendar days on both sides of today', () => {
  expect(sayDistance(day('2026-11-30'), zh)).toBe('还有 7 天');
  expect(sayDistance(day('2026-10-31'), zh)).toBe('已过 23 天');
  expect(sayDistance(day('2026-11-24'), en)).toBe('1 day left');
  expect(sayDistance(day('2026-11-22'), en)).toBe('1 day past');
  expect(sayDistance(today, zh)).toBe('就是今天');
});

it('times are those of the institution, 24-hour', () => {
  expect(sayTime(new Date('2026-11-23T01:12:00Z'), 'Asia/Shanghai')).toBe('9:12');
  expect(sayTime(new Date('2026-11-23T07:30:00Z'), 'Asia/Shanghai')).toBe('15:30');
  expect(sayTime(new Date('2026-11-22T16:05:00Z'), 'Asia/Shanghai')).toBe('0:05');
});
