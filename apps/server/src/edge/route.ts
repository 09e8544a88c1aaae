/** Ties a contract to a use case; the edge mounts what a room lists. */
import type { z } from 'zod';
import type { AnyEndpoint, BodyOf, Endpoint, ParamsOf, QueryOf, ReplyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Context, OpenContext } from './context.ts';

/** The answer of an endpoint marked `download`. */
export type Download = {
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Names the content: whoever has it already is told so instead. */
  readonly etag?: string;
};

export type Input<E> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** The bytes of an upload; empty on other endpoints. */
  readonly bytes: Buffer;
};

export type Route = {
  readonly endpoint: AnyEndpoint;
  readonly handle?: (context: Context, input: Input<AnyEndpoint>) => Promise<unknown>;
  readonly handleOpen?: (context: OpenContext, input: Input<AnyEndpoint>) => Promise<unknown>;
};

export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (context: Context, input: Input<Endpoint<P, Q, B, R>>) => Promise<ReplyInOf<Endpoint<P, Q, B, R>> | Download>,
): Route => ({ endpoint: endpoint as unknown as AnyEndpoint, handle: handle as NonNullable<Route['handle']> });

/** For endpoints that `anyone` may call. */
export const openRoute = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (
    context: OpenContext,
    input: Input<Endpoint<P, Q, B, R>>,
  ) => Promise<ReplyInOf<Endpoint<P, Q, B, R>> | Download>,
): Route => ({ endpoint: endpoint as unknown as AnyEndpoint, handleOpen: handle as NonNullable<Route['handleOpen']> });
