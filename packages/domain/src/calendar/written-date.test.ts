import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../kit/plain-date.ts';
import { firstDayOf, PRECISIONS } from './precision.ts';
import { readWrittenDate, writeDate } from './written-date.ts';

describe('a date typed into a form', () => {
  test.each([
    ['2027', '2027-01-01', 'year'],
    ['2027年', '2027-01-01', 'year'],
    ['2027.6', '2027-06-01', 'month'],
    ['2027-06', '2027-06-01', 'month'],
    ['2027 年 6 月', '2027-06-01', 'month'],
    ['２０２７．６', '2027-06-01', 'month'],
    ['2027.6.30', '2027-06-30', 'day'],
    ['2027年6月30日', '2027-06-30', 'day'],
    ['2027/6/3', '2027-06-03', 'day'],
  ] as const)('%s is %s, known by %s', (text, on, precision) => {
    expect(readWrittenDate(text)).toEqual({ on, precision });
  });

  test.each(['', '六月', '27.6', '2027.13', '2027.2.30', '2027.6.', '20270630', '2027.6.30.1'])(
    '%s is none',
    (text) => {
      expect(readWrittenDate(text)).toBeUndefined();
    },
  );

  test('is read back from how it is written', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.constantFrom(...PRECISIONS), (days, precision) => {
        const on = firstDayOf(addDays(plainDate('1950-01-01'), days), precision);
        expect(readWrittenDate(writeDate(on, precision))).toEqual({ on, precision });
      }),
    );
  });
});
