import {
  approveBriefing,
  handOverBriefing,
  markBriefingRead,
  readBriefing,
  type Briefing,
} from '@zhengyou/domain/briefing/briefing.contract.ts';
import { BRIEFING_ACTION_WORDS } from '@zhengyou/domain/briefing/briefing.words.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { CallRefused } from '../../app/call.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { useToast } from '../../kit/Toast.tsx';
import { briefingWords } from './briefing.words.ts';
import { InstructSheet } from './InstructSheet.tsx';
import { IssueSheet } from './IssueSheet.tsx';
import { PassSheet } from './PassSheet.tsx';
import { ReasonSheet, ReturnSheet } from './ReasonSheet.tsx';

type SideProps = { readonly briefing: Briefing };
type Open = 'return' | 'handOver' | 'issue' | 'instruct' | 'record' | { readonly pass: string } | undefined;

/** What can be done now, who has read it, what was instructed, how it came about. */
export function BriefingSide({ briefing }: SideProps) {
  const t = useWords();
  const toast = useToast();
  const client = useQueryClient();
  const handOver = useChange(handOverBriefing);
  const approve = useChange(approveBriefing);
  const read = useChange(markBriefingRead);
  const [open, setOpen] = useState<Open>();
  const { can } = briefing;
  const close = () => setOpen(undefined);
  const at = { params: { briefingId: briefing.id }, ifMatch: briefing.version };
  const error = handOver.error ?? approve.error ?? read.error;
  const done = {
    onSuccess: () => {
      toast({ text: t(briefingWords.done) });
      close();
    },
    onError: (failed: unknown) => {
      if (!(failed instanceof CallRefused) || failed.problem.status !== 412) return;
      toast({ text: t(briefingWords.stale), seconds: 10 });
      void client.invalidateQueries({ queryKey: [readBriefing.id] });
    },
  };
  const sendOver = (reason?: string) => handOver.mutate({ ...at, body: reason === undefined ? {} : { reason } }, done);
  return (
    <div className="stack briefing-side">
      <div className="row wrap">
        {can.includes('handOver') && (
          <Button
            look="primary"
            busy={handOver.isPending}
            onClick={() => (briefing.warnings.length > 0 ? setOpen('handOver') : sendOver())}
          >
            {t(briefingWords.handOver)}
          </Button>
        )}
        {can.includes('approve') && (
          <Button look="primary" busy={approve.isPending} onClick={() => approve.mutate({ ...at, body: {} }, done)}>
            {t(briefingWords.approve)}
          </Button>
        )}
        {can.includes('issue') && (
          <Button look="primary" onClick={() => setOpen('issue')}>
            {t(briefingWords.issue)}
          </Button>
        )}
        {can.includes('return') && <Button onClick={() => setOpen('return')}>{t(briefingWords.return)}</Button>}
        {can.includes('instruct') && (
          <Button look="primary" onClick={() => setOpen('instruct')}>
            {t(briefingWords.instruct)}
          </Button>
        )}
        {can.includes('markRead') && (
          <Button
            busy={read.isPending}
            onClick={() => read.mutate({ params: { briefingId: briefing.id }, body: {} }, done)}
          >
            {t(briefingWords.markRead)}
          </Button>
        )}
      </div>
      {briefing.status === 'handed' && !can.includes('approve') && can.includes('return') && (
        <p className="second">{t(briefingWords.waitsSecond)}</p>
      )}
      {error && <CallErrorNote error={error} />}
      {briefing.status === 'issued' && (
        <Instructions briefing={briefing} onPass={(pass) => setOpen({ pass })} onRecord={() => setOpen('record')} />
      )}
      <Recipients briefing={briefing} />
      <Steps briefing={briefing} />
      {open === 'handOver' && (
        <ReasonSheet
          title={t(briefingWords.handOver)}
          label={t(briefingWords.handOverReason)}
          busy={handOver.isPending}
          error={handOver.error}
          onClose={close}
          onSend={sendOver}
        />
      )}
      {open === 'return' && <ReturnSheet briefing={briefing} onClose={close} />}
      {open === 'issue' && <IssueSheet briefing={briefing} onClose={close} />}
      {(open === 'instruct' || open === 'record') && (
        <InstructSheet briefing={briefing} forAnother={open === 'record'} onClose={close} />
      )}
      {typeof open === 'object' && <PassSheet briefing={briefing} instructionId={open.pass} onClose={close} />}
    </div>
  );
}

type InstructionsProps = SideProps & {
  readonly onPass: (instructionId: string) => void;
  readonly onRecord: () => void;
};

function Instructions({ briefing, onPass, onRecord }: InstructionsProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const day = (on: Parameters<typeof sayDay>[0]) => sayDay(on, { language, today });
  const { instructionList, can } = briefing;
  return (
    <section>
      <div className="sec ruled">
        <h3>{t(briefingWords.instructionsHead)}</h3>
        {can.includes('record') && (
          <Button small look="text" onClick={onRecord}>
            {t(briefingWords.record)}
          </Button>
        )}
      </div>
      {instructionList.length === 0 && <p className="second">{t(briefingWords.noInstructions)}</p>}
      <ul className="briefing-instructions">
        {instructionList.map((one) => (
          <li key={one.id}>
            <p className="voice">{one.words}</p>
            <p className="meta">
              {[
                one.person.name,
                day(one.on),
                one.recordedAs !== null && t(briefingWords.recordedAs, { name: one.recordedAs }),
                one.items.length > 0 && t(briefingWords.onItems, { items: one.items.join('、') }),
                one.passed
                  ? t(briefingWords.passed, {
                      day: day(one.passed.on),
                      by: one.passed.by,
                      numbers: one.passed.numbers.join('、'),
                    })
                  : t(briefingWords.waitsPassing),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {can.includes('passOn') && one.passed === null && (
              <Button small onClick={() => onPass(one.id)}>
                {t(briefingWords.passOn)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recipients({ briefing }: SideProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { recipients } = briefing;
  if (recipients.length === 0) return null;
  const read = recipients.filter(({ readOn }) => readOn !== null).length;
  return (
    <section>
      <div className="sec ruled">
        <h3>{t(briefingWords.recipients)}</h3>
        <span className="meta">{t(briefingWords.readers, { read, of: recipients.length })}</span>
      </div>
      <ul className="briefing-plain">
        {recipients.map((one) => (
          <li key={one.id}>
            <span>
              {one.name} <span className="muted">{one.title}</span>
            </span>
            <span className="meta">
              {one.readOn === null
                ? t(briefingWords.notRead)
                : t(briefingWords.readOn, { day: sayDay(one.readOn, { language, today }) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ briefing }: SideProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  if (briefing.steps.length === 0) return null;
  return (
    <section>
      <div className="sec ruled">
        <h3>{t(briefingWords.steps)}</h3>
      </div>
      <ul className="briefing-plain">
        {briefing.steps.map((one) => (
          <li key={one.ordinal}>
            <span>
              {t(BRIEFING_ACTION_WORDS[one.action])} <span className="muted">{one.by}</span>
              {one.words !== null && <span className="second briefing-why">{one.words}</span>}
            </span>
            <span className="meta">{sayDay(one.on, { language, today })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
