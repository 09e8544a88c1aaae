/**
 * How dates are said: the year only when it is not the present one, a weekday within seven days, a third of a month where a day would be
 * false. Figures stand apart from Chinese by a space. Every function takes the language; `today` is the institution's.
 */
import { dayOf, daysBetween, monthOf, weekdayOf, yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Language } from '@zhengyou/domain/kit/words.ts';
import { dateWords, monthNames, thirdNames, weekdayNames } from './dates.words.ts';

export type SayDate = {
  readonly language: Language;
  /** Leaves the year out when it is the same; without it the year is always said. */
  readonly today?: PlainDate;
};

const factsOf = (on: PlainDate, language: Language) => ({
  year: yearOf(on),
  month: monthOf(on),
  day: dayOf(on),
  monthName: monthNames[language][monthOf(on) - 1] ?? '',
});

const isThisYear = (on: PlainDate, today: PlainDate | undefined) => today !== undefined && yearOf(on) === yearOf(today);

/** 23 November; with the year when it is another one. */
export function sayDay(on: PlainDate, { language, today }: SayDate): string {
  return say(isThisYear(on, today) ? dateWords.day : dateWords.dayOfYear, language, factsOf(on, language));
}

/** Yesterday, today, tomorrow, a weekday for the coming six days; else the day. */
export function sayNearDay(on: PlainDate, { language, today }: SayDate & { readonly today: PlainDate }): string {
  const away = daysBetween(today, on);
  if (away === 0) return dateWords.today[language];
  if (away === 1) return dateWords.tomorrow[language];
  if (away === -1) return dateWords.yesterday[language];
  if (away > 1 && away < 7) return weekdayNames[language][weekdayOf(on) - 1] ?? '';
  return sayDay(on, { language, today });
}

/** By a day, as a limit. */
export const sayBy = (on: PlainDate, options: SayDate & { readonly today: PlainDate }): string =>
  say(dateWords.by, options.language, { day: sayDay(on, options) });

/** `2026-09` or any day of it. */
export function sayMonth(month: string, { language }: Pick<SayDate, 'language'>): string {
  const index = Number(month.slice(5, 7));
  return say(dateWords.month, language, {
    year: Number(month.slice(0, 4)),
    month: index,
    monthName: monthNames[language][index - 1] ?? '',
  });
}

/** Early, mid or late in a month. The year is said only where the month alone could be taken for another. */
export function sayThird(on: PlainDate, { language, today }: SayDate & { readonly today: PlainDate }): string {
  const third = dayOf(on) <= 10 ? 0 : dayOf(on) <= 20 ? 1 : 2;
  const near = Math.abs(daysBetween(today, on)) < 200;
  return say(near || isThisYear(on, today) ? dateWords.third : dateWords.thirdOfYear, language, {
    ...factsOf(on, language),
    third: thirdNames[language][third] ?? '',
  });
}

/** Both ends belong: 18 September to 8 October. */
export function sayRange(from: PlainDate, last: PlainDate, options: SayDate): string {
  // The second end repeats its year only when it differs from the first.
  const until = sayDay(last, { language: options.language, today: from });
  return say(dateWords.range, options.language, { from: sayDay(from, options), until });
}

/** 7 days left, 23 days past. */
export function sayDistance(on: PlainDate, { language, today }: SayDate & { readonly today: PlainDate }): string {
  const days = daysBetween(today, on);
  if (days === 0) return dateWords.dueToday[language];
  const word = days > 0 ? (days === 1 ? 'leftOne' : 'left') : days === -1 ? 'pastOne' : 'past';
  return say(dateWords[word], language, { days: Math.abs(days) });
}

/** The time of day of an instant in the institution's zone, 24-hour, without a leading zero: 9:12, 15:30. */
export function sayTime(instant: Date, zone: string): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(instant);
  return text.replace(/^0/, '');
}

/** A day with its time. */
export const sayMoment = (on: PlainDate, time: string, options: SayDate): string =>
  say(dateWords.at, options.language, { day: sayDay(on, options), time });

/** On the lying spine only: 11.23. */
export const sayDotDay = (on: PlainDate): string => `${monthOf(on)}.${dayOf(on)}`;

/** 58 / 77 with its unit. */
export const sayOf = (count: number, of: number, unit: string, language: Language): string =>
  say(dateWords.of, language, { count, of, unit });
