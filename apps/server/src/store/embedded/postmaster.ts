import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { readFile, readlink, realpath, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binary } from './binaries.ts';
import type { Place } from './place.ts';
import { serverSettings } from './server-settings.ts';

/** A server process, ours or one that an earlier run left behind. */
export type Postmaster = { readonly pid: number; readonly port: number };

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container whose first process adopts nobody, a dead server of a killed app keeps its number for ever. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** Settings for another PostgreSQL (`PGPORT`, `PGDATA`) or for our own Node must not leak into the server. */
export const serverEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_|npm_)/.test(name)));

/** Numbers of processes are used again, so a living one proves nothing: it must be a server of this very cluster. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return folder !== undefined && folder === (await realpath(cluster));
  }
  if (process.platform === 'win32') return true;
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return command.includes('postgres') && command.includes(cluster);
}

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The server that holds this cluster now. A record whose process is another program is removed: PostgreSQL would not. */
export async function findPostmaster(cluster: string): Promise<{ running?: Postmaster; stale: boolean }> {
  const lines = (await readFile(pidFile(cluster), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid) return { stale: false };
  if (await serves(pid, cluster)) return { running: { pid, port }, stale: false };
  if (isAlive(pid)) await rm(pidFile(cluster), { force: true });
  return { stale: true };
}

/** Nobody serves this cluster, so a socket found there is left over; its lock would stop us if the number lives again. */
async function removeSockets({ socket }: Place): Promise<void> {
  if (!socket) return;
  for (const name of await readdir(socket)) await rm(join(socket, name), { force: true });
}

const startLog = (place: Place): string => join(place.log, 'start.log');

/** Starts a server of its own session: a Ctrl-C in the terminal must reach the app first, which stops it in order. */
export async function launch(place: Place, native: string, port: number, durable: boolean): Promise<Postmaster> {
  await removeSockets(place);
  const said = openSync(startLog(place), 'w', 0o600);
  return await new Promise<Postmaster>((resolve, reject) => {
    const args = ['-D', place.cluster];
    for (const [name, value] of Object.entries(serverSettings(place, port, durable)))
      args.push('-c', `${name}=${value}`);
    const child = spawn(binary(native, 'postgres'), args, {
      cwd: place.cluster,
      env: serverEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', said, said],
      ...(place.user ? { uid: place.user.uid, gid: place.user.gid } : {}),
    });
    child.once('error', reject);
    child.once('spawn', () => resolve({ pid: child.pid ?? 0, port }));
    child.unref();
  }).finally(() => closeSync(said));
}

/** The last words of a server that did not come up; its own log takes over from the starting one at some point. */
export async function lastWords(place: Place): Promise<{ said: string; log: string }> {
  const names = (await readdir(place.log).catch(() => [])).map((name) => join(place.log, name));
  const dated = await Promise.all(
    names.map(async (log) => ({ log, at: (await stat(log)).mtimeMs, said: await readFile(log, 'utf8') })),
  );
  const latest = dated.sort((a, b) => b.at - a.at);
  const telling = latest.find(({ said }) => /FATAL|PANIC/.test(said.slice(-4000))) ?? latest[0];
  return { said: telling?.said.slice(-4000) ?? '', log: telling?.log ?? startLog(place) };
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(15);
  }
  return true;
}

/**
 * Fast shutdown: transactions under way are rolled back, what is committed is flushed. If that takes longer than a
 * person waits, the server is cut off; it then recovers at the next start, as after a power cut.
 */
export async function shutDown(place: Place, native: string, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(binary(native, 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast', '-t', '3']);
    return;
  }
  if (!(await serves(pid, place.cluster))) return;
  signal(pid, 'SIGINT');
  if (await isGoneWithin(pid, 2300)) return;
  signal(pid, 'SIGQUIT');
  await isGoneWithin(pid, 500);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It went by itself in the meantime.
  }
}
