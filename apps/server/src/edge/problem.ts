/** Refusals and bugs as `application/problem+json`: a refusal in words, a bug by its request id alone. */
import { REFUSAL_STATUS, Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { say, type Language } from '@zhengyou/domain/kit/words.ts';
import { edgeRefusals } from './edge.refusals.ts';

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly requirement?: string;
  readonly clause?: string;
  readonly field?: string;
  readonly extra?: unknown;
};

const BUG = {
  zh: '系统出了错，刚才的操作没有保存。请再试一次；还不行，请把编号 {id} 告诉管理员。',
  en: 'Something went wrong; nothing was saved. Please try again; if it stays, tell the administrator number {id}.',
};

/** The pool gives this error no code. */
const POOL_TIMEOUT = 'timeout exceeded when trying to connect';

/** PostgreSQL and network errors that users can do something about; everything else is a bug. */
const inMegabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;

/** `bodyLimit`: the most bytes that the route takes. */
export function refusalOf(error: unknown, bodyLimit: number): Refusal | undefined {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof Error && error.message === POOL_TIMEOUT) return edgeRefusals.notReady();
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return edgeRefusals.tooLarge({ limit: inMegabytes(bodyLimit) });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return edgeRefusals.wrongType({ wanted: 'application/json' });
  if (code.startsWith('FST_ERR_CTP') || code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH')
    return edgeRefusals.badInput({ where: 'JSON' });
  // A character that a text column cannot hold, such as NUL.
  if (code === '22021' || code === '22P05') return edgeRefusals.badInput({ where: '\\u0000' });
  if (code === '53100' || code === 'ENOSPC') return edgeRefusals.diskFull();
  if (code === '40001' || code === '40P01' || code === '55P03') return edgeRefusals.clash();
  if (/^(08|57P)/.test(code) || code === '53300') return edgeRefusals.notReady();
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)) return edgeRefusals.notReady();
  return undefined;
}

export function problemOf(error: unknown, language: Language, requestId: string, bodyLimit: number): Problem {
  const refusal = refusalOf(error, bodyLimit);
  if (!refusal)
    return { type: 'about:blank', title: say(BUG, language, { id: requestId }), status: 500, code: 'bug', requestId };
  return {
    type: `urn:zhengyou:refusal:${refusal.code}`,
    title: say(refusal.words, language, refusal.facts),
    status: REFUSAL_STATUS[refusal.kind],
    code: refusal.code,
    requestId,
    ...(refusal.requirement ? { requirement: refusal.requirement } : {}),
    ...(refusal.clause ? { clause: refusal.clause } : {}),
    ...(refusal.field ? { field: refusal.field } : {}),
    ...(refusal.extra === undefined ? {} : { extra: refusal.extra }),
  };
}
