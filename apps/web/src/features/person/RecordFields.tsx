import type { Words } from '@zhengyou/domain/kit/words.ts';
import { parsePlainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useWords } from '../../app/language.tsx';
import { Field } from '../../kit/Field.tsx';

type Part = {
  readonly label: Words;
  readonly hint?: Words;
  readonly mistake?: Words | undefined;
  readonly optional?: boolean;
};
const more = (optional: boolean | undefined) => (optional ? { optional } : {});

type TextProps = Part & { readonly value: string; readonly onChange: (value: string) => void; readonly most?: number };

export function TextField({ label, hint, mistake, optional, value, onChange, most = 60 }: TextProps) {
  const t = useWords();
  return (
    <Field label={t(label)} hint={hint && t(hint)} error={mistake && t(mistake)} {...more(optional)}>
      {(control) => (
        <input
          className="input"
          {...control}
          value={value}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type DayProps = Part & { readonly value: string; readonly onChange: (value: string) => void; readonly max?: string };

export function DayField({ label, hint, mistake, optional, value, onChange, max }: DayProps) {
  const t = useWords();
  return (
    <Field label={t(label)} hint={hint && t(hint)} error={mistake && t(mistake)} {...more(optional)}>
      {(control) => (
        <input
          className="input"
          type="date"
          {...control}
          value={value}
          {...(max ? { max } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type PickProps<T extends string> = Part & {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly words: Words }[];
  readonly onChange: (value: T) => void;
};

export function PickField<T extends string>({ label, hint, value, options, onChange }: PickProps<T>) {
  const t = useWords();
  return (
    <Field label={t(label)} hint={hint && t(hint)}>
      {(control) => (
        <select className="input" {...control} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {t(option.words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What a date control holds, as a day; null while it is empty. */
export const dayOf = (value: string): PlainDate | null => parsePlainDate(value) ?? null;
