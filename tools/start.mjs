/**
 * From a fresh clone to a running house. Runs on the system's Node (20.19 and up) with nothing installed; the server
 * itself runs on the Node that the lockfile pins. Flags go through: --serve, --port N, --institution NAME (another demo, of
 * policies/examples), --policy FILE (the measures with which a claimed house begins).
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { findNode24 } from './lib/node24.mjs';
import { ROOT, stopHelpersOnSignal } from './lib/run.mjs';
import { tell } from './lib/say.mjs';

/** Longer than the app takes to stop in order, database included; past it, something hangs. */
const PATIENCE = 8000;

/** @returns {Promise<number>} the code to leave with */
function runServer() {
  return new Promise((resolve) => {
    // The channel closes when this process dies in whatever way, so that the app never outlives its starter unnoticed.
    const child = spawn(findNode24(), [join(ROOT, 'apps/server/src/main.ts'), ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    let asked = false;
    const stop = (name) => {
      if (asked) return;
      asked = true;
      // A Ctrl-C reaches the app from the terminal itself; only one that is still there after a moment did not get it.
      if (name === 'SIGINT') setTimeout(() => child.kill('SIGINT'), 300);
      else child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
    watchNpm(() => stop('SIGTERM'));
    child.on('error', (error) => {
      tell(error);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (asked && signal !== 'SIGKILL' ? 0 : 1)));
  });
}

/** npm passes a polite signal on, but cannot when it is killed outright; then we, or the shell between, change hands. */
function watchNpm(gone) {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const before = ancestors();
  setInterval(() => ancestors() !== before && gone(), 500).unref();
}

function ancestors() {
  const parent = process.ppid;
  try {
    const [, grandparent] = readFileSync(`/proc/${parent}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return `${parent} ${grandparent}`;
  } catch {
    return String(parent);
  }
}

try {
  const handOver = stopHelpersOnSignal();
  await ensureDependencies();
  await buildWeb();
  handOver();
  process.exit(await runServer());
} catch (error) {
  tell(error);
  process.exit(1);
}
