/** Matching the columns: what a sheet can hold, what is missing, what stands twice. The draft is sent as a whole. */
import {
  FIELDS_NOT_TAKEN,
  HEADING_SYNONYMS,
  proposeColumns,
  REQUIRED_FIELDS,
  type Columns,
  type LedgerField,
  type MappedSheet,
  type SheetKind,
} from '@zhengyou/domain/ledger/headings.ts';

/** In most ledgers these stand at the right end. */
const LAST: readonly LedgerField[] = ['phone', 'remark'];

function listFields(kind: SheetKind): readonly LedgerField[] {
  const known = Object.keys(HEADING_SYNONYMS[kind]) as LedgerField[]; // the keys of a table of fields
  const taken = known.filter((field) => !FIELDS_NOT_TAKEN.includes(field));
  return [...taken].sort((a, b) => LAST.indexOf(a) - LAST.indexOf(b));
}

/** What a sheet of a kind can hold, what it must hold first. */
export const fieldsOf = (kind: SheetKind): readonly LedgerField[] =>
  [...listFields(kind)].sort(
    (a, b) => Number(REQUIRED_FIELDS[kind].includes(b)) - Number(REQUIRED_FIELDS[kind].includes(a)),
  );

export const columnsFor = (kind: SheetKind | null, headings: readonly string[]): Columns =>
  kind === null
    ? {}
    : proposeColumns(
        headings.map((heading) => ({ t: heading })),
        kind,
      );

export function setColumn(columns: Columns, field: LedgerField, column: number | undefined): Columns {
  const { [field]: _old, ...rest } = columns;
  return column === undefined ? rest : { ...rest, [field]: column };
}

export type Mistake = { readonly kind: 'missing' } | { readonly kind: 'twice'; readonly other: LedgerField };

export function mistakesOf({
  kind,
  columns,
}: Pick<MappedSheet, 'kind' | 'columns'>): Partial<Record<LedgerField, Mistake>> {
  if (kind === null) return {};
  const mistakes: Partial<Record<LedgerField, Mistake>> = {};
  const firstAt = new Map<number, LedgerField>();
  for (const field of fieldsOf(kind)) {
    const column = columns[field];
    if (column === undefined) {
      if (REQUIRED_FIELDS[kind].includes(field)) mistakes[field] = { kind: 'missing' };
      continue;
    }
    const other = firstAt.get(column);
    if (other) mistakes[field] = { kind: 'twice', other };
    else firstAt.set(column, field);
  }
  return mistakes;
}

export const countMistakes = (sheets: readonly MappedSheet[]): number =>
  sheets.reduce((sum, sheet) => sum + Object.keys(mistakesOf(sheet)).length, 0);

/** Columns with a heading that nothing is read from. */
export const leftOut = (
  { kind, columns }: Pick<MappedSheet, 'kind' | 'columns'>,
  headings: readonly string[],
): string[] => {
  const taken = new Set(kind === null ? [] : fieldsOf(kind).map((field) => columns[field]));
  return headings.filter((heading, column) => heading.trim() !== '' && !taken.has(column));
};
