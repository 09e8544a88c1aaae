/** The rows of a mapped sheet that are data: merged cells filled down, blank rows, notes and repeated headings left out. */
import { cleanText, squeeze } from '../person/name-text.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { RowScope, SheetPlace } from './collector.ts';
import { cellText, FIELDS_NOT_TAKEN, type LedgerField } from './headings.ts';
import type { IgnoredRow } from './plan.types.ts';
import type { LedgerCell, LedgerSheet } from './sheet.ts';

export type DataRow = {
  readonly row: number;
  readonly cells: ReadonlyMap<LedgerField, LedgerCell>;
  /** Fields whose value stands in the first cell of a merged area above. */
  readonly filled: ReadonlySet<LedgerField>;
};

const NOTE = /^(?:注|备注|说明|附注|填表说明|合计|总计|小计|共计|填表|填报|制表|审核|单位负责人|联系人)/;
/** Merged areas may overlap without end in a file made by hand; what lies beyond is read as it stands. */
const MOST_FILLED = 200_000;

function fillMerged(sheet: LedgerSheet, place: SheetPlace): Map<number, Map<number, LedgerCell>> {
  const columns = new Set(Object.values(place.columns));
  const byNumber = new Map(sheet.rows.map((row) => [row.row, row]));
  const last = sheet.rows.at(-1)?.row ?? 0;
  const filled = new Map<number, Map<number, LedgerCell>>();
  let budget = MOST_FILLED;
  for (const { fromRow, toRow, fromColumn, toColumn } of sheet.merges) {
    if (fromRow <= place.headingRow || fromColumn !== toColumn || !columns.has(fromColumn)) continue;
    const value = byNumber.get(fromRow)?.cells[fromColumn];
    if (value === null || value === undefined) continue;
    for (let row = fromRow + 1; row <= Math.min(toRow, last) && budget > 0; row += 1, budget -= 1) {
      const cells = filled.get(row) ?? new Map<number, LedgerCell>();
      filled.set(row, cells.set(fromColumn, value));
    }
  }
  return filled;
}

const isBlank = (cell: LedgerCell | undefined) => cellText(cell).trim() === '';

export function listDataRows(sheet: LedgerSheet, place: SheetPlace): { rows: DataRow[]; ignored: IgnoredRow[] } {
  const fields = (Object.entries(place.columns) as [LedgerField, number][]).filter(
    ([field]) => !FIELDS_NOT_TAKEN.includes(field),
  );
  const merged = fillMerged(sheet, place);
  const heading = sheet.rows.find(({ row }) => row === place.headingRow);
  const headingTexts = new Map(fields.map(([field, column]) => [field, squeeze(cellText(heading?.cells[column]))]));
  const wide = new Set(
    sheet.merges.filter(({ fromColumn, toColumn }) => toColumn - fromColumn >= 2).map(({ fromRow }) => fromRow),
  );
  const rows: DataRow[] = [];
  const ignored: IgnoredRow[] = [];

  for (const { row, cells } of sheet.rows) {
    if (row <= place.headingRow || cells.every(isBlank)) continue;
    const own = fields.filter(([, column]) => !isBlank(cells[column]));
    const texts = cells.map((cell) => cleanText(cellText(cell))).filter((text) => text !== '');
    const isHeading =
      own.length > 1 && own.every(([field, column]) => squeeze(cellText(cells[column])) === headingTexts.get(field));
    const isNote = wide.has(row) || (texts.length <= 2 && NOTE.test(texts[0] ?? ''));
    if (own.length === 0 || isHeading || (own.length <= 2 && isNote)) {
      ignored.push({ sheet: sheet.name, row, written: texts.join(' ') });
      continue;
    }
    const below = merged.get(row);
    const filled = new Set<LedgerField>();
    const values = fields.map(([field, column]): [LedgerField, LedgerCell] => {
      const value = cells[column];
      if (!isBlank(value)) return [field, value ?? null];
      const above = below?.get(column);
      if (above) filled.add(field);
      return [field, above ?? null];
    });
    rows.push({ row, cells: new Map(values), filled });
  }
  return { rows, ignored };
}

export type CellReader = {
  /** As written; empty where blank. */
  readonly text: (field: LedgerField) => string;
  /** A real date cell. */
  readonly date: (field: LedgerField) => PlainDate | undefined;
};

const ERROR_VALUE = /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/i;

export function readCells(data: DataRow, scope: RowScope): CellReader {
  const broken = new Set<LedgerField>();
  for (const [field, cell] of data.cells) {
    const text = cellText(cell);
    if (ERROR_VALUE.test(text.trim())) {
      broken.add(field);
      scope.raise({ code: 'errorValue', level: 'note', field, written: text });
    } else if (cell && 'f' in cell) scope.raise({ code: 'formulaCell', level: 'note', field, written: text });
    if (data.filled.has(field)) scope.tidy('mergedCell', field, '', cleanText(text));
  }
  return {
    // The mark that makes text of what looks like a formula is the spreadsheet's, not the writer's.
    text: (field) => (broken.has(field) ? '' : cellText(data.cells.get(field)).replace(/^'(?=[=+\-@＝＋－＠])/, '')),
    date: (field) => {
      const cell = data.cells.get(field);
      return cell && 'd' in cell ? cell.d : undefined;
    },
  };
}
