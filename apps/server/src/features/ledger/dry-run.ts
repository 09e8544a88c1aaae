/** The dry run of one import: what it holds, planned against what the institution holds now. */
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Known } from '@zhengyou/domain/ledger/known.ts';
import { planLedger } from '@zhengyou/domain/ledger/plan.ts';
import type { LedgerPlan } from '@zhengyou/domain/ledger/plan.types.ts';
import { importRefusals } from '@zhengyou/domain/ledger/import.refusals.ts';
import type { LedgerSheet } from '@zhengyou/domain/ledger/sheet.ts';
import type { LedgerMapping } from '@zhengyou/domain/ledger/headings.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { findRun, type ImportRun } from './import-runs.queries.ts';
import { readKnown } from './known.reads.ts';

export type ReadRun = ImportRun & {
  readonly sheets: readonly LedgerSheet[];
  readonly mapping: LedgerMapping;
  readonly pairedFrom: PlainDate;
};
export type DryRun = { readonly run: ReadRun; readonly plan: LedgerPlan; readonly known: Known };

export async function getRun(context: Context, importId: Id): Promise<ImportRun> {
  const run = await findRun(context.db, context.institutionId, importId);
  if (!run || run.status === 'cancelled') throw new Refused(edgeRefusals.notFound());
  return run;
}

/** Refuses a run that is not waiting for decisions. */
export async function getReadRun(context: Context, importId: Id): Promise<ReadRun> {
  const run = await getRun(context, importId);
  const { sheets, mapping, pairedFrom } = run;
  if (run.status !== 'read' || !sheets || !mapping || !pairedFrom) throw new Refused(importRefusals.notRead());
  return { ...run, sheets, mapping, pairedFrom };
}

/**
 * The last dry run, kept for a moment: paging through problems and looking at cells ask for the same one again. An application never
 * uses it.
 */
let last: { readonly key: string; readonly until: number; readonly dryRun: DryRun } | undefined;
const KEPT_MS = 5000;

export async function lookAt(context: Context, run: ReadRun): Promise<DryRun> {
  const key = `${context.institutionId}:${run.id}:${run.version}:${context.today}`;
  if (last?.key === key && last.until > Date.now()) return last.dryRun;
  const dryRun = await planAfresh(context, run);
  last = { key, until: Date.now() + KEPT_MS, dryRun };
  return dryRun;
}

export async function planAfresh(context: Context, run: ReadRun): Promise<DryRun> {
  const known = await readKnown(context.db, context.institutionId, context.outside.cipher);
  const { sheets, mapping, decisions } = run;
  const plan = planLedger({ sheets, mapping, decisions, known, today: context.today });
  return { run, plan, known };
}
