import { UNDO_DAYS } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { cellText, recogniseSheets } from '@zhengyou/domain/ledger/headings.ts';
import { importRefusals } from '@zhengyou/domain/ledger/import.refusals.ts';
import { isNothingNew } from '@zhengyou/domain/ledger/plan.ts';
import { countClaims, plannedMatters } from '@zhengyou/domain/ledger/planned-matters.ts';
import type { LedgerSheet } from '@zhengyou/domain/ledger/sheet.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Context } from '../../edge/context.ts';
import { getRun, lookAt, type ReadRun } from './dry-run.ts';
import { listRuns, type ImportRun } from './import-runs.queries.ts';
import { LOST_AFTER_MS } from './reading-jobs.ts';

const undoUntil = (run: ImportRun): Date | null =>
  run.status === 'applied' && run.appliedAt ? new Date(run.appliedAt.getTime() + UNDO_DAYS * 86_400_000) : null;

const isLost = (run: ImportRun, now: Date) =>
  run.status === 'reading' && now.getTime() - run.seenAt.getTime() > LOST_AFTER_MS;

const headOf = (run: ImportRun, now: Date) => {
  const until = undoUntil(run);
  return {
    id: run.id,
    version: run.version,
    fileName: run.fileName,
    status: isLost(run, now) ? ('failed' as const) : run.status,
    startedAt: run.startedAt.toISOString(),
    startedBy: run.startedBy,
    appliedAt: run.appliedAt?.toISOString() ?? null,
    undoUntil: until && until > now ? until.toISOString() : null,
  };
};

export async function listImports(context: Context) {
  const runs = await listRuns(context.db, context.institutionId);
  return { items: runs.map((run) => ({ ...headOf(run, context.now), outcome: run.outcome })) };
}

export async function readImport(context: Context, importId: Id) {
  const run = await getRun(context, importId);
  const { sheets, mapping, pairedFrom } = run;
  const isRead = run.status === 'read' && sheets && mapping && pairedFrom;
  return {
    ...headOf(run, context.now),
    progress: run.status === 'reading' ? run.progress : null,
    refusal: isLost(run, context.now) ? importRefusals.interrupted().words : run.refusal,
    look: isRead ? await lookOf(context, { ...run, sheets, mapping, pairedFrom }) : null,
    outcome: run.outcome,
  };
}

async function lookOf(context: Context, run: ReadRun) {
  const { plan } = await lookAt(context, run);
  const recognised = new Map(recogniseSheets(run.sheets).sheets.map((sheet) => [sheet.sheet, sheet]));
  const levels = { refused: 0, ask: 0, note: 0 };
  for (const problem of plan.problems) levels[problem.level] += 1;
  return {
    today: plan.today,
    pairedFrom: run.pairedFrom,
    mapping: { sheets: run.mapping.sheets.map((sheet) => ({ ...sheet })) },
    sheets: run.mapping.sheets.map((sheet) => ({
      sheet: sheet.sheet,
      kind: sheet.kind,
      headingRow: sheet.headingRow,
      rows: recognised.get(sheet.sheet)?.rowsBelow ?? 0,
      headings: headingsOf(run.sheets, sheet.sheet, sheet.headingRow),
    })),
    counts: plan.counts,
    levels,
    open: plan.open,
    acceptable: Object.values(plan.counts).reduce((sum, count) => sum + count.acceptable, 0),
    nothingNew: isNothingNew(plan),
    matters: countClaims(plannedMatters(plan)),
    pairings: plan.pairings.filter((pairing) => pairing.action === 'create').length,
    tidied: plan.tidied.map((one) => ({ ...one, samples: [...one.samples] })),
    readings: {
      units: [...plan.readings.units],
      channels: [...plan.readings.channels],
      parties: plan.readings.parties.map((one) => ({ ...one, affiliations: [...one.affiliations] })),
    },
    ignored: plan.ignored.slice(0, 100),
  };
}

export function headingsOf(sheets: readonly LedgerSheet[], name: string, headingRow: number): string[] {
  const row = sheets.find((sheet) => sheet.name === name)?.rows.find((one) => one.row === headingRow);
  return (row?.cells ?? []).map((cell) => cellText(cell));
}
