/**
 * Festivals by the solar and the lunar calendar. Lunar dates come from tyme4ts: `Intl`'s Chinese calendar is a day
 * wrong for the Spring Festivals of 2027 and 2030.
 *
 * Two rules where the lunar calendar leaves a choice: a festival is kept in the regular month, never in the leap month
 * that follows it; and a thirtieth day that the month lacks is its last day (New Year's Eve).
 */
import { LunarDay, LunarMonth, SolarTerm } from 'tyme4ts';
import { addDays, daysBetween, findPlainDate, yearOf, type PlainDate } from '../kit/plain-date.ts';

export const FESTIVAL_KEYS = [
  'newYear',
  'springFestivalEve',
  'springFestival',
  'lantern',
  'womensDay',
  'qingming',
  'labourDay',
  'nursesDay',
  'dragonBoat',
  'physiciansDay',
  'teachersDay',
  'midAutumn',
  'nationalDay',
  'doubleNinth',
] as const;
export type FestivalKey = (typeof FESTIVAL_KEYS)[number];

/** Whose festival it is, where it is not everybody's. */
export const FESTIVAL_GROUPS = ['nurse', 'physician', 'teacher', 'elder', 'woman'] as const;
export type FestivalGroup = (typeof FESTIVAL_GROUPS)[number];

export const FESTIVAL_CALENDARS = ['solar', 'lunar', 'term'] as const;

/** Month and day of its calendar; for a solar term its number in the year, 1 for 小寒 … 24 for 冬至, and no day. */
export type FestivalDay =
  | { readonly calendar: 'solar' | 'lunar'; readonly month: number; readonly day: number }
  | { readonly calendar: 'term'; readonly term: number };

export const FESTIVAL_DAYS: Readonly<Record<FestivalKey, FestivalDay>> = {
  newYear: { calendar: 'solar', month: 1, day: 1 },
  springFestivalEve: { calendar: 'lunar', month: 12, day: 30 },
  springFestival: { calendar: 'lunar', month: 1, day: 1 },
  lantern: { calendar: 'lunar', month: 1, day: 15 },
  womensDay: { calendar: 'solar', month: 3, day: 8 },
  qingming: { calendar: 'term', term: 7 },
  labourDay: { calendar: 'solar', month: 5, day: 1 },
  nursesDay: { calendar: 'solar', month: 5, day: 12 },
  dragonBoat: { calendar: 'lunar', month: 5, day: 5 },
  physiciansDay: { calendar: 'solar', month: 8, day: 19 },
  teachersDay: { calendar: 'solar', month: 9, day: 10 },
  midAutumn: { calendar: 'lunar', month: 8, day: 15 },
  nationalDay: { calendar: 'solar', month: 10, day: 1 },
  doubleNinth: { calendar: 'lunar', month: 9, day: 9 },
};

/** The lunar date as a solar one; `year` is the lunar year, which begins with its Spring Festival. */
export function lunarDate(year: number, month: number, day: number): PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const lastDay = LunarMonth.fromYm(year, month).getDayCount();
  const solar = LunarDay.fromYmd(year, month, Math.min(day, lastDay)).getSolarDay();
  return findPlainDate(solar.getYear(), solar.getMonth(), solar.getDay());
}

/**
 * The festival's day in a solar year. A date late in the lunar year falls in the next solar one, so two lunar years are
 * asked; undefined where the solar year has none (a few dates around the turn of the year), the first where it has two.
 */
export function festivalDayOn(year: number, rule: FestivalDay): PlainDate | undefined {
  if (rule.calendar === 'solar') return findPlainDate(year, rule.month, rule.day);
  if (rule.calendar === 'term') {
    const solar = SolarTerm.fromIndex(year, rule.term).getSolarDay();
    return findPlainDate(solar.getYear(), solar.getMonth(), solar.getDay());
  }
  return [lunarDate(year - 1, rule.month, rule.day), lunarDate(year, rule.month, rule.day)].find(
    (date) => date !== undefined && yearOf(date) === year,
  );
}

export const festivalOn = (year: number, key: FestivalKey): PlainDate | undefined =>
  festivalDayOn(year, FESTIVAL_DAYS[key]);

/** A festival at which people are visited, and for how many days around it a visit is likely the festival's. */
export type FestivalVisit<K extends string = string> = FestivalDay & {
  readonly key: K;
  readonly before: number;
  readonly after: number;
  readonly group?: FestivalGroup | undefined;
};

export type FestivalWindow = {
  readonly key: string;
  readonly on: PlainDate;
  readonly from: PlainDate;
  /** The first day after the window. */
  readonly until: PlainDate;
};

/**
 * The festival whose window a day lies in; of two, the nearer, and of two equally near the one still to come. Windows are
 * data: long before the Spring Festival (a round takes a fortnight) and to the Lantern Festival after it, a week before
 * others, a few days around a profession's own day. One width for all would cover most of the year and pre-choose
 * visits that are none. A group's festival counts only for a person of the group.
 */
export function festivalWindow(
  on: PlainDate,
  festivals: readonly FestivalVisit[],
  groups: readonly FestivalGroup[] = [],
): FestivalWindow | undefined {
  let best: FestivalWindow | undefined;
  let bestAway = Infinity;
  for (const festival of festivals) {
    if (festival.group !== undefined && !groups.includes(festival.group)) continue;
    for (const year of [yearOf(on) - 1, yearOf(on), yearOf(on) + 1]) {
      const day = festivalDayOn(year, festival);
      if (day === undefined) continue;
      const ahead = daysBetween(on, day);
      if (ahead > festival.before || -ahead > festival.after) continue;
      const away = Math.abs(ahead) + (ahead < 0 ? 0.5 : 0);
      if (away >= bestAway) continue;
      bestAway = away;
      best = {
        key: festival.key,
        on: day,
        from: addDays(day, -festival.before),
        until: addDays(day, festival.after + 1),
      };
    }
  }
  return best;
}
