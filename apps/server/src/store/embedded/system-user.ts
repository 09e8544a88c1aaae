import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root, so root hands the database to a user of the system. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly name: string };

export const isRoot = (): boolean => process.getuid?.() === 0;

const run = (command: string, args: string[]) => spawnSync(command, args, { encoding: 'utf8', cwd: '/' });

function findUser(name: string): SystemUser | undefined {
  const uid = run('id', ['-u', name]);
  const gid = run('id', ['-g', name]);
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), name };
}

/**
 * Under whom the database runs: undefined means as ourselves. A cluster that exists stays with its owner, so that
 * starting once as root and once as an ordinary user does not change hands.
 */
export async function chooseSystemUser(cluster: string): Promise<SystemUser | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  const known = findUser('postgres') ?? findUser('zhengyou');
  if (known) return known;
  run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'zhengyou']);
  const made = findUser('zhengyou') ?? findUser('nobody');
  if (!made) throw new Error('no system user to run the database under: create one named postgres');
  return made;
}

/** Asked of the system itself rather than read from mode bits: lists of access and mounts have their say too. */
export function canEnter(user: SystemUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

/** A cluster copied by root belongs to root and would not open; hand all of it over. */
export function handOver(user: SystemUser, path: string): void {
  chownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) {
    const inner = join(path, name);
    if (!lstatSync(inner).isSymbolicLink()) handOver(user, inner);
  }
}

/** Like `mkdir -p`. What root makes may be passed through, whatever its umask; listing stays with the owner. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (!first || !isRoot()) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
}
