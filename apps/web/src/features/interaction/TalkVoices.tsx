import type { listTalks } from '@zhengyou/domain/interaction/interaction.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { textWords } from './shared-text.words.ts';

export type Talk = ReplyOf<typeof listTalks>['items'][number];

/** What was said about the record itself: who confirmed it, words added, corrections asked and answered, earlier wordings. */
export function TalkVoices({ talk }: { readonly talk: Talk }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const [open, setOpen] = useState(false);
  const dayOf = (at: string) => sayDay(at.slice(0, 10) as typeof today, { language, today });
  const names = talk.confirmed.filter((one) => !one.earlier).map((one) => one.name);
  return (
    <>
      {names.length > 0 && (
        <p className="talk-confirmed">{t(textWords.confirmedBy, { names: names.join(t(kitWords.and)) })}</p>
      )}
      {talk.added.map((one) => (
        <div key={one.ordinal} className="talk-added">
          <span className="voice talk-words">{one.words}</span>
          <span className="muted">{t(textWords.addedBy, { name: one.name, day: dayOf(one.at) })}</span>
        </div>
      ))}
      {talk.corrections.map((one) => (
        <div key={one.ordinal} className="talk-added">
          <span className="muted">{t(textWords.askedBy, { name: one.name, day: dayOf(one.at) })}</span>
          <span className="voice talk-words">{one.words}</span>
          {one.answer ? (
            <p className="second">
              {t(one.status === 'accepted' ? textWords.accepted : textWords.declined, {
                name: one.answer.name,
                day: dayOf(one.answer.at),
              })}
              {one.status === 'declined' && one.answer.words}
            </p>
          ) : (
            one.answerBy && (
              <p className="second">{t(textWords.answerBy, { day: sayDay(one.answerBy, { language, today }) })}</p>
            )
          )}
        </div>
      ))}
      {talk.before.length > 0 && (
        <>
          <button type="button" className="muted talk-before" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(textWords.before, { count: talk.before.length })}
          </button>
          {open &&
            talk.before.map((one) => (
              <div key={one.until} className="talk-added">
                <span className="muted">{t(textWords.beforeUntil, { day: dayOf(one.until), name: one.name })}</span>
                <span className="voice talk-words">{one.words ?? t(textWords.blank)}</span>
              </div>
            ))}
        </>
      )}
    </>
  );
}
