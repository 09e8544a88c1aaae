import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { readLedgerCells } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { columnLetters } from '@zhengyou/domain/ledger/sheet.ts';
import { CellPeek } from '../../kit/CellPeek.tsx';

type SheetPeekProps = {
  readonly cells: ReplyOf<typeof readLedgerCells>;
  readonly hot: readonly { readonly row: number; readonly letter: string }[];
  /** The cell in question is brought into sight. */
  readonly at?: { readonly row: number; readonly column: number };
};

const widthOf = (cells: SheetPeekProps['cells']): number =>
  Math.max(
    0,
    ...[cells.headings, ...cells.rows.map((row) => row.cells)].map(
      (all) => all.findLastIndex((text) => text.trim() !== '') + 1,
    ),
  );

/** The cell in question is brought into sight within the box; the page stays where it is. */
function bringIntoSight(box: HTMLDivElement | null) {
  const peek = box?.querySelector<HTMLElement>('.peek');
  const rows = [...(peek?.querySelectorAll('tbody tr') ?? [])];
  const own = rows.find((each) => each.querySelector('th')?.textContent === box?.dataset.row);
  const cell = own?.querySelectorAll('td')[Number(box?.dataset.column)];
  if (!peek || !cell) return;
  const left = cell.offsetLeft - (peek.querySelector('tbody th')?.clientWidth ?? 0);
  if (cell.offsetLeft + cell.offsetWidth > peek.clientWidth) peek.scrollLeft = Math.max(0, left - 24);
}

/** A few rows as the file has them. */
export function SheetPeek({ cells, hot, at }: SheetPeekProps) {
  const width = widthOf(cells);
  return (
    <div
      className="sheet-peek"
      // Another cell is another look: the box is made anew and begins where that cell is.
      key={`${at?.row} ${at?.column} ${cells.rows[0]?.row} ${cells.sheet}`}
      ref={bringIntoSight}
      data-row={at?.row}
      data-column={at?.column}
    >
      <CellPeek
        sheet={cells.sheet}
        columns={Array.from({ length: width }, (_, column) => ({
          letter: columnLetters(column),
          heading: cells.headings[column] ?? '',
        }))}
        rows={cells.rows.map((each) => ({
          number: each.row,
          cells: Array.from({ length: width }, (_, column) => each.cells[column] ?? ''),
        }))}
        hot={hot}
      />
    </div>
  );
}
