/** A representative standing as a dated fact; a person may hold several at once. */
import type { Precision } from '../calendar/precision.ts';
import { addDays, daysBetween, isWithin, type PlainDate } from '../kit/plain-date.ts';
import type { Level, StandingKind, StandingRole } from '../policy/vocabulary.ts';

export type Standing = {
  readonly id: string;
  readonly kind: StandingKind;
  /** Null where the words do not say it; nothing is put in its place. */
  readonly level: Level | null;
  readonly role: StandingRole | null;
  readonly startsOn: PlainDate | null;
  /** The first day after the term, whatever its precision; null where no end is known. */
  readonly endsOn: PlainDate | null;
  /** How exactly the term was told. */
  readonly precision: Precision | null;
};

export const isHeldOn = (standing: Pick<Standing, 'startsOn' | 'endsOn'>, on: PlainDate): boolean =>
  isWithin(on, standing.startsOn, standing.endsOn);

/** Days left of the term with today's; null where no end is known. Zero once it is over. */
export const daysLeftOf = (standing: Pick<Standing, 'endsOn'>, on: PlainDate): number | null =>
  standing.endsOn === null ? null : Math.max(0, daysBetween(on, standing.endsOn));

/** Held today and over within so many days. */
export const expiresWithin = (standing: Pick<Standing, 'startsOn' | 'endsOn'>, on: PlainDate, days: number): boolean =>
  isHeldOn(standing, on) && standing.endsOn !== null && standing.endsOn <= addDays(on, days);
