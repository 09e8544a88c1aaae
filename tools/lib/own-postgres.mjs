import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canInstall, findDebianPostgres, install, isRoot } from './debian.mjs';
import { run } from './run.mjs';
import { lastLines, Trouble } from './say.mjs';

async function ensurePrograms() {
  if (!findDebianPostgres() && canInstall()) await install(['postgresql']);
  const bin = findDebianPostgres();
  if (bin) return bin;
  throw new Trouble(
    '没有找到系统的 PostgreSQL（15 或更新）：请先安装它（Debian：apt-get install postgresql）。',
    "The system's PostgreSQL (15 or newer) was not found: install it first (Debian: apt-get install postgresql).",
  );
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** A cluster of the system's own PostgreSQL in a temporary folder, for the length of one test run. */
export async function startOwnPostgres() {
  const bin = await ensurePrograms();
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const ids = isRoot() ? { uid: id('-u'), gid: id('-g') } : {};
  const folder = mkdtempSync(join(tmpdir(), 'zhengyou-own-'));
  const secret = join(folder, 'password');
  const password = randomBytes(18).toString('base64url');
  writeFileSync(secret, password, { mode: 0o600 });
  if (ids.uid !== undefined) for (const path of [folder, secret]) chownSync(path, ids.uid, ids.gid);

  const cluster = join(folder, 'cluster');
  const made = await run(
    join(bin, 'initdb'),
    [
      '-D',
      cluster,
      '-U',
      'postgres',
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
    { cwd: folder, ...ids },
  );
  const discard = () => rmSync(folder, { recursive: true, force: true });
  if (made.code !== 0) {
    discard();
    throw new Trouble(
      '系统的 PostgreSQL 没能建库：',
      "The system's PostgreSQL could not create a cluster:",
      lastLines(made.output),
    );
  }
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    timezone: 'UTC',
    log_min_messages: 'fatal',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, '-p', String(port), ...flags], {
    cwd: cluster,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...ids,
  });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
    }
    discard();
  };
  // Detached, so that a Ctrl-C ends the tests first; but never left behind.
  process.once('exit', () => server.kill('SIGQUIT'));
  for (let tries = 0; !(await accepts(port)); tries += 1) {
    if (server.exitCode !== null || tries > 200) {
      await stop();
      throw new Trouble('系统的 PostgreSQL 没能启动。', "The system's PostgreSQL did not start.");
    }
    await sleep(50);
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, bin, stop };
}
