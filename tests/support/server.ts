/** A whole house on a database of its own, and people who knock at it over real HTTP parsing. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type pg from 'pg';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import {
  fillPath,
  type BodyInOf,
  type Endpoint,
  type ParamsInOf,
  type QueryInOf,
  type ReplyOf,
} from '@zhengyou/domain/kit/endpoint.ts';
import type { z } from 'zod';
import { seedDemo } from '../../apps/server/seeds/demo/seed-demo.ts';
import { createHouse, type HouseParts } from '../../apps/server/src/composition.ts';
import { createFieldCipher } from '../../apps/server/src/outside/field-cipher.ts';
import { createPool, inTransaction } from '../../apps/server/src/store/database.ts';
import { newId } from '../../apps/server/src/store/new-id.ts';
import { createTestDatabase } from './database.ts';

/** Monday 23 November 2026, 9:12 in Shanghai: the day on which the demo’s story stands. */
export const STORY_NOW = '2026-11-23T01:12:00Z';

export type TestHouse = {
  readonly app: FastifyInstance;
  readonly pool: pg.Pool;
  readonly url: string;
  readonly institutionId: Id;
  readonly cipher: HouseParts['cipher'];
  readonly clock: HouseParts['clock'];
  /** Moves the house’s clock. */
  setNow(text: string): void;
  /** Signs in someone by name; a browser with its own cookie. */
  as(name: string): Promise<Caller>;
  personId(name: string): Promise<Id>;
  close(): Promise<void>;
};

export type CallInput<E> = {
  params?: ParamsInOf<E>;
  query?: QueryInOf<E>;
  body?: BodyInOf<E>;
  bytes?: Buffer;
  key?: string;
  ifMatch?: number;
  headers?: Record<string, string>;
};

export type Caller = {
  readonly cookie: string;
  /** The reply, or an error that shows what came instead. */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, R>,
    input?: CallInput<Endpoint<P, Q, B, R>>,
  ): Promise<ReplyOf<Endpoint<P, Q, B, R>>>;
  /** The raw response, for refusals. */
  try<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, R>,
    input?: CallInput<Endpoint<P, Q, B, R>>,
  ): Promise<LightMyRequestResponse>;
};

export async function openHouse(
  options: Partial<Pick<HouseParts, 'locks' | 'demo' | 'claimToken' | 'policyFile' | 'webFolder' | 'post'>> & {
    now?: string;
    seed?: boolean;
    /** Another demo than the house's own: a folder of `policies/examples`. */
    institution?: string;
    role?: string;
  } = {},
): Promise<TestHouse> {
  const database = await createTestDatabase();
  const cipher = createFieldCipher(createHash('sha256').update('test').digest());
  let now = options.now ?? STORY_NOW;
  const seeding = createPool(database.url, { max: 2 });
  const institutionId =
    options.seed === false ? ('' as Id) : await seedDemo(seeding, cipher, new Date(now), options.institution);
  await seeding.end();
  const pool = createPool(database.url, { max: 6, ...(options.role ? { role: options.role } : {}) });
  const clock = () => new Date(now);
  const app = await createHouse({
    ...(options.post ? { post: options.post } : {}),
    pool,
    cipher,
    clock,
    demo: options.demo ?? true,
    claimToken: options.claimToken,
    policyFile: options.policyFile,
    ...(options.locks ? { locks: options.locks } : {}),
    webFolder: options.webFolder,
  });
  await app.ready();
  const personId = async (name: string) => {
    const rows = await inTransaction(pool, { institution: institutionId, whole: true }, (db) =>
      db.selectFrom('person').select('person_id').where('name', '=', name).execute(),
    );
    if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} people are called ${name}`);
    return rows[0].person_id as Id;
  };
  return {
    app,
    pool,
    url: database.url,
    institutionId,
    cipher,
    clock,
    personId,
    setNow: (text) => {
      now = text;
    },
    as: async (name) => callerOf(app, await openSession(pool, institutionId, await personId(name), new Date(now))),
    close: async () => {
      await app.close();
      await pool.end();
      await database.drop();
    },
  };
}

/** A session as sign-in leaves it, without going through sign-in. */
async function openSession(pool: pg.Pool, institutionId: Id, personId: Id, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await inTransaction(pool, { institution: institutionId, self: [personId] }, (db) =>
    db
      .insertInto('session')
      .values({
        institution_id: institutionId,
        session_id: newId(),
        person_id: personId,
        device: 'test',
        token_hash: createHash('sha256').update(token).digest(),
        started_at: now,
        seen_at: now,
        ends_at: new Date(now.getTime() + 30 * 86_400_000),
      })
      .execute(),
  );
  return `__Host-zhengyou=${token}`;
}

/** Someone without a session: pass an empty cookie. */
export function callerOf(app: FastifyInstance, cookie: string): Caller {
  const send: Caller['try'] = (endpoint, input = {}) => {
    const query = new URLSearchParams(
      Object.entries((input.query ?? {}) as Record<string, unknown>)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    const path = fillPath(endpoint.path, input.params as Record<string, string> | undefined);
    return app.inject({
      method: endpoint.method,
      url: query ? `${path}?${query}` : path,
      headers: {
        host: 'localhost',
        ...(cookie ? { cookie } : {}),
        ...(endpoint.method === 'GET' ? {} : { 'x-zhengyou': '1', origin: 'http://localhost' }),
        ...(endpoint.method === 'POST' ? { 'idempotency-key': input.key ?? randomUUID() } : {}),
        ...(input.ifMatch === undefined ? {} : { 'if-match': `"${input.ifMatch}"` }),
        ...(input.bytes ? { 'content-type': 'application/octet-stream' } : {}),
        ...input.headers,
      },
      ...(input.bytes ? { payload: input.bytes } : input.body === undefined ? {} : { payload: input.body as object }),
    });
  };
  return {
    cookie,
    try: send,
    call: async (endpoint, input) => {
      const response = await send(endpoint, input);
      if (response.statusCode !== 200) throw new Error(`${endpoint.id}: ${response.statusCode} ${response.body}`);
      return response.json();
    },
  };
}
