/**
 * What a rule returns when the answer is no: a code with its facts, and where a policy asks for it, the requirement
 * that it rests on. The edge turns it into `application/problem+json` in the user's language. A bug is thrown, a refusal too
 * (as `Refused`), but only the second is told to the user in words.
 */
import type { Words } from './words.ts';

export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'precondition'
  | 'tooLarge'
  | 'unsupported'
  | 'unprocessable'
  | 'tooMany'
  | 'unavailable'
  | 'full';

export const REFUSAL_STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  precondition: 428,
  tooLarge: 413,
  unsupported: 415,
  unprocessable: 422,
  tooMany: 429,
  unavailable: 503,
  full: 507,
};

export type Facts = Readonly<Record<string, string | number>>;

export type Refusal = {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly words: Words;
  readonly facts?: Facts;
  /** Id of the requirement that stands behind the refusal, and the clause that it rests on: the page shows it. */
  readonly requirement?: string;
  readonly clause?: string;
  /** Where in a form the trouble lies, for the page to say it under the field. */
  readonly field?: string;
  /** Further data that the page needs to go on: both versions of a record, the people in question. */
  readonly extra?: unknown;
};

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Builds one entry of a room's `*.refusals` table; calling the entry makes the refusal. */
export const refusal =
  (code: string, kind: RefusalKind, words: Words) =>
  (facts?: Facts, more?: Pick<Refusal, 'requirement' | 'clause' | 'field' | 'extra'>): Refusal => ({
    code,
    kind,
    words,
    ...(facts ? { facts } : {}),
    ...more,
  });
