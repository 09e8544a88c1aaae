import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';

const made: TestDatabase[] = [];
afterAll(async () => {
  for (const one of made) await one.drop();
});

test('each test database is migrated, and what one writes the other does not see', async () => {
  made.push(await createTestDatabase(), await createTestDatabase());
  const clients = made.map(({ url }) => new pg.Client({ connectionString: url }));
  for (const client of clients) await client.connect();
  await clients[0]?.query('create table only_here (n int)');
  const seen = [];
  for (const client of clients) {
    const { rows } = await client.query(
      `select to_regclass('only_here') is not null as here, (select count(*) > 0 from schema_migration) as migrated`,
    );
    seen.push(rows[0]);
    await client.end();
  }
  expect(seen).toEqual([
    { here: true, migrated: true },
    { here: false, migrated: true },
  ]);
});
