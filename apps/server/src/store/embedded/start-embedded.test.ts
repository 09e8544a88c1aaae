import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedError } from './embedded-error.ts';
import { isAlive } from './postmaster.ts';
import { startEmbedded, type Embedded, type EmbeddedOptions } from './start-embedded.ts';
import { isRoot } from './system-user.ts';

let base: string;
let dataDir: string;
const running: Embedded[] = [];
const said: string[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'zhengyou-embedded-'));
  // The system user passes through; `mkdtemp` makes the folder ours alone.
  await chmod(base, 0o711);
  dataDir = join(base, 'data');
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  said.length = 0;
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function start(more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const started = await startEmbedded({ dataDir, durable: false, progress: (line) => said.push(line), ...more });
  running.push(started);
  return started;
}

async function ask(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql, values);
  await client.end();
  return rows[0] ?? {};
}

async function troubleOf(starting: Promise<unknown>): Promise<EmbeddedError> {
  const error = await starting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EmbeddedError)) throw new Error(`expected an EmbeddedError, got ${String(error)}`);
  return error;
}

const serverPid = async (): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

/** An app of its own process, to be killed. */
async function startInAnotherProcess(): Promise<{ kill(): Promise<void> }> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start-embedded.ts', import.meta.url).href)});
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    process.stdout.write('started');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

describe('the embedded database', { timeout: 30_000 }, () => {
  test('starts from nothing, sorts by pinyin, finds Chinese words, and is reachable from this machine only', async () => {
    const database = await start();
    expect(database.version).toMatch(/^18\./);
    expect(database.reused).toBe(false);
    const facts = await ask(
      database.url,
      `select (select array_agg(x order by x) from unnest(array['赵','陈','李','安']) as x) as sorted,
              current_setting('listen_addresses') as listens, current_database() as name,
              current_setting('server_encoding') as encoding, current_setting('timezone') as zone`,
    );
    expect(facts).toMatchObject({ sorted: ['安', '陈', '李', '赵'], listens: '127.0.0.1', name: 'zhengyou' });
    expect(facts).toMatchObject({ encoding: 'UTF8', zone: 'UTC' });
    await ask(database.url, 'create extension pg_trgm');
    expect(await ask(database.url, `select show_trgm('联谊交友') <> '{}' as found`)).toEqual({ found: true });
    expect(await ask(database.fastUrl, 'select inet_server_port() as port')).toEqual({ port: null });
    expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'postgres/cluster'))).uid).not.toBe(0);
  });

  test('asks for the password', async () => {
    const { url } = await start();
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('writes durably unless told otherwise', async () => {
    const { url } = await start({ durable: true });
    expect(await ask(url, `select current_setting('fsync') as fsync`)).toEqual({ fsync: 'on' });
  });

  test('keeps its data and its port over a stop, after which no process is left', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 7 as seven');
    const pid = await serverPid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(second.port).toBe(first.port);
    expect(await ask(second.url, 'select seven from kept')).toEqual({ seven: 7 });
  });

  test('takes up the server that a killed app left running', async () => {
    const app = await startInAnotherProcess();
    const pid = await serverPid();
    await app.kill();
    expect(isAlive(pid)).toBe(true);
    const database = await start();
    expect(database.reused).toBe(true);
    expect(await serverPid()).toBe(pid);
    await database.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('refuses the data of an app that lives, and leaves it alone', async () => {
    const first = await start();
    const trouble = await troubleOf(start());
    expect(trouble.code).toBe('inUse');
    expect(trouble.message).toContain(`zhengyou ${process.pid}`);
    expect(await ask(first.url, 'select 1 as one')).toEqual({ one: 1 });
  });

  test('recovers when app and server were both killed, and their number belongs to another program now', async () => {
    const app = await startInAnotherProcess();
    const pid = await serverPid();
    await app.kill();
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await sleep(10);
    const file = join(dataDir, 'postgres/cluster/postmaster.pid');
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'));
    const database = await start();
    expect(database.reused).toBe(false);
    expect(await ask(database.url, 'select seven from kept')).toEqual({ seven: 7 });
  });

  test('brings the server back when it dies under a living app', async () => {
    const database = await start();
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => said.some((line) => line.includes('The database is back')), { timeout: 15_000 }).toBe(true);
    expect(await ask(database.url, 'select seven from kept')).toEqual({ seven: 7 });
    expect(await serverPid()).not.toBe(pid);
  });

  test('moves to another port when the remembered one is taken, but never from a demanded one', async () => {
    const intruder = createServer().listen(0, '127.0.0.1');
    await once(intruder, 'listening');
    const { port } = intruder.address() as AddressInfo;
    await writeFile(join(dataDir, 'postgres/port'), `${port}\n`);
    expect((await start()).port).not.toBe(port);
    await running.pop()?.stop();
    const trouble = await troubleOf(start({ port }));
    expect(trouble.code).toBe('portTaken');
    expect(trouble.message).toContain(String(port));
    intruder.close();
  });

  test('refuses the folder of another version without touching it', async () => {
    const file = join(dataDir, 'postgres/cluster/PG_VERSION');
    await writeFile(file, '17\n');
    const trouble = await troubleOf(start());
    await writeFile(file, '18\n');
    expect(trouble.code).toBe('otherVersion');
    expect(trouble.facts).toMatchObject({ found: '17', expected: 18 });
    expect(await ask((await start()).url, 'select seven from kept')).toEqual({ seven: 7 });
  });

  test('says which file is missing when the password is gone', async () => {
    const file = join(dataDir, 'postgres/password');
    const password = await readFile(file, 'utf8');
    await rm(file);
    const trouble = await troubleOf(start());
    await writeFile(file, password, { mode: 0o600 });
    expect(trouble.code).toBe('passwordLost');
    expect(trouble.message).toContain(file);
  });
});

describe('a start that is called off', { timeout: 30_000 }, () => {
  test('leaves no server behind, whether while creating or while starting, and the next start works', async () => {
    const place = { dataDir: join(base, 'called-off') };
    for (const moment of ['creating the database', 'Starting the database']) {
      const giveUp = new AbortController();
      const progress = (line: string) => void (line.includes(moment) && giveUp.abort());
      await expect(start({ ...place, progress, signal: giveUp.signal })).rejects.toMatchObject({ name: 'AbortError' });
      await expect(stat(join(place.dataDir, 'postgres/cluster/postmaster.pid'))).rejects.toMatchObject({
        code: 'ENOENT',
      });
    }
    expect((await start(place)).reused).toBe(false);
  });
});

describe('a place that will not do', { timeout: 30_000 }, () => {
  test('cannot be written: a sentence that names the folder and the setting', async () => {
    const file = join(base, 'a-file');
    await writeFile(file, '');
    const trouble = await troubleOf(start({ dataDir: join(file, 'data') }));
    expect(trouble.code).toBe('notWritable');
    expect(trouble.message).toMatch(/不能写入 .*\n.*cannot be written: .*ZHENGYOU_DATA/);
  });

  test('has no space: nothing is created', async () => {
    const full = join(base, 'full');
    const trouble = await troubleOf(start({ dataDir: full, free: async () => 12 }));
    expect(trouble.code).toBe('diskFull');
    expect(trouble.facts).toMatchObject({ free: 12, needed: 300 });
    await expect(stat(join(full, 'postgres/cluster'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('holds other files where the database should be', async () => {
    const other = join(base, 'other');
    await mkdir(join(other, 'postgres/cluster/photos'), { recursive: true });
    expect((await troubleOf(start({ dataDir: other }))).code).toBe('notADatabase');
  });

  // Only root changes to another user, so only root meets a folder that user cannot enter.
  if (isRoot())
    test('is closed to the system user: the database stands elsewhere, found again by the note left behind', async () => {
      const closed = join(base, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const places = { dataDir: closed, elsewhere: join(base, 'elsewhere') };
      const first = await start(places);
      expect(first.home.startsWith(places.elsewhere)).toBe(true);
      expect(said.join('\n')).toContain(`the database is kept in ${first.home}`);
      await ask(first.url, 'create table kept as select 8 as eight');
      await first.stop();
      const second = await start(places);
      expect(await ask(second.url, 'select eight from kept')).toEqual({ eight: 8 });
      await second.stop();

      await rm(join(closed, 'postgres-location'));
      const anew = await start(places);
      expect(anew.home).not.toBe(first.home);
      expect(said.join('\n')).toContain(`An earlier database remains in ${first.home}`);
      await anew.stop();

      await rm(anew.home, { recursive: true });
      expect((await troubleOf(start(places))).code).toBe('locationLost');
    });
});
