/**
 * The session's token, 256 random bits, lives in this cookie only; the database knows its hash.
 * `__Host-` binds it to this host over https; browsers grant the same to localhost. Over plain http to another host, which only the
 * demo allows, a cookie of another name without the prefix serves.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const SECURE = '__Host-zhengyou';
const PLAIN = 'zhengyou-demo';

export const isSecure = (request: FastifyRequest): boolean =>
  request.protocol === 'https' || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export function readToken(request: FastifyRequest): string | undefined {
  const wanted = isSecure(request) ? SECURE : PLAIN;
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return undefined;
}

export function writeToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const [name, secure] = isSecure(request) ? [SECURE, '; Secure'] : [PLAIN, ''];
  const life = token === null ? '; Max-Age=0' : '; Max-Age=2592000';
  reply.header('set-cookie', `${name}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`);
}
