import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { expect, it } from 'vitest';
import { termShare } from './term.ts';

const today = plainDate('2026-11-23');

it('counts to the last day that belongs', () => {
  expect(termShare('2021-12', '2027-01-01', today).daysLeft).toBe(38);
  expect(termShare('2021-12', '2026-12', today).daysLeft).toBe(38);
});

it('is over the day after', () => {
  expect(termShare('2021-12', '2026-11-24', today).daysLeft).toBe(0);
  expect(termShare('2021-12', '2026-11-23', today).daysLeft).toBe(-1);
});

it('stays between none and all', () => {
  expect(termShare('2027-01', '2028-01', today).share).toBe(0);
  expect(termShare('2010-01', '2015-01', today).share).toBe(1);
  expect(termShare('2026-01', '2026-12', today).share).toBeCloseTo(326 / 365);
});
