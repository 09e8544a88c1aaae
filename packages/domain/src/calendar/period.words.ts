import { monthOf } from '../kit/plain-date.ts';
import { words, type Words } from '../kit/words.ts';
import type { Period, PeriodUnit } from './period.ts';

/** How often: each of them. */
export const PER_PERIOD: Readonly<Record<PeriodUnit, Words>> = words({
  week: { zh: '每周', en: 'a week' },
  month: { zh: '每月', en: 'a month' },
  twoMonths: { zh: '每两个月', en: 'every two months' },
  quarter: { zh: '每季度', en: 'a quarter' },
  term: { zh: '每学期', en: 'a term' },
  halfYear: { zh: '每半年', en: 'a half-year' },
  year: { zh: '每年', en: 'a year' },
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026 年 11 月, 2026 第 47 周, 2026 年第四季度, the term's own name. */
export function namePeriod(period: Period): Words {
  const { unit, year, ordinal, from } = period;
  if (period.name) return period.name;
  if (unit === 'month') return { zh: `${year} 年 ${ordinal} 月`, en: `${MONTHS[ordinal - 1] ?? ''} ${year}` };
  if (unit === 'twoMonths') {
    const last = ordinal * 2;
    return {
      zh: `${year} 年 ${last - 1}、${last} 月`,
      en: `${MONTHS[last - 2] ?? ''} and ${MONTHS[last - 1] ?? ''} ${year}`,
    };
  }
  if (unit === 'week') return { zh: `${year} 年第 ${ordinal} 周`, en: `week ${ordinal} of ${year}` };
  if (unit === 'quarter') return { zh: `${year} 年第 ${ordinal} 季度`, en: `quarter ${ordinal} of ${year}` };
  if (unit === 'halfYear')
    return {
      zh: `${year} 年${ordinal === 1 ? '上' : '下'}半年`,
      en: `${ordinal === 1 ? 'first' : 'second'} half of ${year}`,
    };
  // A year that does not begin in January bears two numbers.
  return monthOf(from) === 1
    ? { zh: `${year} 年`, en: `${year}` }
    : { zh: `${year} 至 ${year + 1} 学年`, en: `academic year ${year}/${year + 1}` };
}
