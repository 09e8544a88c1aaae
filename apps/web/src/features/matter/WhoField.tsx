import { listPeople } from '@zhengyou/domain/person/person.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { raiseWords } from './raise.words.ts';

export type Who = { readonly id: Id; readonly name: string };

type WhoFieldProps = {
  readonly who: Who | undefined;
  readonly error: string | undefined;
  readonly onChoose: (who: Who | undefined) => void;
};

const OFFERED = 6;

/** For whom a keeper writes something down: found by name, reading or unit. */
export function WhoField({ who, error, onChoose }: WhoFieldProps) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useCall(
    listPeople,
    { query: { q, kind: 'representatives', limit: OFFERED } },
    { enabled: who === undefined && q !== '', keepPrevious: true },
  );
  if (who)
    return (
      <div className="field">
        <span className="label">{t(raiseWords.forWhom)}</span>
        <span className="row apart">
          <span className="strong">{who.name}</span>
          <Button small look="text" onClick={() => onChoose(undefined)}>
            {t(raiseWords.another)}
          </Button>
        </span>
      </div>
    );
  const people = q === '' ? [] : (found.data?.items ?? []);
  return (
    <div>
      <Field label={t(raiseWords.forWhom)} hint={t(raiseWords.forWhomHint)} error={error}>
        {(control) => (
          <input
            className="input"
            type="search"
            autoComplete="off"
            maxLength={50}
            {...control}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {people.length > 0 && (
        <ul className="matter-found">
          {people.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onChoose({ id: one.id, name: one.name })}>
                {one.name} <span className="muted">{one.unit.shortName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
