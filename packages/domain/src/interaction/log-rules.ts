/** What a log of a talk must satisfy, and what the sheet chooses beforehand. */
import { startOfMonth, startOfYear, yearOf, type PlainDate } from '../kit/plain-date.ts';
import type { Refusal } from '../kit/refusal.ts';
import type { Channel } from '../policy/vocabulary.ts';
import { LOG_REFUSALS } from './log-rules.words.ts';
import type { ContactPrecision } from './year-of-contact.ts';

export const POINT_KINDS = ['opinion', 'difficulty'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export const WHEN_CHOICES = ['now', 'thisMorning', 'yesterday', 'pick'] as const;
export type WhenChoice = (typeof WHEN_CHOICES)[number];

/** Characters of one text. Beyond it a file is the better place; no minimum anywhere. */
export const TEXT_LIMIT = 20_000;
export const POINTS_LIMIT = 50;
export const MERGE_HOURS = 6;

export type LogDraft = {
  readonly representativeIds: readonly string[];
  readonly on: PlainDate;
  readonly precision: ContactPrecision;
  readonly words: string | null;
  readonly points: readonly { readonly kind: PointKind; readonly words: string }[];
  readonly nextOn: PlainDate | null;
  /** Why it is recorded only after its year. */
  readonly lateReason: string | null;
};

const isTooLong = (text: string): boolean =>
  text.length > TEXT_LIMIT && (text.length > 2 * TEXT_LIMIT || [...text].length > TEXT_LIMIT);

/** Back-dating within the running policy year needs no word; a talk of an earlier year asks for a reason. */
export const needsLateReason = (on: PlainDate, today: PlainDate): boolean => on < startOfYear(yearOf(today));

export const isInFuture = (on: PlainDate, precision: ContactPrecision, today: PlainDate): boolean =>
  (precision === 'month' ? startOfMonth(on) : on) > today;

/** A day further back than a working life is a slip of the pen. */
const OLDEST_YEARS = 50;

/** The first thing in the way of saving, in the order of the sheet; undefined where nothing is. */
export function refuseLog(draft: LogDraft, today: PlainDate): Refusal | undefined {
  if (draft.representativeIds.length === 0) return LOG_REFUSALS.nobody(undefined, { field: 'representativeIds' });
  if (isInFuture(draft.on, draft.precision, today)) return LOG_REFUSALS.inFuture(undefined, { field: 'on' });
  if (yearOf(draft.on) < yearOf(today) - OLDEST_YEARS)
    return LOG_REFUSALS.tooLongAgo({ year: yearOf(draft.on) }, { field: 'on' });
  if (needsLateReason(draft.on, today) && (draft.lateReason ?? '').trim() === '')
    return LOG_REFUSALS.lateReasonAsked({ year: yearOf(draft.on) }, { field: 'lateReason' });
  if (draft.words !== null && isTooLong(draft.words))
    return LOG_REFUSALS.textTooLong({ limit: TEXT_LIMIT, length: [...draft.words].length }, { field: 'words' });
  if (draft.points.length > POINTS_LIMIT)
    return LOG_REFUSALS.tooManyPoints({ limit: POINTS_LIMIT }, { field: 'points' });
  for (const [index, point] of draft.points.entries()) {
    const field = `points.${index}.words`;
    if (point.words.trim() === '') return LOG_REFUSALS.emptyPoint(undefined, { field });
    if (isTooLong(point.words))
      return LOG_REFUSALS.textTooLong({ limit: TEXT_LIMIT, length: [...point.words].length }, { field });
  }
  if (draft.nextOn !== null && draft.nextOn < today) return LOG_REFUSALS.nextInPast(undefined, { field: 'nextOn' });
  return undefined;
}

export type Logged = {
  readonly id: string;
  readonly on: PlainDate;
  readonly precision: ContactPrecision;
  readonly channel: Channel;
  /** Milliseconds since the epoch; null where only the day is known. */
  readonly at: number | null;
};

/**
 * An earlier record of the same pair that may be the same talk: same day, same way, within six hours. Where one of them
 * has no time the day decides. The person is asked; nothing is merged by itself. A month-only date is never asked about.
 */
export function findLikelySame(draft: Omit<Logged, 'id'>, earlier: readonly Logged[]): Logged | undefined {
  if (draft.precision === 'month') return undefined;
  return earlier.find(
    (logged) =>
      logged.precision !== 'month' &&
      logged.channel === draft.channel &&
      logged.on === draft.on &&
      (logged.at === null || draft.at === null || Math.abs(logged.at - draft.at) <= MERGE_HOURS * 3_600_000),
  );
}

export const refuseLikelySame = (same: Logged): Refusal =>
  LOG_REFUSALS.mergeAsked(undefined, { extra: { interactionId: same.id } });

/**
 * The way pre-chosen: a visit in a festival's window, unless this person was visited in it already; else the last way. A
 * visit is not carried on after the festival, since it counts as no talk and nobody would notice.
 */
export function defaultChannel(facts: {
  readonly last: Channel | null;
  readonly inFestivalWindow: boolean;
  readonly visitedInWindow?: boolean;
}): Channel {
  if (facts.inFestivalWindow && facts.visitedInWindow !== true) return 'visit';
  return facts.last === null || facts.last === 'visit' ? 'faceToFace' : facts.last;
}
