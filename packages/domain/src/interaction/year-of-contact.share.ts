/** What a year asks of a pair: the share of its rule's numbers, or of each rule's where it changed within the year. */
import { daysBetween } from '../kit/plain-date.ts';
import type { Cadence } from '../policy/requirement.ts';
import { excusedDays, periodOf, type Calendar, type Period } from './year-of-contact.days.ts';
import type { YearFacts } from './year-of-contact.ts';

const SHARE_DAYS = 90;

export type Part = {
  readonly cadence: Cadence;
  readonly period: Period;
  readonly paired: number;
  readonly excused: number;
};

/** The days of the year that each of its rules judges, the one in force first. */
export function partsOf(facts: YearFacts, calendar: Calendar): Part[] {
  const { pairing, cadence, earlier = [], excuses } = facts;
  if (!cadence) return [];
  return [cadence, ...earlier].map((rule) => {
    const period = periodOf({ pairing, cadence: rule }, calendar);
    const isWhole = period.start === calendar.first && period.end === calendar.next;
    const paired = isWhole ? calendar.days : Math.max(0, daysBetween(period.start, period.end));
    return { cadence: rule, period, paired, excused: paired === 0 ? 0 : excusedDays(excuses, period) };
  });
}

/** What the year asks of this pair: its share of the rule's numbers, of each rule's where there was more than one. */
export function shareOf(parts: readonly Part[], yearDays: number): { required: number | null; aim: number | null } {
  const [current] = parts;
  if (!current || current.cadence.value.floor === null) return { required: null, aim: null };
  const covered = parts.reduce((sum, part) => sum + part.paired - part.excused, 0);
  /** Never below one, but where no part asks for any. */
  const share = (timesOf: (value: Cadence['value']) => number) => {
    if (parts.every(({ cadence }) => timesOf(cadence.value) === 0)) return 0;
    const times = parts.reduce((sum, part) => sum + timesOf(part.cadence.value) * (part.paired - part.excused), 0);
    return Math.max(1, Math.round(times / yearDays));
  };
  const required = covered < SHARE_DAYS ? 0 : share(({ floor }) => floor ?? 0);
  return {
    required,
    aim: Math.max(
      required,
      share(({ floor, aim }) => aim ?? floor ?? 0),
    ),
  };
}
