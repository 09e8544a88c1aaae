import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, weekdayOf } from '../kit/plain-date.ts';
import { stateCouncilDays } from './state-council.ts';
import { parseWorkdays } from './workday-table.ts';
import { changesOf, rangesOf, writeWorkdays } from './workday-years.ts';

const table = (year: number) => {
  const found = stateCouncilDays().get(year);
  if (!found) throw new Error(`no table of ${year}`);
  return found;
};

describe('tables of working days', () => {
  it('join days that follow one another', () => {
    const days = ['2026-10-02', '2026-10-01', '2026-09-27'].map(plainDate);
    expect(rangesOf(days)).toEqual([
      { from: '2026-09-27', until: '2026-09-27' },
      { from: '2026-10-01', until: '2026-10-02' },
    ]);
  });

  it('change nothing when the same table is pasted again, and differ from the estimate where the make-up days lie', () => {
    expect(changesOf(table(2026), table(2026))).toEqual([]);
    const against = changesOf(table(2026), undefined);
    expect(against).toContainEqual({ on: '2026-10-10', works: true });
    expect(against).toContainEqual({ on: '2026-10-05', works: false });
  });

  it('are read back as they were written', () => {
    const inYear = fc.integer({ min: 0, max: 364 }).map((days) => addDays(plainDate('2027-01-01'), days));
    fc.assert(
      fc.property(fc.uniqueArray(inYear, { maxLength: 40 }), (days) => {
        const off = new Set(days.filter((_, index) => index % 2 === 0));
        const working = new Set(days.filter((on) => !off.has(on) && weekdayOf(on) > 5));
        const parsed = parseWorkdays(writeWorkdays({ year: 2027, source: '某通知', off, working }));
        expect(parsed).toEqual({ ok: true, tables: [{ year: 2027, source: '某通知', off, working }] });
      }),
    );
  });
});
