/** What can be said of a file before it is sent: the rest only reading tells. */
import type { Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { LEDGER_MAX_BYTES } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { ledgerFileRefusals } from '@zhengyou/domain/ledger/ledger-file.refusals.ts';

const MEGABYTE = 1024 * 1024;
export const LIMIT_MEGABYTES = LEDGER_MAX_BYTES / MEGABYTE;

/** The server takes names of at most 200 signs; only the end tells what a file is. */
const NAME_SIGNS = 200;
export const nameToSend = (name: string): string => [...name.trim()].slice(-NAME_SIGNS).join('') || '—';

export function judgeFile(file: { readonly name: string; readonly size: number }): Refusal | undefined {
  if (file.size === 0) return ledgerFileRefusals.empty({ file: file.name });
  if (file.size > LEDGER_MAX_BYTES)
    return ledgerFileRefusals.tooBig({
      file: file.name,
      // Never rounded to the limit itself: 20 of 20 would be no reason.
      size: Math.ceil((file.size / MEGABYTE) * 10) / 10,
      limit: LIMIT_MEGABYTES,
    });
  return undefined;
}
