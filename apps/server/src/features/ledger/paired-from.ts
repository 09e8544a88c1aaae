/** A ledger does not say since when a pair stands. Its year is proposed, and the office confirms or changes it. */
import { startOfYear, yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { cellText } from '@zhengyou/domain/ledger/headings.ts';
import type { LedgerSheet } from '@zhengyou/domain/ledger/sheet.ts';

const TITLE_ROWS = 3;

/** The first day of the year that a title names (台账（2026年）), else of this year; never later than today. */
export function proposedPairedFrom(sheets: readonly LedgerSheet[], today: PlainDate): PlainDate {
  for (const sheet of sheets)
    for (const { cells } of sheet.rows.slice(0, TITLE_ROWS))
      for (const cell of cells) {
        const year = Number(/(20\d\d)\s*年(?!\s*\d)/.exec(cellText(cell))?.[1]);
        if (year && year <= yearOf(today) && year > yearOf(today) - 10) return startOfYear(year);
      }
  return startOfYear(yearOf(today));
}
