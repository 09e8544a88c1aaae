import {
  readXlsx as readArchive,
  type Cell,
  type CellValue,
  type MergeRange,
  type Sheet,
  type Workbook,
} from 'hucre/xlsx';
import { findPlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { LedgerCell } from '@zhengyou/domain/ledger/sheet.ts';
import { findRow, textCell, writtenText, type ReadSheet } from './cells.ts';
import type { FileLimits } from './file-limits.ts';

// A chart sheet has no cells, and the reader gives up a workbook that has one, naming it.
const SHEET_WITHOUT_CELLS = /missing worksheet file for sheet "(.*)"$/s;

async function readSheets(archive: Uint8Array, without: readonly string[] = []): Promise<Workbook> {
  try {
    return await readArchive(archive, { readStyles: true, sheets: (sheet) => !without.includes(sheet.name) });
  } catch (error) {
    const name = SHEET_WITHOUT_CELLS.exec(error instanceof Error ? error.message : '')?.[1];
    if (name === undefined || without.includes(name)) throw error;
    return readSheets(archive, [...without, name]);
  }
}

const DIGITS_ONLY = /^(0+)(?:\.(0+))?$/;

/**
 * A number as its cell shows it, where the format only says how many digits: month 1990.10 is kept as the number 1990.1
 * and would otherwise turn into January. Any other format shows what it likes, and the number itself is what was entered.
 */
function numberText(value: number, format: string | undefined): string {
  const [, whole = '', decimals = ''] = DIGITS_ONLY.exec(format ?? '') ?? [];
  const shown = value.toFixed(decimals.length).padStart(whole.length + (decimals ? decimals.length + 1 : 0), '0');
  if (whole && value >= 0 && Number(shown) === value) return shown;
  // Excel shows fifteen digits of a number; the binary noise behind them was typed by nobody.
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

const TIME_WITHOUT_DAY = '1899-12-31T';
/** What a spreadsheet shows for a number that its date format cannot say. */
const NO_DATE = '#####';

function dateCell(value: Date): LedgerCell {
  const year = value.getUTCFullYear();
  const date = year >= 1900 ? findPlainDate(year, value.getUTCMonth() + 1, value.getUTCDate()) : undefined;
  if (date) return { d: date };
  const text = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return { t: text.startsWith(TIME_WITHOUT_DAY) ? text.slice(11, 16) : NO_DATE };
}

function plainCell(value: CellValue, cell: Cell | undefined): LedgerCell {
  if (value === null) return null;
  if (value instanceof Date) return dateCell(value);
  if (typeof value === 'number') return { t: numberText(value, cell?.style?.numFmt) };
  return textCell(typeof value === 'boolean' ? String(value).toUpperCase() : value);
}

const saysOf = (cell: LedgerCell): string =>
  cell === null ? '' : 't' in cell ? cell.t : 'd' in cell ? cell.d : cell.f;

function ledgerCell(value: CellValue, cell: Cell | undefined): LedgerCell {
  const plain = plainCell(value, cell);
  return cell?.formula === undefined ? plain : { f: saysOf(plain) };
}

function mergeOf(range: MergeRange, limits: FileLimits): ReadSheet['merges'][number] | undefined {
  const { startRow, startCol, endRow, endCol } = range;
  const toRow = Math.min(endRow + 1, limits.rows);
  const toColumn = Math.min(endCol, limits.columns - 1);
  // Comparisons with a reference that is no number are false, which leaves it out.
  const isArea = startRow >= 0 && startCol >= 0 && startRow < toRow && startCol <= toColumn;
  return isArea ? { fromRow: startRow + 1, fromColumn: startCol, toRow, toColumn } : undefined;
}

function ledgerSheet(sheet: Sheet, limits: FileLimits): ReadSheet | undefined {
  const rows = sheet.rows.flatMap((values, index) => {
    const cells = values.map((value, column) => ledgerCell(value, sheet.cells?.get(`${index},${column}`)));
    return findRow(index + 1, cells) ?? [];
  });
  if (rows.length === 0) return undefined;
  const merges = (sheet.merges ?? []).flatMap((range) => mergeOf(range, limits) ?? []);
  return { name: writtenText(sheet.name) ?? '', rows, merges, hidden: sheet.hidden ?? sheet.veryHidden ?? false };
}

/** Sheets in the workbook's order; those without a written cell are left out. Rows and columns count as seen if hidden. */
export async function readXlsx(archive: Uint8Array, limits: FileLimits): Promise<ReadSheet[]> {
  const workbook = await readSheets(archive);
  return workbook.sheets.flatMap((sheet) => ledgerSheet(sheet, limits) ?? []);
}
