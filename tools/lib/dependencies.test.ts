import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { areDependenciesCurrent } from './dependencies.mjs';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhengyou-dependencies-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const wanted = {
  '': { name: 'root' },
  'apps/server': { version: '0.1.0' },
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/only-on-another-system': { version: '1.0.0', optional: true },
};
const lock = (file: string, packages: object) => writeFile(join(root, file), JSON.stringify({ packages }));

async function install(packages: object): Promise<void> {
  await mkdir(join(root, 'node_modules/pg'), { recursive: true });
  await writeFile(join(root, 'node_modules/pg/package.json'), '{}');
  await lock('node_modules/.package-lock.json', packages);
}

test('a fresh clone has none', async () => {
  await lock('package-lock.json', wanted);
  expect(areDependenciesCurrent(root)).toBe(false);
});

test('what is installed matches, packages for other systems aside', async () => {
  await lock('package-lock.json', wanted);
  await install({ 'node_modules/pg': { version: '8.0.0' } });
  expect(areDependenciesCurrent(root)).toBe(true);
});

test.each([
  ['another version', { 'node_modules/pg': { version: '7.0.0' } }],
  ['a package missing', {}],
])('installs anew for %s', async (_, installed) => {
  await lock('package-lock.json', wanted);
  await install(installed);
  expect(areDependenciesCurrent(root)).toBe(false);
});

test('sees a package whose folder was removed, and an installation cut off before its end', async () => {
  await lock('package-lock.json', wanted);
  await install({ 'node_modules/pg': { version: '8.0.0' } });
  await rm(join(root, 'node_modules/pg'), { recursive: true });
  expect(areDependenciesCurrent(root)).toBe(false);
  await install({ 'node_modules/pg': { version: '8.0.0' } });
  await rm(join(root, 'node_modules/.package-lock.json'));
  expect(areDependenciesCurrent(root)).toBe(false);
});
