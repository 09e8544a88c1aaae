import { BOTH_READ_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips, type Choice } from '../../kit/ChoiceChips.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import { proposalWords } from './proposal.words.ts';

type CauseFormProps<C extends string, H extends string> = {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly causes: readonly Choice<C>[];
  /** A choice before the cause, where there is one. */
  readonly how?: {
    readonly label: string;
    readonly value: H;
    readonly options: readonly Choice<H>[];
    readonly onChange: (value: H) => void;
  };
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSend: (answer: { cause: C; words?: string }) => void;
};

/** A cause out of a few that say nothing of the other side, and a sentence of one’s own. */
export function CauseForm<C extends string, H extends string = never>(props: CauseFormProps<C, H>) {
  const { title, intro, causes, how, busy, error, onClose, onSend } = props;
  const t = useWords();
  const causeId = useId();
  const howId = useId();
  const [cause, setCause] = useState<C | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const wordsMissing = cause === 'other' && text.trim().length < 2;
  function send() {
    setTried(true);
    if (cause === null || wordsMissing) return;
    onSend({ cause, ...(text.trim() ? { words: text.trim() } : {}) });
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={busy} onClick={send}>
          {t(proposalWords.send)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        {intro && <p className="second">{intro}</p>}
        {how && (
          <div className="field">
            <span className="label" id={howId}>
              {how.label}
            </span>
            <ChoiceChips labelledBy={howId} value={how.value} options={how.options} onChange={how.onChange} />
          </div>
        )}
        <div className="field">
          <span className="label" id={causeId}>
            {t(proposalWords.cause)}
          </span>
          <ChoiceChips labelledBy={causeId} value={cause} options={causes} onChange={setCause} />
          {tried && cause === null && (
            <p className="mistake" role="alert">
              <StateShape state="late" />
              <span>{t(proposalWords.causeMissing)}</span>
            </p>
          )}
        </div>
        <Field
          label={t(proposalWords.words)}
          optional={cause !== 'other'}
          hint={t(BOTH_READ_WORDS.bothRead)}
          error={tried && wordsMissing && t(proposalWords.wordsMissing)}
        >
          {(control) => (
            <textarea
              className="input"
              {...control}
              rows={2}
              maxLength={400}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {error !== null && <CallErrorNote error={error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(proposalWords.send)}
        </button>
      </form>
    </Sheet>
  );
}
