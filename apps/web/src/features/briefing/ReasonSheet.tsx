import { returnBriefing, type Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { briefingWords } from './briefing.words.ts';

type ReasonSheetProps = {
  readonly title: string;
  readonly label: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
};

/** A step that asks for its reason. */
export function ReasonSheet({ title, label, busy, error, onClose, onSend }: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={busy} disabled={reason.trim().length < 2} onClick={() => onSend(reason)}>
          {title}
        </Button>
      }
    >
      <Field label={label}>
        {(control) => (
          <textarea
            className="input"
            rows={3}
            maxLength={400}
            {...control}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {error !== null && error !== undefined && <CallErrorNote error={error} />}
    </Sheet>
  );
}

export function ReturnSheet({ briefing, onClose }: { readonly briefing: Briefing; readonly onClose: () => void }) {
  const t = useWords();
  const back = useChange(returnBriefing);
  return (
    <ReasonSheet
      title={t(briefingWords.return)}
      label={t(briefingWords.returnReason)}
      busy={back.isPending}
      error={back.error}
      onClose={onClose}
      onSend={(reason) =>
        back.mutate(
          { params: { briefingId: briefing.id }, ifMatch: briefing.version, body: { reason } },
          { onSuccess: onClose },
        )
      }
    />
  );
}
