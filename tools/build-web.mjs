/** Builds the browser part into apps/web/dist, with compressed siblings, when its sources changed. Runnable alone. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fingerprint } from './lib/fingerprint.mjs';
import { findNode24 } from './lib/node24.mjs';
import { ROOT, run } from './lib/run.mjs';
import { lastLines, say, tell, Trouble, whileSaying } from './lib/say.mjs';

const SOURCES = ['apps/web', 'packages/domain/src', 'package-lock.json', 'tools/build-web.mjs'];
const DIST = join(ROOT, 'apps/web/dist');
const CACHE = join(ROOT, 'node_modules/.cache/zhengyou');

/** index.html is not among them: the server writes a nonce into it on each answer. */
const COMPRESSIBLE = /\.(js|css|svg|json|webmanifest|txt|map)$/;

/** @param {string} folder */
export async function precompress(folder) {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  await Promise.all(
    files.map(async (entry) => {
      if (!COMPRESSIBLE.test(entry.name)) return;
      const file = join(entry.parentPath, entry.name);
      const plain = await readFile(file);
      // Below one network packet there is nothing to gain.
      if (plain.length < 1024) return;
      const [small, smaller] = await Promise.all([
        promisify(gzip)(plain, { level: 9 }),
        promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
      ]);
      await Promise.all([writeFile(`${file}.gz`, small), writeFile(`${file}.br`, smaller)]);
    }),
  );
}

/** Returns true when it built, false when nothing had changed. */
export async function buildWeb() {
  if (!existsSync(join(ROOT, 'apps/web/index.html'))) return false;
  const state = fingerprint(ROOT, SOURCES);
  const stamp = join(CACHE, 'web-build');
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === state && existsSync(join(DIST, 'index.html'))) return false;

  // Built aside and moved into place whole: a build that fails or is cut off leaves the last good one.
  const draft = join(CACHE, `dist-${process.pid}`);
  await mkdir(CACHE, { recursive: true });
  try {
    const args = [
      'node_modules/vite/bin/vite.js',
      'build',
      'apps/web',
      '--outDir',
      draft,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ];
    const { code, output } = await whileSaying('正在构建网页', 'Building the browser part', () =>
      run(findNode24(), args, { env: { ...process.env, NODE_ENV: 'production' } }),
    );
    if (code !== 0)
      throw new Trouble('网页没有构建成功：', 'The browser part could not be built:', lastLines(output, 40));
    await precompress(draft);
    await rm(DIST, { recursive: true, force: true });
    await rename(draft, DIST).catch(() => cp(draft, DIST, { recursive: true }));
    await writeFile(stamp, state);
    say('网页已构建好。', 'The browser part is built.');
    return true;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await buildWeb().catch((error) => {
    tell(error);
    process.exitCode = 1;
  });
