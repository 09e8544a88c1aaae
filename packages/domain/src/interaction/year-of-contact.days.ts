/** Days of a year of contact: on which it is judged, and which of them are excused. */
import { daysBetween, earlierOf, endOfYear, laterOf, startOfYear, type PlainDate } from '../kit/plain-date.ts';
import type { Excuse, YearFacts, YearOfContact } from './year-of-contact.ts';

export type Period = { readonly start: PlainDate; readonly end: PlainDate };
export type Calendar = {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly next: PlainDate;
  readonly days: number;
};

/** The year's own days, kept since every pair of a page asks for the same one or few. */
const calendars = new Map<number, Calendar>();
export function calendarOf(year: number): Calendar {
  const known = calendars.get(year);
  if (known) return known;
  const [first, next] = [startOfYear(year), startOfYear(year + 1)];
  const made = { first, last: endOfYear(year), next, days: daysBetween(first, next) };
  calendars.set(year, made);
  return made;
}

/** The days of the year on which pair and rule both stand, half-open; empty where `end` is no later than `start`. */
export function periodOf({ pairing, cadence }: Pick<YearFacts, 'pairing' | 'cadence'>, calendar: Calendar): Period {
  let start = calendar.first;
  let end = calendar.next;
  if (pairing.startsOn !== null) start = laterOf(start, pairing.startsOn);
  if (pairing.endsOn !== null) end = earlierOf(end, pairing.endsOn);
  if (cadence) {
    start = laterOf(start, cadence.from);
    if (cadence.until !== null) end = earlierOf(end, cadence.until);
  }
  return { start, end };
}

/** Days of the period that lie in any excuse; overlapping excuses count once. */
export function excusedDays(excuses: readonly Excuse[], { start, end }: Period): number {
  if (excuses.length === 0) return 0;
  const clipped: Period[] = [];
  for (const excuse of excuses) {
    const from = excuse.from === null ? start : laterOf(start, excuse.from);
    const until = excuse.until === null ? end : earlierOf(end, excuse.until);
    if (from < until) clipped.push({ start: from, end: until });
  }
  clipped.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  let days = 0;
  let reached = start;
  for (const part of clipped) {
    if (part.end <= reached) continue;
    days += daysBetween(laterOf(part.start, reached), part.end);
    reached = part.end;
  }
  return days;
}

/** The excuse that holds on a day, and the day on which it ends: excuses that touch or overlap are one. */
export function excuseOn(excuses: readonly Excuse[], on: PlainDate): YearOfContact['excuse'] {
  let found: Excuse | undefined;
  for (const excuse of excuses) {
    if ((excuse.from !== null && excuse.from > on) || (excuse.until !== null && excuse.until <= on)) continue;
    if (found === undefined || isLonger(excuse, found)) found = excuse;
  }
  if (!found) return null;
  let until = found.until;
  for (let turn = 0; turn < excuses.length && until !== null; turn += 1)
    for (const excuse of excuses) {
      if (until === null || (excuse.from !== null && excuse.from > until)) continue;
      if (excuse.until === null || excuse.until > until) until = excuse.until;
    }
  return { reason: found.reason, until };
}
const isLonger = (a: Excuse, b: Excuse): boolean =>
  a.until === b.until ? a.reason < b.reason : b.until !== null && (a.until === null || a.until > b.until);
