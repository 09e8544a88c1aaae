import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import type { Talk } from '@zhengyou/domain/interaction/interaction.contract.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useEffect, useRef } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayNear } from '../../kit/dates.ts';
import { logWords } from './log-sheet.words.ts';

type MergeQuestionProps = {
  readonly earlier: Talk;
  readonly today: PlainDate;
  readonly onMerge: () => void;
  readonly onSeparate: () => void;
};

/** Asked in place: what is written stays on the sheet while it is answered. */
export function MergeQuestion({ earlier, today, onMerge, onSeparate }: MergeQuestionProps) {
  const t = useWords();
  const { language } = useLanguage();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  // As the server wrote it: an answer is not parsed again in the browser.
  const day = sayNear(earlier.happenedOn as PlainDate, { language, today });
  return (
    <div className="log-merge" role="alert">
      <p>
        {t(earlier.cameAbout ? logWords.mergeEarlier : logWords.mergeAttempt, {
          day,
          way: t(CHANNEL_WORDS[earlier.channel]),
        })}
      </p>
      {earlier.words && <p className="quote log-earlier">{earlier.words}</p>}
      <div className="row">
        <Button ref={first} className="grow" onClick={onMerge}>
          {t(logWords.merge)}
        </Button>
        <Button className="grow" onClick={onSeparate}>
          {t(logWords.separate)}
        </Button>
      </div>
    </div>
  );
}
