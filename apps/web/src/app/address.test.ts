import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './address.ts';
import { paths, withQuery } from './paths.ts';
import { isHere } from './shell/is-here.ts';

it('an address carries plain text, and what is not there is left out', () => {
  expect(parseSearch('?state=late&q=%E5%8D%95')).toEqual({ state: 'late', q: '单' });
  expect(stringifySearch({ state: 'late', unit: undefined, q: '' })).toBe('?state=late');
  expect(stringifySearch({})).toBe('');
  expect(withQuery('/year', { state: 'late', page: 2, unit: undefined })).toBe('/year?state=late&page=2');
  expect(paths.clause('8.2')).toBe('/policy/clauses/8.2');
  expect(paths.person('a/b')).toBe('/people/a%2Fb');
});

it('what is written into an address is read back', () => {
  const facts = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(facts, (search) => {
      expect({ ...parseSearch(stringifySearch(search)) }).toEqual({ ...search });
    }),
  );
});

it('an entry is here on its page and on the pages under it', () => {
  expect(isHere('/', '/')).toBe(true);
  expect(isHere('/', '/people')).toBe(false);
  expect(isHere('/people', '/people/1')).toBe(true);
  expect(isHere('/people?show=all', '/people')).toBe(true);
  expect(isHere('/people', '/peoples')).toBe(false);
});
