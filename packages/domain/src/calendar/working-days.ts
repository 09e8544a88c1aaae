/**
 * Working days. The State Council moves them by a table each year; where no table is known for a year, weekends and the
 * statutory holidays are taken and whoever asks is told that the answer is an estimate.
 */
import { addDays, daysBetween, weekdayOf, yearOf, type PlainDate } from '../kit/plain-date.ts';
import { festivalDayOn, type FestivalDay } from './festivals.ts';

/** One year's table: which days are off although a weekday, or worked although a weekend. */
export type WorkdayTable = {
  readonly year: number;
  readonly source: string;
  readonly off: ReadonlySet<PlainDate>;
  readonly working: ReadonlySet<PlainDate>;
};
export type WorkdayCalendar = ReadonlyMap<number, WorkdayTable>;

/** Day and length, counted from the day; in force as such since 2025, and near enough before for an estimate. */
const STATUTORY: readonly (FestivalDay & { readonly days: number; readonly back?: number })[] = [
  { calendar: 'solar', month: 1, day: 1, days: 1 },
  { calendar: 'lunar', month: 1, day: 1, days: 4, back: 1 },
  { calendar: 'term', term: 7, days: 1 },
  { calendar: 'solar', month: 5, day: 1, days: 2 },
  { calendar: 'lunar', month: 5, day: 5, days: 1 },
  { calendar: 'lunar', month: 8, day: 15, days: 1 },
  { calendar: 'solar', month: 10, day: 1, days: 3 },
];

const statutory = new Map<number, ReadonlySet<PlainDate>>();
/** The statutory holidays of a year, make-up days aside. */
export function statutoryDaysOff(year: number): ReadonlySet<PlainDate> {
  const known = statutory.get(year);
  if (known) return known;
  const days = new Set<PlainDate>();
  for (const rule of STATUTORY) {
    const first = festivalDayOn(year, rule);
    if (first === undefined) continue;
    for (let each = 0; each < rule.days; each += 1) days.add(addDays(first, each - (rule.back ?? 0)));
  }
  statutory.set(year, days);
  return days;
}

export type WorkdayVerdict = { readonly works: boolean; readonly estimated: boolean };

export function isWorkingDay(on: PlainDate, tables: WorkdayCalendar): WorkdayVerdict {
  const table = tables.get(yearOf(on));
  const weekend = weekdayOf(on) > 5;
  if (!table) return { works: !weekend && !statutoryDaysOff(yearOf(on)).has(on), estimated: true };
  return { works: table.working.has(on) || (!weekend && !table.off.has(on)), estimated: false };
}

export type Estimate = { readonly on: PlainDate; readonly estimated: boolean };

/**
 * The `days`-th working day after a day; the day itself is not counted. Zero days: the day itself if it works, else the next
 * that does. Whole numbers from 0 to 1000; throws otherwise.
 */
export function addWorkingDays(from: PlainDate, days: number, tables: WorkdayCalendar): Estimate {
  if (!Number.isInteger(days) || days < 0 || days > 1000) throw new RangeError(`not a number of days: ${days}`);
  let on = from;
  let verdict = isWorkingDay(on, tables);
  // The day counted from is not counted, so its year lends nothing to the answer.
  let estimated = days === 0 && verdict.estimated;
  let left = days;
  while (left > 0 || !verdict.works) {
    on = addDays(on, 1);
    verdict = isWorkingDay(on, tables);
    estimated ||= verdict.estimated;
    if (verdict.works && left > 0) left -= 1;
    if (left === 0 && verdict.works) break;
  }
  return { on, estimated };
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. Counts at most ten years. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  tables: WorkdayCalendar,
): { readonly days: number; readonly estimated: boolean } {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  if (daysBetween(first, last) > 3660) throw new RangeError(`too far apart: ${from}, ${to}`);
  let days = 0;
  let estimated = false;
  for (let on = addDays(first, 1); on <= last; on = addDays(on, 1)) {
    const verdict = isWorkingDay(on, tables);
    estimated ||= verdict.estimated;
    if (verdict.works) days += 1;
  }
  return { days: days === 0 ? 0 : sign * days, estimated };
}
