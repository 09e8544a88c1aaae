import { answerByLink, readAnswerLink } from '@zhengyou/domain/matter/desk.contract.ts';
import { ANSWER_CHANGEABLE_DAYS } from '@zhengyou/domain/matter/matter.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { appWords } from '../../app/app.words.ts';
import { CallRefused } from '../../app/call.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useTitle } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { PointReply } from '../../kit/PointReply.tsx';
import { ConfirmCard, type Told } from './ConfirmCard.tsx';
import { answerWords } from './list.words.ts';
import { matterWords } from './matter.words.ts';
import './matter.css';

type Asked = ReplyOf<typeof readAnswerLink>;
type GivenAnswer = NonNullable<Asked['answer']>;

/** Shorter ones were cut off on their way. */
const TOKEN_MIN = 30;

/** A link for one person: opening it only shows; the buttons answer. The token stands behind `#`, so that it reaches no logs of pages. */
export function AnswerPage() {
  const t = useWords();
  useTitle(t(answerWords.title));
  const token = useLocation({ select: (location) => location.hash });
  const whole = token.length >= TOKEN_MIN;
  const asked = useCall(readAnswerLink, { params: { token } }, { enabled: whole });
  return (
    <main className="answer-page">
      <header>
        <span className="mark">{t(appWords.name)}</span>
        <span className="muted">{asked.data?.institution}</span>
      </header>
      {!whole ? (
        <Said title={t(answerWords.cannot)} text={t(answerWords.broken)} />
      ) : asked.error instanceof CallRefused ? (
        <Said title={t(answerWords.cannot)} text={asked.error.message} />
      ) : (
        <Answer of={asked} loading={{ rows: 4, height: 64 }}>
          {(reply) => <Question token={token} asked={reply} />}
        </Answer>
      )}
    </main>
  );
}

function Said({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useWords();
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <Link href={paths.signIn({ next: paths.matters() })}>{t(answerWords.signIn)}</Link>
      </p>
    </>
  );
}

function Question({ token, asked }: { readonly token: string; readonly asked: Asked }) {
  const t = useWords();
  const { language } = useLanguage();
  const tell = useChange(answerByLink);
  const [told, setTold] = useState<{ readonly answer: GivenAnswer; readonly until: Asked['openUntil'] }>();
  const { today } = asked;
  const day = (on: Asked['today']) => sayDay(on, { language, today });
  const answer = told?.answer ?? asked.answer;
  const until = told?.until ?? asked.openUntil;
  const send = (said: Told) =>
    tell.mutate(
      { params: { token }, body: said },
      { onSuccess: (reply) => setTold({ answer: reply.answer, until: reply.openUntil }) },
    );
  return (
    <>
      <p className="muted">
        {t(matterWords.numbered, { kind: t(MATTER_KIND_WORDS[asked.kind]), number: asked.number })}
      </p>
      <h1>{asked.title}</h1>
      <p className="second">
        {t(answerWords.lead, { day: day(asked.repliedOn) })}
        {asked.lead !== null && `${t(kitWords.comma)}${t(answerWords.by, { unit: asked.lead })}`}
      </p>
      <ol>
        {asked.points.map((point, index) => (
          <PointReply
            // oxlint-disable-next-line react/no-array-index-key -- points have no other name here and keep their places
            key={index}
            number={index + 1}
            said={point.said}
            reply={point.reply}
            outcome={point.outcomeLabel?.[language]}
            promise={point.promiseOn && t(matterWords.promise, { day: day(point.promiseOn) })}
          />
        ))}
      </ol>
      <ConfirmCard
        given={answer ? { ...answer, on: answer.answeredOn, until } : undefined}
        today={today}
        label={(result) => asked.results.find((one) => one.result === result)?.label[language] ?? result}
        days={ANSWER_CHANGEABLE_DAYS}
        busy={tell.isPending}
        open={today <= until}
        onTell={send}
      >
        {told && <output className="answer-thanks">{t(answerWords.thanks)}</output>}
        {tell.error && <CallErrorNote error={tell.error} />}
      </ConfirmCard>
      <p className="meta">
        {t(answerWords.only)}
        {t(answerWords.until, { day: day(until) })}
      </p>
    </>
  );
}
