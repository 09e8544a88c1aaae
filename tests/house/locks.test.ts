/** The rules of the schema, read from the catalogue of a migrated database. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ABOUT_NOBODY, ABOUT_PEOPLE, cataloguePage, isSilent, readFields } from '../../tools/lib/field-catalogue.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { textOf } from '../support/sources.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const TABLES = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, obj_description(c.oid) as gist
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'`;
const names = async (sql: string) => (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);

describe('the schema', () => {
  it('has row security enabled and forced on every table', async () => {
    const tables = await client.query<{ relname: string; relrowsecurity: boolean; relforcerowsecurity: boolean }>(
      TABLES,
    );
    expect(tables.rowCount).toBeGreaterThan(20);
    expect(tables.rows.filter((table) => !table.relrowsecurity || !table.relforcerowsecurity)).toEqual([]);
  });

  it('says what each table is for', async () => {
    expect(await names(`select relname as name from (${TABLES}) t where gist is null`)).toEqual([]);
  });

  it('has policies for reading, adding, changing and removing on every table', async () => {
    expect(
      await names(`select t.relname as name from (${TABLES}) t where
        (select array_agg(polcmd::text order by polcmd::text) from pg_policy where polrelid = t.oid) is distinct from '{a,d,r,w}'`),
    ).toEqual([]);
  });

  it('writes no subquery into a row policy, so that tables can be distributed', async () => {
    const clauses = await client.query<{ polname: string; text: string }>(
      `select polname, coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') as text from pg_policy`,
    );
    expect(clauses.rowCount).toBeGreaterThan(80);
    expect(clauses.rows.filter((row) => /\bselect\b/i.test(row.text))).toEqual([]);
  });

  it('begins every key, unique index and foreign key with the institution', async () => {
    expect(
      await names(`select i.indexrelid::regclass::text as name from pg_index i
        join (${TABLES}) t on t.oid = i.indrelid
        where (i.indisunique or i.indisprimary) and 'institution_id' <>
          (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0])`),
    ).toEqual([]);
    expect(
      await names(`select conname as name from pg_constraint join (${TABLES}) t on t.oid = conrelid where contype = 'f' and 'institution_id' <>
        (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1])`),
    ).toEqual([]);
  });

  it('has no triggers', async () => {
    expect(await names(`select tgname as name from pg_trigger where not tgisinternal`)).toEqual([]);
  });

  it('gives the application a role that owns nothing, cannot sign in and cannot bypass row security', async () => {
    const role = await client.query(
      `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = 'zhengyou_app'`,
    );
    expect(role.rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false },
    ]);
    expect(
      await names(
        `select relname as name from pg_class where relowner = (select oid from pg_roles where rolname = 'zhengyou_app')`,
      ),
    ).toEqual([]);
  });

  it('lets the application append to the audit and the histories, not change them', async () => {
    const may = async (table: string, verb: string) =>
      (
        await client.query<{ may: boolean }>('select has_table_privilege($1, $2, $3) as may', [
          'zhengyou_app',
          table,
          verb,
        ])
      ).rows[0]?.may;
    for (const table of ['audit', 'audit_seal', 'audit_link']) {
      expect([table, await may(table, 'insert')]).toEqual([table, true]);
      expect([table, await may(table, 'update')]).toEqual([table, false]);
      expect([table, await may(table, 'delete')]).toEqual([table, false]);
    }
    expect(await may('pairing_step', 'update')).toBe(false);
    for (const verb of ['update', 'delete']) expect([verb, await may('matter_action', verb)]).toEqual([verb, false]);
    expect(await may('schema_migration', 'select')).toBe(false);
  });

  it('says of every table whether it is about people, and of every field about them what it is for', async () => {
    const fields = await readFields(client);
    const tables = [...new Set(fields.map((field) => field.table))];
    const known = [...Object.keys(ABOUT_PEOPLE), ...ABOUT_NOBODY];
    expect(tables.filter((table) => !known.includes(table))).toEqual([]);
    expect(known.filter((table) => !tables.includes(table))).toEqual([]);
    const personal = fields.filter((field) => field.table in ABOUT_PEOPLE);
    expect(personal.length).toBeGreaterThan(150);
    expect(personal.filter(isSilent).map((field) => `${field.table}.${field.column}`)).toEqual([]);
  });

  it('has the field catalogue in step (npm run generate)', async () => {
    expect(textOf('docs/field-catalogue.md')).toBe(cataloguePage(await readFields(client)));
  });

  it('holds no score, rank, rating, mood or forecast of a person', async () => {
    const forbidden =
      'score|rating|ranking|grade_of|sentiment|attitude|mood|risk|loyal|predict|likelihood|credit|points_of|level_of_trust|heat|engagement';
    expect(
      await names(`select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and column_name ~ '(${forbidden})'`),
    ).toEqual([]);
  });
});
