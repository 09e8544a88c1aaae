import { expect, it } from 'vitest';
import { navigationOf } from './navigation.ts';

const hrefs = (given: Parameters<typeof navigationOf>[0]) =>
  navigationOf(given)
    .rail.flat()
    .map((entry) => entry.href);
const bar = (given: Parameters<typeof navigationOf>[0]) => navigationOf(given).bar.map((entry) => entry.kind);

it('leaves out what is not open to the person', () => {
  expect(hrefs({ can: [], roles: ['representative'] })).toEqual(['/']);
  expect(hrefs({ can: ['person.list'], roles: ['office'] })).toEqual(['/', '/people']);
});

it('shows friends to those who have some', () => {
  expect(hrefs({ can: [], roles: ['leader'] })).toEqual(['/', '/friends']);
});

it('gives a leader friends and the one action, and others a way to their rooms', () => {
  expect(bar({ can: ['interaction.log'], roles: ['leader'] })).toEqual(['page', 'page', 'add', 'page']);
  expect(bar({ can: [], roles: ['office'] })).toEqual(['page', 'menu', 'page']);
});
