import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFileTrouble, EmbeddedError, type Tell } from './embedded-error.ts';
import { canEnter, chooseSystemUser, handOver, isRoot, makeFolder, type SystemUser } from './system-user.ts';

/** Where everything of one database lies. */
export type Place = {
  /** Holds what follows; not writable by the system user. */
  readonly home: string;
  readonly cluster: string;
  readonly log: string;
  /** A folder for the server's socket, which costs a quarter less than TCP; undefined where there can be none. */
  readonly socket: string | undefined;
  readonly user: SystemUser | undefined;
};

const clusterOf = (home: string): string => join(home, 'cluster');

async function makeOwned(path: string, user: SystemUser | undefined): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (user && (await stat(path)).uid !== user.uid) handOver(user, path);
}

/**
 * Root's home cannot be entered by the user that runs the database, so its cluster stands under `elsewhere` and a file
 * in the data folder says where. Without that file (the folder was deleted) an older cluster there is never taken up
 * again: who deletes the data folder means to begin anew.
 */
async function homeElsewhere(dataDir: string, pointer: string, elsewhere: string, tell: Tell): Promise<string> {
  await makeFolder(elsewhere);
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const earlier = (await readdir(elsewhere)).filter((name) => name.startsWith(hash));
  for (const name of earlier) tell('leftBehind', { folder: join(elsewhere, name) });
  const home = join(elsewhere, earlier.length === 0 ? hash : `${hash}-${randomBytes(3).toString('hex')}`);
  await makeFolder(home);
  await writeFile(pointer, `${home}\n`);
  return home;
}

async function chooseHome(
  dataDir: string,
  elsewhere: string,
  tell: Tell,
): Promise<{ home: string; user: SystemUser | undefined }> {
  await makeFolder(dataDir);
  const pointer = join(dataDir, 'postgres-location');
  const pointed = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  if (pointed) {
    if (!existsSync(pointed)) throw new EmbeddedError('locationLost', { pointer, folder: pointed });
    return { home: pointed, user: await chooseSystemUser(clusterOf(pointed)) };
  }
  const home = join(dataDir, 'postgres');
  const existed = existsSync(clusterOf(home));
  const user = await chooseSystemUser(clusterOf(home));
  if (!user) {
    await makeFolder(home);
    return { home, user };
  }
  await makeFolder(home);
  if (canEnter(user, home)) return { home, user };
  if (existed) throw new EmbeddedError('cannotEnter', { user: user.name, folder: home });
  await rmdir(home);
  const other = await homeElsewhere(dataDir, pointer, elsewhere, tell);
  if (!canEnter(user, other)) throw new EmbeddedError('cannotEnter', { user: user.name, folder: other });
  tell('elsewhere', { user: user.name, folder: dataDir, home: other });
  return { home: other, user };
}

/** The address of a socket is short by law of the kernel (107 bytes on Linux, 103 on macOS). */
async function makeSocketFolder(home: string, user: SystemUser | undefined): Promise<string | undefined> {
  const folder = join(home, 'socket');
  if (process.platform === 'win32' || Buffer.byteLength(folder) > 85) return undefined;
  await makeOwned(folder, user);
  return folder;
}

/** Makes the folders of a database, or finds them, and refuses those it must not touch. */
export async function findPlace(dataDir: string, elsewhere: string, major: number, tell: Tell): Promise<Place> {
  try {
    const { home, user } = await chooseHome(dataDir, elsewhere, tell);
    const cluster = clusterOf(home);
    await refuseForeign(cluster, major);
    if (user && existsSync(cluster)) await makeOwned(cluster, user);
    const log = join(home, 'log');
    await makeOwned(log, user);
    return { home, cluster, log, socket: await makeSocketFolder(home, user), user };
  } catch (error) {
    throw asFileTrouble(error, dataDir);
  }
}

async function refuseForeign(cluster: string, major: number): Promise<void> {
  if (!existsSync(cluster)) return;
  const owner = (await stat(cluster)).uid;
  if (process.getuid && !isRoot() && owner !== process.getuid())
    throw new EmbeddedError('otherOwner', { folder: cluster, owner });
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() === String(major)) return;
  if (version) throw new EmbeddedError('otherVersion', { folder: cluster, found: version.trim(), expected: major });
  if ((await readdir(cluster)).length > 0) throw new EmbeddedError('notADatabase', { folder: cluster });
}
