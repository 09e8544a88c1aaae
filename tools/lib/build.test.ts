import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from '../build-web.mjs';
import { fingerprint } from './fingerprint.mjs';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhengyou-build-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a fingerprint changes with any source, and with nothing else', async () => {
  await mkdir(join(root, 'web/dist'), { recursive: true });
  await writeFile(join(root, 'web/page.tsx'), 'one');
  const before = fingerprint(root, ['web', 'absent']);
  await writeFile(join(root, 'web/dist/page.js'), 'built');
  await writeFile(join(root, 'web/page.test.ts'), 'a test');
  expect(fingerprint(root, ['web', 'absent'])).toBe(before);
  await writeFile(join(root, 'web/page.tsx'), 'longer');
  const edited = fingerprint(root, ['web', 'absent']);
  expect(edited).not.toBe(before);
  await writeFile(join(root, 'web/more.tsx'), '');
  expect(fingerprint(root, ['web', 'absent'])).not.toBe(edited);
});

test('compresses texts of some size and leaves the page with the nonce alone', async () => {
  const text = 'const x = "诤友";\n'.repeat(200);
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'assets/app.js'), text);
  await writeFile(join(root, 'assets/tiny.css'), 'a{}');
  await writeFile(join(root, 'index.html'), text);
  await precompress(root);
  expect((await readdir(join(root, 'assets'))).sort()).toEqual(['app.js', 'app.js.br', 'app.js.gz', 'tiny.css']);
  expect(await readdir(root)).toEqual(expect.not.arrayContaining(['index.html.gz']));
  expect(gunzipSync(await readFile(join(root, 'assets/app.js.gz'))).toString()).toBe(text);
  expect(brotliDecompressSync(await readFile(join(root, 'assets/app.js.br'))).toString()).toBe(text);
});
