/** One question to a system that answers in JSON, and what its silence means. */
import type { Sent } from '../messenger.ts';

export type Answered = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfterMs: number;
};
export type Asked =
  | { readonly ok: true; readonly answer: Answered }
  | { readonly ok: false; readonly sent: Exclude<Sent, { kind: 'sent' }> };

/** Before a connection stands nothing has been said; afterwards the message may have arrived. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

export async function ask(
  url: URL,
  init: { readonly method: 'GET' | 'POST'; readonly headers?: Record<string, string>; readonly body?: unknown },
  timeoutMs: number,
): Promise<Asked> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: init.method,
      redirect: 'error',
      headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8', ...init.headers },
      signal: AbortSignal.timeout(timeoutMs),
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    text = await response.text();
  } catch (error) {
    return { ok: false, sent: silence(error) };
  }
  const retryAfter = Number(response.headers.get('retry-after') ?? response.headers.get('x-ogw-ratelimit-reset'));
  const answer = { status: response.status, retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : 0 };
  const body = parse(text);
  if (response.status === 429)
    return {
      ok: false,
      sent: { kind: 'later', trouble: 'tooMany', detail: 'HTTP 429', afterMs: answer.retryAfterMs },
    };
  // Nothing behind the gateway has seen it.
  if (response.status === 503)
    return {
      ok: false,
      sent: { kind: 'later', trouble: 'otherTrouble', detail: 'HTTP 503', afterMs: answer.retryAfterMs },
    };
  if (body === undefined) {
    const trouble = response.status >= 500 ? 'otherTrouble' : 'malformed';
    return { ok: false, sent: { kind: 'unknown', trouble, detail: `HTTP ${response.status}` } };
  }
  return { ok: true, answer: { ...answer, body } };
}

function silence(error: unknown): Exclude<Sent, { kind: 'sent' }> {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause;
  const code = typeof cause?.code === 'string' ? cause.code : '';
  if (NEVER_CONNECTED.has(code)) return { kind: 'later', trouble: 'notConnected', detail: code };
  if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'unknown', trouble: 'timeout' };
  return { kind: 'unknown', trouble: 'otherTrouble', ...(code === '' ? {} : { detail: code }) };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // Not JSON at all: a page of some gateway. The caller tells it as an answer that makes no sense.
    return undefined;
  }
}

/** A question asked before the message itself: whatever goes wrong with it, nothing has been sent. */
export const beforeSending = (sent: Exclude<Sent, { kind: 'sent' }>): Exclude<Sent, { kind: 'sent' }> =>
  sent.kind === 'unknown' ? { ...sent, kind: 'later' } : sent;
