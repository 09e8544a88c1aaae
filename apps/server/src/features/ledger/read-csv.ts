import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { ledgerFileRefusals as refusals } from '@zhengyou/domain/ledger/ledger-file.refusals.ts';
import { findRow, textCell, type ReadSheet } from './cells.ts';
import { decodeText } from './decode-text.ts';
import type { FileLimits } from './file-limits.ts';

const MARKUP = /^\s*(<\?xml|<!doctype|<(html|head|meta|body|table|style|script|div)\b|MIME-Version:)/i;
const CONTROL_SHARE_OF_TEXT = 0.01;

/** Bytes of any kind can be whole GB 18030; a text does not consist of control characters. */
const isText = (text: string): boolean =>
  (text.match(/[\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0) <= text.length * CONTROL_SHARE_OF_TEXT; // oxlint-disable-line no-control-regex -- they are what is counted

/** Excel keeps leading zeros and long numbers in a CSV by writing them as the formula `="0571…"`. */
const unwrapFormula = (field: string): string => /^="([^"]*)"$/.exec(field)?.[1] ?? field;

/** One record's fields from `position`, by RFC 4180; `next` is where the following record starts. */
function readRecord(text: string, position: number, delimiter: string, plainField: RegExp) {
  const fields: string[] = [];
  let at = position;
  for (;;) {
    let field = '';
    if (text[at] === '"') {
      const pieces: string[] = [];
      do {
        const quote = text.indexOf('"', at + 1);
        if (quote < 0) return undefined;
        pieces.push(text.slice(at + 1, quote));
        at = quote + 1;
      } while (text[at] === '"');
      field = pieces.join('"');
    } else {
      plainField.lastIndex = at;
      field = plainField.exec(text)?.[0] ?? '';
      at += field.length;
    }
    fields.push(field);
    if (text[at] === delimiter) at += 1;
    else if (at >= text.length) return { fields, next: at };
    else if (text.startsWith('\r\n', at)) return { fields, next: at + 2 };
    else if (text[at] === '\n' || text[at] === '\r') return { fields, next: at + 1 };
    else return undefined;
  }
}

const DELIMITERS = [',', '\t', ';'];
const RECORDS_SNIFFED = 50;

const plainFieldUntil = (delimiter: string) => new RegExp(`[^${delimiter}\\r\\n]*`, 'y');

/** How many of the first records agree on a number of fields above one; a title row or a remark may differ. */
function agreement(text: string, delimiter: string): number {
  const plainField = plainFieldUntil(delimiter);
  const records = new Map<number, number>();
  for (let at = 0, seen = 0; at < text.length && seen < RECORDS_SNIFFED; seen += 1) {
    const record = readRecord(text, at, delimiter, plainField);
    if (!record) break;
    if (record.fields.length > 1) records.set(record.fields.length, (records.get(record.fields.length) ?? 0) + 1);
    at = record.next;
  }
  return Math.max(0, ...records.values());
}

const sniffDelimiter = (text: string): string =>
  DELIMITERS.map((delimiter) => ({ delimiter, agreed: agreement(text, delimiter) })).reduce((best, next) =>
    next.agreed > best.agreed ? next : best,
  ).delimiter;

const lineAt = (text: string, position: number): number => text.slice(0, position).split(/\r\n|\r|\n/).length;

function readRecords(text: string, fileName: string, limits: FileLimits): string[][] {
  const delimiter = sniffDelimiter(text);
  const plainField = plainFieldUntil(delimiter);
  const file = { file: fileName };
  const records: string[][] = [];
  let cells = 0;
  for (let at = 0; at < text.length;) {
    const record = readRecord(text, at, delimiter, plainField);
    if (!record) throw new Refused(refusals.unclosedQuote({ ...file, line: lineAt(text, at) }));
    records.push(record.fields);
    cells += record.fields.length;
    at = record.next;
    const columns = record.fields.length;
    if (records.length > limits.rows)
      throw new Refused(refusals.tooManyRows({ ...file, rows: records.length, limit: limits.rows }));
    if (columns > limits.columns)
      throw new Refused(refusals.tooManyColumns({ ...file, columns, limit: limits.columns }));
    if (cells > limits.cells) throw new Refused(refusals.tooManyCells({ ...file, limit: limits.cells }));
  }
  return records;
}

const sheetName = (fileName: string): string => fileName.replace(/(.)\.[^.]{1,5}$/s, '$1');

/** One sheet named after the file. A row is a record: a line break within quotes does not start a new one. */
export function readCsv(bytes: Buffer, fileName: string, limits: FileLimits): ReadSheet[] {
  const text = decodeText(bytes, fileName);
  if (MARKUP.test(text)) throw new Refused(refusals.webPage({ file: fileName }));
  if (!isText(text)) throw new Refused(refusals.unknownKind({ file: fileName }));
  const rows = readRecords(text, fileName, limits).flatMap(
    (fields, index) =>
      findRow(
        index + 1,
        fields.map((field) => textCell(unwrapFormula(field))),
      ) ?? [],
  );
  return rows.length > 0 ? [{ name: sheetName(fileName), rows, merges: [], hidden: false }] : [];
}
