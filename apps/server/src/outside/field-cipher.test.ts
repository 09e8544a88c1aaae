import { describe, expect, it } from 'vitest';
import { createFieldCipher } from './field-cipher.ts';

const cipher = createFieldCipher(Buffer.alloc(32, 7));
const sealed = cipher.seal('138 0000 0000', 'a');

describe('a sealed field', () => {
  it('opens with its key, for its record', () => {
    expect(cipher.open(sealed, 'a')).toBe('138 0000 0000');
    expect(sealed.includes('138')).toBe(false);
  });

  it('never looks the same twice', () => {
    expect(cipher.seal('x', 'a').equals(cipher.seal('x', 'a'))).toBe(false);
  });

  it.each([
    ['another record', () => cipher.open(sealed, 'b')],
    ['another key', () => createFieldCipher(Buffer.alloc(32, 8)).open(sealed, 'a')],
    [
      'a changed byte',
      () => cipher.open(Buffer.from(sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte))), 'a'),
    ],
    ['an unknown suite', () => cipher.open(Buffer.concat([Buffer.of(9), sealed.subarray(1)]), 'a')],
  ])('stays shut for %s', (_name, open) => {
    expect(open).toThrow();
  });
});
