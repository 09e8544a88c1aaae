import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Context } from '../../edge/context.ts';

/** A number sealed with another key is unreadable for good; the rest of the record is not. */
export function openPhone(
  { outside, log }: Pick<Context, 'outside' | 'log'>,
  sealed: Buffer,
  personId: Id,
): string | null {
  try {
    return outside.cipher.open(sealed, personId);
  } catch (error) {
    log.error({ err: error, personId }, 'a telephone number could not be opened');
    return null;
  }
}
