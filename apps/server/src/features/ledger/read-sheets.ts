/** From bytes to sheets, checks first. Runs in the process that may be lost: see `workbook-worker.ts`. */
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { ledgerFileRefusals as refusals } from '@zhengyou/domain/ledger/ledger-file.refusals.ts';
import { checkArchive } from './archive.ts';
import type { ReadSheet } from './cells.ts';
import type { FileLimits } from './file-limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sniff } from './sniff.ts';

/** Bytes while checking, rows while reading. */
export type ReadProgress = { readonly phase: 'checking' | 'reading'; readonly done: number; readonly total: number };
export type OnProgress = (progress: ReadProgress) => void;

async function readArchive(bytes: Buffer, fileName: string, limits: FileLimits, onProgress: OnProgress) {
  const { archive, tally } = await checkArchive(bytes, fileName, limits, (done, total) =>
    onProgress({ phase: 'checking', done, total }),
  );
  onProgress({ phase: 'reading', done: 0, total: tally.rows });
  try {
    return await readXlsx(archive, limits);
  } catch {
    // Only the library runs here, over bytes that somebody else made: it has no other way to say that they are wrong.
    throw new Refused(refusals.damaged({ file: fileName }));
  }
}

export async function readSheets(
  bytes: Buffer,
  fileName: string,
  limits: FileLimits,
  onProgress: OnProgress = () => undefined,
): Promise<ReadSheet[]> {
  const kind = sniff(bytes);
  if (kind !== 'archive' && kind !== 'text') throw new Refused(refusals[kind]({ file: fileName }));
  const sheets =
    kind === 'archive' ? await readArchive(bytes, fileName, limits, onProgress) : readCsv(bytes, fileName, limits);
  if (sheets.length === 0) throw new Refused(refusals.nothingWritten({ file: fileName }));
  return sheets;
}
