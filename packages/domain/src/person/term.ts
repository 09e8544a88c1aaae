/** What is known of a standing’s term, and when its end is near. */
import type { PlainDate } from '../kit/plain-date.ts';
import type { StandingKind } from '../policy/vocabulary.ts';
import { expiresWithin, isHeldOn, type Standing } from './standing.ts';

/** Days before its end from which a term is called ending: long enough to ask about a renewal. */
export const ENDING_DAYS = 60;

/** Days from which an end is told of at all: half a year, in which a renewal is talked over. */
export const WARNING_DAYS = 180;

/** A title or a person’s renown is kept; an office is held for a term. */
export const KINDS_WITHOUT_TERM: readonly StandingKind[] = ['notableInfluence', 'talentTitle'];

export const TERM_STATES = [
  'dated', // its end is known
  'missing', // it has a term, and nobody has told when it ends
  'without', // of a kind that has no term
] as const;
export type TermState = (typeof TERM_STATES)[number];

export function termStateOf(standing: Pick<Standing, 'kind' | 'endsOn'>): TermState {
  if (standing.endsOn !== null) return 'dated';
  return KINDS_WITHOUT_TERM.includes(standing.kind) ? 'without' : 'missing';
}

export const isEnding = (standing: Pick<Standing, 'startsOn' | 'endsOn'>, on: PlainDate): boolean =>
  expiresWithin(standing, on, ENDING_DAYS);

export const EXPIRY_WARNINGS = ['within180', 'within60'] as const;
export type ExpiryWarning = (typeof EXPIRY_WARNINGS)[number];

/** How near the end of a standing held on that day is; null where it is far, unknown or past. */
export const warningOf = (standing: Pick<Standing, 'startsOn' | 'endsOn'>, on: PlainDate): ExpiryWarning | null =>
  isEnding(standing, on) ? 'within60' : expiresWithin(standing, on, WARNING_DAYS) ? 'within180' : null;

export const STANDING_TIMES = ['ahead', 'held', 'over'] as const;
export type StandingTime = (typeof STANDING_TIMES)[number];

export const timeOf = (standing: Pick<Standing, 'startsOn' | 'endsOn'>, on: PlainDate): StandingTime =>
  isHeldOn(standing, on) ? 'held' : standing.startsOn !== null && standing.startsOn > on ? 'ahead' : 'over';
