/**
 * Reads an uploaded file in the background: in its own process with limits, with progress, and to be called off.
 * The file is held in memory only; a killed server leaves a run without signs of life, which is then told as interrupted.
 */
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { proposedMapping, recogniseSheets } from '@zhengyou/domain/ledger/headings.ts';
import type { Context } from '../../edge/context.ts';
import { inTransaction } from '../../store/database.ts';
import { changeRun } from './import-runs.queries.ts';
import { readWorkbook } from './read-workbook.ts';
import { proposedPairedFrom } from './paired-from.ts';

/** A run that shows no life for so long has lost its reader. */
export const LOST_AFTER_MS = 30_000;
const SIGN_EVERY_MS = 700;

const running = new Map<Id, AbortController>();

/** Stops a reading that this process is doing; the run's status stops one that another process does. */
export const stopReading = (importId: Id): void => running.get(importId)?.abort(new Error('called off'));

export function startReading(context: Context, importId: Id, bytes: Buffer, fileName: string): void {
  const { outside, institutionId, actor, today } = context;
  const settings = { institution: institutionId, actor: actor.personId, whole: true, self: actor.reach.self };
  const change = (values: Parameters<typeof changeRun>[4]) =>
    inTransaction(outside.pool, settings, (db) => changeRun(db, institutionId, importId, ['reading'], values));

  const caller = new AbortController();
  running.set(importId, caller);
  let latest = { phase: 'checking', done: 0, total: bytes.length };
  const sign = setInterval(() => {
    change({ progress: latest, seen_at: outside.clock() })
      .then((version) => version === undefined && caller.abort(new Error('called off')))
      .catch((error: unknown) => outside.log.warn({ err: error }, 'a sign of life of an import was lost'));
  }, SIGN_EVERY_MS);

  const read = async () => {
    const sheets = await readWorkbook(bytes, fileName, {
      signal: caller.signal,
      onProgress: (progress) => {
        latest = progress;
      },
    });
    const mapping = proposedMapping(recogniseSheets(sheets));
    // A sheet that the office had hidden is not read unless someone says so.
    const shown = mapping.sheets.map((sheet) =>
      sheets.find((one) => one.name === sheet.sheet)?.hidden ? { ...sheet, kind: null } : sheet,
    );
    const done = { status: 'read', progress: {}, sheets, mapping: { sheets: shown } } as const;
    await change({ ...done, paired_from: proposedPairedFrom(sheets, today) });
  };
  read()
    .catch(async (error: unknown) => {
      if (caller.signal.aborted) return;
      if (!(error instanceof Refused)) outside.log.error({ err: error }, 'a ledger could not be read');
      const words = error instanceof Refused ? error.refusal : undefined;
      await change({ status: 'failed', progress: {}, refusal: words ? filled(words) : BUG });
    })
    .catch((error: unknown) => outside.log.error({ err: error }, 'the end of a reading could not be written'))
    .finally(() => {
      clearInterval(sign);
      running.delete(importId);
    });
}

const BUG = {
  zh: '读这份文件时系统出了错，什么都没有写入。请另存一份再试；还不行，请告诉管理员。',
  en: 'Something went wrong while reading this file; nothing was written. Save a copy and try again, or tell the administrator.',
};

/** A refusal is kept in both languages, its facts filled in. */
function filled(refusal: Refused['refusal']) {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, key: string) => String(refusal.facts?.[key] ?? whole));
  return { zh: fill(refusal.words.zh), en: fill(refusal.words.en) };
}
