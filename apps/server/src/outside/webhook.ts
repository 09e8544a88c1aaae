/**
 * Tells another program: signed, to public addresses only, no redirect followed. The name is looked up here and the connection goes to the very
 * address that was looked at, so that an answer that changes in between leads nowhere.
 */
import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Sent } from './messenger.ts';
import { isPublicAddress, isPublicHost } from './safe-address.ts';

export type Hook = {
  readonly url: string;
  /** The present one first; each signs. */
  readonly secrets: readonly string[];
  readonly id: string;
  readonly event: string;
  readonly body: string;
  readonly now: Date;
};

/** `t=<seconds>,v1=<hex>`, HMAC-SHA256 over `<seconds>.<body>`; one `v1` for each secret. */
export function signatureOf(body: string, secrets: readonly string[], now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const signed = secrets.map((secret) => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
  return [`t=${seconds}`, ...signed.map((one) => `v1=${one}`)].join(',');
}

class PrivateAddress extends Error {}

export type Resolve = typeof lookup;

/** Looks a name up and gives only addresses that are public; one that is not among them spoils the whole answer. */
const guarded =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { all: true, verbatim: true }, (error, found) => {
      if (error) return done(error, '');
      if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)))
        return done(new PrivateAddress(hostname), '');
      if (options.all) return done(null, found);
      const [first] = found;
      return done(null, first?.address ?? '', first?.family);
    });
  };

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** What another program answers is not read further. */
const READ_BYTES = 64 * 1024;

export function postHook(
  hook: Hook,
  how: { readonly allowPrivate: boolean; readonly timeoutMs: number; readonly resolve?: Resolve },
): Promise<Sent> {
  const url = new URL(hook.url);
  const open = how.allowPrivate;
  if (url.protocol !== 'https:' && !(open && url.protocol === 'http:'))
    return Promise.resolve({ kind: 'refused', trouble: 'privateAddress' });
  // A number in the address is never looked up, so it is judged here.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!open && (!isPublicHost(host) || (isIP(host) !== 0 && !isPublicAddress(host))))
    return Promise.resolve({ kind: 'refused', trouble: 'privateAddress' });

  return new Promise<Sent>((done) => {
    let saidAll = false;
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method: 'POST',
        ...(open ? {} : { lookup: guarded(how.resolve ?? lookup) }),
        signal: AbortSignal.timeout(how.timeoutMs),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(hook.body),
          'user-agent': 'zhengyou-webhook/1',
          'zhengyou-id': hook.id,
          'zhengyou-event': hook.event,
          'zhengyou-signature': signatureOf(hook.body, hook.secrets, hook.now),
        },
      },
      (response) => {
        let read = 0;
        response.on('data', (part: Buffer) => {
          read += part.length;
          if (read > READ_BYTES) response.destroy();
        });
        response.on('error', () => done(toldBy(response.statusCode ?? 0, response.headers['retry-after'])));
        response.on('close', () => done(toldBy(response.statusCode ?? 0, response.headers['retry-after'])));
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof PrivateAddress) return done({ kind: 'refused', trouble: 'privateAddress' });
      const code = error.code ?? '';
      if (NEVER_CONNECTED.has(code)) return done({ kind: 'later', trouble: 'notConnected', detail: code });
      const trouble = error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timeout' : 'otherTrouble';
      return done({ kind: saidAll ? 'unknown' : 'later', trouble, ...(code ? { detail: code } : {}) });
    });
    request.end(hook.body, () => {
      saidAll = true;
    });
  });
}

function toldBy(status: number, retryAfter: string | undefined): Sent {
  const detail = `HTTP ${status}`;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status >= 300 && status < 400) return { kind: 'refused', trouble: 'redirected', detail };
  if (status === 429 || status === 503) {
    const seconds = Number(retryAfter);
    return { kind: 'later', trouble: 'tooMany', detail, afterMs: Number.isFinite(seconds) ? seconds * 1000 : 0 };
  }
  if (status === 410 || status === 404) return { kind: 'refused', trouble: 'noSuchRecipient', detail };
  if (status === 401 || status === 403) return { kind: 'refused', trouble: 'wrongCredentials', detail };
  // They may have acted on it before they failed; the id tells them that it is the same one.
  return {
    kind: status >= 500 ? 'unknown' : 'refused',
    trouble: status >= 500 ? 'otherTrouble' : 'otherRefused',
    detail,
  };
}
