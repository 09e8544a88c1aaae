import { useWords } from '../../app/language.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { Field } from '../../kit/Field.tsx';
import { ledgerWords } from './ledger.words.ts';

type PairedFromProps = {
  readonly value: string;
  readonly today: string;
  readonly wrong: string | undefined;
  readonly onChange: (value: string) => void;
};

/** A ledger does not say since when a pair stands: the day is ours to set, and marked so. */
export function PairedFrom({ value, today, wrong, onChange }: PairedFromProps) {
  const t = useWords();
  return (
    <section className="paired-from">
      <Field
        label={t(ledgerWords.pairedFrom)}
        hint={
          <>
            {t(ledgerWords.pairedFromHint)} <ClauseMark local />
          </>
        }
        error={wrong}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            className="input"
            value={value}
            max={today}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </section>
  );
}
