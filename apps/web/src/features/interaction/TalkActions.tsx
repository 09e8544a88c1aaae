import {
  addWords,
  answerCorrection,
  askCorrection,
  changeText,
  confirmText,
} from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { textWords } from './shared-text.words.ts';
import type { Talk } from './TalkVoices.tsx';

type Doing = 'add' | 'ask' | 'change' | 'accept' | 'decline';

/** What either side may do with the text, each in place; what is written stays until it is saved or put away. */
export function TalkActions({ talk }: { readonly talk: Talk }) {
  const t = useWords();
  const toast = useToast();
  const [doing, setDoing] = useState<Doing>();
  const confirm = useChange(confirmText);
  const params = { interactionId: talk.id };
  const { can } = talk;
  if (!can.some((one) => one !== 'undo' && one !== 'attach')) return null;
  if (doing) return <TalkForm key={doing} talk={talk} doing={doing} onDone={() => setDoing(undefined)} />;
  return (
    <div className="talk-acts">
      {confirm.isError && <CallErrorNote error={confirm.error} />}
      {can.includes('confirm') && (
        <Button
          busy={confirm.isPending}
          onClick={() =>
            confirm.mutate(
              { params, body: { version: talk.version } },
              { onSuccess: () => toast({ text: t(textWords.confirmed) }) },
            )
          }
        >
          {t(textWords.confirm)}
        </Button>
      )}
      {can.includes('answer') && (
        <>
          <Button onClick={() => setDoing('accept')}>{t(textWords.accept)}</Button>
          <Button onClick={() => setDoing('decline')}>{t(textWords.decline)}</Button>
        </>
      )}
      {can.includes('add') && (
        <button type="button" className="link" onClick={() => setDoing('add')}>
          {t(textWords.add)}
        </button>
      )}
      {can.includes('ask') && (
        <button type="button" className="link" onClick={() => setDoing('ask')}>
          {t(textWords.ask)}
        </button>
      )}
      {can.includes('change') && !can.includes('answer') && (
        <button type="button" className="link" onClick={() => setDoing('change')}>
          {t(textWords.change)}
        </button>
      )}
    </div>
  );
}

type TalkFormProps = { readonly talk: Talk; readonly doing: Doing; readonly onDone: () => void };

function TalkForm({ talk, doing, onDone }: TalkFormProps) {
  const t = useWords();
  const toast = useToast();
  const add = useChange(addWords);
  const ask = useChange(askCorrection);
  const answer = useChange(answerCorrection);
  const change = useChange(changeText);
  const [text, setText] = useState(doing === 'change' || doing === 'accept' ? (talk.words ?? '') : '');
  const open = talk.corrections.find((one) => one.status === 'open');
  const params = { interactionId: talk.id };
  const done = { onSuccess: () => (toast({ text: t(textWords.saved) }), onDone()) };
  const answered = { ...params, ordinal: open?.ordinal ?? 0 };
  const send = () => {
    if (doing === 'add') add.mutate({ params, body: { words: text } }, done);
    if (doing === 'ask') ask.mutate({ params, body: { words: text } }, done);
    if (doing === 'change') change.mutate({ params, body: { words: text }, ifMatch: talk.version }, done);
    if (doing === 'accept')
      answer.mutate({ params: answered, body: { accept: true, words: text, version: talk.version } }, done);
    if (doing === 'decline') answer.mutate({ params: answered, body: { accept: false, reason: text } }, done);
  };
  const error = add.error ?? ask.error ?? answer.error ?? change.error;
  const busy = [add, ask, answer, change].some((one) => one.isPending);
  const label = {
    add: 'addLabel',
    ask: 'askLabel',
    change: 'changeLabel',
    accept: 'changeLabel',
    decline: 'whyLabel',
  } as const;
  return (
    <form
      className="talk-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        <span className="muted">{t(textWords[label[doing]])}</span>
        <textarea
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens on a press that asks for it
          autoFocus
          className="input"
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {error && <CallErrorNote error={error} />}
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          {t(textWords.save)}
        </Button>
        <button type="button" className="muted" onClick={onDone}>
          {t(textWords.putAway)}
        </button>
      </div>
    </form>
  );
}
