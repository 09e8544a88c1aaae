/** The one way to the server: an endpoint of the contract and its input in, the reply or an error out. */
import { newKey } from '../kit/new-key.ts';
import {
  fillPath,
  type BodyInOf,
  type Endpoint,
  type ParamsInOf,
  type QueryInOf,
  type ReplyOf,
} from '@zhengyou/domain/kit/endpoint.ts';
import type { z } from 'zod';

export type AnyCall = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

type Given<Name extends string, T> = [T] extends [undefined] ? unknown : { readonly [K in Name]: T };

/** What the contract asks of the caller, and nothing else. */
export type InputOf<E> = Given<'params', ParamsInOf<E>> & Given<'query', QueryInOf<E>> & Given<'body', BodyInOf<E>>;

export type CallOptions = {
  /** Version of the record that is changed; asked for by endpoints marked `versioned`. */
  readonly ifMatch?: string | number | undefined;
  /** The same for every retry of one attempt; made here when left out. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For endpoints that take a file. */
  readonly file?: Blob | undefined;
};

/** `application/problem+json` as the server writes it, in the reader's language. */
export type Problem = {
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly requestId?: string;
  /** Id of the requirement that stands behind the refusal, and its clause where the server looked it up. */
  readonly requirement?: string;
  readonly clause?: string;
  readonly field?: string;
  readonly extra?: unknown;
};

/** The server said no, with a reason. */
export class CallRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'CallRefused';
    this.problem = problem;
  }
}

/** No answer, or none that can be understood: the network, or something between here and the server. */
export class CallFailed extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'CallFailed';
  }
}

/** Loose view of an input, for the lines that only pass it on. */
type LooseInput = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

export function addressOf(endpoint: Pick<AnyCall, 'path'>, input: LooseInput): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(key, String(each));
  }
  const path = fillPath(endpoint.path, input.params ?? {});
  return search.size > 0 ? `${path}?${search}` : path;
}

export function headersOf(
  endpoint: Pick<AnyCall, 'method'>,
  options: CallOptions,
  hasJson: boolean,
): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLanguage() };
  if (hasJson) headers['Content-Type'] = 'application/json';
  else if (options.file) headers['Content-Type'] = 'application/octet-stream';
  // A header that no form and no foreign page can set: the server refuses state changes without it.
  if (endpoint.method !== 'GET') headers['X-Zhengyou'] = '1';
  if (endpoint.method === 'POST') headers['Idempotency-Key'] = options.idempotencyKey ?? newKey();
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  return headers;
}

const currentLanguage = () => (typeof document === 'undefined' ? 'zh-CN' : document.documentElement.lang || 'zh-CN');

function problemOf(response: Response, body: unknown): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  const requestId = said.requestId ?? response.headers.get('X-Request-Id') ?? undefined;
  return {
    ...said,
    status: response.status,
    code: said.code ?? `http.${response.status}`,
    ...(requestId ? { requestId } : {}),
  };
}

/** Throws `CallRefused` or `CallFailed`; an abort is thrown as it came. */
export async function call<E extends AnyCall>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> {
  const { body, ...rest } = input as LooseInput;
  const hasJson = body !== undefined;
  const init: RequestInit = {
    method: endpoint.method,
    headers: headersOf(endpoint, options, hasJson),
    credentials: 'same-origin',
    ...(hasJson ? { body: JSON.stringify(body) } : options.file ? { body: options.file } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  let response: Response;
  try {
    response = await fetch(addressOf(endpoint, rest), init);
  } catch (error) {
    // Patience that has run out is no answer; only a caller who no longer asks is left alone.
    const gaveUp = options.signal?.reason instanceof DOMException && options.signal.reason.name === 'TimeoutError';
    if (options.signal?.aborted && !gaveUp) throw error;
    throw new CallFailed(error);
  }
  if (response.ok && endpoint.download) return (await response.blob()) as ReplyOf<E>; // a file has no shape of its own
  const reply: unknown = response.status === 204 ? {} : await response.json().catch(() => undefined);
  if (!response.ok) throw new CallRefused(problemOf(response, reply));
  if (reply === undefined) throw new CallFailed(new Error(`answer of ${endpoint.id} is not JSON`));
  // The server has parsed the reply through the contract; the browser trusts its own server.
  return reply as ReplyOf<E>;
}
