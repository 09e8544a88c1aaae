/**
 * One endpoint, said once: the server mounts it, the browser calls it, the OpenAPI page is printed from it.
 * Inputs are strict objects (an unknown field is refused); a reply is parsed through its shape, so that what is not listed here
 * does not leave the server.
 */
import type { z } from 'zod';
import type { Role } from './roles.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may knock: anyone, whoever is signed in, or the holders of these roles. How far they then see is their reach. */
export type May = 'anyone' | 'signedIn' | readonly Role[];

export type Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  /** `noun.verb`, unique in the house. */
  readonly id: string;
  readonly method: Method;
  /** Begins with `/api/`; parameters as `:name`. */
  readonly path: string;
  /** One line for the API page. */
  readonly gist: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply: R;
  readonly may: May;
  /** Kinds of requirement that this endpoint helps to fulfil; the trace is built from it. */
  readonly serves?: readonly string[];
  /** Ids of the reading endpoints whose answers this one changes; the browser asks for them anew. */
  readonly changes?: readonly string[];
  /** The record carries a version: `If-Match` is required, and an old one is refused with both versions. */
  readonly versioned?: true;
  /** A reading of a person's record: it is written to the audit, where that person can see it. */
  readonly auditedRead?: true;
  /** The request body is a file of at most this many bytes, not JSON. */
  readonly upload?: { readonly maxBytes: number };
  /** The answer holds a secret and is not kept: asked again under the same key, it is made anew. */
  readonly secret?: true;
  /** The answer is a file; `reply` is then not parsed. */
  readonly download?: true;
};

export const endpoint = <
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> => definition;

export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
/** What a caller may send: defaults not yet filled in. */
export type ParamsInOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
export type QueryInOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyInOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ReplyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
/** What a handler returns: more than the reply lists is allowed and filtered out. */
export type ReplyInOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.input<R> : never;

/** Fills `:name` places; values are escaped. */
export const fillPath = (path: string, params: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
