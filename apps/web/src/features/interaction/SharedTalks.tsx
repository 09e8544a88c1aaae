import { CHANNEL_WORDS, NAMED_WORDS, POINT_KIND_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { listTalks } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Slot } from '../../app/slots.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { TalkActions } from './TalkActions.tsx';
import { TalkFiles } from './TalkFiles.tsx';
import { TalkVoices, type Talk } from './TalkVoices.tsx';
import { talkWords } from './talk.words.ts';
import './talk.css';

const FIRST = 5;
const MOST = 100;

/** The shared texts with a representative, last first: the same for whoever may read them. Without a person, one’s own. */
export function SharedTalks({ person }: { readonly person?: string }) {
  const t = useWords();
  const [limit, setLimit] = useState(FIRST);
  const talks = useCall(
    listTalks,
    { query: { ...(person === undefined ? {} : { person }), limit } },
    { keepPrevious: true },
  );
  return (
    <Answer of={talks} loading={{ rows: 2, height: 64 }}>
      {({ items, total }) =>
        items.length === 0 ? (
          <p className="talk-none">{t(talkWords.none)}</p>
        ) : (
          <>
            <ul className="talks">
              {items.map((talk) => (
                <SharedTalk key={talk.id} talk={talk} />
              ))}
            </ul>
            {total > items.length && limit < MOST && (
              <button type="button" className="link talk-more" onClick={() => setLimit(MOST)}>
                {t(talkWords.more, { count: total - items.length })}
              </button>
            )}
          </>
        )
      }
    </Answer>
  );
}

/** One record as every reader sees it. */
export function SharedTalk({ talk }: { readonly talk: Talk }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person } = useSession();
  const comma = t(kitWords.comma);
  const day =
    talk.precision === 'month'
      ? sayMonth(talk.happenedOn.slice(0, 7), { language, today })
      : sayDay(talk.happenedOn, { language, today });
  const others = talk.representatives.filter((each) => each.id !== person.id);
  const more = others.length + talk.others - (talk.representatives.length === others.length ? 1 : 0);
  const facts = [
    t(CHANNEL_WORDS[talk.channel]),
    talk.leader.id !== person.id && talk.leader.name,
    talk.place,
    more > 0 && t(talkWords.others, { count: more }),
    !talk.cameAbout && t(talkWords.attempt),
    talk.recordedAs !== null && t(talkWords.recordedAs, { name: talk.recordedAs }),
  ].filter(Boolean);
  return (
    <li>
      <p className="talk-head">
        <span className="strong">{day}</span>
        {comma}
        {facts.join(comma)}
      </p>
      {talk.text === 'withheld' ? (
        <p className="muted">
          {t(talkWords.withheld)}
          {t(kitWords.gap)}
          <Link href={paths.talk(talk.id)}>{t(talkWords.open)}</Link>
        </p>
      ) : talk.words !== null ? (
        <p className="voice talk-words">{talk.words}</p>
      ) : (
        talk.points.length === 0 && <p className="muted">{t(talkWords.noWords)}</p>
      )}
      {talk.points.length > 0 && (
        <ul className="talk-points">
          {talk.points.map((point) => (
            <li key={point.id}>
              <span className="voice talk-words">{point.words}</span>
              <span className="muted">
                {t(POINT_KIND_WORDS[point.kind])}
                {comma}
                {t(point.named ? NAMED_WORDS.named : NAMED_WORDS.unnamed)}
              </span>
              <Slot place="talkPoint" about={`${talk.id} ${point.id}`} />
              {point.handling !== null && <p className="second">{t(talkWords.handling, { text: point.handling })}</p>}
            </li>
          ))}
        </ul>
      )}
      {talk.handling !== null && <p className="second">{t(talkWords.handling, { text: talk.handling })}</p>}
      <TalkFiles talk={talk} />
      <TalkVoices talk={talk} />
      <TalkActions talk={talk} />
    </li>
  );
}
