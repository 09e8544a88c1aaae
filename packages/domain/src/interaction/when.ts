/** "Just now", "this morning", "yesterday" as a day of the institution's zone; a moment only where one was meant. */
import { addDays, dateInZone, type PlainDate } from '../kit/plain-date.ts';
import type { WhenChoice } from './log-rules.ts';
import type { ContactPrecision } from './year-of-contact.ts';

export type When = {
  readonly kind: WhenChoice;
  /** The day picked. */
  readonly on?: PlainDate | undefined;
  /** `HH:mm` on the day picked. */
  readonly at?: string | undefined;
};

export type Happened = {
  readonly on: PlainDate;
  readonly precision: ContactPrecision;
  readonly at: Date | null;
};

/** The instant at which a clock in the zone shows this day and time; of a time that comes twice, the first. */
export function instantInZone(on: PlainDate, time: string, zone: string): Date {
  const asUtc = Date.parse(`${on}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const offsetAt = (instant: number) => {
    const parts = Object.fromEntries(shown.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
    const there = Date.parse(
      `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:00Z`,
    );
    return there - instant;
  };
  // The offset is that of the instant sought, which the first guess misses only around a change of the clocks.
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess));
}

/** Undefined where a day was to be picked and none was. */
export function happenedWhen(when: When, now: Date, zone: string): Happened | undefined {
  const today = dateInZone(now, zone);
  if (when.kind === 'now') return { on: today, precision: 'moment', at: now };
  if (when.kind === 'thisMorning') return { on: today, precision: 'day', at: null };
  if (when.kind === 'yesterday') return { on: addDays(today, -1), precision: 'day', at: null };
  if (when.on === undefined) return undefined;
  return when.at === undefined
    ? { on: when.on, precision: 'day', at: null }
    : { on: when.on, precision: 'moment', at: instantInZone(when.on, when.at, zone) };
}
