import { expect, it } from 'vitest';
import { zId } from '@zhengyou/domain/kit/ids.ts';
import { newId } from './new-id.ts';

it('makes valid ids that sort in the order of making, however fast', () => {
  const made = Array.from({ length: 20_000 }, () => newId(1_795_000_000_000));
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
  for (const id of made.slice(0, 50)) expect(zId.safeParse(id).success).toBe(true);
  expect(newId() > (made[0] ?? '')).toBe(true);
});
