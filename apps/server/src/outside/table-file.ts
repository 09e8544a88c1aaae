/** A table as a file that a spreadsheet opens. No cell of it can run: what begins like a formula is made text. */
import { XlsxStreamWriter } from 'hucre';
import type { Download } from '../edge/route.ts';
import { harmless } from '../store/harmless-cell.ts';

export type Cell = string | number | null;
export type TableFile = {
  /** Of the file and of the sheet, without an ending. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Lines below the table: who made it, and when. */
  readonly foot: readonly string[];
  readonly format: 'xlsx' | 'csv';
};

const safe = (cell: Cell): string | number => (typeof cell === 'string' ? harmless(cell) : (cell ?? ''));

function* linesOf(table: TableFile): Iterable<readonly (string | number)[]> {
  yield table.heads.map(safe);
  for (const row of table.rows) yield row.map(safe);
  yield [];
  for (const line of table.foot) yield [safe(line)];
}

/** RFC 4180, with the mark by which Excel knows UTF-8. */
const quoted = (cell: string | number): string =>
  typeof cell === 'string' && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell);

/** Written line by line, so that a long table costs its text and not a copy of every cell. */
export async function fileOf(table: TableFile): Promise<Download> {
  if (table.format === 'csv') {
    const parts: Buffer[] = [Buffer.from('\uFEFF')];
    for (const line of linesOf(table)) parts.push(Buffer.from(`${line.map(quoted).join(',')}\r\n`));
    return { fileName: `${table.name}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.concat(parts) };
  }
  const writer = new XlsxStreamWriter({ name: table.name.slice(0, 31), freezePane: { rows: 1 } });
  for (const line of linesOf(table)) writer.addRow([...line]);
  return {
    fileName: `${table.name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: Buffer.from(await writer.finish()),
  };
}
