/**
 * Reads one file in a process of its own and ends. A thread would not do: its memory limit holds for ordinary growth,
 * but one allocation that cannot be met aborts the whole process, server and all.
 */
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import type { LedgerRow } from '@zhengyou/domain/ledger/sheet.ts';
import type { ReadSheet } from './cells.ts';
import type { FileLimits } from './file-limits.ts';
import { readSheets, type ReadProgress } from './read-sheets.ts';

export type WorkbookRequest = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: FileLimits;
};

export type WorkbookReply =
  | { readonly is: 'ready' }
  | { readonly is: 'progress'; readonly progress: ReadProgress }
  | { readonly is: 'sheet'; readonly sheet: Omit<ReadSheet, 'rows'> }
  | { readonly is: 'rows'; readonly rows: readonly LedgerRow[] }
  | { readonly is: 'done' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'failed'; readonly why: string };

/** Resolves when the reply has been handed over, so that a long table does not pile up here. */
const reply = (message: WorkbookReply): Promise<void> =>
  new Promise((resolve, reject) =>
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve())),
  );

const ROWS_A_MESSAGE = 500;

async function handOver(sheets: readonly ReadSheet[]): Promise<void> {
  const total = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  let done = 0;
  for (const { rows, ...sheet } of sheets) {
    await reply({ is: 'sheet', sheet });
    for (let start = 0; start < rows.length; start += ROWS_A_MESSAGE) {
      const some = rows.slice(start, start + ROWS_A_MESSAGE);
      await reply({ is: 'rows', rows: some });
      done += some.length;
      await reply({ is: 'progress', progress: { phase: 'reading', done, total } });
    }
  }
  await reply({ is: 'done' });
}

async function answer(request: WorkbookRequest): Promise<void> {
  try {
    const { buffer, byteOffset, byteLength } = request.bytes;
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    const sheets = await readSheets(bytes, request.fileName, request.limits, (progress) => {
      void reply({ is: 'progress', progress });
    });
    await handOver(sheets);
  } catch (error) {
    if (error instanceof Refused) await reply({ is: 'refused', refusal: error.refusal });
    else await reply({ is: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect();
}

process.once('message', (request) => void answer(request as WorkbookRequest)); // sent by readWorkbook alone
// The server that asked is gone.
process.once('disconnect', () => process.exit());
void reply({ is: 'ready' });
