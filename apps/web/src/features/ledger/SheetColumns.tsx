import { SHEET_KINDS, type MappedSheet, type SheetKind } from '@zhengyou/domain/ledger/headings.ts';
import { readLedgerCells } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { SHEET_KIND_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import { columnLetters } from '@zhengyou/domain/ledger/sheet.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../app/call.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { keyOf, useCall } from '../../app/queries.ts';
import { Field } from '../../kit/Field.tsx';
import { columnsFor, leftOut } from './columns.ts';
import { FieldColumns } from './FieldColumns.tsx';
import { ledgerWords } from './ledger.words.ts';
import { SheetPeek } from './SheetPeek.tsx';

type SheetColumnsProps = {
  readonly importId: string;
  readonly sheet: MappedSheet;
  readonly rows: number;
  readonly onChange: (sheet: MappedSheet) => void;
};

const readRow = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);
const SEPARATOR = { zh: '、', en: ', ' } as const;

/** One sheet of the workbook: what it holds, where its headings stand, which column is which. */
export function SheetColumns({ importId, sheet, rows, onChange }: SheetColumnsProps) {
  const t = useWords();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [isOdd] = useState(sheet.kind === null && sheet.headingRow === 0);
  const [rowText, setRowText] = useState(String(Math.max(1, sheet.headingRow)));
  const row = readRow(rowText);
  const asked = { params: { importId }, query: { sheet: sheet.sheet, row: Math.max(1, row) } };
  const cells = useCall(readLedgerCells, asked, { enabled: row > 0, keepPrevious: true });
  const found = cells.isPlaceholderData ? undefined : cells.data?.rows.find((each) => each.row === row);
  const headings = found?.cells ?? [];

  /** Other headings: the columns are matched anew as soon as those are there. */
  async function setRow(text: string) {
    setRowText(text);
    const next = readRow(text);
    if (next < 1) return;
    const input = { params: { importId }, query: { sheet: sheet.sheet, row: next } };
    const reply = await client.fetchQuery({
      queryKey: keyOf(readLedgerCells, input),
      queryFn: ({ signal }) => call(readLedgerCells, input, { signal }),
    });
    const chosen = reply.rows.find((each) => each.row === next);
    if (chosen) onChange({ ...sheet, headingRow: next, columns: columnsFor(sheet.kind, chosen.cells) });
  }
  function setKind(kind: SheetKind | null) {
    onChange({ ...sheet, kind, headingRow: Math.max(1, row), columns: columnsFor(kind, headings) });
  }
  const wrongRow =
    row < 1
      ? t(ledgerWords.headingRowWrong)
      : cells.data && !cells.isPlaceholderData && !found
        ? t(ledgerWords.headingRowNone, { row })
        : undefined;
  const left = leftOut(sheet, headings);

  return (
    <section className="sheet-columns">
      <div className="sec ruled">
        <h2 className="ell">{sheet.sheet}</h2>
        {sheet.kind !== null && rows > 0 && <span className="meta">{t(ledgerWords.sheetRows, { rows })}</span>}
      </div>
      <div className="sheet-head">
        <Field label={t(ledgerWords.sheetIs)}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={sheet.kind ?? ''}
              onChange={(event) => setKind(SHEET_KINDS.find((kind) => kind === event.target.value) ?? null)}
            >
              {SHEET_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(SHEET_KIND_WORDS[kind])}
                </option>
              ))}
              <option value="">{t(ledgerWords.notThisSheet)}</option>
            </select>
          )}
        </Field>
        {sheet.kind !== null && (
          <Field label={t(ledgerWords.headingRow)} error={wrongRow}>
            {(control) => (
              <input
                {...control}
                className="input num"
                inputMode="numeric"
                value={rowText}
                onChange={(event) =>
                  void setRow(event.target.value).catch(() => undefined /* said by the look at the cells */)
                }
              />
            )}
          </Field>
        )}
      </div>
      {sheet.kind !== null && (
        <>
          <FieldColumns kind={sheet.kind} sheet={sheet} headings={headings} onChange={onChange} />
          {left.length > 0 && (
            <p className="meta wrap-any">{t(ledgerWords.notTaken, { columns: left.join(SEPARATOR[language]) })}</p>
          )}
        </>
      )}
      {isOdd && sheet.kind === null && <p className="second">{t(ledgerWords.sheetOdd)}</p>}
      {(sheet.kind !== null || isOdd) && cells.data && (
        <SheetPeek
          cells={{ ...cells.data, headings: [] }}
          hot={sheet.kind === null ? [] : headings.map((_, column) => ({ row, letter: columnLetters(column) }))}
        />
      )}
    </section>
  );
}
