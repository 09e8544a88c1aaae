import { findPlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { LedgerCell, LedgerRow, LedgerSheet } from '@zhengyou/domain/ledger/sheet.ts';

/** A sheet that its author has hidden is read like any other, and says so: whoever imports it must decide. */
export type ReadSheet = LedgerSheet & { readonly hidden: boolean };

// Control characters other than tab and line feed mean nothing in a ledger, and a database refuses the first of them.
// oxlint-disable-next-line no-control-regex -- they are what is to be removed
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const NOTHING_BUT_SPACE = /^[\s\u200b]*$/;

/** What a cell says, or undefined if nothing can be seen in it. Spaces within and around stay for the rules to judge. */
export function writtenText(raw: string): string | undefined {
  if (NOTHING_BUT_SPACE.test(raw)) return undefined;
  const text = raw.replace(/\r\n?/g, '\n').replace(CONTROLS, '').toWellFormed();
  return NOTHING_BUT_SPACE.test(text) ? undefined : text;
}

const ISO_DATE_CELL = /^(\d{4})-(\d{2})-(\d{2})T[\d:.]+Z?$/;

export function textCell(raw: string): LedgerCell {
  const text = writtenText(raw);
  if (text === undefined) return null;
  // Strictly saved workbooks write a date cell as ISO text, which the reader hands over as text.
  const [, year, month, day] = ISO_DATE_CELL.exec(text) ?? [];
  const date = findPlainDate(Number(year), Number(month), Number(day));
  return date ? { d: date } : { t: text };
}

/** The row without the empty cells at its end, or undefined for a row in which nothing is written. */
export function findRow(row: number, cells: readonly LedgerCell[]): LedgerRow | undefined {
  const used = cells.findLastIndex((cell) => cell !== null) + 1;
  return used > 0 ? { row, cells: cells.slice(0, used) } : undefined;
}
