import { describe, expect, it } from 'vitest';
import { pauseAfter } from './waiting-talks.ts';

describe('the pause before the next attempt', () => {
  it('grows with each attempt and stays within five minutes', () => {
    expect([1, 2, 3, 4, 5, 50].map(pauseAfter)).toEqual([5000, 20_000, 80_000, 300_000, 300_000, 300_000]);
  });
});
