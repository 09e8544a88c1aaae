import type { Result } from '@zhengyou/domain/matter/matter.ts';
import { RESULTS } from '@zhengyou/domain/matter/matter.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Field } from '../../kit/Field.tsx';
import { matterWords } from './matter.words.ts';

export type Given = {
  readonly result: Result;
  readonly timely: boolean | null;
  readonly clear: boolean | null;
  readonly comment: string | null;
  readonly on: PlainDate;
  readonly until: PlainDate;
};
/** What may be told besides the answer; each goes with it, so that one tap never loses another. */
export type Told = {
  readonly result: Result;
  readonly timely?: boolean | null;
  readonly clear?: boolean | null;
  readonly comment?: string;
};

export type ConfirmCardProps = {
  readonly given: Given | undefined;
  readonly today: PlainDate;
  readonly label: (result: Result) => string;
  readonly days: number;
  readonly busy: boolean;
  /** False once the days for changing are over. */
  readonly open: boolean;
  readonly again?: boolean;
  readonly onTell: (told: Told) => void;
  readonly children?: ReactNode;
};

/** The question stands after the reply was read: one tap is the whole answer, whatever else may be said comes after. */
export function ConfirmCard(props: ConfirmCardProps) {
  const { given, today, label, days, busy, open, again, onTell, children } = props;
  const t = useWords();
  const { language } = useLanguage();
  const day = (on: PlainDate) => sayDay(on, { language, today });
  const rest = given && {
    result: given.result,
    timely: given.timely,
    clear: given.clear,
    ...(given.comment !== null && { comment: given.comment }),
  };
  return (
    <section className="matter-confirm" aria-labelledby="matter-ask">
      <h2 id="matter-ask">{t(again ? matterWords.askAgainDone : matterWords.askDone)}</h2>
      {open && (
        <Tells value={given?.result} label={label} busy={busy} onTell={(result) => onTell({ ...rest, result })} />
      )}
      <output className="meta">
        {given === undefined
          ? t(matterWords.tapEnough, { days })
          : t(open ? matterWords.youSaid : matterWords.youSaidFixed, {
              day: day(given.on),
              result: label(given.result),
              until: day(given.until),
            })}
      </output>
      {rest && given && given.result !== 'solved' && <p className="second">{t(matterWords.nextRound)}</p>}
      {rest && given && open && (
        <div className="matter-asides">
          <YesNo
            ask={t(matterWords.timelyAsk)}
            yes={t(matterWords.timely)}
            no={t(matterWords.notTimely)}
            value={given.timely}
            onChange={(timely) => onTell({ ...rest, timely })}
          />
          <YesNo
            ask={t(matterWords.clearAsk)}
            yes={t(matterWords.clear)}
            no={t(matterWords.notClear)}
            value={given.clear}
            onChange={(clear) => onTell({ ...rest, clear })}
          />
          <Comment
            key={given.comment ?? ''}
            kept={given.comment}
            busy={busy}
            onSay={(comment) => onTell({ ...rest, comment })}
          />
        </div>
      )}
      {children}
    </section>
  );
}

type TellsProps = {
  readonly value: Result | undefined;
  readonly label: (result: Result) => string;
  readonly busy: boolean;
  /** Said before each label where several questions stand on one page. */
  readonly about?: string;
  readonly onTell: (result: Result) => void;
};

export function Tells({ value, label, busy, about, onTell }: TellsProps) {
  return (
    <div className="matter-tells">
      {RESULTS.map((result) => (
        <Button
          key={result}
          aria-pressed={value === result}
          aria-label={about === undefined ? undefined : `${label(result)} ${about}`}
          busy={busy}
          onClick={() => onTell(result)}
        >
          {label(result)}
        </Button>
      ))}
    </div>
  );
}

type YesNoProps = {
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean) => void;
};

function YesNo({ ask, yes, no, value, onChange }: YesNoProps) {
  return (
    <div>
      <span className="second">{ask}</span>
      <ChoiceChips
        label={ask}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
        value={value === null ? null : value ? 'yes' : 'no'}
        onChange={(choice) => onChange(choice === 'yes')}
      />
    </div>
  );
}

type CommentProps = { readonly kept: string | null; readonly busy: boolean; readonly onSay: (words: string) => void };

function Comment({ kept, busy, onSay }: CommentProps) {
  const t = useWords();
  const [words, setWords] = useState(kept ?? '');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') onSay(words);
      }}
    >
      <Field label={t(matterWords.comment)} optional>
        {(control) => (
          <textarea
            className="input"
            rows={2}
            maxLength={4000}
            {...control}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      {words.trim() !== '' && words !== kept && (
        <Button type="submit" busy={busy}>
          {t(matterWords.commentSend)}
        </Button>
      )}
    </form>
  );
}
