import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { ledgerFileRefusals as refusals } from '@zhengyou/domain/ledger/ledger-file.refusals.ts';
import type { LedgerRow } from '@zhengyou/domain/ledger/sheet.ts';
import { writtenText, type ReadSheet } from './cells.ts';
import { FILE_LIMITS, MEGABYTE, READERS_AT_ONCE, type FileLimits } from './file-limits.ts';
import { takePlaces } from '../../edge/places.ts';
import type { OnProgress } from './read-sheets.ts';
import type { WorkbookReply, WorkbookRequest } from './workbook-worker.ts';

export type ReadWorkbookOptions = {
  /** Ends the reading process; the promise rejects with the signal's reason once it is gone. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  readonly limits?: Partial<FileLimits>;
};

const WORKER = fileURLToPath(new URL('./workbook-worker.ts', import.meta.url));
const places = takePlaces(READERS_AT_ONCE);

/** It may read the project's code and do nothing else: write no file, start no process, see no setting of the server. */
const startWorker = (limits: FileLimits): ChildProcess =>
  fork(WORKER, {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--permission', '--allow-fs-read=*'],
    // Windows starts no process without this one.
    env: process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });

type Outcome = { sheets: ReadSheet[] } | { refusal: Refusal } | { bug: string };

const STDERR_CHARACTERS_KEPT = 2_000;

function listen(worker: ChildProcess, fileName: string, onProgress: OnProgress) {
  const sheets: (Omit<ReadSheet, 'rows'> & { rows: LedgerRow[] })[] = [];
  let complaint = '';
  let isReady = false;
  let outcome: Outcome | undefined;
  const take = (reply: WorkbookReply) => {
    if (reply.is === 'ready') isReady = true;
    else if (reply.is === 'sheet') sheets.push({ ...reply.sheet, rows: [] });
    else if (reply.is === 'rows') sheets.at(-1)?.rows.push(...reply.rows);
    else if (reply.is === 'done') outcome = { sheets };
    else if (reply.is === 'refused') outcome = { refusal: reply.refusal };
    else if (reply.is === 'failed') outcome = { bug: reply.why };
    else onProgress(reply.progress);
  };
  worker.on('message', (reply) => take(reply as WorkbookReply)); // sent by our own worker
  worker.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-STDERR_CHARACTERS_KEPT);
  });
  /** A process that had begun and ended without a word ran out of the memory or the time that it was given. */
  return (): Outcome =>
    outcome ?? (isReady ? { refusal: refusals.tooHeavy({ file: fileName }) } : { bug: `no start: ${complaint}` });
}

/** Both have to be waited for: a process may end before its last words are delivered. Rejects if none could be started. */
const ended = (worker: ChildProcess): Promise<unknown> =>
  Promise.race([
    Promise.all([
      new Promise((resolve) => worker.once('exit', resolve)),
      new Promise((resolve) => worker.once('disconnect', resolve)),
    ]),
    new Promise((_, reject) => worker.once('error', reject)),
  ]);

async function readInWorker(request: WorkbookRequest, options: ReadWorkbookOptions): Promise<ReadSheet[]> {
  options.signal?.throwIfAborted();
  const worker = startWorker(request.limits);
  const tellOutcome = listen(worker, request.fileName, options.onProgress ?? (() => undefined));
  let isOverdue = false;
  const stop = () => worker.kill('SIGKILL');
  const timer = setTimeout(() => {
    isOverdue = true;
    stop();
  }, request.limits.milliseconds);
  options.signal?.addEventListener('abort', stop);
  try {
    // A worker that dies at once is told by its end, not by the message that it could not take.
    worker.send(request, () => undefined);
    await ended(worker);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
  options.signal?.throwIfAborted();
  if (isOverdue) throw new Refused(refusals.tooHeavy({ file: request.fileName }));
  const outcome = tellOutcome();
  if ('refusal' in outcome) throw new Refused(outcome.refusal);
  if ('bug' in outcome) throw new Error(`the workbook reader failed: ${outcome.bug}`);
  return outcome.sheets;
}

const NAME_CHARACTERS = 100;

/** Some browsers send a path; a name is only ever shown, never opened. */
const shownName = (fileName: string): string =>
  (writtenText(fileName.replace(/^.*[/\\]/s, '')) ?? '?').slice(0, NAME_CHARACTERS);

const inMegabytes = (bytes: number) => Math.ceil((bytes / MEGABYTE) * 10) / 10;

/**
 * Reads a ledger's file, whatever its name says it is. Throws `Refused` for a file that cannot or should not be read,
 * the signal's reason when stopped. Nothing is kept anywhere.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  uploadedAs: string,
  options: ReadWorkbookOptions = {},
): Promise<ReadSheet[]> {
  const fileName = shownName(uploadedAs);
  const limits = { ...FILE_LIMITS, ...options.limits };
  options.signal?.throwIfAborted();
  if (bytes.length === 0) throw new Refused(refusals.empty({ file: fileName }));
  if (bytes.length > limits.fileBytes)
    throw new Refused(
      refusals.tooBig({ file: fileName, size: inMegabytes(bytes.length), limit: inMegabytes(limits.fileBytes) }),
    );
  const leave = await places.enter(options.signal);
  try {
    return await readInWorker({ bytes, fileName, limits }, options);
  } finally {
    leave();
  }
}
