import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { answerRequest, replyToOffer, type listRequests } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { REQUEST_STATUS_WORDS, URGENCY_WORDS } from '@zhengyou/domain/interaction/talk-request.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { requestWords } from './request.words.ts';
import { EMPTY_SLOT, SlotFields, slotsOf, type SlotDraft } from './SlotFields.tsx';
import { waitsForMe } from './waits-for-me.ts';
import './request.css';

export type TalkRequest = ReplyOf<typeof listRequests>['items'][number];
type Doing = 'offer' | 'passOn' | 'another';

/** One request as either side and the office see it: what is asked, how it stands, what one may do now. */
export type RequestCardProps = {
  readonly request: TalkRequest;
  /** The leader who is asked, where one answers in their name. */
  readonly inNameOf?: Id;
};

export function RequestCard({ request, inNameOf }: RequestCardProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person } = useSession();
  const [doing, setDoing] = useState<Doing>();
  const saySlot = useSaySlot();
  const { leader, representative, status, meant } = request;
  const title =
    representative.id === person.id
      ? t(requestWords.asked, { leader: leader.name })
      : leader.id === person.id
        ? t(requestWords.asks, { name: representative.name })
        : t(requestWords.asksLeader, { name: representative.name, leader: leader.name });
  const words = request.steps.filter((step) => step.words !== null);
  return (
    <section className="card request">
      <div className="head">
        {leader.id === person.id && waitsForMe(request) ? t(requestWords.waitsForMe) : t(REQUEST_STATUS_WORDS[status])}
        {status === 'asked' && request.answerBy !== null && (
          <span>
            {request.overdue
              ? t(requestWords.overdue)
              : t(requestWords.answerBy, { day: sayDay(request.answerBy, { language, today }) })}{' '}
            {request.answerByIsLocal && <ClauseMark local />}
          </span>
        )}
      </div>
      <h2>{title}</h2>
      {request.topic !== null && <p className="voice request-topic">{request.topic}</p>}
      <p className="muted">
        {t(requestWords.askedOn, {
          day: sayDay(request.askedOn, { language, today }),
          urgency: t(URGENCY_WORDS[request.urgency]),
          way: t(CHANNEL_WORDS[request.channel]),
        })}
      </p>
      {words.map((step) => (
        <p key={`${step.at} ${step.action}`} className="second">
          {t(requestWords.said, { name: step.name, words: step.words ?? '' })}
        </p>
      ))}
      {meant !== null && (status === 'agreed' || status === 'offered') && (
        <p className="strong">
          {t(status === 'agreed' ? requestWords.meant : requestWords.offered, { slot: saySlot(meant) })}
        </p>
      )}
      {doing ? (
        <RequestForm request={request} doing={doing} inNameOf={inNameOf} onDone={() => setDoing(undefined)} />
      ) : (
        <RequestActs request={request} inNameOf={inNameOf} onDo={setDoing} />
      )}
    </section>
  );
}

type Slot = TalkRequest['slots'][number];

function useSaySlot(): (slot: Slot) => string {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  return (slot) => {
    const day = sayDay(slot.on, { language, today });
    return slot.at === null ? day : t(requestWords.slotAt, { day, time: slot.at });
  };
}

type RequestActsProps = {
  readonly request: TalkRequest;
  readonly inNameOf: Id | undefined;
  readonly onDo: (doing: Doing) => void;
};

function RequestActs({ request, inNameOf, onDo }: RequestActsProps) {
  const t = useWords();
  const { today } = useSession();
  const saySlot = useSaySlot();
  const answer = useChange(answerRequest);
  const reply = useChange(replyToOffer);
  const [sure, setSure] = useState(false);
  const { can, version } = request;
  const params = { requestId: request.id };
  const error = answer.error ?? reply.error;
  if (can.length === 0) return null;
  return (
    <>
      {error && <CallErrorNote error={error} />}
      <div className="acts request-acts">
        {can.includes('pick') &&
          request.slots.map(
            (slot, index) =>
              slot.on >= today && (
                <Button
                  key={`${slot.on} ${slot.at}`}
                  busy={answer.isPending}
                  onClick={() => answer.mutate({ params, body: { action: 'pick', slot: index, version, inNameOf } })}
                >
                  {saySlot(slot)}
                </Button>
              ),
          )}
        {can.includes('accept') && (
          <Button
            look="primary"
            busy={reply.isPending}
            onClick={() => reply.mutate({ params, body: { action: 'accept', version } })}
          >
            {t(requestWords.accept)}
          </Button>
        )}
        {can.includes('offer') && <Button onClick={() => onDo('offer')}>{t(requestWords.other)}</Button>}
        {can.includes('another') && <Button onClick={() => onDo('another')}>{t(requestWords.another)}</Button>}
        {can.includes('passOn') && (
          <button type="button" className="link" onClick={() => onDo('passOn')}>
            {t(requestWords.passOn)}
          </button>
        )}
        {can.includes('withdraw') && (
          <button
            type="button"
            className="muted"
            onClick={() => (sure ? reply.mutate({ params, body: { action: 'withdraw', version } }) : setSure(true))}
          >
            {t(sure ? requestWords.withdrawSure : requestWords.withdraw)}
          </button>
        )}
      </div>
    </>
  );
}

type RequestFormProps = {
  readonly request: TalkRequest;
  readonly doing: Doing;
  readonly inNameOf: Id | undefined;
  readonly onDone: () => void;
};

function RequestForm({ request, doing, inNameOf, onDone }: RequestFormProps) {
  const t = useWords();
  const { today } = useSession();
  const answer = useChange(answerRequest);
  const reply = useChange(replyToOffer);
  const [slots, setSlots] = useState<readonly SlotDraft[]>([EMPTY_SLOT]);
  const [words, setWords] = useState('');
  const params = { requestId: request.id };
  const { version } = request;
  const named = slotsOf(slots);
  const send = () => {
    const done = { onSuccess: onDone };
    if (doing === 'passOn') answer.mutate({ params, body: { action: 'passOn', words, version } }, done);
    if (doing === 'another') reply.mutate({ params, body: { action: 'another', slots: named, words, version } }, done);
    if (doing === 'offer' && named[0])
      answer.mutate({ params, body: { action: 'offer', slot: named[0], words, version, inNameOf } }, done);
  };
  const error = answer.error ?? reply.error;
  return (
    <form
      className="talk-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {doing === 'another' && <SlotFields slots={slots} from={today} onChange={setSlots} />}
      {doing === 'offer' && (
        <div className="row">
          <input
            type="date"
            className="input"
            required
            min={today}
            aria-label={t(requestWords.otherDay)}
            value={slots[0]?.on ?? ''}
            onChange={(event) => setSlots([{ on: event.target.value, at: slots[0]?.at ?? '' }])}
          />
          <input
            type="time"
            className="input"
            aria-label={t(requestWords.otherTime)}
            value={slots[0]?.at ?? ''}
            onChange={(event) => setSlots([{ on: slots[0]?.on ?? '', at: event.target.value }])}
          />
        </div>
      )}
      <label>
        <span className="muted">{t(doing === 'passOn' ? requestWords.passOnWhy : requestWords.otherWords)}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {error && <CallErrorNote error={error} />}
      <div className="row">
        <Button type="submit" look="primary" busy={answer.isPending || reply.isPending}>
          {t(doing === 'passOn' ? requestWords.passOnSend : doing === 'offer' ? requestWords.offer : requestWords.send)}
        </Button>
        <button type="button" className="muted" onClick={onDone}>
          {t(requestWords.putAway)}
        </button>
      </div>
    </form>
  );
}
