/**
 * Calendar dates in the institution's zone. A date is its ISO text (`2026-11-23`): it sorts, compares and
 * travels as it stands, and no clock time can slip in. Periods are half-open: `from` belongs, `until` does not.
 */
import { z } from 'zod';

export type PlainDate = string & { readonly PlainDate: true };

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_MS = 86_400_000;

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** A date of the calendar, or undefined where there is none such (30 February, month 13, year 0). */
export function findPlainDate(year: number, month: number, day: number): PlainDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

/** Reads `YYYY-MM-DD` and nothing else. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? findPlainDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** For dates known when the code is written; throws where the text is no date. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

const toDayNumber = (date: PlainDate) => Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / DAY_MS;
const fromDayNumber = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10) as PlainDate;

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(toDayNumber(date) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toDayNumber(to) - toDayNumber(from);

/** The same day `months` later; a day that the month lacks becomes its last (31 January + 1 → 28 or 29 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(dayOf(date), daysInMonth(year, month));
  return plainDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

export const startOfYear = (year: number): PlainDate => plainDate(`${String(year).padStart(4, '0')}-01-01`);
/** The last day that still belongs to the year. */
export const endOfYear = (year: number): PlainDate => plainDate(`${String(year).padStart(4, '0')}-12-31`);
export const startOfMonth = (date: PlainDate): PlainDate => plainDate(`${date.slice(0, 7)}-01`);

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekdayOf = (date: PlainDate): number => ((toDayNumber(date) + 3) % 7) + 1;

export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** Half-open containment; a missing bound is open. */
export const isWithin = (date: PlainDate, from: PlainDate | null, until: PlainDate | null): boolean =>
  (from === null || date >= from) && (until === null || date < until);

/** Making a formatter costs far more than using it, and an institution has one zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(zone, made);
  return made;
}

/** The calendar day of an instant in a zone such as `Asia/Shanghai`. */
export const dateInZone = (instant: Date, zone: string): PlainDate => plainDate(formatterOf(zone).format(instant));

export const zPlainDate = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, { error: 'not a calendar date' })
  .transform((text) => text as PlainDate);
