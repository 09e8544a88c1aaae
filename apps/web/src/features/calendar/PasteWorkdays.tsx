import { keepWorkdays } from '@zhengyou/domain/calendar/calendar.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { calendarWords } from './calendar.words.ts';
import { useSayDays } from './use-say-days.ts';

type Tried = ReplyOf<typeof keepWorkdays>;

/** The next year's table: pasted, looked at, kept. What is typed stays until it is kept. */
export function PasteWorkdays() {
  const t = useWords();
  const toast = useToast();
  const keep = useChange(keepWorkdays);
  const [text, setText] = useState('');
  const [tried, setTried] = useState<Tried>();
  const send = (only: boolean) =>
    keep.mutate(
      { body: { text, try: only } },
      {
        onSuccess: (reply) => {
          setTried(reply.kept ? undefined : reply);
          if (!reply.kept) return;
          setText('');
          toast({ text: t(calendarWords.kept) });
        },
      },
    );
  const good = tried !== undefined && tried.problems.length === 0;
  return (
    <section className="calendar-year">
      <div className="sec ruled">
        <h2>{t(calendarWords.paste)}</h2>
      </div>
      <label className="calendar-paste">
        <span className="muted">{t(calendarWords.pasteLabel)}</span>
        <textarea
          className="input"
          rows={8}
          spellCheck={false}
          placeholder={t(calendarWords.pasteHint)}
          aria-invalid={(tried !== undefined && !good) || undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setTried(undefined);
          }}
        />
      </label>
      {keep.isError && <CallErrorNote error={keep.error} />}
      {tried && <TriedNote tried={tried} />}
      <div className="row">
        {good ? (
          <Button look="primary" busy={keep.isPending} onClick={() => send(false)}>
            {t(calendarWords.keep)}
          </Button>
        ) : (
          <Button busy={keep.isPending} disabled={text.trim() === ''} onClick={() => send(true)}>
            {t(calendarWords.look)}
          </Button>
        )}
      </div>
    </section>
  );
}

function TriedNote({ tried }: { readonly tried: Tried }) {
  const t = useWords();
  const sayDays = useSayDays();
  if (tried.problems.length > 0)
    return (
      <div role="alert">
        <p className="strong">{t(calendarWords.nothingKept, { count: tried.problems.length })}</p>
        <ul>
          {tried.problems.map(({ line, message }) => (
            <li key={`${line} ${message.zh}`}>{t(calendarWords.problem, { line, message: t(message) })}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <output className="calendar-tried">
      {tried.years.map(({ year, off, working, changes }) => {
        const days = (works: boolean) =>
          sayDays(changes.flatMap((one) => (one.works === works ? [{ from: one.on, until: one.on }] : [])));
        return (
          <div key={year}>
            <p className="strong">{t(calendarWords.effect, { year, off, working, count: changes.length })}</p>
            {changes.some((one) => !one.works) && <p>{t(calendarWords.becomesOff, { days: days(false) })}</p>}
            {changes.some((one) => one.works) && <p>{t(calendarWords.becomesWorking, { days: days(true) })}</p>}
          </div>
        );
      })}
    </output>
  );
}
