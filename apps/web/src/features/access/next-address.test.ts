import { expect, test } from 'vitest';
import { nextAddress } from './next-address.ts';

test.each([
  ['/people?q=%E6%9E%97', '/people?q=%E6%9E%97'],
  ['/friends/1#talks', '/friends/1#talks'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/x', '/'],
  ['', '/'],
  [undefined, '/'],
  [7, '/'],
])('%s leads to %s', (next, to) => expect(nextAddress(next)).toBe(to));
