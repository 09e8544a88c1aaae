import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';

export type CellPeekProps = {
  /** The name of the sheet in the workbook. */
  readonly sheet: string;
  /** Letters and headings of the columns shown. */
  readonly columns: readonly { readonly letter: string; readonly heading: string }[];
  /** Rows as they stand in the workbook, with their numbers; cells in the order of `columns`. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Cells in question. */
  readonly hot: readonly { readonly row: number; readonly letter: string }[];
};

/** The office's own workbook around a problem cell. */
export function CellPeek({ sheet, columns, rows, hot }: CellPeekProps) {
  const t = useWords();
  const first = rows[0]?.number ?? 0;
  const last = rows.at(-1)?.number ?? 0;
  const isHot = (row: number, letter: string | undefined) =>
    hot.some((cell) => cell.row === row && cell.letter === letter);
  return (
    <section>
      <div className="sec">
        <h3>{t(kitWords.sheetTitle, { sheet })}</h3>
        <span className="meta">{t(kitWords.rowRange, { from: first, until: last })}</span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keys */}
      <section className="peek" tabIndex={0} aria-label={t(kitWords.sheetTitle, { sheet })}>
        <table className="cells">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{t(kitWords.rowNumber)}</span>
              </th>
              {columns.map((column) => (
                <th key={column.letter} scope="col">
                  {`${column.letter} ${column.heading}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">{row.number}</th>
                {row.cells.map((cell, index) => {
                  const letter = columns[index]?.letter;
                  return (
                    <td key={letter ?? index} className={isHot(row.number, letter) ? 'hot' : undefined}>
                      {cell}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
