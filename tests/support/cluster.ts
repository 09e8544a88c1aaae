/**
 * One database server for all tests of a run: the embedded one in a folder of its own, or the one that `DATABASE_URL`
 * names. A template is migrated once; `createTestDatabase` clones it.
 */
import { readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { isAlive } from '../../apps/server/src/store/embedded/postmaster.ts';
import { startEmbedded } from '../../apps/server/src/store/embedded/start-embedded.ts';
import { migrate } from '../../apps/server/src/store/migrate.ts';

export type Cluster = {
  /** An administrator's address; name another database of the cluster in its path. */
  readonly adminUrl: string;
  readonly template: string;
};

type Shared = { users: number; starting: Promise<{ cluster: Cluster; stop(): Promise<void> }> };
/** Every project of a run loads this module anew; what they share hangs on the process. */
const thisRun = process as typeof process & { zhengyouCluster?: Shared | undefined };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (thisRun.zhengyouCluster ??= { users: 0, starting: startCluster() });
  shared.users += 1;
  const { cluster, stop } = await shared.starting;
  project.provide('cluster', cluster);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    thisRun.zhengyouCluster = undefined;
    await stop();
  };
}

async function startCluster(): Promise<{ cluster: Cluster; stop(): Promise<void> }> {
  const template = `zhengyou_template_${process.pid}`;
  const own = process.env['DATABASE_URL'];
  if (own) {
    await makeTemplate(own, template);
    const stop = () => administer(own, (client) => client.query(`drop database if exists ${template} with (force)`));
    return { cluster: { adminUrl: own, template }, stop };
  }
  await sweep();
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`);
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o711);
  const database = await startEmbedded({ dataDir, durable: false, database: 'postgres' });
  // A Ctrl-C leaves no time to wait; what is in a cluster of tests is worth nothing.
  const cutOff = () => {
    const pid = Number.parseInt(readFileSync(join(database.home, 'cluster/postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 'SIGQUIT');
    rmSync(dataDir, { recursive: true, force: true });
  };
  process.once('exit', cutOff);
  const stop = async () => {
    process.removeListener('exit', cutOff);
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(database.url, template);
  } catch (error) {
    await stop();
    throw error;
  }
  return { cluster: { adminUrl: database.url, template }, stop };
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  await administer(adminUrl, async (client) => {
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template}`);
  });
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await migrate(url.href);
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const PREFIX = 'zhengyou-tests-';

/** A run that was killed leaves its server and folder behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : 0;
    if (!owner || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    if (await readFile(join(folder, 'postgres/cluster/postmaster.pid')).catch(() => undefined))
      await startEmbedded({ dataDir: folder, durable: false, database: 'postgres' })
        .then((left) => left.stop())
        .catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
