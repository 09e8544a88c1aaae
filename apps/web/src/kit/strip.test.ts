import { daysInMonth, plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DESK_FRAME,
  GLYPH_KINDS,
  PHONE_FRAME,
  dayEnd,
  dayStart,
  dueRun,
  emptyMonths,
  monthCentre,
  placeMarks,
} from './strip.ts';

const today = plainDate('2026-11-23');
const on = plainDate;
const xOf = (marks: readonly string[], at = today) =>
  placeMarks(
    marks.map((mark) => ({ on: on(mark), kind: 'talk' as const })),
    2026,
    at,
    DESK_FRAME,
  ).map((mark) => mark.x);

describe('the line of a year', () => {
  it('gives each month 30 px at a desk', () => {
    expect([1, 2, 12].map((month) => monthCentre(month, DESK_FRAME))).toEqual([19, 49, 349]);
    expect(dayStart(today, 2026, DESK_FRAME)).toBeCloseTo(326);
    expect(dayEnd(on('2026-10-31'), 2026, DESK_FRAME)).toBeCloseTo(304);
  });

  it('ends at its edges for days of other years', () => {
    expect(dayStart(on('2025-06-01'), 2026, DESK_FRAME)).toBe(4);
    expect(dayEnd(on('2027-02-01'), 2026, DESK_FRAME)).toBe(364);
  });

  it('draws lateness from the due day to today, and nearness from today to the due day', () => {
    expect(dueRun(on('2026-10-31'), 2026, today, DESK_FRAME)).toEqual({ from: 304, until: 326, cap: 304, late: true });
    expect(dueRun(on('2026-11-30'), 2026, today, DESK_FRAME)).toEqual({ from: 326, until: 334, cap: 334, late: false });
    expect(dueRun(today, 2026, today, DESK_FRAME).late).toBe(false);
  });

  it('leaves the small dot to months in which nothing was', () => {
    expect(
      emptyMonths(
        [
          { on: on('2026-02-03'), kind: 'visit' },
          { on: on('2025-05-01'), kind: 'talk' },
        ],
        2026,
      ),
    ).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('marks', () => {
  it('stand in the middle of their month, and side by side when they share it', () => {
    expect(xOf(['2026-02-27'])).toEqual([49]);
    expect(xOf(['2026-09-20', '2026-09-03'])).toEqual([253, 265]);
  });

  it('keep to their side of today in the running month', () => {
    const [past, ahead] = xOf(['2026-11-22', '2026-11-26']);
    expect(past).toBeCloseTo(315);
    expect(ahead).toBeCloseTo(331);
  });

  it('stay within their month, in the order of their days, however many there are', () => {
    const anyDay = fc
      .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
      .map(({ month, day }) => on(`2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`));
    const marks = fc.array(fc.record({ on: anyDay, kind: fc.constantFrom(...GLYPH_KINDS) }), { maxLength: 30 });
    fc.assert(
      fc.property(marks, anyDay, fc.constantFrom(DESK_FRAME, PHONE_FRAME), (given, now, frame) => {
        const placed = placeMarks(given, 2026, now, frame);
        expect(placed).toHaveLength(given.length);
        placed.forEach((mark, index) => {
          const month = Number(mark.on.slice(5, 7));
          const last = on(`2026-${mark.on.slice(5, 7)}-${daysInMonth(2026, month)}`);
          expect(mark.x).toBeGreaterThanOrEqual(dayStart(on(`2026-${mark.on.slice(5, 7)}-01`), 2026, frame));
          expect(mark.x).toBeLessThanOrEqual(dayEnd(last, 2026, frame));
          const before = placed[index - 1];
          if (before && before.on < mark.on) expect(before.x).toBeLessThanOrEqual(mark.x);
        });
      }),
    );
  });
});
