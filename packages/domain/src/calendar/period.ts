/**
 * Periods over which a duty is counted: weeks, months, two months, quarters, academic terms, half-years, years. Half-open.
 *
 * A week begins on Monday and bears the year in which its Thursday lies. A year is the calendar year unless the policy names
 * another first day; then it bears the year in which it begins. Two months, quarters and half-years are parts of the
 * calendar year whatever a policy calls its year. An academic term lies where the institution has written it: on a day between terms, or in a
 * term whose dates are not written yet, there is no period, and so nothing that could be owed.
 */
import {
  addDays,
  addMonths,
  daysBetween,
  findPlainDate,
  plainDate,
  weekdayOf,
  yearOf,
  monthOf,
  type PlainDate,
} from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';

export const PERIOD_UNITS = ['week', 'month', 'twoMonths', 'quarter', 'term', 'halfYear', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Both dates or none: a term may be named before its days are known. */
export type AcademicTerm = {
  readonly id: string;
  readonly name: Words;
  readonly from: PlainDate | null;
  /** The first day after it. */
  readonly until: PlainDate | null;
};

export type PeriodCalendar = {
  readonly terms: readonly AcademicTerm[];
  /** Month and day on which a year begins, such as `09-01`; null for the calendar year. */
  readonly yearStartsOn: string | null;
};
export const CALENDAR_YEAR: PeriodCalendar = { terms: [], yearStartsOn: null };

export type Period = {
  readonly unit: PeriodUnit;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The year whose name it bears, and its place in it: the 3rd month, the 47th week. A year and a term are the 1st. */
  readonly year: number;
  readonly ordinal: number;
  /** Only of a term. */
  readonly name?: Words;
};

const MONTHS: Readonly<Partial<Record<PeriodUnit, number>>> = { month: 1, twoMonths: 2, quarter: 3, halfYear: 6 };

const yearFrom = (year: number, startsOn: string): PlainDate =>
  plainDate(`${String(year).padStart(4, '0')}-${startsOn}`);

/** The period of a unit in which a day lies; undefined only for a term, between terms. */
export function periodOn(unit: PeriodUnit, on: PlainDate, calendar: PeriodCalendar): Period | undefined {
  if (unit === 'term') {
    const term = calendar.terms.find(({ from, until }) => from !== null && until !== null && from <= on && on < until);
    if (!term || term.from === null || term.until === null) return undefined;
    return { unit, from: term.from, until: term.until, year: yearOf(term.from), ordinal: 1, name: term.name };
  }
  if (unit === 'week') {
    const from = addDays(on, 1 - weekdayOf(on));
    const year = yearOf(addDays(from, 3));
    const january4 = plainDate(`${String(year).padStart(4, '0')}-01-04`);
    const first = addDays(january4, 1 - weekdayOf(january4));
    return { unit, from, until: addDays(from, 7), year, ordinal: daysBetween(first, from) / 7 + 1 };
  }
  if (unit === 'year') {
    const startsOn = calendar.yearStartsOn ?? '01-01';
    const here = yearOf(on);
    const year = on >= yearFrom(here, startsOn) ? here : here - 1;
    return { unit, from: yearFrom(year, startsOn), until: yearFrom(year + 1, startsOn), year, ordinal: 1 };
  }
  const months = MONTHS[unit] ?? 1;
  const ordinal = Math.floor((monthOf(on) - 1) / months) + 1;
  const from = findPlainDate(yearOf(on), (ordinal - 1) * months + 1, 1) ?? on;
  return { unit, from, until: addMonths(from, months), year: yearOf(on), ordinal };
}

/** Thousands of pairs of one page ask for the same few spans. */
const known = new WeakMap<PeriodCalendar, Map<string, readonly Period[]>>();

/** Every period of a unit that has a day in the span, in order. */
export function periodsWithin(
  unit: PeriodUnit,
  span: { readonly from: PlainDate; readonly until: PlainDate },
  calendar: PeriodCalendar,
): readonly Period[] {
  const key = `${unit} ${span.from} ${span.until}`;
  const spans = known.get(calendar) ?? new Map<string, readonly Period[]>();
  known.set(calendar, spans);
  const found = spans.get(key) ?? walk(unit, span, calendar);
  // A span for each day of a year at most; another calendar begins anew.
  if (spans.size < 4000) spans.set(key, found);
  return found;
}

function walk(
  unit: PeriodUnit,
  span: { readonly from: PlainDate; readonly until: PlainDate },
  calendar: PeriodCalendar,
): Period[] {
  if (span.until <= span.from) return [];
  if (unit === 'term')
    return calendar.terms
      .flatMap(({ from, until, name }): Period[] =>
        from === null || until === null || from >= span.until || until <= span.from
          ? []
          : [{ unit, from, until, year: yearOf(from), ordinal: 1, name }],
      )
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  const found: Period[] = [];
  for (let on = span.from; on < span.until;) {
    const period = periodOn(unit, on, calendar);
    if (!period) break;
    found.push(period);
    on = period.until;
  }
  return found;
}
