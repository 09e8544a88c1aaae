import { words } from '@zhengyou/domain/kit/words.ts';

export const dateWords = words({
  day: { zh: '{month} 月 {day} 日', en: '{day} {monthName}' },
  dayOfYear: { zh: '{year} 年 {month} 月 {day} 日', en: '{day} {monthName} {year}' },
  month: { zh: '{year} 年 {month} 月', en: '{monthName} {year}' },
  third: { zh: '{monthName}{third}', en: '{third} {monthName}' },
  thirdOfYear: { zh: '{year} 年{monthName}{third}', en: '{third} {monthName} {year}' },
  range: { zh: '{from}至 {until}', en: '{from} to {until}' },
  today: { zh: '今天', en: 'today' },
  tomorrow: { zh: '明天', en: 'tomorrow' },
  yesterday: { zh: '昨天', en: 'yesterday' },
  left: { zh: '还有 {days} 天', en: '{days} days left' },
  leftOne: { zh: '还有 1 天', en: '1 day left' },
  past: { zh: '已过 {days} 天', en: '{days} days past' },
  pastOne: { zh: '已过 1 天', en: '1 day past' },
  dueToday: { zh: '就是今天', en: 'today' },
  by: { zh: '{day}前', en: 'by {day}' },
  at: { zh: '{day} {time}', en: '{day}, {time}' },
  asOf: { zh: '截至 {day}', en: 'as of {day}' },
  of: { zh: '{count} / {of} {unit}', en: '{count} of {of} {unit}' },
});

const MONTHS_ZH = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');

export const monthNames = { zh: MONTHS_ZH.map((each) => `${each}月`), en: MONTHS_EN };
/** Monday first, as in ISO. */
export const weekdayNames = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};
export const thirdNames = { zh: ['上旬', '中旬', '下旬'], en: ['early', 'mid', 'late'] };
