import { expect, it } from 'vitest';
import { nextIndex, tabStop } from './roving.ts';

it('arrows go round, Home and End go to the ends, other keys are not ours', () => {
  expect(nextIndex('ArrowRight', 2, 3)).toBe(0);
  expect(nextIndex('ArrowUp', 0, 3)).toBe(2);
  expect(nextIndex('End', 0, 3)).toBe(2);
  expect(nextIndex('Home', 2, 3)).toBe(0);
  expect(nextIndex('Tab', 0, 3)).toBeUndefined();
  expect(nextIndex('ArrowRight', 0, 0)).toBeUndefined();
});

it('Tab reaches the chosen one, or the first that can be chosen', () => {
  const options = [{ value: 'a', disabled: true }, { value: 'b' }, { value: 'c' }];
  expect(tabStop(options, 'c')).toBe(2);
  expect(tabStop(options, null)).toBe(1);
  expect(tabStop(options, 'a')).toBe(1);
  expect(tabStop([{ value: 'a', disabled: true }], null)).toBe(0);
});
