/** Migrations: once, whole or not at all, and never backwards. */
import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { createPool, isGuarded } from './database.ts';
import { migrate, SchemaTrouble } from './migrate.ts';

let database: TestDatabase;
let client: pg.Client;
beforeEach(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

describe('migrating', () => {
  it('does nothing a second time, also when several start at once', async () => {
    const lines: string[] = [];
    await Promise.all([1, 2, 3].map(() => migrate(database.url, (line) => lines.push(line))));
    expect(lines).toEqual([]);
  });

  it('brings an empty database to the newest schema, told once', async () => {
    await client.query('drop schema public cascade; create schema public');
    const lines: string[] = [];
    await Promise.all([1, 2].map(() => migrate(database.url, (line) => lines.push(line))));
    const files = (await readdir(new URL('../../migrations/', import.meta.url))).filter((name) =>
      name.endsWith('.sql'),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(lines).toEqual(files.sort().map((name) => `migrate ${name}`));
  });

  it('leaves nothing of a migration that breaks in the middle', async () => {
    await client.query('drop schema public cascade; create schema public; create table pairing (x int)');
    await expect(migrate(database.url)).rejects.toThrow(/already exists/);
    const { rows } = await client.query(`select tablename from pg_tables where schemaname = 'public' order by 1`);
    expect(rows.map((row: { tablename: string }) => row.tablename)).toEqual(['pairing', 'schema_migration']);
  });

  it('refuses a schema that is ahead of the program, and a migration that was changed after it landed', async () => {
    await client.query(`insert into schema_migration (number, name, hash) values (9999, 'future', 'x')`);
    await expect(migrate(database.url)).rejects.toThrow(SchemaTrouble);
    await client.query(`delete from schema_migration where number = 9999; update schema_migration set hash = 'other'`);
    await expect(migrate(database.url)).rejects.toThrow(/改动过/);
  });

  it('tells an application role that could step over row security from one that cannot', async () => {
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    for (const [role, guarded] of [
      [undefined, true],
      [rows[0]?.name, false],
    ] as const) {
      const pool = createPool(database.url, { max: 1, ...(role ? { role } : {}) });
      expect([role, await isGuarded(pool)]).toEqual([role, guarded]);
      await pool.end();
    }
  });
});
