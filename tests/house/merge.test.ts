/** Two records of one person become one: every column that names somebody goes along, or says here why it does not. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { followers } from '../../apps/server/src/composition.ts';
import type { MergeFollower } from '../../apps/server/src/features/person/merge.door.ts';
import { ownColumns } from '../../apps/server/src/features/person/merge-people.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** The ids of records merged into one’s own stay one’s own in every request: what is written under them stays readable. */
const HISTORY = 'a step of a history is never changed; former ids keep it the person’s own';
const DID = 'who did it then, under the record that was theirs; former ids keep it the person’s own';
const PAPER = 'to whom a paper went is written in it; former ids keep it readable';
const MERGING = 'says which records became one, so that it can be taken back';

/** Columns that stay, by table and column; `*` is any table. */
const STAYS: Readonly<Record<string, string>> = {
  '*.actor_id': DID,
  'audit.people': HISTORY,
  'pairing_step.leader_id': HISTORY,
  'pairing_step.representative_id': HISTORY,
  'briefing.recipient_ids': PAPER,
  'briefing_item.recipient_ids': PAPER,
  'briefing_recipient.person_id': PAPER,
  'briefing_instruction.person_id': PAPER,
  'person.person_id': 'the record itself',
  'person.merged_into': MERGING,
  'person.former_ids': MERGING,
  'person_merge.kept_id': MERGING,
  'person_merge.other_id': MERGING,
  'idempotency.person_id': 'the answer to a request of the last two days',
  'talk_request.met_by': 'a talk, not a person',
};
const DONE_BY = /^(?:\w+_by)$/;

let database: TestDatabase;
let client: pg.Client;
let follows: ReadonlySet<string>;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const told = followers.filter((one): one is MergeFollower => 'namesPeople' in one);
  expect(told.length).toBeGreaterThan(2);
  const lists = [ownColumns('' as Id), ...told.map((one) => one.namesPeople)];
  follows = new Set(lists.flat().map(({ table, column }) => `${table}.${column}`));
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Columns that point at a person, and those that by their name hold a person’s id. */
async function naming(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname || '.' || a.attname as name
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.contype = 'f' and k.confrelid = 'person'::regclass and a.attname <> 'institution_id'
    union
    select c.relname || '.' || a.attname
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and format_type(a.atttypid, null) in ('uuid', 'uuid[]')
        and a.attname ~ '(^|_)(person|leader|representative|recipient|delegate|actor)_ids?$|^people$|_by$|^former_ids$'
    order by 1`);
  return rows.map(({ name }) => name);
}

const reasonFor = (name: string): string | undefined => {
  const column = name.split('.')[1] ?? '';
  return STAYS[name] ?? STAYS[`*.${column}`] ?? (DONE_BY.test(column) ? DID : undefined);
};

it('takes every column that names a person along in a merge, or says why it stays', async () => {
  const all = await naming();
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((name) => !follows.has(name) && reasonFor(name) === undefined)).toEqual([]);
});

it('follows and lists no column that is not there, and none twice', async () => {
  const all = new Set(await naming());
  const { rows } = await client.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  const there = new Set(rows.map(({ name }) => name));
  expect([...follows].filter((name) => !there.has(name))).toEqual([]);
  expect(Object.keys(STAYS).filter((name) => !name.startsWith('*') && !all.has(name))).toEqual([]);
  expect([...follows].filter((name) => STAYS[name] !== undefined)).toEqual([]);
});
