import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { raiseOccasion, startRaise } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { KEEP_MONTHS, PURPOSES, type OccasionKind, type Purpose } from '@zhengyou/domain/occasion/occasion.ts';
import { OCCASION_KIND_WORDS, PURPOSE_WORDS } from '@zhengyou/domain/occasion/occasion.words.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { toldWords } from './told.words.ts';
import { WhoseField } from './WhoseField.tsx';
import './occasion.css';

type Start = ReplyOf<typeof startRaise>;
export type Told = Start['people'][number];
type Months = (typeof KEEP_MONTHS)[number];

/** Tell of an achievement or a hardship: of oneself, of a unit's own people, by the office of anybody. */
export default function TellSheet({ value, onClose }: OverlayProps) {
  const t = useWords();
  const person = findId(value);
  const start = useCall(startRaise, { query: person === undefined ? {} : { person } });
  if (start.data) return <TellForm start={start.data} onClose={onClose} />;
  return (
    <Sheet title={t(toldWords.tell)} onClose={onClose}>
      <Answer of={start} loading={{ rows: 4, height: 60 }}>
        {() => null}
      </Answer>
    </Sheet>
  );
}

function TellForm({ start, onClose }: { readonly start: Start; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const raise = useChange(raiseOccasion);
  const own = start.as === 'self';
  const [who, setWho] = useState<Told | undefined>(start.people.length === 1 ? start.people[0] : undefined);
  const [leader, setLeader] = useState<Id>();
  const [kind, setKind] = useState<OccasionKind>(start.kinds[0]?.kind ?? 'achievement');
  const [on, setOn] = useState<string>(today);
  const [words, setWords] = useState('');
  const [purpose, setPurpose] = useState<Purpose>('visit');
  const [months, setMonths] = useState<Months>(6);
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const chosen = start.kinds.find((one) => one.kind === kind);
  const sensitive = chosen?.private === true || kind === 'hardship';
  const to = who?.leaders.find((one) => one.id === leader) ?? who?.leaders[0];

  const send = () => {
    setTried(true);
    if (!who) return;
    raise.mutate(
      {
        body: {
          kind,
          happenedOn: on,
          words,
          ...(!own && { representativeId: who.id }),
          ...(to && { leaderId: to.id }),
          ...(sensitive && { purpose }),
          ...(chosen?.private && !own && { consent }),
          keepMonths: months,
        },
      },
      {
        onSuccess: (made) => {
          toast({ text: t(toldWords.sent, { leader: made.leader.name }) });
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={t(toldWords.tell)}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
      foot={
        <>
          {raise.isError && <CallErrorNote error={raise.error} />}
          <Button look="primary" wide busy={raise.isPending} onClick={send}>
            {t(toldWords.send)}
          </Button>
        </>
      }
    >
      <div className="stack sheet-form">
        {!own && (
          <WhoseField
            start={start}
            who={who}
            error={tried && !who ? t(toldWords.pickPerson) : undefined}
            onChoose={(next) => {
              raise.reset();
              setWho(next);
              setLeader(undefined);
            }}
          />
        )}
        {who && who.leaders.length > 1 && (
          <div className="field">
            <span className="label">{t(toldWords.toWhom)}</span>
            <ChoiceChips
              label={t(toldWords.toWhom)}
              options={who.leaders.map(({ id, name }) => ({ value: id as string, label: name }))}
              value={to?.id ?? null}
              onChange={(next) => setLeader(next as Id /* one of the options */)}
            />
          </div>
        )}
        <div className="field">
          <span className="label">
            {t(toldWords.what)} {chosen?.clause && <ClauseMark clause={chosen.clause} />}
          </span>
          <ChoiceChips
            label={t(toldWords.what)}
            options={start.kinds.map((one) => ({ value: one.kind, label: t(OCCASION_KIND_WORDS[one.kind]) }))}
            value={kind}
            onChange={(next) => {
              raise.reset();
              setKind(next);
            }}
          />
        </div>
        <Field label={t(toldWords.when)}>
          {(control) => (
            <input
              type="date"
              className="input"
              max={today}
              value={on}
              onChange={(event) => setOn(event.target.value)}
              {...control}
            />
          )}
        </Field>
        <Field label={t(toldWords.words)} hint={t(toldWords.wordsHint)}>
          {(control) => (
            <textarea
              className="input"
              rows={3}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              {...control}
            />
          )}
        </Field>
        {sensitive && (
          <>
            <div className="field">
              <span className="label">{t(toldWords.forWhat)}</span>
              <ChoiceChips
                label={t(toldWords.forWhat)}
                options={PURPOSES.map((one) => ({ value: one, label: t(PURPOSE_WORDS[one]) }))}
                value={purpose}
                onChange={setPurpose}
              />
            </div>
            <div className="field">
              <span className="label">{t(toldWords.keep)}</span>
              <ChoiceChips
                label={t(toldWords.keep)}
                options={KEEP_MONTHS.map((one) => ({
                  value: one,
                  label: one === 12 ? t(toldWords.year) : t(toldWords.months, { count: one }),
                }))}
                value={months}
                onChange={(next) => setMonths(next)}
              />
            </div>
          </>
        )}
        {chosen?.private && (
          <>
            {!own && (
              <label className="check">
                <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)} />
                {t(toldWords.consent)}
              </label>
            )}
            <p className="muted">{t(toldWords.privateNote)}</p>
          </>
        )}
      </div>
    </Sheet>
  );
}
