import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { FIX_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import { AFFILIATIONS } from '@zhengyou/domain/person/party.ts';
import { CHANNELS } from '@zhengyou/domain/policy/vocabulary.ts';
import { useId, useState, type FormEvent } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoicePicker } from './ChoicePicker.tsx';
import { dateBounds, firstDate, termParts, termText } from './fix-values.ts';
import { ledgerWords } from './ledger.words.ts';
import type { Decision, Fix, Problem } from './shapes.ts';

type FixFieldProps = {
  readonly importId: string;
  readonly today: string;
  readonly problem: Problem;
  readonly fix: Fix;
  readonly onDecide: (decision: Decision) => void;
};

/** A choice that brings something along: a date, a name, a person. The field may be filled; only the button decides. */
export function FixField(props: FixFieldProps) {
  const { fix, problem, onDecide } = props;
  const t = useWords();
  const id = useId();
  const [value, setValue] = useState(() => firstValue(props));
  const [empty, setEmpty] = useState(false);
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setEmpty(value === '');
    if (value !== '') onDecide({ fix: fix.id, value });
  }
  return (
    <form className={isSearch(fix) ? 'fix-field search' : 'fix-field'} onSubmit={onSubmit} noValidate>
      <div className="row wrap">
        <Control {...props} id={id} value={value} problem={problem} onValue={setValue} />
        <Button small type="submit">
          {t(FIX_WORDS[fix.kind])}
        </Button>
      </div>
      {empty && (
        <p className="meta" role="alert">
          {t(ledgerWords.pickFirst)}
        </p>
      )}
    </form>
  );
}

/** A search needs the whole line, for what it finds. */
const isSearch = ({ needs }: Fix) => needs === 'leader' || needs === 'person' || needs === 'unit';

function firstValue({ fix, problem, today }: FixFieldProps): string {
  const before = problem.decision?.fix === fix.id ? (problem.decision.value ?? '') : '';
  if (fix.needs === 'date') return firstDate(problem, plainDate(today));
  return before;
}

type ControlProps = FixFieldProps & {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

function Control({ importId, today, problem, fix, id, value, onValue }: ControlProps) {
  const t = useWords();
  const plain = {
    id,
    className: 'input',
    value,
    onChange: (event: { target: { value: string } }) => onValue(event.target.value),
  };
  switch (fix.needs) {
    case 'date':
      return (
        <input {...plain} type="date" aria-label={t(ledgerWords.date)} {...dateBounds(problem, plainDate(today))} />
      );
    case 'month':
      return <input {...plain} type="month" aria-label={t(ledgerWords.month)} max={today.slice(0, 7)} />;
    case 'term':
      return <Term value={value} onValue={onValue} />;
    case 'leader':
    case 'person':
    case 'unit':
      return <ChoicePicker importId={importId} of={fix.needs} onChoose={onValue} />;
    case 'party':
      return <Select {...plain} label={t(FIX_WORDS.chooseParty)} options={AFFILIATIONS} words={AFFILIATION_WORDS} />;
    case 'channel':
      return <Select {...plain} label={t(FIX_WORDS.chooseChannel)} options={CHANNELS} words={CHANNEL_WORDS} />;
    default:
      return <input {...plain} type="text" aria-label={t(ledgerWords.name)} maxLength={50} />;
  }
}

type SelectProps<T extends string> = {
  readonly id: string;
  readonly className: string;
  readonly value: string;
  readonly onChange: (event: { target: { value: string } }) => void;
  readonly label: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, { readonly zh: string; readonly en: string }>>;
};

function Select<T extends string>({ label, options, words, ...control }: SelectProps<T>) {
  const t = useWords();
  return (
    <select {...control} aria-label={label}>
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {t(words[option])}
        </option>
      ))}
    </select>
  );
}

function Term({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const t = useWords();
  const { from, until } = termParts(value);
  return (
    <>
      <label className="row">
        <span className="meta">{t(ledgerWords.from)}</span>
        <input
          type="month"
          className="input"
          value={from}
          onChange={(event) => onValue(termText(event.target.value, until))}
        />
      </label>
      <label className="row">
        <span className="meta">{t(ledgerWords.until)}</span>
        <input
          type="month"
          className="input"
          value={until}
          onChange={(event) => onValue(termText(from, event.target.value))}
        />
      </label>
    </>
  );
}
