import { useRef, useState, type FormEvent } from 'react';
import { CallRefused } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import type { Facts } from '@zhengyou/domain/kit/refusal.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { accessWords } from './access.words.ts';

/** Words of ours, said again when the language changes; or what the server said. */
export type Mistake = string | { readonly words: Words; readonly facts?: Facts };
export type Mistakes<F extends string> = Partial<Record<F, Mistake | undefined>>;

/**
 * A small form: what is missing is said before it is sent, what the server refuses is said under the field that it names, and what was
 * typed stays. `last` takes refusals that name no field of the form.
 */
export function useForm<F extends string>(empty: Readonly<Record<F, string>>, last: NoInfer<F>) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Record<F, string>>(empty);
  const [mistakes, setMistakes] = useState<Mistakes<F>>({});

  const isField = (name: string | undefined): name is F => name !== undefined && name in empty;

  function say(found: Mistakes<F>) {
    setMistakes(found);
    const first = Object.keys(found)[0];
    if (first) queueMicrotask(() => form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus());
  }

  return {
    form,
    values,
    /** What is wrong with a field, as a sentence. */
    mistake: (name: F): string | undefined => {
      const found = mistakes[name];
      return typeof found === 'object' ? t(found.words, found.facts) : found;
    },
    /** Spread onto the control, after what `Field` gives. */
    bind: (name: F) => ({
      name,
      value: values[name],
      onChange: (event: { target: { value: string } }) => {
        const { value } = event.target;
        setValues((now) => ({ ...now, [name]: value }));
        setMistakes((now) => ({ ...now, [name]: undefined }));
      },
    }),
    submit: (judge: (values: Record<F, string>) => Mistakes<F>, send: () => void) => (event: FormEvent) => {
      event.preventDefault();
      const found = judge(values);
      say(found);
      if (Object.keys(found).length === 0) send();
    },
    refuse: (error: unknown) => {
      if (!(error instanceof CallRefused)) return say({ [last]: { words: accessWords.noLine } } as Mistakes<F>);
      const { field } = error.problem;
      return say({ [isField(field) ? field : last]: error.message } as Mistakes<F> /* one field, computed */);
    },
    clear: () => {
      setValues(empty);
      setMistakes({});
    },
  };
}
