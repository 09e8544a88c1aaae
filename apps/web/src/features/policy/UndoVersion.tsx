import { undoPolicyVersion } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { draftWords } from './draft.words.ts';
import type { Version } from './VersionsPage.tsx';

export function UndoVersion({ version, onClose }: { readonly version: Version; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const undo = useChange(undoPolicyVersion);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  function send() {
    setTried(true);
    if (reason.trim() === '') return;
    undo.mutate(
      { params: { policyId: version.policyId }, ifMatch: version.version, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          toast({ text: t(draftWords.undone) });
          onClose();
        },
      },
    );
  }
  return (
    <Sheet
      title={t(draftWords.undoTitle, { number: version.number })}
      onClose={onClose}
      foot={
        <div className="stack tight">
          <Button look="primary" wide busy={undo.isPending} onClick={send}>
            {t(draftWords.undo)}
          </Button>
          <Button look="text" wide onClick={onClose}>
            {t(draftWords.cancel)}
          </Button>
        </div>
      }
    >
      <div className="stack sheet-form">
        <p className="second">{t(draftWords.undoText)}</p>
        <Field label={t(draftWords.reason)} error={tried && reason.trim() === '' && t(draftWords.reasonMissing)}>
          {(control) => (
            <textarea
              className="input"
              {...control}
              rows={2}
              maxLength={400}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {undo.isError && <CallErrorNote error={undo.error} />}
      </div>
    </Sheet>
  );
}
