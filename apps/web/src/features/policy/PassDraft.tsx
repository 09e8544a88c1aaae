import {
  approvePolicyDraft,
  returnPolicyDraft,
  submitPolicyDraft,
  withdrawPolicyDraft,
} from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Field } from '../../kit/Field.tsx';
import { useToast } from '../../kit/Toast.tsx';
import type { Draft } from './DraftPage.tsx';
import { draftWords } from './draft.words.ts';

type PassProps = {
  readonly draft: Draft;
  readonly on: string;
  readonly onChange: (on: string) => void;
};

/** What can be done with the draft now: by whoever wrote it, hand it on; by the second person, pass it or give it back. */
export function PassDraft({ draft, on, onChange }: PassProps) {
  return (
    <section className="pass">
      {draft.status === 'open' ? <Submit draft={draft} on={on} onChange={onChange} /> : <Decide draft={draft} />}
    </section>
  );
}

function Submit({ draft, on, onChange }: PassProps) {
  const t = useWords();
  const toast = useToast();
  const submit = useChange(submitPolicyDraft);
  const withdraw = useChange(withdrawPolicyDraft);
  const [note, setNote] = useState('');
  const { id: draftId, version } = draft;
  const startsOn = parsePlainDate(on);
  return (
    <>
      <div className="pass-fields">
        <Field label={t(draftWords.startsOn)} hint={t(draftWords.startsHint)}>
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              min={draft.earliestOn}
              value={on}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(draftWords.note)} optional>
          {(control) => (
            <input
              className="input"
              {...control}
              maxLength={400}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="row wrap">
        <Button
          look="primary"
          busy={submit.isPending}
          disabled={!startsOn}
          onClick={() =>
            startsOn &&
            submit.mutate(
              {
                params: { draftId },
                ifMatch: version,
                body: { startsOn, ...(note.trim() === '' ? {} : { note: note.trim() }) },
              },
              { onSuccess: () => toast({ text: t(draftWords.submitted) }) },
            )
          }
        >
          {t(draftWords.submit)}
        </Button>
        <Button
          look="quiet"
          busy={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(
              { params: { draftId }, ifMatch: version, body: {} },
              { onSuccess: () => toast({ text: t(draftWords.withdrawn) }) },
            )
          }
        >
          {t(draftWords.withdraw)}
        </Button>
      </div>
      {submit.isError && <CallErrorNote error={submit.error} />}
      {withdraw.isError && <CallErrorNote error={withdraw.error} />}
    </>
  );
}

function Decide({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const toast = useToast();
  const approve = useChange(approvePolicyDraft);
  const giveBack = useChange(returnPolicyDraft);
  const [reason, setReason] = useState<string>();
  const [tried, setTried] = useState(false);
  const { id: draftId, version } = draft;
  const on = draft.startsOn === null ? '' : sayDay(draft.startsOn, { language, today });
  function send() {
    setTried(true);
    if (!reason?.trim()) return;
    giveBack.mutate(
      { params: { draftId }, ifMatch: version, body: { reason: reason.trim() } },
      { onSuccess: () => toast({ text: t(draftWords.gaveBack) }) },
    );
  }
  return (
    <>
      {draft.note !== null && <p className="quote">{draft.note}</p>}
      {draft.needsOther && <p className="second">{t(draftWords.needsOther)}</p>}
      {reason !== undefined && (
        <Field label={t(draftWords.reason)} error={tried && !reason.trim() && t(draftWords.reasonMissing)}>
          {(control) => (
            <input
              className="input"
              {...control}
              maxLength={400}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="row wrap">
        {draft.can.includes('approve') && reason === undefined && (
          <Button
            look="primary"
            busy={approve.isPending}
            onClick={() =>
              approve.mutate(
                { params: { draftId }, ifMatch: version, body: {} },
                { onSuccess: () => toast({ text: t(draftWords.approved, { on }) }) },
              )
            }
          >
            {t(draftWords.approve)}
          </Button>
        )}
        {draft.can.includes('return') && (
          <Button busy={giveBack.isPending} onClick={() => (reason === undefined ? setReason('') : send())}>
            {t(draftWords.giveBack)}
          </Button>
        )}
      </div>
      {approve.isError && <CallErrorNote error={approve.error} />}
      {giveBack.isError && <CallErrorNote error={giveBack.error} />}
    </>
  );
}
