/**
 * What is put off between the two of a pair. An *excuse* takes days out of the duty, with a reason and an end, and shows as a
 * state of its own. A *snooze* only says when one wants to be reminded again: the duty stands as it stood. Both are steps that
 * are appended; taking one back is another step.
 */
import { addDays, addMonths, startOfYear, yearOf, type PlainDate } from '../kit/plain-date.ts';
import type { Refusal } from '../kit/refusal.ts';
import { pauseRefusals } from './pause.words.ts';
import type { Excuse } from './year-of-contact.ts';

export const PAUSE_ACTIONS = ['excuse', 'snooze', 'takeBack'] as const;
export type PauseAction = (typeof PAUSE_ACTIONS)[number];

export type PauseStep = {
  /** The first is 1. */
  readonly ordinal: number;
  readonly action: PauseAction;
  /** The day on which it was done. */
  readonly doneOn: PlainDate;
  /** Of an excuse, half-open; of a snooze `until` alone, the day on which one is reminded again. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly reason: string | null;
  /** The step taken back. */
  readonly undoes: number | null;
};

export type PairExcuse = {
  readonly ordinal: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly reason: string;
};
export type Snooze = { readonly ordinal: number; readonly doneOn: PlainDate; readonly until: PlainDate };

export type Pauses = { readonly excuses: readonly PairExcuse[]; readonly snoozes: readonly Snooze[] };

export const NO_PAUSES: Pauses = { excuses: [], snoozes: [] };

/** What stands after all steps, in their order. */
export function foldPauses(steps: readonly PauseStep[]): Pauses {
  const excuses = new Map<number, PairExcuse>();
  const snoozes = new Map<number, Snooze>();
  for (const { ordinal, action, doneOn, from, until, reason, undoes } of steps) {
    if (action === 'takeBack' && undoes !== null) {
      excuses.delete(undoes);
      snoozes.delete(undoes);
    } else if (action === 'excuse' && from !== null && until !== null)
      excuses.set(ordinal, { ordinal, from, until, reason: reason ?? '' });
    else if (action === 'snooze' && until !== null) snoozes.set(ordinal, { ordinal, doneOn, until });
  }
  return { excuses: [...excuses.values()], snoozes: [...snoozes.values()] };
}

/** The day on which one is reminded again; null where nothing is put off. The last word counts, also where it is the shorter one. */
export function snoozedUntil({ snoozes }: Pick<Pauses, 'snoozes'>, today: PlainDate): PlainDate | null {
  const last = snoozes.at(-1);
  return last !== undefined && last.until > today ? last.until : null;
}

/** The first time costs no word; from the second on, within the year and since the last talk, a reason is asked. */
export function asksReason(
  { snoozes }: Pick<Pauses, 'snoozes'>,
  today: PlainDate,
  lastTalkOn: PlainDate | null,
): boolean {
  const year = startOfYear(yearOf(today));
  return snoozes.some(({ doneOn }) => doneOn >= year && (lastTalkOn === null || doneOn > lastTalkOn));
}

export const asExcuses = ({ excuses }: Pauses): Excuse[] =>
  excuses.map(({ from, until, reason }) => ({ from, until, reason }));

export const REASON_LIMIT = 200;
/** Whoever is away for longer is no longer kept in touch with by this pair. */
const EXCUSE_MONTHS = 24;
const SNOOZE_MONTHS = 6;

/** The days of an excuse half-open, or what stands in its way. `lastOn` belongs to it. */
export function excuseOf(
  asked: { readonly fromOn: PlainDate; readonly lastOn: PlainDate; readonly reason: string },
  today: PlainDate,
): { readonly from: PlainDate; readonly until: PlainDate } | Refusal {
  if (asked.reason.trim() === '') return pauseRefusals.excuseReason(undefined, { field: 'reason' });
  if (asked.lastOn < asked.fromOn) return pauseRefusals.endsBefore(undefined, { field: 'lastOn' });
  if (asked.fromOn < startOfYear(yearOf(today)))
    return pauseRefusals.earlierYear({ year: yearOf(today) }, { field: 'fromOn' });
  if (asked.lastOn > addMonths(today, EXCUSE_MONTHS))
    return pauseRefusals.tooLong({ months: EXCUSE_MONTHS }, { field: 'lastOn' });
  return { from: asked.fromOn, until: addDays(asked.lastOn, 1) };
}

export function refuseSnooze(
  asked: { readonly untilOn: PlainDate; readonly reason: string | null },
  today: PlainDate,
  reasonAsked: boolean,
): Refusal | undefined {
  if (asked.untilOn <= today) return pauseRefusals.notLater(undefined, { field: 'untilOn' });
  if (asked.untilOn > addMonths(today, SNOOZE_MONTHS))
    return pauseRefusals.tooLate({ months: SNOOZE_MONTHS }, { field: 'untilOn' });
  if (reasonAsked && (asked.reason ?? '').trim() === '')
    return pauseRefusals.snoozeReason(undefined, { field: 'reason' });
  return undefined;
}
