/** The lines under each count of the dry run: what is new, what is known, what is left. Noughts are not listed, but for what is new. */
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { SheetKind } from '@zhengyou/domain/ledger/headings.ts';
import { ledgerWords } from './ledger.words.ts';
import type { Level, Look } from './shapes.ts';

type Counts = Look['counts'][SheetKind];
export type BoardRow = {
  readonly label: Words;
  readonly count: number;
  readonly unit: Words;
  /** The list that makes the number. */
  readonly level?: Level;
};

export function boardRows(kind: SheetKind, counts: Counts): readonly BoardRow[] {
  const { rows, people } = ledgerWords;
  const own = kind === 'talks' ? rows : people;
  const first: BoardRow = { label: ledgerWords.fresh, count: counts.fresh, unit: own };
  const others: BoardRow[] = [
    { label: ledgerWords.same, count: counts.same, unit: own },
    { label: ledgerWords.changedRows, count: counts.matched - counts.same, unit: own },
    { label: ledgerWords.merged, count: counts.merged, unit: rows },
    { label: ledgerWords.monthOnly, count: counts.monthOnly, unit: rows, level: 'note' },
    // Whether a row asks itself or waits for an answer given elsewhere: it comes in once that is given.
    { label: ledgerWords.askRows, count: counts.ask + counts.waiting, unit: rows, level: 'ask' },
    { label: ledgerWords.refusedRows, count: counts.refused, unit: rows, level: 'refused' },
    { label: ledgerWords.skipped, count: counts.skipped, unit: rows },
  ];
  return [first, ...others.filter(({ count }) => count > 0)];
}

export const KINDS: readonly SheetKind[] = ['representatives', 'leaders', 'talks'];

/** Kinds of which the file has a sheet. */
export const kindsOf = ({ sheets }: Pick<Look, 'sheets'>): readonly SheetKind[] =>
  KINDS.filter((kind) => sheets.some((sheet) => sheet.kind === kind));

export const sumOf = (look: Look, key: keyof Counts): number =>
  kindsOf(look).reduce((sum, kind) => sum + look.counts[kind][key], 0);
