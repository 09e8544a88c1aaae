/** The browser's files: hashed ones kept for a year, the page itself never, with a nonce of its own each time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nonceOf, setHeaders } from './headers.ts';

export type Pages = {
  register(app: FastifyInstance): Promise<void>;
  /** Sends the application's page; undefined where the address is an API's or a file's. */
  answer(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined;
};

export async function pagesOf(folder: string): Promise<Pages> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  return {
    async register(app) {
      await app.register(fastifyStatic, {
        root: folder,
        index: false,
        // Folders are places in the application or nothing, never listings.
        allowedPath: (path) => /\.[a-z0-9]+$/i.test(path),
        preCompressed: true,
        cacheControl: false,
        setHeaders: (reply, path) => {
          const hashed = path.includes('/assets/');
          reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    },
    // Every address that is no API and no file is a place in the application: the browser's router finds it.
    answer(request, reply) {
      const path = request.url.split('?')[0] ?? '';
      if (request.method !== 'GET' || path.startsWith('/api/') || path.startsWith('/assets/')) return undefined;
      const nonce = nonceOf();
      setHeaders(reply, nonce);
      return reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page.replaceAll('__CSP_NONCE__', nonce));
    },
  };
}
