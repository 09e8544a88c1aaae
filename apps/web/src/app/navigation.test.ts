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

const pages = (given: Parameters<typeof navigationOf>[0]) =>
  navigationOf(given).bar.map((entry) => (entry.kind === 'page' ? entry.href : entry.kind));

it('gives a leader the room of what was raised with them', () => {
  expect(pages({ can: ['interaction.log', 'matter.list'], roles: ['leader'] })).toEqual([
    '/',
    '/friends',
    'add',
    '/matters',
    '/me',
  ]);
});

it('lets a representative raise something from every page, and find their record', () => {
  const given = { can: ['matter.list', 'matter.raise'], roles: ['representative'] as const, person: { id: 'p1' } };
  expect(pages({ ...given, roles: [...given.roles] })).toEqual(['/', '/matters', 'add', '/people/p1', '/me']);
});

it('begins for a department with its desk, and counts what waits there', () => {
  const given = { can: ['matter.listDesk', 'matter.listDesks', 'policy.read'], roles: ['handler' as const] };
  expect(hrefs(given)).toEqual(['/desk/lead', '/desk/co', '/desk/replied', '/desk/lookBack', '/policy']);
  expect(pages(given)).toEqual(['/desk/lead', 'menu', '/me']);
  expect(navigationOf(given, { '/desk/lead': 5 }).rail[0]?.[0]?.count).toBe(5);
});
