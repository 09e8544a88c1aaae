import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, POSTGRES_MAJOR } from './binaries.ts';
import { ADMIN, createCluster, findPassword, freeMegabytes, type FreeMegabytes } from './create-cluster.ts';
import { EmbeddedError, teller, type Progress, type Tell } from './embedded-error.ts';
import { choosePort } from './free-port.ts';
import { keep, type Keeper } from './keeper.ts';
import { findPlace, type Place } from './place.ts';
import { findPostmaster, isAlive, lastWords, launch, shutDown, type Postmaster } from './postmaster.ts';

export type EmbeddedOptions = {
  /** The folder of all data; the database lies in `postgres` below it. */
  readonly dataDir: string;
  readonly progress?: Progress | undefined;
  /** Only this port. Without it the database finds a free one and remembers it. */
  readonly port?: number | undefined;
  /** Created when missing. */
  readonly database?: string | undefined;
  /** false only for tests: what is committed may be lost with the power. */
  readonly durable?: boolean | undefined;
  /** Where root keeps clusters and binaries whose own folder the system user cannot enter. */
  readonly elsewhere?: string | undefined;
  readonly free?: FreeMegabytes | undefined;
  /** Gives up starting, be it in the middle of a long recovery, and leaves no server behind. */
  readonly signal?: AbortSignal | undefined;
};

export type Embedded = {
  /** The administrator's address of the database on 127.0.0.1. */
  readonly url: string;
  /** The same over the server's socket where there is one (a quarter less per query), otherwise equal to `url`. */
  readonly fastUrl: string;
  readonly version: string;
  readonly port: number;
  readonly home: string;
  /** True when a server left running by an earlier app was taken up. */
  readonly reused: boolean;
  /** Fast shutdown, done within 3 s. Close pools first. */
  stop(): Promise<void>;
};

type Frame = {
  readonly place: Place;
  readonly native: string;
  readonly password: string;
  readonly durable: boolean;
  readonly demanded: number | undefined;
  readonly tell: Tell;
  readonly signal: AbortSignal | undefined;
};

/** Starts the database of a data folder, or takes up the one still running there. Refuses with `EmbeddedError`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const tell = teller(options.progress);
  const durable = options.durable ?? true;
  const elsewhere = options.elsewhere ?? '/var/lib/zhengyou';
  const place = await findPlace(resolve(options.dataDir), elsewhere, POSTGRES_MAJOR, tell);
  const native = await findBinaries(
    place.user,
    place.user ? join(elsewhere, 'binaries') : join(place.home, 'binaries'),
  );
  const password = await findPassword(place);
  const free = options.free ?? freeMegabytes;
  await createCluster(place, native, password, { tell, durable, free, signal: options.signal });

  const frame: Frame = { place, native, password, durable, demanded: options.port, tell, signal: options.signal };
  const { postmaster, reused } = await takeUpOrLaunch(frame);
  const { stop } = await supervise(frame, postmaster);
  try {
    const database = options.database ?? 'zhengyou';
    options.signal?.throwIfAborted();
    const version = await ensureDatabase(urlOf(frame, postmaster.port, ADMIN), database);
    const url = urlOf(frame, postmaster.port, database);
    const fastUrl = place.socket ? `${url}?host=${encodeURIComponent(place.socket)}` : url;
    return { url, fastUrl, version, port: postmaster.port, home: place.home, reused, stop };
  } catch (error) {
    await stop();
    if ((error as { code?: string }).code !== '53100') throw error;
    throw new EmbeddedError(
      'diskFull',
      { folder: place.home, free: await freeMegabytes(place.home), needed: 32 },
      error,
    );
  }
}

const urlOf = (frame: Frame, port: number, database: string): string =>
  `postgres://${ADMIN}:${frame.password}@127.0.0.1:${port}/${database}`;

async function takeUpOrLaunch(frame: Frame, only?: number): Promise<{ postmaster: Postmaster; reused: boolean }> {
  const { place, tell } = frame;
  const { running, stale } = await findPostmaster(place.cluster);
  if (running) {
    // It may be on its way down; then its end is awaited and a new one started.
    if (await answers(frame, running)) {
      tell('reusing', { pid: running.pid });
      return { postmaster: running, reused: true };
    }
    if (isAlive(running.pid)) throw new EmbeddedError('unresponsive', { pid: running.pid });
  }
  if (stale) tell('stale');

  const portFile = join(place.home, 'port');
  const remembered = Number(await readFile(portFile, 'utf8').catch(() => '')) || undefined;
  frame.signal?.throwIfAborted();
  const port = await choosePort(only ?? frame.demanded, remembered);
  if (remembered && frame.demanded === undefined && port !== remembered) tell('otherPort', { taken: remembered, port });
  tell('starting');
  const postmaster = await launch(place, frame.native, port, frame.durable);
  if (await answers(frame, postmaster)) {
    if (port !== remembered) await writeFile(portFile, `${port}\n`);
    return { postmaster, reused: false };
  }
  const { said, log } = await lastWords(place);
  if (isAlive(postmaster.pid)) throw new EmbeddedError('unresponsive', { pid: postmaster.pid });
  throw await explain(said, log, frame, port);
}

async function explain(said: string, log: string, { place }: Frame, port: number): Promise<EmbeddedError> {
  if (/No space left/i.test(said))
    return new EmbeddedError('diskFull', { folder: place.home, free: await freeMegabytes(place.home), needed: 32 });
  if (/could not bind|already in use/i.test(said)) return new EmbeddedError('portTaken', { port });
  if (/Permission denied/i.test(said)) return new EmbeddedError('notWritable', { folder: place.cluster });
  const fatal = said.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? said.trim();
  return new EmbeddedError('failed', { reason: fatal.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, ''), log });
}

/** Waits until the server lets someone in: long, since recovery after a cut may be, but not once its process is gone. */
async function answers(frame: Frame, postmaster: Postmaster): Promise<boolean> {
  const url = urlOf(frame, postmaster.port, ADMIN);
  const began = Date.now();
  let told = 0;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      const seconds = Math.round((Date.now() - began) / 1000);
      const code = (error as { code?: string }).code;
      if (frame.signal?.aborted) {
        await shutDown(frame.place, frame.native, postmaster.pid);
        frame.signal.throwIfAborted();
      }
      // Starting, stopping, not listening yet, or lost halfway: all pass. Anything else will not.
      const passing = code === undefined || ['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', '53300'].includes(code);
      if (!passing) throw error;
      if (!isAlive(postmaster.pid) || seconds > (code === '57P03' ? 600 : 30)) return false;
      if (seconds >= told + 5) {
        told = seconds;
        frame.tell('recovering', { seconds });
      }
      await sleep(40);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Holds the keeper's connection, and when the server goes without being told to, brings it back on the same port. */
async function supervise(frame: Frame, first: Postmaster): Promise<{ stop(): Promise<void> }> {
  let current = first;
  let stopping: Promise<void> | undefined;
  let reviving: Promise<void> | undefined;
  let keeper: Keeper;

  const lost = (): void => {
    if (stopping) return;
    frame.tell('lost');
    reviving ??= revive().finally(() => (reviving = undefined));
  };
  const hold = (): Promise<Keeper> => keep(urlOf(frame, current.port, ADMIN), lost);
  const revive = async (): Promise<void> => {
    for (let tries = 0; ; tries += 1) {
      await sleep(Math.min(200 * 2 ** tries, 5000));
      if (stopping) return;
      try {
        current = (await takeUpOrLaunch(frame, first.port)).postmaster;
        keeper = await hold();
        frame.tell('back');
        return;
      } catch (error) {
        if (tries < 10) continue;
        frame.tell('gaveUp', { reason: error instanceof Error ? error.message : String(error) });
        return;
      }
    }
  };
  keeper = await hold();
  return {
    stop: () =>
      (stopping ??= (async () => {
        await Promise.race([reviving, sleep(500)]);
        await keeper.end();
        await shutDown(frame.place, frame.native, current.pid);
      })()),
  };
}

async function ensureDatabase(adminUrl: string, database: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; found: boolean }>(
      `select current_setting('server_version') as version, exists (select from pg_database where datname = $1) as found`,
      [database],
    );
    if (!rows[0]?.found) await client.query(`create database ${client.escapeIdentifier(database)}`);
    return rows[0]?.version ?? '';
  } finally {
    await client.end();
  }
}
