import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayMoment, sayTime } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { MergeQuestion } from './MergeQuestion.tsx';
import { answerTalk, dropTalk, retryTalk, sendWaiting, useWaitingTalks, type WaitingTalk } from './waiting-talks.ts';
import { waitingWords } from './waiting.words.ts';
import './log-sheet.css';

const DEVICE_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What waits on this device, one by one: when it was written, with whom, and what stands in its way. */
export default function WaitingSheet({ onClose }: OverlayProps) {
  const t = useWords();
  const waiting = useWaitingTalks();
  return (
    <Sheet
      title={t(waitingWords.title)}
      onClose={onClose}
      foot={
        waiting.some((one) => one.trouble === null) && (
          <Button look="primary" wide onClick={() => void sendWaiting()}>
            {t(waitingWords.sendNow)}
          </Button>
        )
      }
    >
      {waiting.length === 0 ? (
        <Empty lead={t(waitingWords.none)} />
      ) : (
        <>
          <p className="muted">{t(waitingWords.lead)}</p>
          <ul className="log-waiting">
            {waiting.map((talk) => (
              <WaitingLine key={talk.id} talk={talk} />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function WaitingLine({ talk }: { readonly talk: WaitingTalk }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const [sure, setSure] = useState(false);
  const { trouble, tries, name, body } = talk;
  // Of this device, so in its own zone and by its own clock.
  const written = new Date(talk.madeAt);
  const moment = sayMoment(dateInZone(written, DEVICE_ZONE), sayTime(written, DEVICE_ZONE), { language, today });
  const state = trouble ? trouble.text : tries === 0 ? t(waitingWords.waits) : t(waitingWords.tried, { count: tries });
  return (
    <li>
      <div className="row apart">
        <span>
          {name} · {t(CHANNEL_WORDS[body.channel])}
        </span>
        <span className="meta">{moment}</span>
      </div>
      {body.words && <p className="quote">{body.words}</p>}
      {trouble?.earlier ? (
        <MergeQuestion
          earlier={trouble.earlier}
          today={today}
          onMerge={() =>
            void answerTalk(talk, { into: trouble.earlier?.id ?? talk.id, version: trouble.earlier?.version ?? 1 })
          }
          onSeparate={() => void answerTalk(talk, 'separate')}
        />
      ) : (
        <p className="muted" role={trouble ? 'alert' : undefined}>
          {state}
        </p>
      )}
      <div className="row">
        {trouble && !trouble.earlier && <Button onClick={() => void retryTalk(talk)}>{t(waitingWords.retry)}</Button>}
        <button type="button" className="muted" onClick={() => (sure ? void dropTalk(talk) : setSure(true))}>
          {t(sure ? waitingWords.dropSure : waitingWords.drop)}
        </button>
      </div>
    </li>
  );
}
