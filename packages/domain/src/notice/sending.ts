/**
 * When a message may leave the house: on working days, outside quiet hours. And what follows from how an attempt went.
 * All of it pure: hours as `HH:mm` in the house's zone, instants as milliseconds.
 */
import { isWorkingDay, type WorkdayCalendar } from '../calendar/working-days.ts';
import { addDays, dateInZone, weekdayOf, type PlainDate } from '../kit/plain-date.ts';

/** The hour at which the week's digest is written. */
export const DIGEST_AT = '08:30';

export type Quiet = { readonly from: string; readonly until: string };

const minutesOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Hour and minute of an instant in a zone, as `HH:mm`. */
export function hourInZone(instant: Date, zone: string): string {
  const known = clocks.get(zone);
  const clock =
    known ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (!known) clocks.set(zone, clock);
  return clock.format(instant);
}

/** The instant of an hour of a day in a zone; where the clock is put forward over it, the instant just after. */
export function instantOf(on: PlainDate, hour: string, zone: string): Date {
  const guess = Date.parse(`${on}T${hour}:00Z`);
  // The zone's offset at the guess is the right one except within hours of a change of the clock; a second look settles that.
  let at = guess;
  for (let turn = 0; turn < 2; turn += 1) {
    const shown = Date.parse(`${dateInZone(new Date(at), zone)}T${hourInZone(new Date(at), zone)}:00Z`);
    at += guess - shown;
  }
  return new Date(at);
}

/** Whether an hour lies in the quiet ones; they may run over midnight, and none where both ends are the same. */
export function isQuiet(hour: string, { from, until }: Quiet): boolean {
  const [at, start, end] = [minutesOf(hour), minutesOf(from), minutesOf(until)];
  if (start === end) return false;
  return start < end ? at >= start && at < end : at >= start || at < end;
}

/** The first instant from `from` on at which a message may go. Looks a month ahead; a calendar without a working day gives `from` back. */
export function nextSendAt(from: Date, zone: string, quiet: Quiet, workdays: WorkdayCalendar): Date {
  let at = from;
  for (let turn = 0; turn < 62; turn += 1) {
    const on = dateInZone(at, zone);
    if (!isWorkingDay(on, workdays).works) {
      at = instantOf(addDays(on, 1), '00:00', zone);
      continue;
    }
    const hour = hourInZone(at, zone);
    if (!isQuiet(hour, quiet)) return at;
    const ends = instantOf(on, quiet.until, zone);
    at = ends > at ? ends : instantOf(addDays(on, 1), quiet.until, zone);
  }
  return from;
}

export const mondayOf = (on: PlainDate): PlainDate => addDays(on, 1 - weekdayOf(on));

/** The day of a week's digest: its Monday, or the first day after that is worked; undefined where the whole week is off. */
export function digestDayOf(monday: PlainDate, workdays: WorkdayCalendar): PlainDate | undefined {
  for (let day = 0; day < 7; day += 1) {
    const on = addDays(monday, day);
    if (isWorkingDay(on, workdays).works) return on;
  }
  return undefined;
}

/** The Monday whose digest is to be written now, or undefined where it is too early, or the week has none. */
export function digestDueAt(now: Date, zone: string, workdays: WorkdayCalendar): PlainDate | undefined {
  const monday = mondayOf(dateInZone(now, zone));
  const on = digestDayOf(monday, workdays);
  return on !== undefined && now >= instantOf(on, DIGEST_AT, zone) ? monday : undefined;
}

/** Whether the week's digest is still to come on the day of an instant: then what is near stands in it, and nothing goes before. */
export function digestComes(at: Date, zone: string, workdays: WorkdayCalendar): boolean {
  const on = dateInZone(at, zone);
  return digestDayOf(mondayOf(on), workdays) === on && at < instantOf(on, DIGEST_AT, zone);
}

/** How an attempt went. `unknown`: it may have arrived. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly trouble: string; readonly detail?: string; readonly afterMs?: number }
  | { readonly kind: 'unknown'; readonly trouble: string; readonly detail?: string }
  | { readonly kind: 'refused'; readonly trouble: string; readonly detail?: string };

/** Pauses between attempts, in minutes; after the last one it is left to a person. */
export const PAUSES = [1, 5, 15, 60, 180, 360, 720] as const;

export type Tried = { readonly attempts: number; readonly firstAt: Date; readonly now: Date };

export type Verdict =
  { readonly status: 'sent' | 'unknown' | 'failed' } | { readonly status: 'waiting'; readonly notBefore: Date };

/**
 * What becomes of a message after an attempt. One that may have arrived is tried again only while the other side knows it
 * by its number (`repeatableMs` after the first attempt); else a person looks.
 */
export function afterAttempt(outcome: Outcome, { attempts, firstAt, now }: Tried, repeatableMs: number): Verdict {
  if (outcome.kind === 'sent') return { status: 'sent' };
  if (outcome.kind === 'refused') return { status: 'failed' };
  const pause = PAUSES[attempts - 1];
  const again = (ms: number) => ({ status: 'waiting' as const, notBefore: new Date(now.getTime() + ms) });
  if (outcome.kind === 'unknown') {
    const wait = (pause ?? Infinity) * 60_000;
    return now.getTime() + wait - firstAt.getTime() < repeatableMs ? again(wait) : { status: 'unknown' };
  }
  if (pause === undefined) return { status: 'failed' };
  return again(Math.max(pause * 60_000, outcome.afterMs ?? 0));
}

/** A worker that was killed while it sent: what the message is until somebody knows better. */
export const afterDeath = (tried: Tried, repeatableMs: number): Verdict =>
  afterAttempt({ kind: 'unknown', trouble: 'interrupted' }, tried, repeatableMs);

/** Minutes without a sign of life after which the worker counts as dead. */
export const BEAT_MINUTES = 10;

export type WorkerState = 'alive' | 'silent' | 'never';
export function workerState(beatAt: Date | null, now: Date): WorkerState {
  if (beatAt === null) return 'never';
  return now.getTime() - beatAt.getTime() > BEAT_MINUTES * 60_000 ? 'silent' : 'alive';
}

export type ChannelFacts = {
  readonly enabled: boolean;
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  /** Of messages that wait although their time has come. */
  readonly oldestWaitingAt: Date | null;
  readonly stuck: number;
};
/** `late`: what should have gone out long ago still waits. */
export type ChannelState = 'off' | 'unused' | 'well' | 'failing' | 'late';
const LATE_MINUTES = 15;

export function channelState(facts: ChannelFacts, now: Date): ChannelState {
  if (!facts.enabled) return 'off';
  if (facts.oldestWaitingAt && now.getTime() - facts.oldestWaitingAt.getTime() > LATE_MINUTES * 60_000) return 'late';
  if (facts.failedAt && (!facts.succeededAt || facts.failedAt > facts.succeededAt)) return 'failing';
  return facts.succeededAt ? 'well' : 'unused';
}

/**
 * By which channel somebody is reminded: the one they chose, else the first in use that reaches them; null where none does, or none is
 * wanted.
 */
export function wayOf<W extends string>(
  chosen: W | 'none' | null,
  ways: readonly W[],
  reaches: (way: W) => boolean,
): W | null {
  if (chosen === 'none') return null;
  const first = chosen !== null && ways.includes(chosen) && reaches(chosen) ? chosen : ways.find(reaches);
  return first ?? null;
}
