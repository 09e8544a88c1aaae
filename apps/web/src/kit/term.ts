/** How much of a term has passed. A bound may be known to the month only (`2027-03`), or to the year (`2027`). */
import type { Precision } from '@zhengyou/domain/calendar/precision.ts';
import { addMonths, daysBetween, plainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';

/** Days before its end at which a term turns amber. */
export const TERM_NEAR_DAYS = 60;

export const precisionOf = (bound: string): Precision =>
  bound.length === 4 ? 'year' : bound.length === 7 ? 'month' : 'day';

const firstDay = (bound: string): PlainDate => plainDate(`${bound}-01-01`.slice(0, 10));
/** The day after the last: a month or a year that ends a term belongs to it. */
const dayAfter = (bound: string): PlainDate => {
  const precision = precisionOf(bound);
  return precision === 'day' ? firstDay(bound) : addMonths(firstDay(bound), precision === 'month' ? 1 : 12);
};

export type TermShare = {
  readonly share: number;
  /** From today to the last day of the term; negative once it is over. */
  readonly daysLeft: number;
};

/** `until` given as a day is the first day that no longer belongs (half-open); given as a month or a year, that belongs. */
export function termShare(from: string, until: string, today: PlainDate): TermShare {
  const start = firstDay(from);
  const end = dayAfter(until);
  const whole = Math.max(1, daysBetween(start, end));
  const gone = daysBetween(start, today);
  return { share: Math.min(1, Math.max(0, gone / whole)), daysLeft: daysBetween(today, end) - 1 };
}
