import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';
import { lastLines, say, Trouble, whileSaying } from './say.mjs';

/**
 * Does `node_modules` hold what the lockfile asks for? npm writes what it installed into a lockfile of its own when it
 * is done, so that an installation cut off halfway, or one for an older lockfile, is seen without hashing anything.
 * @param {string} root @returns {boolean}
 */
export function areDependenciesCurrent(root) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
      // Optional ones are for some platforms only; what needs them says so when they are missing.
      if (entry.optional || entry.devOptional) return true;
      if (entry.link) return existsSync(join(root, path));
      return installed[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
    });
  } catch {
    return false;
  }
}

/** The npm that started us, under the Node it runs on: `node_modules` holds a Node too, which npm is about to replace. */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script && node && existsSync(node) && existsSync(script)) return run(node, [script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** No install script of any dependency is needed, so none gets to run. */
const INSTALL = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
];

export async function ensureDependencies() {
  if (areDependenciesCurrent(ROOT)) return;
  const { code, output } = await whileSaying('正在安装依赖', 'Installing dependencies', () => npm(INSTALL));
  if (code === 0 && areDependenciesCurrent(ROOT)) {
    say('依赖已装好。', 'Dependencies are in place.');
    return;
  }
  throw new Trouble(
    '依赖没有装成：请检查网络或 npm 镜像（npm config get registry）后重试，npm 的输出见下。',
    'The dependencies could not be installed: check the network or the npm registry (npm config get registry) and try again; what npm said follows.',
    lastLines(output) || `npm: ${code}`,
  );
}
