/** Where things stand on the line of a year. Plain arithmetic, so that it can be tested without a page. */
import { daysInMonth, yearOf, monthOf, dayOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';

export type GlyphKind = 'talk' | 'visit' | 'event' | 'request' | 'planned';
export const GLYPH_KINDS: readonly GlyphKind[] = ['talk', 'visit', 'event', 'request', 'planned'];

export type StripMark = { readonly on: PlainDate; readonly kind: GlyphKind };
export type StripFrame = { readonly width: number; readonly margin: number };

/** The strip of a desktop row: twelve months of 30 px. */
export const DESK_FRAME: StripFrame = { width: 368, margin: 4 };
export const PHONE_FRAME: StripFrame = { width: 356.4, margin: 3 };

const GLYPH_GAP = 12;
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export const monthWidthOf = (frame: StripFrame): number => (frame.width - 2 * frame.margin) / 12;
const monthStart = (month: number, frame: StripFrame) => frame.margin + (month - 1) * monthWidthOf(frame);
export const monthCentre = (month: number, frame: StripFrame): number =>
  monthStart(month, frame) + monthWidthOf(frame) / 2;

/** The morning of a day; days outside the year end at its edges. */
export function dayStart(on: PlainDate, year: number, frame: StripFrame): number {
  if (yearOf(on) < year) return frame.margin;
  if (yearOf(on) > year) return frame.width - frame.margin;
  const past = (dayOf(on) - 1) / daysInMonth(year, monthOf(on));
  return monthStart(monthOf(on), frame) + past * monthWidthOf(frame);
}

/** The evening of a day: what is due on the last of October reaches the end of October. */
export function dayEnd(on: PlainDate, year: number, frame: StripFrame): number {
  if (yearOf(on) < year) return frame.margin;
  if (yearOf(on) > year) return frame.width - frame.margin;
  const past = dayOf(on) / daysInMonth(year, monthOf(on));
  return monthStart(monthOf(on), frame) + past * monthWidthOf(frame);
}

export type PlacedMark = StripMark & { readonly x: number };

/**
 * A mark stands in the middle of its month; several share the month side by side in the order of their days. In the running month what
 * was stays left of today's line and what is planned right of it, so that no mark claims the wrong side.
 */
export function placeMarks(
  marks: readonly StripMark[],
  year: number,
  today: PlainDate,
  frame: StripFrame,
): readonly PlacedMark[] {
  const todayX = dayStart(today, year, frame);
  const cell = monthWidthOf(frame);
  const placed: PlacedMark[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const own = marks
      .filter((mark) => yearOf(mark.on) === year && monthOf(mark.on) === month)
      .toSorted((a, b) => a.on.localeCompare(b.on));
    const gap = own.length > 1 ? Math.min(GLYPH_GAP, (cell - 2) / (own.length - 1)) : 0;
    const start = monthStart(month, frame);
    const running = yearOf(today) === year && monthOf(today) === month;
    const [past, ahead] = running
      ? [own.filter((mark) => mark.on <= today), own.filter((mark) => mark.on > today)]
      : [own, []];
    const centre = monthCentre(month, frame);
    const lastPast = running ? Math.min(centre, todayX - 11) : centre + ((past.length - 1) / 2) * gap;
    past.forEach((mark, index) => {
      const x = lastPast - (past.length - 1 - index) * gap;
      placed.push({ ...mark, x: clamp(x, start + 1, start + cell - 1) });
    });
    const firstAhead = Math.max(centre, todayX + 5);
    ahead.forEach((mark, index) => {
      placed.push({ ...mark, x: clamp(firstAhead + index * gap, start + 1, start + cell - 1) });
    });
  }
  return placed;
}

/** Months in which nothing is marked: they carry the small dot. */
export const emptyMonths = (marks: readonly StripMark[], year: number): readonly number[] =>
  Array.from({ length: 12 }, (_, index) => index + 1).filter(
    (month) => !marks.some((mark) => yearOf(mark.on) === year && monthOf(mark.on) === month),
  );

export type DueRun = { readonly from: number; readonly until: number; readonly cap: number; readonly late: boolean };

/** Lateness is a length from the due day to today; what is still to come runs from today to the due day. */
export function dueRun(due: PlainDate, year: number, today: PlainDate, frame: StripFrame): DueRun {
  const todayX = dayStart(today, year, frame);
  const cap = dayEnd(due, year, frame);
  const late = due < today;
  return late ? { from: cap, until: todayX, cap, late } : { from: todayX, until: cap, cap, late };
}
