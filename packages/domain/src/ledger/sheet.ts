/**
 * A workbook as the office keeps it, read but not yet understood. A cell keeps what was written: text as typed,
 * a real date cell as a date, a formula as the text that it showed when the file was last saved.
 */
import type { PlainDate } from '../kit/plain-date.ts';

export type LedgerCell = null | { readonly t: string } | { readonly d: PlainDate } | { readonly f: string };

export type LedgerRow = {
  /** The row's number in the file, from 1. */
  readonly row: number;
  /** By column from 0; trailing empty cells may be missing. */
  readonly cells: readonly LedgerCell[];
};

export type LedgerSheet = {
  readonly name: string;
  readonly rows: readonly LedgerRow[];
  /** Merged areas: rows from 1, columns from 0, ends included. The value stands in the first cell. */
  readonly merges: readonly {
    readonly fromRow: number;
    readonly fromColumn: number;
    readonly toRow: number;
    readonly toColumn: number;
  }[];
};

export const columnLetters = (column: number): string => {
  const high = Math.floor(column / 26);
  return (high > 0 ? columnLetters(high - 1) : '') + String.fromCharCode(65 + (column % 26));
};
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;
