/** When to talk next: a suggestion from the cadence, never a duty. */
import type { PeriodUnit } from '../calendar/period.ts';
import { addMonths, type PlainDate } from '../kit/plain-date.ts';
import type { Cadence } from '../policy/requirement.ts';

export const NEXT_CHOICES = ['oneMonth', 'threeMonths', 'sixMonths', 'open', 'pick'] as const;
export type NextChoice = (typeof NEXT_CHOICES)[number];

const MONTHS: Readonly<Partial<Record<NextChoice, number>>> = { oneMonth: 1, threeMonths: 3, sixMonths: 6 };

const MONTHS_IN: Readonly<Record<PeriodUnit, number>> = {
  week: 0.25,
  month: 1,
  twoMonths: 2,
  quarter: 3,
  term: 5,
  halfYear: 6,
  year: 12,
};

/** Months between two talks that reach the aim (or the duty, where there is no aim); null where no number is stated. */
export function monthsBetweenTalks(cadence: Cadence | undefined): number | null {
  const times = cadence?.value.aim ?? cadence?.value.floor ?? null;
  return times === null || times <= 0 || !cadence ? null : Math.max(1, Math.round(MONTHS_IN[cadence.unit] / times));
}

/** The longest of the offered intervals that still reaches the aim; open where no number is stated. */
export function defaultNextChoice(cadence: Cadence | undefined): NextChoice {
  const months = monthsBetweenTalks(cadence);
  if (months === null) return 'open';
  return months >= 6 ? 'sixMonths' : months >= 3 ? 'threeMonths' : 'oneMonth';
}

/**
 * The day that a choice means, counted from the talk, or from today where a late log would put it in the past; null for
 * "open" and for a date still to be picked.
 */
export function nextTalkOn(talkedOn: PlainDate, choice: NextChoice, today: PlainDate): PlainDate | null {
  const months = MONTHS[choice];
  if (months === undefined) return null;
  const next = addMonths(talkedOn, months);
  return next < today ? addMonths(today, months) : next;
}
