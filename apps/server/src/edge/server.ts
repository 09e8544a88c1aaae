/** The HTTP server: headers, health, the mounted rooms, the browser's files, refusals as problems. */
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type pg from 'pg';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Outside } from './context.ts';
import { edgeRefusals } from './edge.refusals.ts';
import { guardHeaders } from './headers.ts';
import { languageOf, mount, type Identify, type Locks } from './mount.ts';
import type { Follower } from './news.ts';
import { problemOf } from './problem.ts';
import type { Route } from './route.ts';
import { pagesOf } from './static-files.ts';

export type ServerParts = {
  readonly outside: Omit<Outside, 'log'>;
  readonly routes: readonly Route[];
  readonly identify: Identify;
  readonly locks: Locks;
  readonly followers: readonly Follower[];
  /** The browser's built files; left out where only the API is under test. */
  readonly webFolder?: string;
  readonly logger?: FastifyServerOptions['logger'];
  readonly trustProxy?: boolean;
};

/** Enough for a very long text; files have their own limit. */
const BODY_LIMIT = 1024 * 1024;

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: parts.logger ?? false,
    trustProxy: parts.trustProxy ?? false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID().slice(0, 8).toUpperCase(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  });
  const outside: Outside = { ...parts.outside, log: app.log };
  guardHeaders(app);
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error, languageOf(request), request.id, request.routeOptions.bodyLimit ?? BODY_LIMIT);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    else request.log.info({ code: problem.code }, 'refused');
    return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  });
  const pages = parts.webFolder ? await pagesOf(parts.webFolder) : undefined;
  app.setNotFoundHandler(async (request, reply) => {
    const page = pages?.answer(request, reply);
    if (page) return page;
    throw new Refused(edgeRefusals.notFound());
  });

  app.get('/healthz', { logLevel: 'silent' }, async () => ({ ok: true }));
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const ready = await isReady(outside.pool);
    return reply.status(ready ? 200 : 503).send({ ready });
  });

  const { routes, identify, locks, followers } = parts;
  mount(app, routes, { outside, identify, locks, followers });
  await pages?.register(app);
  return app;
}

const isReady = (pool: pg.Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  );
