import { previewTickUndo, undoTick } from '@zhengyou/domain/occasion/round.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { occasionWords } from './occasion.words.ts';
import type { RoundRoster } from './RoundPage.tsx';

/** What was ticked together and can still be taken back. */
export function TickHistory({ round }: { readonly round: RoundRoster }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const [open, setOpen] = useState<Id>();
  return (
    <section className="tick-history no-print">
      <div className="sec">
        <h2>{t(occasionWords.ticks)}</h2>
        <span className="meta">{t(occasionWords.ticksText)}</span>
      </div>
      <ul className="round-lines">
        {round.ticks.map((tick) => (
          <li key={tick.id}>
            <span className="round-line">
              <span className="grow">
                {t(occasionWords.tickLine, {
                  day: sayDay(tick.on, { language, today }),
                  by: tick.by,
                  count: tick.visits,
                })}
              </span>
              <Button small look="text" onClick={() => setOpen(tick.id)}>
                {t(occasionWords.undo)}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open !== undefined && <UndoSheet tickId={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function UndoSheet({ tickId, onClose }: { readonly tickId: Id; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const preview = useCall(previewTickUndo, { params: { tickId } });
  const undo = useChange(undoTick);
  const { data } = preview;
  const send = () => {
    if (!data) return;
    undo.mutate(
      { params: { tickId }, ifMatch: data.version },
      {
        onSuccess: (done) => {
          toast({ text: t(occasionWords.undone, done) });
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={t(occasionWords.undoTitle)}
      onClose={onClose}
      foot={
        data &&
        data.goes.length > 0 && (
          <Button look="primary" wide busy={undo.isPending} onClick={send}>
            {t(occasionWords.undoNow)}
          </Button>
        )
      }
    >
      <Answer of={preview} loading={{ rows: 3, height: 40 }}>
        {({ goes, stays }) => (
          <div className="stack sheet-form">
            <section>
              <p className="strong">{t(occasionWords.undoGoes, { count: goes.length })}</p>
              <Pairs lines={goes} />
            </section>
            {stays.length > 0 && (
              <section>
                <p className="strong">{t(occasionWords.undoStays, { count: stays.length })}</p>
                <Pairs lines={stays} />
              </section>
            )}
            {undo.isError && <CallErrorNote error={undo.error} />}
          </div>
        )}
      </Answer>
    </Sheet>
  );
}

function Pairs({ lines }: { readonly lines: readonly { readonly leader: string; readonly person: string }[] }) {
  const t = useWords();
  return (
    <ul>
      {lines.map((line) => (
        <li key={`${line.leader} ${line.person}`}>{t(occasionWords.pairLine, line)}</li>
      ))}
    </ul>
  );
}
