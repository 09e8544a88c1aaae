import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { startRaise } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { toldWords } from './told.words.ts';

type Start = ReplyOf<typeof startRaise>;
type Told = Start['people'][number];

type WhoseFieldProps = {
  readonly start: Start;
  readonly who: Told | undefined;
  readonly error: string | undefined;
  readonly onChoose: (who: Told | undefined) => void;
};

const SHOWN = 6;

/** Whose it is: typed by name or pinyin, chosen from those of whom one may tell. */
export function WhoseField({ start, who, error, onChoose }: WhoseFieldProps) {
  const t = useWords();
  const [q, setQ] = useState('');
  const found = useCall(startRaise, { query: { q } }, { enabled: q.trim() !== '', keepPrevious: true });
  const people = (q.trim() === '' ? start.people : (found.data?.people ?? [])).slice(0, SHOWN);
  if (who)
    return (
      <div className="field">
        <span className="label">{t(toldWords.whose)}</span>
        <div className="row apart whose">
          <span>
            <span className="strong">{who.name}</span>{' '}
            <span className="muted">{[who.unitShort, ...who.leaders.map((one) => one.name)].join(' · ')}</span>
          </span>
          {start.people.length > 1 && (
            <Button small look="text" onClick={() => onChoose(undefined)}>
              {t(toldWords.change)}
            </Button>
          )}
        </div>
      </div>
    );
  return (
    <div className="whose">
      <Field label={t(toldWords.whose)} error={error}>
        {(control) => (
          <input
            className="input"
            placeholder={t(toldWords.find)}
            value={q}
            onChange={(event) => setQ(event.target.value)}
            {...control}
          />
        )}
      </Field>
      <ul className="whose-list">
        {people.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onChoose(one)}>
              <span className="strong">{one.name}</span>
              <span className="muted">
                {[one.unitShort, one.leaders.length === 0 ? t(toldWords.unpaired) : one.leaders[0]?.name].join(' · ')}
              </span>
            </button>
          </li>
        ))}
        {q.trim() !== '' && found.data?.people.length === 0 && <li className="muted">{t(toldWords.noOneFound)}</li>}
      </ul>
    </div>
  );
}
