/** Mounts what the rooms list: session, parse, role check, one transaction with its context, reply through the contract. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@zhengyou/domain/access/actor.ts';
import { mayKnock } from '@zhengyou/domain/access/actor.ts';
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Language } from '@zhengyou/domain/kit/words.ts';
import type { z } from 'zod';
import { inTransaction, type Settings } from '../store/database.ts';
import { writeAudit } from './audit.ts';
import type { Context, OpenContext, Outside } from './context.ts';
import { edgeRefusals } from './edge.refusals.ts';
import { checkOrigin } from './headers.ts';
import { findAnswer, hashOf, keepAnswer, readKey, type Once } from './idempotency.ts';
import type { Download, Input, Route } from './route.ts';
import { tellFollowers, type Follower } from './news.ts';
import { hashToken, isSecure, readToken, writeToken } from './session-cookie.ts';

/** Turns a token's hash into whoever it belongs to; undefined when the session has ended. */
export type Identify = (tokenHash: Buffer, now: Date) => Promise<{ actor: Actor; zone: string } | undefined>;

export type Locks = {
  /** The application's lock: how far the use cases may look. A test opens it to see the database's lock hold alone. */
  readonly reachOf: (actor: Actor) => Actor['reach'];
};

/** What stands behind every route. */
export type Behind = {
  readonly outside: Outside;
  readonly identify: Identify;
  readonly locks: Locks;
  readonly followers: readonly Follower[];
};

export function mount(app: FastifyInstance, routes: readonly Route[], behind: Behind) {
  for (const one of routes) {
    const { endpoint } = one;
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      // The address of a file that anyone may ask for is its key: it stays out of the log.
      ...(endpoint.download && endpoint.may === 'anyone' ? { logLevel: 'error' as const } : {}),
      ...(endpoint.upload ? { bodyLimit: endpoint.upload.maxBytes + 1 } : {}),
      handler: async (request, reply) => {
        if (endpoint.method !== 'GET') checkOrigin(request);
        const common = commonContext(request, reply, behind);
        if (one.handleOpen) {
          const result = await one.handleOpen(common, readInput(endpoint, request));
          if (endpoint.download) return sendFile(request, reply, result as Download);
          return endpoint.reply.parse(result);
        }
        return answer(one, request, reply, behind, common);
      },
    });
  }
}

export const languageOf = (request: FastifyRequest): Language =>
  /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';

type Collected = OpenContext & { readonly later: (() => void)[] };

function commonContext(
  request: FastifyRequest,
  reply: FastifyReply,
  { outside, followers }: Pick<Behind, 'outside' | 'followers'>,
): Collected {
  const later: (() => void)[] = [];
  const token = readToken(request);
  return {
    outside,
    now: outside.clock(),
    language: languageOf(request),
    requestId: request.id,
    log: request.log,
    source: request.ip,
    device: (request.headers['user-agent'] ?? '').slice(0, 300),
    origin: `${request.protocol}://${request.host}`,
    secure: isSecure(request),
    sessionHash: token ? hashToken(token) : undefined,
    followers,
    later,
    afterCommit: (work) => later.push(work),
    setSessionCookie: (next) => writeToken(request, reply, next),
  };
}

const settingsOf = (actor: Actor): Settings => ({
  institution: actor.institutionId,
  actor: actor.personId,
  whole: actor.reach.whole,
  keeps: actor.keeps,
  units: actor.reach.units,
  self: actor.reach.self,
  people: actor.reach.people,
  desks: actor.reach.desks,
});

async function answer(
  one: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { outside, identify, locks, followers }: Behind,
  common: Collected,
): Promise<unknown> {
  const { endpoint } = one;
  const handle = one.handle;
  if (!handle || endpoint.may === 'anyone')
    throw new TypeError(`${endpoint.id}: a route that anyone may call is mounted with openRoute`);
  const known = common.sessionHash ? await identify(common.sessionHash, common.now) : undefined;
  if (!known) throw new Refused(edgeRefusals.notSignedIn());
  const { actor, zone } = known;
  if (!mayKnock(actor.roles, endpoint.may)) throw new Refused(edgeRefusals.notYours());
  const input = readInput(endpoint, request);
  const once = endpoint.method === 'POST' ? onceOf(endpoint, request, actor, input, outside) : undefined;
  const ifMatch = endpoint.versioned ? readVersion(request) : 0;
  let audited = 0;

  const result = await inTransaction(outside.pool, settingsOf(actor), async (db) => {
    if (once) {
      const earlier = await findAnswer(db, once);
      if (earlier) return earlier.reply;
    }
    const context: Context = {
      ...common,
      actor,
      reach: locks.reachOf(actor),
      institutionId: actor.institutionId,
      today: dateInZone(common.now, zone),
      zone,
      db,
      requestKey: once?.key ?? request.id,
      ifMatch,
      audit: async (entry) => {
        audited += 1;
        const witness = { institutionId: actor.institutionId, actorId: actor.personId, roles: actor.roles };
        await writeAudit(db, { ...witness, endpoint: endpoint.id, requestId: request.id, at: common.now }, entry);
      },
      tell: (told, fact) => tellFollowers(followers, context, told.id, fact),
    };
    const raw = await handle(context, input);
    // No audit, no change; and what is read of a person is written down.
    if (audited === 0 && (endpoint.method !== 'GET' || endpoint.auditedRead))
      throw new TypeError(`${endpoint.id} did not write to the audit`);
    if (endpoint.download) return raw;
    const filtered: unknown = endpoint.reply.parse(raw);
    if (once && !endpoint.secret) await keepAnswer(db, once, filtered, common.now);
    return filtered;
  });

  for (const work of common.later) work();
  if (endpoint.download) return sendFile(request, reply, result as Download);
  const version = (result as { version?: unknown } | null)?.version;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  return result;
}

function onceOf(
  endpoint: AnyEndpoint,
  request: FastifyRequest,
  actor: Actor,
  input: Input<AnyEndpoint>,
  outside: Outside,
): Once {
  return {
    institutionId: actor.institutionId,
    personId: actor.personId,
    key: readKey(request.headers['idempotency-key']),
    endpoint: endpoint.id,
    // Keyed, because a body may hold a password, which a bare hash would let guessers with the database try out.
    bodyHash: outside.cipher.fingerprint(hashOf(request.url, endpoint.upload ? input.bytes : input.body)),
  };
}

function readVersion(request: FastifyRequest): number {
  const version = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '');
  if (!version) throw new Refused(edgeRefusals.versionMissing());
  return Number(version[1]);
}

function readInput(endpoint: AnyEndpoint, request: FastifyRequest): Input<AnyEndpoint> {
  const bytes = endpoint.upload && Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (endpoint.upload && !Buffer.isBuffer(request.body))
    throw new Refused(edgeRefusals.wrongType({ wanted: 'application/octet-stream' }));
  return {
    params: readParams(endpoint, request),
    query: read(endpoint.query, request.query),
    body: endpoint.upload ? undefined : read(endpoint.body, request.body),
    bytes,
  };
}

/** An address that cannot be: the page says that nothing is there, not that something was filled in wrongly. */
function readParams(endpoint: AnyEndpoint, request: FastifyRequest): unknown {
  if (!endpoint.params) return undefined;
  const parsed = endpoint.params.safeParse(request.params ?? {});
  if (!parsed.success) throw new Refused(edgeRefusals.notFound());
  return parsed.data;
}

function read(shape: z.ZodType | undefined, value: unknown): unknown {
  if (!shape) return undefined;
  const parsed = shape.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
  const where = at.map(String).join('.').slice(0, 80) || '—';
  if (issue?.code === 'too_big' && issue.origin === 'string')
    throw new Refused(edgeRefusals.tooLong({ limit: Number(issue.maximum) }, { field: where }));
  throw new Refused(edgeRefusals.badInput({ where }, { field: where }));
}

/** File names travel in both forms of RFC 6266: plain for old programs, UTF-8 for the rest. */
function sendFile(request: FastifyRequest, reply: FastifyReply, file: Download) {
  if (file.etag !== undefined) {
    reply.header('etag', file.etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  }
  const plain = file.fileName.replace(/[^A-Za-z0-9._-]/g, '_');
  const exact = encodeURIComponent(file.fileName).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return reply
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${exact}`)
    .type(file.type)
    .send(file.bytes);
}
