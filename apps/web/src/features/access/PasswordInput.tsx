import { useState, type InputHTMLAttributes } from 'react';
import { useWords } from '../../app/language.tsx';
import { accessWords } from './access.words.ts';

/** A password that its owner may look at: typing blind on a phone costs more than it hides. */
export function PasswordInput(props: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'>) {
  const t = useWords();
  const [shown, setShown] = useState(false);
  return (
    <span className="secret">
      <input
        {...props}
        className="input"
        type={shown ? 'text' : 'password'}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <button type="button" className="link" aria-controls={props.id} onClick={() => setShown(!shown)}>
        {t(shown ? accessWords.hide : accessWords.show)}
      </button>
    </span>
  );
}
