/** What the office says to a dry run: which column is which, what a doubtful cell means, or that all is put away. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { importRefusals } from '@zhengyou/domain/ledger/import.refusals.ts';
import type { decideLedgerProblems, mapLedgerColumns } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Decision } from '@zhengyou/domain/ledger/plan.types.ts';
import type { LedgerMapping } from '@zhengyou/domain/ledger/headings.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { getReadRun, getRun } from './dry-run.ts';
import { changeRun, lockRun, type ImportRun } from './import-runs.queries.ts';
import { stopReading } from './reading-jobs.ts';

/** Holds the run and refuses when it is no longer the version that the office looked at. */
export async function holdVersion<T extends ImportRun>(
  context: Context,
  importId: Id,
  get: (context: Context, importId: Id) => Promise<T>,
): Promise<T> {
  await lockRun(context.db, context.institutionId, importId);
  const run = await get(context, importId);
  if (run.version !== context.ifMatch)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { version: run.version, status: run.status } }));
  return run;
}

const changed = async (
  context: Context,
  importId: Id,
  change: Parameters<typeof changeRun>[4],
): Promise<{ version: number }> => {
  const version = await changeRun(context.db, context.institutionId, importId, ['read'], change);
  if (version === undefined) throw new Refused(importRefusals.notRead());
  return { version };
};

export async function mapColumns(context: Context, importId: Id, body: BodyOf<typeof mapLedgerColumns>) {
  const run = await holdVersion(context, importId, getReadRun);
  const strange = body.sheets.find((mapped) => !run.sheets.some((sheet) => sheet.name === mapped.sheet));
  if (strange) throw new Refused(importRefusals.sheetMissing({ sheet: strange.sheet }));
  if (body.pairedFrom > context.today)
    throw new Refused(importRefusals.pairedInFuture(undefined, { field: 'pairedFrom' }));
  await context.audit({ action: 'map', subjectKind: 'import', subjectId: importId });
  const mapping = { sheets: body.sheets } as LedgerMapping;
  return changed(context, importId, { mapping, paired_from: body.pairedFrom });
}

export async function decide(context: Context, importId: Id, body: BodyOf<typeof decideLedgerProblems>) {
  const run = await holdVersion(context, importId, getReadRun);
  const decisions = new Map<string, Decision>(Object.entries(run.decisions));
  for (const { key, decision } of body.decisions) {
    if (decision === null) decisions.delete(key);
    else
      decisions.set(
        key,
        decision.value === undefined ? { fix: decision.fix } : { fix: decision.fix, value: decision.value },
      );
  }
  await context.audit({
    action: 'decide',
    subjectKind: 'import',
    subjectId: importId,
    detail: { cells: body.decisions.length },
  });
  return changed(context, importId, { decisions: Object.fromEntries(decisions) });
}

/** Puts an import away before anything was written: nothing of the file is left. */
export async function cancelImport(context: Context, importId: Id) {
  const run = await getRun(context, importId);
  await context.audit({ action: 'cancel', subjectKind: 'import', subjectId: importId });
  const version = await changeRun(context.db, context.institutionId, importId, ['reading', 'read', 'failed'], {
    status: 'cancelled',
    sheets: null,
    decisions: {},
    progress: {},
  });
  if (version === undefined) throw new Refused(importRefusals.notRead());
  if (run.status === 'reading') context.afterCommit(() => stopReading(importId));
  return { version };
}
