/** Security headers on every response, errors and files included; the page's nonce is new each time. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { edgeRefusals } from './edge.refusals.ts';

export const nonceOf = (): string => randomBytes(16).toString('base64url');

/** Ant Design writes its styles at run time under the nonce; no inline style or script is allowed. */
const policyOf = (nonce: string | undefined) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

export function setHeaders(reply: FastifyReply, nonce?: string): void {
  reply.headers({
    'content-security-policy': policyOf(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
}

export function guardHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    setHeaders(reply);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

/** A change must come from our own pages: same origin, and with a header that a foreign form cannot send. */
export function checkOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin;
  const own = request.headers['x-zhengyou'] === '1';
  const same = origin === undefined || hostOf(origin) === request.headers.host;
  if (!own || !same) throw new Refused(edgeRefusals.foreignOrigin());
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
