/** How days are written: the year only when it is not this one, a weekday within seven days, a third of a month where a day would be false. */
import { dayOf, daysBetween, monthOf, weekdayOf, yearOf, type PlainDate } from '../kit/plain-date.ts';
import type { Language } from '../kit/words.ts';
import type { Precision } from './precision.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MONTHS_ZH = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** 11 月, November; with the year when it is not that of `today`. */
export function sayMonth(on: PlainDate, today: PlainDate, language: Language): string {
  const other = yearOf(on) !== yearOf(today);
  return language === 'zh'
    ? `${other ? `${yearOf(on)} 年 ` : ''}${monthOf(on)} 月`
    : `${MONTHS[monthOf(on) - 1] ?? ''}${other ? ` ${yearOf(on)}` : ''}`;
}

/** 11 月 23 日, 23 November; a date known by month or year says no more than that. */
export function sayDay(on: PlainDate, today: PlainDate, language: Language, precision: Precision = 'day'): string {
  if (precision === 'year') return language === 'zh' ? `${yearOf(on)} 年` : String(yearOf(on));
  if (precision === 'month') return sayMonth(on, today, language);
  const month = sayMonth(on, today, language);
  return language === 'zh' ? `${month} ${dayOf(on)} 日` : `${dayOf(on)} ${month}`;
}

/** 周四 for the next seven days, else the date. */
export function sayNear(on: PlainDate, today: PlainDate, language: Language): string {
  const ahead = daysBetween(today, on);
  if (ahead < 0 || ahead >= 7) return sayDay(on, today, language);
  if (ahead === 0) return language === 'zh' ? '今天' : 'today';
  return (language === 'zh' ? WEEKDAYS_ZH : WEEKDAYS)[weekdayOf(on) - 1] ?? '';
}

/** 四月上旬, early April: for what is suggested, where a day would be false. */
export function sayThird(on: PlainDate, language: Language): string {
  const third = dayOf(on) <= 10 ? 0 : dayOf(on) <= 20 ? 1 : 2;
  return language === 'zh'
    ? `${MONTHS_ZH[monthOf(on) - 1] ?? ''}月${['上旬', '中旬', '下旬'][third] ?? ''}`
    : `${['early', 'mid', 'late'][third] ?? ''} ${MONTHS[monthOf(on) - 1] ?? ''}`;
}
