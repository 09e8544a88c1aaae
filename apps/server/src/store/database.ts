/**
 * The pool and the one way to the tables: a transaction that begins with the context of who asks.
 * Every connection starts under the application's role, so that row security holds from its first statement.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { APPLICATION_ROLE } from './migrate.ts';
import type { DB } from './tables.gen.ts';

export type Db = Kysely<DB>;

/** Dates stay text (no clock time can slip in), counts are numbers. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * A request's statements are short, and to the planner row security looks costlier than it is: starting helpers or compiling would take
 * longer than the work.
 */
const PLANNING = '-c max_parallel_workers_per_gather=0 -c jit=off';

export const createPool = (url: string, options: { max?: number; role?: string } = {}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    types,
    options: `-c role=${options.role ?? APPLICATION_ROLE} -c timezone=UTC ${PLANNING}`,
    application_name: 'zhengyou',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process. One that breaks in use
  // rejects its statement and says so once more as an event, which must not end the process either.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** What the row policies compare with. Everything absent sees nothing. */
export type Settings = {
  readonly institution?: Id;
  readonly actor?: Id | null;
  readonly whole?: boolean;
  /** May write wherever `whole` may look; the same as `whole` where it is left out. */
  readonly keeps?: boolean;
  readonly units?: readonly Id[];
  readonly self?: readonly Id[];
  readonly people?: readonly Id[];
  /** Departments whose handed matters may be read. */
  readonly desks?: readonly Id[];
  readonly login?: string;
  /** Keyed hash of the network address that asks. */
  readonly source?: Buffer;
  /** SHA-256 of a session's or an invitation's token. */
  readonly token?: Buffer;
  /** SHA-256 of the token of a link to answer without signing in. */
  readonly answer?: Buffer;
  /** Matters of one's own, where they are known from the start. */
  readonly matters?: readonly Id[];
  readonly sealer?: boolean;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ids = (list: readonly string[] | undefined) => {
  const bad = list?.find((id) => !UUID.test(id));
  if (bad !== undefined) throw new TypeError('an id in the context is no UUID');
  return list?.join(',') ?? '';
};

/** `set local …`, several in the one round trip of `begin`: this form reaches the workers of a distributed database. */
function beginStatement(settings: Settings): string {
  const lines = ['begin'];
  const set = (name: string, value: string) => {
    if (value !== '') lines.push(`set local app.${name} = ${pg.escapeLiteral(value)}`);
  };
  set('institution', ids(settings.institution ? [settings.institution] : []));
  set('actor', ids(settings.actor ? [settings.actor] : []));
  set('whole', settings.whole ? 'on' : '');
  set('keeps', (settings.keeps ?? settings.whole) ? 'on' : '');
  set('units', ids(settings.units));
  set('self', ids(settings.self));
  set('people', ids(settings.people));
  set('desks', ids(settings.desks));
  set('login', settings.login ?? '');
  set('source', settings.source?.toString('hex') ?? '');
  set('token', settings.token?.toString('hex') ?? '');
  set('answer', settings.answer?.toString('hex') ?? '');
  set('matters', ids(settings.matters));
  set('sealer', settings.sealer ? 'on' : '');
  return lines.join(';');
}

/**
 * Opens matters of one's own for the rest of the transaction: their rows hold no person, so that the row policies cannot
 * know whose they are. Call it with ids only that the list of proposers, which does know, has just given.
 */
export async function openMatters(db: Db, matters: readonly Id[]): Promise<void> {
  await sql.raw(`set local app.matters = ${pg.escapeLiteral(ids(matters))}`).execute(db);
}

/**
 * Lends names for the rest of the transaction: what rests in the name of these persons, and whoever they are paired with, is within
 * reach of the row policies. Call it with ids only that delegations in force have just given.
 */
export async function lendNames(
  db: Db,
  names: { readonly self: readonly Id[]; readonly people: readonly Id[] },
): Promise<void> {
  const self = pg.escapeLiteral(ids(names.self));
  const people = pg.escapeLiteral(ids(names.people));
  await sql.raw(`set local app.self = ${self}; set local app.people = ${people}`).execute(db);
}

/**
 * Lets one question see the whole house, for a decision whose grounds whoever asks may not read; writing stays as narrow as it was.
 * `whole` is what the request may see anyway.
 */
export async function seeingAll<T>(db: Db, whole: boolean, question: () => Promise<T>): Promise<T> {
  await sql.raw(`set local app.whole = 'on'`).execute(db);
  const found = await question();
  await sql.raw(`set local app.whole = '${whole ? 'on' : ''}'`).execute(db);
  return found;
}

/**
 * Opens matters that whoever asks heard as a leader, to be answered on the spot. Call it with ids only of which the list of
 * proposers has just said that this leader heard them.
 */
export async function openHeard(db: Db, matters: readonly Id[]): Promise<void> {
  await sql.raw(`set local app.heard = ${pg.escapeLiteral(ids(matters))}`).execute(db);
}

const builders = new WeakMap<pg.PoolClient, Db>();
function builderOf(client: pg.PoolClient): Db {
  const known = builders.get(client);
  if (known) return known;
  const only = { connect: () => Promise.resolve(borrowed), end: () => Promise.resolve() };
  // Kysely gives the connection back after every statement; the transaction keeps it, so giving back does nothing.
  const borrowed = new Proxy(client, {
    get: (target, key) => {
      if (key === 'release') return () => {};
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value as (...rest: unknown[]) => unknown).bind(target) : value;
    },
  });
  const builder = new Kysely<DB>({ dialect: new PostgresDialect({ pool: only as unknown as pg.Pool }) });
  builders.set(client, builder);
  return builder;
}

/** Commits what `work` did, or nothing of it. */
export async function inTransaction<T>(pool: pg.Pool, settings: Settings, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginStatement(settings));
    const result = await work(builderOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((trouble: Error) => {
      broken = trouble;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The application's role must not be able to step over row security; checked at start. */
export async function isGuarded(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ guarded: boolean }>(
    'select not (rolsuper or rolbypassrls) as guarded from pg_roles where rolname = current_user',
  );
  return rows[0]?.guarded === true;
}
