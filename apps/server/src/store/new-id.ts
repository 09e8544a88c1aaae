import { randomBytes } from 'node:crypto';
import type { Id } from '@zhengyou/domain/kit/ids.ts';

let lastAt = 0;
let count = 0;

/** UUID version 7: time first, so that indexes grow at their end; within a millisecond a counter keeps the order of making. */
export function newId(now = Date.now()): Id {
  // The counter's 12 bits start low, so that they do not run over within one millisecond.
  count = now === lastAt ? count + 1 : (randomBytes(1)[0] ?? 0);
  lastAt = now;
  const at = now + Math.floor(count / 4096);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | (count % 4096), 6);
  const hex = bytes.toString('hex').split('');
  hex[16] = '89ab'[(bytes[8] ?? 0) & 3] ?? '8';
  const text = hex.join('');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}` as Id;
}
