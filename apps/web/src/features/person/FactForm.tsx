import { PERSON_FACT_KINDS, type PersonFactKind } from '@zhengyou/domain/person/dated-fact.ts';
import { PERSON_FACT_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { createFact, removeFact, updateFact } from '@zhengyou/domain/person/record.contract.ts';
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

type FactFormProps = {
  readonly person: PersonReply;
  readonly factId: string | undefined;
  readonly onClose: () => void;
};

/** A circumstance as a dated fact. Of a death it is said beforehand what follows. */
export function FactForm({ person, factId, onClose }: FactFormProps) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const fact = person.facts.find((one) => one.id === factId);
  const create = useChange(createFact);
  const update = useChange(updateFact);
  const remove = useChange(removeFact);
  const [kind, setKind] = useState<PersonFactKind>(fact?.kind ?? 'retired');
  const [written, setWritten] = useState(fact?.written ?? '');
  const [from, setFrom] = useState<string>(fact?.startsOn ?? today);
  const [until, setUntil] = useState<string>(fact?.endsOn ?? '');
  const death = kind === 'deceased';
  const onSuccess = () => {
    toast({ text: t(recordWords.done) });
    onClose();
  };
  function save() {
    const body = {
      written: written.trim() || t(PERSON_FACT_WORDS[kind]),
      startsOn: dayOf(from),
      endsOn: death ? null : dayOf(until),
      precision: 'day' as const,
    };
    if (fact) update.mutate({ params: { factId: fact.id }, body, ifMatch: fact.version }, { onSuccess });
    else create.mutate({ params: { personId: person.id }, body: { ...body, kind } }, { onSuccess });
  }
  const error = create.error ?? update.error ?? remove.error;
  return (
    <Sheet
      title={t(recordWords.factTitle, { name: person.name })}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={create.isPending || update.isPending} onClick={save}>
          {t(recordWords.save)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        {!fact && (
          <PickField
            label={recordWords.kind}
            value={kind}
            options={PERSON_FACT_KINDS.map((value) => ({ value, words: PERSON_FACT_WORDS[value] }))}
            onChange={setKind}
            {...(death ? { hint: recordWords.deathHint } : {})}
          />
        )}
        <TextField
          label={recordWords.written}
          hint={recordWords.writtenHint}
          optional
          value={written}
          onChange={setWritten}
          most={100}
        />
        <DayField label={recordWords.factFrom} value={from} onChange={setFrom} {...(death ? { max: today } : {})} />
        {!death && <DayField label={recordWords.factUntil} optional value={until} onChange={setUntil} />}
        {error && <CallErrorNote error={error} />}
        {fact && (
          <Button
            look="text"
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { factId: fact.id }, ifMatch: fact.version }, { onSuccess })}
          >
            {t(recordWords.removeFact)}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
