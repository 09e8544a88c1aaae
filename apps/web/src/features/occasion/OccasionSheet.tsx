import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import * as contract from '@zhengyou/domain/occasion/occasion.contract.ts';
import { OCCASION_DONE_WORDS, PURPOSE_WORDS } from '@zhengyou/domain/occasion/occasion.words.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { toldWords } from './told.words.ts';
import { OccasionForm, type OccasionDoing } from './OccasionForm.tsx';
import { kindOf, standsOf, toldBy } from './say-occasion.ts';
import { TaskChip } from './ToldList.tsx';
import { useAnswerSheet } from './use-answer-sheet.ts';
import './occasion.css';

type Occasion = ReplyOf<typeof contract.readOccasion>;

/** One thing that was told, over whatever page is open: the words for those who may read them, and what one may do. */
export default function OccasionSheet({ value, onClose }: OverlayProps) {
  const t = useWords();
  const id = findId(value);
  const found = useCall(
    contract.readOccasion,
    { params: { occasionId: id ?? ('' as Id) } },
    { enabled: id !== undefined },
  );
  if (found.data) return <KnownOccasion key={found.data.version} occasion={found.data} onClose={onClose} />;
  return (
    <Sheet title={t(toldWords.sheet)} onClose={onClose}>
      {id === undefined ? (
        <Empty lead={t(toldWords.noOneFound)} />
      ) : (
        <Answer of={found} loading={{ rows: 3, height: 60 }}>
          {() => null}
        </Answer>
      )}
    </Sheet>
  );
}

type KnownProps = { readonly occasion: Occasion; readonly onClose: () => void };

function KnownOccasion({ occasion, onClose }: KnownProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person: reader } = useSession();
  const [doing, setDoing] = useState<OccasionDoing>();
  const saying = { language, today, self: reader.id };
  const { person, can, told, words, clause } = occasion;
  return (
    <Sheet
      title={t(toldWords.aboutOf, { person: person.name, kind: kindOf(occasion, saying) })}
      onClose={onClose}
      foot={doing === undefined && can.length > 0 ? <Deeds occasion={occasion} onDo={setDoing} /> : undefined}
    >
      <div className="stack sheet-form occasion-sheet">
        <div className="row apart">
          <span className="muted">{toldBy(occasion, saying, true)}</span>
          <TaskChip occasion={occasion} />
        </div>
        {words !== null ? (
          <blockquote className="voice told-words">{words}</blockquote>
        ) : (
          <p className="muted">{t(told === 'erased' ? toldWords.erased : toldWords.withheld)}</p>
        )}
        <p>
          {standsOf(occasion, saying)} {clause !== null && <ClauseMark clause={clause} />}
        </p>
        <Terms occasion={occasion} />
        {doing !== undefined && (
          <OccasionForm occasion={occasion} doing={doing} onDone={() => setDoing(undefined)} onClose={onClose} />
        )}
        {can.includes('log') && <Wordings occasion={occasion} />}
        {occasion.readers !== null && <Readers readers={occasion.readers} />}
      </div>
    </Sheet>
  );
}

/** For what it was told, on whose word, until when. */
function Terms({ occasion }: { readonly occasion: Occasion }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { purpose, consent, consentOn, keepUntil, told, happenedOn } = occasion;
  if (told !== 'shown') return null;
  const lines = [
    t(toldWords.happened, { day: sayDay(happenedOn, { language, today }) }) + (language === 'zh' ? '。' : '.'),
    purpose !== null && t(toldWords.purpose, { purpose: t(PURPOSE_WORDS[purpose]) }),
    purpose !== null && consent === 'own' && t(toldWords.consentOwn),
    consent === 'toUnit' &&
      consentOn !== null &&
      t(toldWords.consentUnit, { day: sayDay(consentOn, { language, today }) }),
    keepUntil !== null && t(toldWords.kept, { day: sayDay(keepUntil, { language, today }) }),
  ].filter((line) => line !== false);
  return <p className="muted">{lines.join(language === 'zh' ? '' : ' ')}</p>;
}

type DeedsProps = { readonly occasion: Occasion; readonly onDo: (doing: OccasionDoing) => void };

function Deeds({ occasion, onDo }: DeedsProps) {
  const t = useWords();
  const answer = useAnswerSheet();
  const seen = useChange(contract.markAnswerSeen);
  const { can, version, action, id } = occasion;
  return (
    <>
      {seen.isError && <CallErrorNote error={seen.error} />}
      <div className="row occasion-deeds">
        {can.includes('log') && (
          <Button look="primary" onClick={() => answer(occasion)}>
            {t(OCCASION_DONE_WORDS[action])}
          </Button>
        )}
        {can.includes('seen') && (
          <Button
            look="primary"
            busy={seen.isPending}
            onClick={() => seen.mutate({ params: { occasionId: id }, body: { version } })}
          >
            {t(toldWords.seen)}
          </Button>
        )}
        {can.includes('decline') && <Button onClick={() => onDo('decline')}>{t(toldWords.decline)}</Button>}
        {can.includes('amend') && <Button onClick={() => onDo('amend')}>{t(toldWords.amend)}</Button>}
        {can.includes('withdraw') && (
          <Button look="quiet" onClick={() => onDo('withdraw')}>
            {t(toldWords.withdraw)}
          </Button>
        )}
      </div>
    </>
  );
}

/** Plain things to say, for a call or a message. */
function Wordings({ occasion }: { readonly occasion: Occasion }) {
  const t = useWords();
  const toast = useToast();
  return (
    <section>
      <h3 className="muted">{t(toldWords.wordings)}</h3>
      <ul className="wordings">
        {occasion.wordings.map((one) => (
          <li key={one.zh}>
            <span className="voice grow">{t(one)}</span>
            <Button
              small
              look="text"
              onClick={() =>
                void navigator.clipboard.writeText(t(one)).then(() => toast({ text: t(toldWords.copied) }))
              }
            >
              {t(toldWords.copy)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Readers({ readers }: { readonly readers: NonNullable<Occasion['readers']> }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  return (
    <section>
      <h3 className="muted">{t(toldWords.readers)}</h3>
      {readers.length === 0 ? (
        <p className="muted">{t(toldWords.noReaders)}</p>
      ) : (
        <ul>
          {readers.map((one) => (
            <li key={`${one.name} ${one.on}`}>
              {t(toldWords.readerLine, { name: one.name, day: sayDay(one.on, { language, today }) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
