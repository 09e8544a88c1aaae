/** Record ids are UUIDs (version 7 where the server makes them, so that indexes grow at their end). */
import { z } from 'zod';

export type Id = string & { readonly Id: true };
export const zId = z.uuid().transform((text) => text as Id);
/** Opaque to the client, unique per attempt: the same key and body get the same answer. */
export const zIdempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
