/**
 * Until when something is to be done. A deadline is data: so many calendar days, working days or months from a day, a day
 * of the month, or the next of fixed dates. "Promptly" has no deadline and none may be put in its place.
 */
import { z } from 'zod';
import {
  addDays,
  addMonths,
  daysInMonth,
  findPlainDate,
  monthOf,
  startOfMonth,
  yearOf,
  type PlainDate,
} from '../kit/plain-date.ts';
import { addWorkingDays, type Estimate, type WorkdayCalendar } from './working-days.ts';

const zMonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const zDeadline = z.discriminatedUnion('count', [
  z.strictObject({ count: z.literal('calendarDays'), number: z.number().int().min(1).max(3660) }),
  z.strictObject({ count: z.literal('workingDays'), number: z.number().int().min(1).max(500) }),
  z.strictObject({ count: z.literal('months'), number: z.number().int().min(1).max(120) }),
  /** By the n-th of the month, of the same month (0) or a later one; a day that the month lacks is its last. */
  z.strictObject({
    count: z.literal('dayOfMonth'),
    day: z.number().int().min(1).max(31),
    monthsLater: z.number().int().min(0).max(24),
  }),
  /** The next of these days of the year, such as `06-30`, on or after the day counted from. */
  z.strictObject({ count: z.literal('fixedDates'), dates: z.array(zMonthDay).min(1).max(24) }),
]);
export type Deadline = z.infer<typeof zDeadline>;

/**
 * The last day on which it is in time. `estimated` when it leans on a year whose table of working days is not known.
 * - days are counted from the day after `from`;
 * - a month later is the same day of the month, or the last where the month lacks it (31 January, 28 February);
 * - a day of the month that has passed is the next month's;
 * - 29 February among fixed dates is 28 February in other years.
 */
export function deadlineOf(rule: Deadline, from: PlainDate, tables: WorkdayCalendar): Estimate {
  if (rule.count === 'workingDays') return addWorkingDays(from, rule.number, tables);
  if (rule.count === 'calendarDays') return { on: addDays(from, rule.number), estimated: false };
  if (rule.count === 'months') return { on: addMonths(from, rule.number), estimated: false };
  if (rule.count === 'dayOfMonth') {
    const ofMonth = (later: number) => {
      const first = addMonths(startOfMonth(from), later);
      return addDays(first, Math.min(rule.day, daysInMonth(yearOf(first), monthOf(first))) - 1);
    };
    const first = ofMonth(rule.monthsLater);
    return { on: first >= from ? first : ofMonth(rule.monthsLater + 1), estimated: false };
  }
  const next = [yearOf(from), yearOf(from) + 1]
    .flatMap((year) => rule.dates.map((date) => dayOfYear(year, date)))
    .filter((date) => date >= from)
    .sort()[0];
  return { on: next ?? from, estimated: false };
}

function dayOfYear(year: number, date: string): PlainDate {
  const [month, day] = [Number(date.slice(0, 2)), Number(date.slice(3))];
  return findPlainDate(year, month, Math.min(day, daysInMonth(year, month))) ?? (`${year}-${date}` as PlainDate); // checked by the schema
}
