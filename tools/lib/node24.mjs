import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';
import { Trouble } from './say.mjs';

const major = (version) => Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);

/** The Node the server runs on: the one the lockfile pins, or our own where that platform has no package. */
export function findNode24() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  // On Apple's own processors the package carries another name.
  for (const name of [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]) {
    const pinned = join(ROOT, 'node_modules', name, 'bin', file);
    // It is run once, since a C library other than glibc has the file and cannot start it.
    if (existsSync(pinned) && major(spawnSync(pinned, ['--version'], { encoding: 'utf8' }).stdout ?? '') >= 24)
      return pinned;
  }
  if (major(process.version) >= 24) return process.execPath;
  throw new Trouble(
    `这台机器（${process.platform}-${process.arch}）没有可用的 Node 24：请安装 Node 24（https://nodejs.org）后重试，当前是 ${process.version}。`,
    `There is no Node 24 for this machine (${process.platform}-${process.arch}): install Node 24 (https://nodejs.org) and try again; this is ${process.version}.`,
  );
}
