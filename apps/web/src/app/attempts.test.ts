import { expect, it } from 'vitest';
import { startAttempts } from './attempts.ts';

const counting = () => {
  let count = 0;
  return startAttempts(() => `key-${(count += 1)}`);
};

it('the same content without an answer is the same attempt', () => {
  const attempts = counting();
  expect(attempts.keyFor({ body: { a: 1 } })).toBe('key-1');
  expect(attempts.keyFor({ body: { a: 1 } })).toBe('key-1');
});

it('other content, or an answer in between, makes a new one', () => {
  const attempts = counting();
  attempts.keyFor({ a: 1 });
  expect(attempts.keyFor({ a: 2 })).toBe('key-2');
  attempts.settle();
  expect(attempts.keyFor({ a: 2 })).toBe('key-3');
});
