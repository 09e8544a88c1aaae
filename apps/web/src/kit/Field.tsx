import { useId, type ReactNode } from 'react';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';
import { StateShape } from './StateChip.tsx';

export type FieldControl = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

export type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** A sentence that says what to do; may hold a link. */
  readonly error?: ReactNode;
  readonly optional?: boolean;
  /** `left` where the choice is made already, `above` where the field is free. */
  readonly side?: 'above' | 'left';
  /** Spread what is given onto the control: `{(control) => <input className="input" {...control} />}`. */
  readonly children: (control: FieldControl) => ReactNode;
};

export function Field({ label, hint, error, optional, side = 'above', children }: FieldProps) {
  const t = useWords();
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={side === 'left' ? 'field left' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">{t(kitWords.optional)}</span>}
      </label>
      <div className="control">
        {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      </div>
      {hint && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="mistake" role="alert">
          <StateShape state="late" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
