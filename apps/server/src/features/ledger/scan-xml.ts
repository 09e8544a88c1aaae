/**
 * Counts what an XML part will cost before anything builds it in memory. It looks at tags in passing and understands
 * nothing of their order: counting too much is safe, and what it misses the limits of the reading process still catch.
 */
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { ledgerFileRefusals } from '@zhengyou/domain/ledger/ledger-file.refusals.ts';
import type { FileLimits } from './file-limits.ts';

export type Tally = { rows: number; lastRow: number; lastColumn: number; cells: number; tags: number };
export const newTally = (): Tally => ({ rows: 0, lastRow: 0, lastColumn: 0, cells: 0, tags: 0 });

const TAG = /<([^\s<>/!?][^\s<>/]*)([^<>]*)/g;
const REFERENCE = /\br\s*=\s*["']([A-Za-z]{0,4})(\d{1,9})["']/;

const columnNumber = (letters: string): number => {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
};

export type XmlScan = { read: (chunk: Buffer) => void };

/** `tally` runs over all parts of one file. */
export function scanXml(fileName: string, limits: FileLimits, tally: Tally): XmlScan {
  let rest = '';

  const note = (name: string, attributes: string) => {
    tally.tags += 1;
    const local = name.slice(name.indexOf(':') + 1);
    if (local !== 'row' && local !== 'c') return;
    if (local === 'row') tally.rows += 1;
    else tally.cells += 1;
    const reference = REFERENCE.exec(attributes);
    tally.lastRow = Math.max(tally.lastRow, Number(reference?.[2] ?? 0));
    tally.lastColumn = Math.max(tally.lastColumn, columnNumber(reference?.[1] ?? ''));
  };

  const check = () => {
    const file = { file: fileName };
    const rows = Math.max(tally.rows, tally.lastRow);
    if (rows > limits.rows) throw new Refused(ledgerFileRefusals.tooManyRows({ ...file, rows, limit: limits.rows }));
    if (tally.lastColumn > limits.columns)
      throw new Refused(
        ledgerFileRefusals.tooManyColumns({ ...file, columns: tally.lastColumn, limit: limits.columns }),
      );
    if (tally.cells > limits.cells)
      throw new Refused(ledgerFileRefusals.tooManyCells({ ...file, limit: limits.cells }));
    if (tally.tags > limits.xmlTags) throw new Refused(ledgerFileRefusals.tooHeavy(file));
  };

  return {
    read(chunk) {
      // A part in UTF-16 would hide its tags from this scan; no spreadsheet programme writes one.
      if (chunk.includes(0)) throw new Refused(ledgerFileRefusals.damaged({ file: fileName }));
      const text = rest + chunk.toString('latin1');
      if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
        throw new Refused(ledgerFileRefusals.declaresEntities({ file: fileName }));
      const open = text.lastIndexOf('<');
      const whole = open >= 0 && !text.includes('>', open) ? open : text.length;
      rest = text.slice(whole);
      if (rest.length > limits.xmlTagCharacters) throw new Refused(ledgerFileRefusals.tooHeavy({ file: fileName }));
      for (const tag of text.slice(0, whole).matchAll(TAG)) note(tag[1] ?? '', tag[2] ?? '');
      check();
    },
  };
}
