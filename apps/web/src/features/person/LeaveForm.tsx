import { LEFT_REASONS, type LeftReason } from '@zhengyou/domain/person/dated-fact.ts';
import { LEFT_REASON_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { takeOff } from '@zhengyou/domain/person/record.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import type { PersonReply } from './person-phrases.ts';
import { DayField, dayOf, PickField, TextField } from './RecordFields.tsx';
import { recordWords } from './record.words.ts';

/** A death is recorded as a circumstance, not chosen here. */
type Reason = Exclude<LeftReason, 'deceased'>;
const REASONS = LEFT_REASONS.filter((reason): reason is Reason => reason !== 'deceased');

export function LeaveForm({ person, onClose }: { readonly person: PersonReply; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const leave = useChange(takeOff);
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState<Reason>('standingOver');
  const [words, setWords] = useState('');
  const save = () =>
    leave.mutate(
      {
        params: { personId: person.id },
        body: { on: dayOf(on) ?? today, reason, words: words.trim() || null },
        ifMatch: person.version,
      },
      {
        onSuccess: () => {
          toast({ text: t(recordWords.done) });
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={t(recordWords.takeOffTitle, { name: person.name })}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={leave.isPending} onClick={save}>
          {t(recordWords.takeOff)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <PickField
          label={recordWords.reason}
          value={reason}
          options={REASONS.map((value) => ({ value, words: LEFT_REASON_WORDS[value] }))}
          onChange={setReason}
        />
        <TextField
          label={recordWords.reasonWords}
          optional={reason !== 'other'}
          value={words}
          onChange={setWords}
          most={200}
        />
        <DayField label={recordWords.leftOn} hint={recordWords.takeOffHint} value={on} max={today} onChange={setOn} />
        {leave.error && <CallErrorNote error={leave.error} />}
      </div>
    </Sheet>
  );
}
