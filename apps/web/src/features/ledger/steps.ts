/** Which step of an import is open, and how the five steps stand. */
import { REQUIRED_FIELDS, type MappedSheet } from '@zhengyou/domain/ledger/headings.ts';
import type { ImportRead } from './shapes.ts';

export const STEPS = ['file', 'columns', 'look', 'apply', 'undo'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'now' | 'ahead';

export type View = 'reading' | 'failed' | 'columns' | 'look' | 'applied' | 'undone';

type Mapped = Pick<MappedSheet, 'kind' | 'columns'>;

/** Nothing can be tried before every sheet that is read has its columns. */
export const needsColumns = (sheets: readonly Mapped[]): boolean =>
  sheets.every(({ kind }) => kind === null) ||
  sheets.some(
    ({ kind, columns }) => kind !== null && REQUIRED_FIELDS[kind].some((field) => columns[field] === undefined),
  );

/** `wanted` is the step of the address. Where all was recognised the columns are passed over. */
export function viewOf(run: Pick<ImportRead, 'status' | 'look'>, wanted: string | undefined): View {
  if (run.status === 'reading') return 'reading';
  if (run.status === 'applied') return 'applied';
  if (run.status === 'undone') return 'undone';
  if (run.status !== 'read' || !run.look) return 'failed';
  if (wanted === 'columns' || wanted === 'look') return wanted;
  return needsColumns(run.look.mapping.sheets) ? 'columns' : 'look';
}

const NOW: Readonly<Record<View, number>> = { reading: 0, failed: 0, columns: 1, look: 2, applied: 4, undone: 4 };

export const stepsOf = (view: View): readonly { readonly step: Step; readonly state: StepState }[] =>
  STEPS.map((step, index) => ({ step, state: index < NOW[view] ? 'done' : index === NOW[view] ? 'now' : 'ahead' }));
