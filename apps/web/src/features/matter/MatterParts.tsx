import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import {
  DISPOSITION_WORDS,
  LOOK_BACK_WORDS,
  MATTER_ACTION_WORDS,
  WAY_WORDS,
} from '@zhengyou/domain/matter/matter.words.ts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { matterWords } from './matter.words.ts';
import { useOutcomeWords, useResultWords } from './use-loop.ts';

type PartProps = { readonly line: MatterLine };

export function useSayDay(): (on: PlainDate) => string {
  const { language } = useLanguage();
  const { today } = useSession();
  return (on) => sayDay(on, { language, today });
}

export function Part({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <div className="sec ruled">
        <h2>{title}</h2>
        {note !== undefined && <span className="meta">{note}</span>}
      </div>
      {children}
    </section>
  );
}

/** What was decided and why, as the proposer reads it too. */
export function Decisions({ line }: PartProps) {
  const t = useWords();
  const day = useSayDay();
  const { triage, review, extension, handBacks } = line;
  const said = [
    triage?.reason &&
      t(matterWords.triageReason, { disposition: t(DISPOSITION_WORDS[triage.disposition]), reason: triage.reason }),
    ...handBacks.map(
      ({ unit, on, reason, suggests }) =>
        t(matterWords.handBackLine, { day: day(on), unit: unit.shortName, reason }) +
        (suggests ? t(matterWords.handBackSuggests, { unit: suggests.shortName }) : ''),
    ),
    extension &&
      (extension.state === 'refused'
        ? t(matterWords.extensionRefused, { answer: extension.answer ?? '' })
        : t(extension.state === 'asked' ? matterWords.extensionAsked : matterWords.extensionGranted, {
            until: day(extension.until),
            reason: extension.reason,
          })),
    review?.verdict === 'returned' && t(matterWords.returned, { day: day(review.on), reason: review.reason ?? '' }),
  ].filter((each): each is string => typeof each === 'string' && each !== '');
  if (said.length === 0) return null;
  return (
    <ul className="matter-told second">
      {said.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

/** What the person added or asked, and what they were told on the way. */
export function Exchanges({ line }: PartProps) {
  const t = useWords();
  const day = useSayDay();
  const progress = line.notes.filter(({ sort }) => sort === 'progress');
  return (
    <>
      {line.additions.length > 0 && (
        <Part title={t(matterWords.additions)}>
          <ul className="matter-told">
            {line.additions.map((one) => (
              <li key={one.ordinal}>
                <span className="meta">
                  {t(one.sort === 'question' ? matterWords.askedOn : matterWords.addedOn, { day: day(one.on) })}
                </span>
                <p className="voice matter-words">{one.said ?? one.released}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {progress.length > 0 && (
        <Part title={t(matterWords.progress)}>
          <ul className="matter-told">
            {progress.map((note) => (
              <li key={`${note.on} ${note.text}`}>
                <span className="meta">
                  {t(note.way === null || note.way === 'here' ? matterWords.toldBy : matterWords.toldWay, {
                    day: day(note.on),
                    by: note.unit?.shortName ?? note.by,
                    way: note.way === null ? '' : t(WAY_WORDS[note.way]),
                  })}
                </span>
                <p className="matter-words">{note.text}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

/** Who told the person, when and how; and when it was read. */
export function Deliveries({ line }: PartProps) {
  const t = useWords();
  const day = useSayDay();
  const now = line.deliveries.filter((one) => one.round === line.round);
  const published = line.pointList.some((point) => point.reply?.published);
  if (now.length === 0 && !(published && line.level !== 'proposer')) return null;
  return (
    <Part title={t(matterWords.told)}>
      {now.length === 0 ? (
        <p className="second">{t(matterWords.notDelivered)}</p>
      ) : (
        <ul className="matter-told">
          {now.map((one) => {
            const me = line.addressees.some((party) => party.party === one.party && party.me);
            const facts = {
              day: day(one.on),
              by: one.by ?? t(matterWords.office),
              way: t(WAY_WORDS[one.way]),
              name: one.person?.name ?? t(matterWords.deliveredSomebody),
            };
            return (
              <li key={one.party}>
                {t(me ? matterWords.deliveredMe : matterWords.delivered, facts)}
                <span className="muted">
                  {one.readOn ? t(matterWords.readOn, { day: day(one.readOn) }) : t(matterWords.notRead)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Part>
  );
}

/** What the proposers answered, for whoever else may read it. */
export function Answers({ line }: PartProps) {
  const t = useWords();
  const day = useSayDay();
  const label = useResultWords();
  const others = line.answers.filter(({ me }) => !me);
  if (others.length === 0) return null;
  return (
    <Part title={t(matterWords.said)}>
      <ul className="matter-told">
        {others.map((one) => (
          <li key={`${one.round} ${one.party}`}>
            {line.round > 1 && `${t(matterWords.nowRound, { round: one.round })}${t(kitWords.comma)}`}
            {t(matterWords.saidLine, { day: day(one.on), result: label(one.result) })}
            <span className="muted">
              {[
                one.timely !== null && t(one.timely ? matterWords.timely : matterWords.notTimely),
                one.clear !== null && t(one.clear ? matterWords.clear : matterWords.notClear),
              ]
                .filter((each) => each !== false)
                .map((each) => `${t(kitWords.comma)}${each}`)}
            </span>
            {one.comment !== null && <p className="voice matter-words">{one.comment}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Promises({ line }: PartProps) {
  const t = useWords();
  const day = useSayDay();
  const outcome = useOutcomeWords();
  if (line.promises.length === 0) return null;
  return (
    <Part title={t(matterWords.promised)}>
      <ul className="matter-told">
        {line.promises.map((promise) => (
          <li key={promise.id}>
            <b>{outcome(promise.outcome)}</b>
            {t(kitWords.comma)}
            {promise.owner
              ? t(matterWords.owner, { unit: promise.owner.shortName, day: day(promise.dueOn) })
              : t(matterWords.ownerNone, { day: day(promise.dueOn) })}
            {promise.lookedBack.some(({ found }) => found === 'moved') && (
              <span className="muted">
                {t(kitWords.comma)}
                {t(matterWords.moved)}
              </span>
            )}
            {promise.lookedBack.map((look) => (
              <p key={look.on} className="second">
                {t(matterWords.lookedBack, { day: day(look.on), found: t(LOOK_BACK_WORDS[look.found]) })}
                {look.note !== null && <> {look.note}</>}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Rounds that are over, with their figures as they were. */
export function Rounds({ line }: PartProps) {
  const t = useWords();
  const day = useSayDay();
  const label = useResultWords();
  if (line.rounds.length === 0) return null;
  return (
    <Part title={t(matterWords.rounds)}>
      <ul className="matter-told second">
        {line.rounds.map((round) => (
          <li key={round.round}>
            {[
              t(matterWords.roundLine, { round: round.round, day: day(round.startedOn) }),
              round.repliedOn &&
                t(round.workingDays === null ? matterWords.roundRepliedPlain : matterWords.roundReplied, {
                  day: day(round.repliedOn),
                  days: round.workingDays ?? 0,
                }),
              round.result && t(matterWords.roundResult, { result: label(round.result) }),
            ]
              .filter(Boolean)
              .join(t(kitWords.comma))}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Everything that was done, in the order in which it was: nothing is ever changed. Folded, since few ask. */
export function History({ line }: PartProps) {
  const t = useWords();
  const day = useSayDay();
  if (line.history.length === 0) return null;
  return (
    <details className="matter-history">
      <summary>
        {t(matterWords.history)}{' '}
        <span className="meta">{t(matterWords.historyCount, { count: line.history.length })}</span>
      </summary>
      <ol>
        {line.history.map((step) => {
          const by = step.by ?? step.unit?.shortName;
          return (
            <li key={step.ordinal}>
              <span>{t(MATTER_ACTION_WORDS[step.action])}</span>
              <span className="meta">
                {by === undefined ? day(step.on) : t(matterWords.toldBy, { day: day(step.on), by })}
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** What the ledger from which it was taken over says of the handling, in its own words. */
export function LedgerWords({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  if (!line.ledger?.words) return null;
  return <p className="second">{t(matterWords.ledgerSays, { text: line.ledger.words })}</p>;
}
