/**
 * Brings a database to the newest schema. Each migration is one transaction, so that a kill in the middle leaves no half schema;
 * an advisory lock lets one process work and the others wait; a database that is ahead of this program is refused.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { CREATE_LOCK_DOWN, LOCK_DOWN_SINCE } from './lock-down.ts';

/** Owns nothing, cannot sign in, cannot pass row security; every request runs under it. */
export const APPLICATION_ROLE = 'zhengyou_app';

const FOLDER = new URL('../../migrations/', import.meta.url);
const LOCK = 7_365_001;

export class SchemaTrouble extends Error {}

export async function migrate(url: string, progress: (line: string) => void = () => {}): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await checkServer(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRole(client);
    await client.query(`create table if not exists schema_migration (
      number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`);
    const done = new Map(
      (await client.query<{ number: number; hash: string }>('select number, hash from schema_migration')).rows.map(
        (row) => [row.number, row.hash],
      ),
    );
    const files = (await readdir(FOLDER)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort();
    const newest = Math.max(0, ...files.map(numberOf));
    const ahead = Math.max(0, ...done.keys());
    if (ahead > newest)
      throw new SchemaTrouble(
        `数据库的结构（第 ${ahead} 版）比这个程序（第 ${newest} 版）新，请换用新版程序。 The database schema (${ahead}) is newer than this program (${newest}): use a newer program.`,
      );
    for (const name of files) await applyFile(client, name, done, progress);
  } finally {
    await client.end();
  }
}

const numberOf = (name: string) => Number(name.slice(0, 4));

async function applyFile(client: pg.Client, name: string, done: Map<number, string>, progress: (line: string) => void) {
  const sql = await readFile(new URL(name, FOLDER), 'utf8');
  const hash = createHash('sha256').update(sql).digest('hex');
  const known = done.get(numberOf(name));
  if (known === hash) return;
  if (known)
    throw new SchemaTrouble(
      `迁移 ${name} 在执行后被改动过，已停下。 Migration ${name} was changed after it had been applied; stopped.`,
    );
  progress(`migrate ${name}`);
  try {
    await client.query('begin');
    if (numberOf(name) >= LOCK_DOWN_SINCE) await client.query(CREATE_LOCK_DOWN);
    await client.query(sql);
    await client.query('insert into schema_migration (number, name, hash) values ($1, $2, $3)', [
      numberOf(name),
      name,
      hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function checkServer(client: pg.Client) {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
  );
  const server = rows[0];
  if (!server || Number(server.version) < 150_000)
    throw new SchemaTrouble('需要 PostgreSQL 15 或更新的版本。 PostgreSQL 15 or newer is needed.');
  if (server.encoding !== 'UTF8')
    throw new SchemaTrouble('数据库的编码必须是 UTF8。 The database encoding must be UTF8.');
}

async function ensureRole(client: pg.Client) {
  const { rows } = await client.query<{ unsafe: boolean; member: boolean }>(
    `select rolsuper or rolbypassrls as unsafe, pg_has_role(current_user, oid, 'member') as member from pg_roles where rolname = $1`,
    [APPLICATION_ROLE],
  );
  const role = rows[0];
  if (!role) {
    // Another database of the same cluster may be migrating at this very moment.
    await client
      .query(`create role ${APPLICATION_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`)
      .catch((error: { code?: string }) => {
        if (error.code === '42501')
          throw new SchemaTrouble(
            `数据库用户没有建角色的权限：请先用管理员执行 create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to 本用户。 The database user may not create roles: have an administrator run “create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to <this user>”.`,
          );
        if (error.code !== '42710' && error.code !== '23505') throw error;
      });
    await client.query(`grant ${APPLICATION_ROLE} to current_user`);
    return;
  }
  if (role.unsafe)
    throw new SchemaTrouble(
      `角色 ${APPLICATION_ROLE} 能绕过行级安全，已停下。 Role ${APPLICATION_ROLE} may bypass row security; stopped.`,
    );
  if (!role.member) await client.query(`grant ${APPLICATION_ROLE} to current_user`);
}
