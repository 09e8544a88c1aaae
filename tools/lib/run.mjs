import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a command to its end. Its output is collected, and shown as it comes when `show` is set.
 * @param {string} command @param {string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { show = false, env = process.env, cwd = ROOT, ...rest } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      ...rest,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** On Ctrl-C while preparing or testing: take the helpers along. */
export function stopHelpersOnSignal() {
  const stop = () => {
    for (const child of running) child.kill('SIGTERM');
    // A helper that winds up (a test run stopping its database) is given the time for it.
    setTimeout(() => process.exit(130), running.size === 0 ? 0 : 2500);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, stop);
  return () => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(name, stop);
  };
}
