/**
 * Paper often knows only the month or the year. Such a date keeps the first day that its precision covers, or any
 * other day inside, beside the precision, and is never shown as if the day were known.
 */
import { addDays, startOfMonth, type PlainDate } from '../kit/plain-date.ts';

export const PRECISIONS = ['day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** The first day that the date may mean. */
export const firstDayOf = (on: PlainDate, precision: Precision): PlainDate =>
  precision === 'day' ? on : precision === 'month' ? startOfMonth(on) : (`${on.slice(0, 4)}-01-01` as PlainDate);

/** The first day after everything that the date may mean. */
export function dayAfter(on: PlainDate, precision: Precision): PlainDate {
  if (precision === 'day') return addDays(on, 1);
  const year = Number(on.slice(0, 4));
  const month = precision === 'year' ? 12 : Number(on.slice(5, 7));
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return `${next.padStart(7, '0')}-01` as PlainDate;
}

/** Where to draw it: a month in its middle, a year at its middle. */
export const placeOf = (on: PlainDate, precision: Precision): PlainDate =>
  precision === 'day'
    ? on
    : ((precision === 'month' ? `${on.slice(0, 7)}-15` : `${on.slice(0, 4)}-07-01`) as PlainDate);
