/**
 * What somebody pastes: a block of cells from a spreadsheet, or lines of a message in which a person is told in free order. Both become a sheet
 * with headings, so that everything after it is the same as for a ledger: columns to confirm, doubtful rows to ask about.
 */
import { cleanText, looksLikeName, squeeze, tidyName, toHalfWidth } from '../person/name-text.ts';
import { readParty } from '../person/party.ts';
import { readStanding } from '../person/standing-text.ts';
import { HEADING_SYNONYMS, proposeColumns, recogniseSheets, type LedgerField, type MappedSheet } from './headings.ts';
import { readTerm } from './partial-date.ts';
import type { LedgerSheet } from './sheet.ts';

export const PASTE_MOST_CELLS = 100_000;
export const PASTE_MOST_ROWS = 5000;

/** Cells as a spreadsheet puts them on the clipboard: tabs between, line ends between rows, quotes around what holds either. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain.charAt(at + 1) === '"') [cell, at] = [`${cell}"`, at + 1];
      else quoted = false;
    } else if (sign === '"' && cell === '' && plain.indexOf('"', at + 1) > 0) quoted = true;
    else if (sign === '\t') [row, cell] = [[...row, cell], ''];
    else if (sign === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    } else cell += sign;
  }
  rows.push([...row, cell]);
  return rows.map((cells) => cells.map((one) => cleanText(one))).filter((cells) => cells.some((one) => one !== ''));
}

const PHONE = /^(?:\+?86)?1[3-9]\d{9}$|^0\d{2,3}\d{7,8}$|^\d{7,8}$/;
const BIRTH = /^(?:19[3-9]\d|200\d)(?:年|[./-])?(?:(?:0?[1-9]|1[0-2])(?:月|[./-])?(?:\d{1,2}日?)?)?$/;
const TITLE =
  /^(?:(?:主任|副主任|主治|住院)(?:医师|医生|护师|药师|技师)|(?:正高级?|副高级?|中级)?(?:教授|副教授|讲师|助教|研究员|副研究员|助理研究员|工程师|高级工程师|实验师|高级实验师|主管护师|主管药师|护师|药师|编审|副编审))(?:[、,，/](?:.*))?$/;
const DUTY =
  /(?:主任|院长|所长|处长|科长|部长|书记|护士长|组长|室主任|系主任|校长|会长|秘书|干事|教研室主任|学科带头人|负责人)$/;
const UNIT = /(?:医院|学院|学校|本部|研究所|研究院|中心|公司|大学|机关|校区|处|部|系)$/;

/** What a text by itself looks like; undefined where it could be several things or none. */
export function fieldOfText(text: string, units: ReadonlySet<string> = new Set()): LedgerField | undefined {
  const plain = squeeze(text);
  if (plain === '') return undefined;
  const digits = plain.replace(/[-()]/g, '');
  if (PHONE.test(digits) && !BIRTH.test(plain)) return 'phone';
  if (/^(?:男|女)$/.test(plain)) return 'sex';
  if (BIRTH.test(plain)) return 'birth';
  if (/\d{4}/.test(plain) && readTerm(plain).kind === 'term') return 'term';
  const party = readParty(plain);
  if (party.kind === 'affiliations' || party.kind === 'communist' || (party.kind === 'none' && plain.length > 1))
    return 'party';
  if (TITLE.test(plain)) return 'title';
  if (units.has(plain)) return 'unit';
  if (readStanding(plain).kind !== 'other') return 'standing';
  if (DUTY.test(plain)) return 'duty';
  if (UNIT.test(plain) && plain.length > 2) return 'unit';
  const { name } = tidyName(text);
  return looksLikeName(name) && (/^[\p{Script=Han}〇]{2,4}$/u.test(name) || name.includes('·')) ? 'name' : undefined;
}

/** A column is what most of its cells look like; a serial counts up. */
function fieldOfColumn(cells: readonly string[], units: ReadonlySet<string>): LedgerField | undefined {
  const told = cells.filter((cell) => cell !== '');
  if (told.length === 0) return undefined;
  const numbers = told.map((cell) => Number(toHalfWidth(cell)));
  if (
    told.length > 1 &&
    numbers.every((each, at) => Number.isInteger(each) && (at === 0 || each > (numbers[at - 1] ?? 0))) &&
    (numbers[0] ?? 9) < 1000
  )
    return 'serial';
  const counts = new Map<LedgerField, number>();
  for (const cell of told)
    for (const part of cell.split('\n')) {
      const field = fieldOfText(part, units);
      if (field) counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  const [best, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (!best) return undefined;
  const [field, count] = best;
  // As good as even is a doubt, and a doubt is not a guess.
  return count >= told.length * 0.5 && count > (second?.[1] ?? 0) * 1.5 ? field : undefined;
}

const headingOf = (field: LedgerField): string => HEADING_SYNONYMS.representatives[field]?.[0] ?? '备注';

export type Pasted = {
  readonly sheet: LedgerSheet;
  readonly mapping: MappedSheet;
  /** How it was understood. */
  readonly as: 'headed' | 'cells' | 'lines';
  /** Columns for which no field was found: shown, and left out unless somebody chooses. */
  readonly unguessed: readonly number[];
};

const SHEET_NAME = '粘贴的内容';
const sheetOf = (rows: readonly (readonly string[])[]): LedgerSheet => ({
  name: SHEET_NAME,
  rows: rows.map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => (cell === '' ? null : { t: cell })) })),
  merges: [],
});

/** `units`: names and other written forms of the institution’s units, without blanks. */
export function readPaste(text: string, units: ReadonlySet<string> = new Set()): Pasted {
  const isTable = text.includes('\t');
  const cells = isTable ? readCells(text) : readLines(text, units);
  const sheet = sheetOf(cells);
  const [recognised] = recogniseSheets([sheet]).sheets;
  const asPeople = proposeColumns(sheet.rows[0]?.cells ?? [], 'representatives');
  const isHeaded = !isTable || (asPeople.name !== undefined && Object.keys(asPeople).length > 1);
  if (recognised?.kind || isHeaded) {
    const { kind, headingRow, columns } = recognised?.kind
      ? recognised
      : { kind: 'representatives' as const, headingRow: 1, columns: asPeople };
    const taken = new Set(Object.values(columns));
    const heads = cells[headingRow - 1] ?? [];
    return {
      sheet,
      mapping: { sheet: SHEET_NAME, kind, headingRow, columns },
      as: isTable ? 'headed' : 'lines',
      unguessed: heads.flatMap((head, column) => (head === '' || taken.has(column) ? [] : [column])),
    };
  }
  const width = Math.max(0, ...cells.map((row) => row.length));
  const taken = new Set<LedgerField>();
  const unguessed: number[] = [];
  const heads = Array.from({ length: width }, (_, column) => {
    const found = fieldOfColumn(
      cells.map((row) => row[column] ?? ''),
      units,
    );
    // The second column of names is that of the leaders; any other field stands once.
    const field = found === 'name' && taken.has('name') ? 'leader' : found;
    if (field === undefined || taken.has(field)) {
      unguessed.push(column);
      return `第${column + 1}列`;
    }
    taken.add(field);
    return headingOf(field);
  });
  const named = sheetOf([heads, ...cells]);
  const columns = proposeColumns(named.rows[0]?.cells ?? [], 'representatives');
  return {
    sheet: named,
    mapping: { sheet: SHEET_NAME, kind: 'representatives', headingRow: 1, columns },
    as: 'cells',
    unguessed,
  };
}

const LINE_FIELDS: readonly LedgerField[] = [
  ...(['name', 'party', 'unit', 'duty', 'title', 'standing', 'term'] as const),
  ...(['birth', 'phone', 'leader', 'remark'] as const),
];

const LABEL = new Map(
  Object.entries(HEADING_SYNONYMS.representatives).flatMap(([field, words]) =>
    words.map((word) => [word, field as LedgerField] as const),
  ),
);

/** `张三 民盟 第一医院 主任医师 138…`, or with labels: `姓名：张三，电话：138…`. What cannot be placed is kept as a remark, to be looked at. */
function readLines(text: string, units: ReadonlySet<string>): string[][] {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[(（]?\d{1,4}[)）.、．]|[-*•●])\s*/, '').trim())
    .filter((line) => line !== '');
  const people = lines.map((line) => {
    const person = new Map<LedgerField, string>();
    const add = (field: LedgerField, value: string) =>
      person.set(field, person.has(field) ? `${person.get(field)}${field === 'remark' ? '；' : '、'}${value}` : value);
    for (const part of line.split(/[\s,，;；|｜]+/).filter((one) => one !== '')) {
      const labelled = /^(.{1,8}?)[:：](.+)$/.exec(part);
      const label = labelled && LABEL.get(squeeze(labelled[1] ?? ''));
      if (label && labelled?.[2]) add(label, labelled[2]);
      else {
        const field = fieldOfText(part, units);
        // The first name is the person’s; another is somebody who has to be asked about.
        const place =
          field === undefined || field === 'sex' ? 'remark' : field === 'name' && person.has('name') ? 'remark' : field;
        add(place, part);
      }
    }
    return person;
  });
  const used = LINE_FIELDS.filter((field) => people.some((person) => person.has(field)));
  return [used.map(headingOf), ...people.map((person) => used.map((field) => person.get(field) ?? ''))];
}
