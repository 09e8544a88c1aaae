/** Record ids are UUIDs (version 7 where the server makes them, so that indexes grow at their end). */
import { z } from 'zod';

export type Id = string & { readonly Id: true };
export const zId = z.uuid().transform((text) => text as Id);

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Undefined where the text is no id: an address that somebody typed. */
export const findId = (text: string | undefined): Id | undefined =>
  text !== undefined && UUID.test(text) ? (text as Id) : undefined;
/** Opaque to the client, unique per attempt: the same key and body get the same answer. */
export const zIdempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
