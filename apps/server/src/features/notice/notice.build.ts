/** The worker of a test house: a round when the test says so, at the house's own clock. */
import { POST, type Post } from '../../outside/messenger.ts';
import type { Clock } from '../../outside/clock.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import type pg from 'pg';
import type { Parts } from './send-messages.ts';

/** A trouble that a round would only tell the log is a failed test here. */
export const partsOf = (
  house: { readonly pool: pg.Pool; readonly cipher: FieldCipher; readonly clock: Clock },
  post: Partial<Post> = {},
): Parts => ({
  pool: house.pool,
  cipher: house.cipher,
  clock: house.clock,
  post: { ...POST, address: 'https://zhengyou.example.edu.cn', ...post },
  log: {
    error: (facts, text) => {
      throw new Error(text, { cause: facts });
    },
  },
});
