import { plainDate, yearOf, monthOf, type PlainDate } from '../kit/plain-date.ts';

/** `2026-H2`: from 1 July until 1 January. Throws on anything else. */
export function halfYearOf(period: string): { readonly from: PlainDate; readonly until: PlainDate } {
  const parts = /^(\d{4})-H([12])$/.exec(period);
  if (!parts) throw new RangeError(`not a half-year: ${period}`);
  const year = Number(parts[1]);
  return parts[2] === '1'
    ? { from: plainDate(`${year}-01-01`), until: plainDate(`${year}-07-01`) }
    : { from: plainDate(`${year}-07-01`), until: plainDate(`${year + 1}-01-01`) };
}

export const halfYearOn = (day: PlainDate): string => `${yearOf(day)}-H${monthOf(day) <= 6 ? 1 : 2}`;
