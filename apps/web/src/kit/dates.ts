/**
 * How dates are said on a page. The forms themselves are the domain's; here they take the page's language and day at once, and grow into
 * limits, ranges, distances and moments.
 */
import * as calendar from '@zhengyou/domain/calendar/date.words.ts';
import { daysBetween, plainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Language } from '@zhengyou/domain/kit/words.ts';
import { dateWords } from './dates.words.ts';

export type SayDate = {
  readonly language: Language;
  /** The institution's day. The year is left out when it is the same; without it the year is always said. */
  readonly today?: PlainDate | undefined;
};
type SayAway = { readonly language: Language; readonly today: PlainDate };

/** No date of ours lies in it, so every year is another one. */
const NO_YEAR = plainDate('0001-01-01');

/** 23 November; with the year when it is another one. */
export const sayDay = (on: PlainDate, { language, today }: SayDate): string =>
  calendar.sayDay(on, today ?? NO_YEAR, language);

/** `2026-09`, or any day of it. */
export const sayMonth = (month: string, { language, today }: SayDate): string =>
  calendar.sayMonth(plainDate(`${month.slice(0, 7)}-01`), today ?? NO_YEAR, language);

/** Yesterday, today, tomorrow, a weekday within seven days; else the day. */
export function sayNear(on: PlainDate, { language, today }: SayAway): string {
  const away = daysBetween(today, on);
  if (away === 1) return dateWords.tomorrow[language];
  if (away === -1) return dateWords.yesterday[language];
  return calendar.sayNear(on, today, language);
}

/** Early, mid or late in a month: where a day would be false. */
export const sayThird = (on: PlainDate, { language }: Pick<SayDate, 'language'>): string =>
  calendar.sayThird(on, language);

/** 7 days left, 23 days past. */
export function sayDistance(on: PlainDate, { language, today }: SayAway): string {
  const days = daysBetween(today, on);
  if (days === 0) return dateWords.dueToday[language];
  const ahead = days === 1 ? dateWords.leftOne : dateWords.left;
  const behind = days === -1 ? dateWords.pastOne : dateWords.past;
  return say(days > 0 ? ahead : behind, language, { days: Math.abs(days) });
}

/** The time of day of an instant in the institution's zone, 24-hour, without a leading zero: 9:12, 15:30. */
export function sayTime(instant: Date, zone: string): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(instant);
  return text.replace(/^0/, '');
}

/** A day with its time. */
export const sayMoment = (on: PlainDate, time: string, options: SayDate): string =>
  say(dateWords.at, options.language, { day: sayDay(on, options), time });
