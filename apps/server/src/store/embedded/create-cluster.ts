import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { binary } from './binaries.ts';
import { EmbeddedError, type Tell } from './embedded-error.ts';
import type { Place } from './place.ts';
import { isAlive, serverEnvironment } from './postmaster.ts';

export const ADMIN = 'postgres';

/** The write-ahead log needs room to be written even while the tables do not grow. */
const NEEDED_MB = { toCreate: 300, toStart: 32 };

export type FreeMegabytes = (folder: string) => Promise<number>;
export const freeMegabytes: FreeMegabytes = async (folder) => {
  const disk = await statfs(folder);
  return Math.floor((disk.bavail * disk.bsize) / 1_048_576);
};

/**
 * `C.UTF-8` compares bytes and yet knows letters, which trigram search needs to find Chinese words at all; sorting for
 * people's eyes is ICU's part. macOS and Windows lack it under that name.
 */
const LOCALES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['en_US.UTF-8', 'C'],
  win32: ['en-US', 'C'],
};
const locales = (): readonly string[] => LOCALES[process.platform] ?? ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'C'];

/** The administrator's password: made once, before the cluster, so that a cut in between loses nothing. */
export async function findPassword(place: Place): Promise<string> {
  const file = join(place.home, 'password');
  const found = await readFile(file, 'utf8').catch(() => undefined);
  if (found?.trim()) return found.trim();
  if (existsSync(join(place.cluster, 'PG_VERSION'))) throw new EmbeddedError('passwordLost', { file });
  const made = randomBytes(24).toString('base64url');
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: found === undefined ? 'wx' : 'w' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}

export async function createCluster(
  place: Place,
  native: string,
  password: string,
  options: { tell: Tell; free: FreeMegabytes; durable: boolean; signal: AbortSignal | undefined },
): Promise<void> {
  const created = existsSync(join(place.cluster, 'PG_VERSION'));
  const needed = created ? NEEDED_MB.toStart : NEEDED_MB.toCreate;
  const free = await options.free(place.home);
  if (free < needed) throw new EmbeddedError('diskFull', { folder: place.home, free, needed });
  if (created) return;

  options.tell('creating');
  await removeDrafts(place.home);
  const draft = join(place.home, `cluster.new-${process.pid}`);
  const secret = join(place.home, `secret.new-${process.pid}`);
  try {
    await writeFile(secret, password, { mode: 0o600 });
    if (place.user) await chown(secret, place.user.uid, place.user.gid);
    await initialise(place, native, draft, secret, options);
    // Only a finished cluster gets its name, so that a kill in the middle leaves nothing to be mistaken for one.
    await rename(draft, place.cluster).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(secret, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise(
  place: Place,
  native: string,
  draft: string,
  secret: string,
  options: { durable: boolean; signal: AbortSignal | undefined },
): Promise<void> {
  let said = '';
  for (const locale of locales()) {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    if (place.user) await chown(draft, place.user.uid, place.user.gid);
    const flags = [
      `--pgdata=${draft}`,
      `--username=${ADMIN}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=zh-u-co-pinyin',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--no-instructions',
      ...(options.durable ? [] : ['--no-sync']),
    ];
    const outcome = await initdb(place, native, flags, options.signal);
    if (outcome.code === 0) return;
    said = outcome.said;
    if (!/invalid locale/i.test(said)) break;
  }
  const log = join(place.home, 'create.log');
  await writeFile(log, said).catch(() => undefined);
  if (/No space left|disk full/i.test(said)) {
    const free = await freeMegabytes(place.home);
    throw new EmbeddedError('diskFull', { folder: place.home, free, needed: NEEDED_MB.toCreate });
  }
  const lines = said.trim().split('\n');
  throw new EmbeddedError('failed', {
    reason: lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? '',
    log,
  });
}

function initdb(
  place: Place,
  native: string,
  args: string[],
  signal: AbortSignal | undefined,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary(native, 'initdb'), args, {
      cwd: place.home,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
      ...(place.user ? { uid: place.user.uid, gid: place.user.gid } : {}),
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /^(?:cluster|secret)\.new-(\d+)$/.exec(name)?.[1];
    if (maker && (Number(maker) === process.pid || !isAlive(Number(maker))))
      await rm(join(home, name), { recursive: true, force: true });
  }
}
