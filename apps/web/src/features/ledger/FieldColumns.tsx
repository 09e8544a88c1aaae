import type { MappedSheet, SheetKind } from '@zhengyou/domain/ledger/headings.ts';
import { FIELD_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import { columnLetters } from '@zhengyou/domain/ledger/sheet.ts';
import { useWords } from '../../app/language.tsx';
import { Field } from '../../kit/Field.tsx';
import { fieldsOf, mistakesOf, setColumn, type Mistake } from './columns.ts';
import { ledgerWords } from './ledger.words.ts';

type FieldColumnsProps = {
  readonly kind: SheetKind;
  readonly sheet: MappedSheet;
  readonly headings: readonly string[];
  readonly onChange: (sheet: MappedSheet) => void;
};

/** One line for each thing that the sheet can hold, with the column it is read from. */
export function FieldColumns({ kind, sheet, headings, onChange }: FieldColumnsProps) {
  const t = useWords();
  const mistakes = mistakesOf(sheet);
  const sayMistake = (mistake: Mistake | undefined) =>
    mistake &&
    (mistake.kind === 'missing'
      ? t(ledgerWords.fieldMissing)
      : t(ledgerWords.fieldTwice, { field: t(FIELD_WORDS[mistake.other]) }));
  return (
    <div className="field-columns">
      {fieldsOf(kind).map((field) => (
        <Field key={field} label={t(FIELD_WORDS[field])} error={sayMistake(mistakes[field])}>
          {(control) => (
            <ColumnSelect
              {...control}
              value={sheet.columns[field]}
              headings={headings}
              onChoose={(column) => onChange({ ...sheet, columns: setColumn(sheet.columns, field, column) })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

type ColumnSelectProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly value: number | undefined;
  readonly headings: readonly string[];
  readonly onChoose: (column: number | undefined) => void;
};

const HEADING_SIGNS = 24;

function ColumnSelect({ value, headings, onChoose, ...control }: ColumnSelectProps) {
  const t = useWords();
  const count = Math.max(headings.length, (value ?? -1) + 1);
  const labelOf = (column: number) => {
    const letter = columnLetters(column);
    const heading = (headings[column] ?? '').replace(/\s+/g, ' ').trim();
    return heading === ''
      ? t(ledgerWords.column, { letter })
      : t(ledgerWords.columnHeaded, { letter, heading: [...heading].slice(0, HEADING_SIGNS).join('') });
  };
  return (
    <select
      {...control}
      className="input"
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? undefined : Number(event.target.value))}
    >
      <option value="">{t(ledgerWords.noColumn)}</option>
      {Array.from({ length: count }, (_, column) => (
        <option key={column} value={column}>
          {labelOf(column)}
        </option>
      ))}
    </select>
  );
}
