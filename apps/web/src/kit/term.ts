/** How much of a term has passed. A bound may be known to the month only (`2027-03`). */
import { addMonths, daysBetween, plainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';

/** Days before its end at which a term turns amber. */
export const TERM_NEAR_DAYS = 60;

const isMonth = (bound: string) => bound.length === 7;
const firstDay = (bound: string): PlainDate => plainDate(isMonth(bound) ? `${bound}-01` : bound);
/** The day after the last: a month that ends a term belongs to it. */
const dayAfter = (bound: string): PlainDate =>
  isMonth(bound) ? addMonths(plainDate(`${bound}-01`), 1) : plainDate(bound);

export type TermShare = {
  readonly share: number;
  /** From today to the last day of the term; negative once it is over. */
  readonly daysLeft: number;
};

/** `until` given as a day is the first day that no longer belongs (half-open); given as a month, the month belongs. */
export function termShare(from: string, until: string, today: PlainDate): TermShare {
  const start = firstDay(from);
  const end = dayAfter(until);
  const whole = Math.max(1, daysBetween(start, end));
  const gone = daysBetween(start, today);
  return { share: Math.min(1, Math.max(0, gone / whole)), daysLeft: daysBetween(today, end) - 1 };
}
