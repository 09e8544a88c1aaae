import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';
import { say, Trouble, whileSaying } from './say.mjs';

const UNFINISHED = 'node_modules/.zhengyou-unfinished';

/**
 * Does `node_modules` hold what the lockfile asks for? npm writes what it installed into a lockfile of its own when it
 * is done, so that an installation cut off halfway, or one for an older lockfile, is seen without hashing anything.
 * @param {string} root @returns {boolean}
 */
export function areDependenciesCurrent(root) {
  try {
    if (existsSync(join(root, UNFINISHED))) return false;
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

/**
 * Not `npm ci`: it refuses a lockfile without the optional packages of other systems, which some registries do not
 * offer, and it would download everything again for one changed package. Versions and hashes come from the lockfile all
 * the same, which stays as it is. No install script of any dependency is needed, so none gets to run.
 */
const INSTALL =
  'install --no-save --ignore-scripts --include=dev --include=optional --no-audit --no-fund --prefer-offline';

/** What an installation cut off halfway leaves looks complete to npm, so it is thrown away. */
async function installAll() {
  const modules = join(ROOT, 'node_modules');
  const unfinished = join(ROOT, UNFINISHED);
  if (existsSync(unfinished) || !existsSync(join(modules, '.package-lock.json')))
    await rm(modules, { recursive: true, force: true });
  await mkdir(modules, { recursive: true });
  await writeFile(unfinished, '');
  const outcome = await npm(INSTALL.split(' '));
  if (outcome.code === 0) await rm(unfinished);
  return outcome;
}

const telling = (output) => output.split('\n').filter((line) => line.trim() && !/^npm (warn|error$)/.test(line));

export async function ensureDependencies() {
  if (areDependenciesCurrent(ROOT)) return;
  const { code, output } = await whileSaying('正在安装依赖', 'Installing dependencies', installAll);
  if (code === 0 && areDependenciesCurrent(ROOT)) {
    say('依赖已装好。', 'Dependencies are in place.');
    return;
  }
  throw new Trouble(
    '依赖没有装成：请检查网络、磁盘空间和 npm 镜像（npm config get registry）后重试，npm 的输出见下。',
    'The dependencies could not be installed: check the network, the space on the disk and the npm registry (npm config get registry) and try again; what npm said follows.',
    telling(output).slice(0, 20).join('\n') || `npm: ${code}`,
  );
}
