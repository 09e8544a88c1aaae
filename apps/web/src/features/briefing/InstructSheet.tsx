import { instructOnBriefing, type Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { briefingWords } from './briefing.words.ts';

type InstructSheetProps = {
  readonly briefing: Briefing;
  /** The office writes down what a recipient wrote on paper. */
  readonly forAnother: boolean;
  readonly onClose: () => void;
};

export function InstructSheet({ briefing, forAnother, onClose }: InstructSheetProps) {
  const t = useWords();
  const toast = useToast();
  const instruct = useChange(instructOnBriefing);
  const [words, setWords] = useState('');
  const [items, setItems] = useState<readonly number[]>([]);
  const [who, setWho] = useState<string>(briefing.recipients[0]?.id ?? '');
  const send = () => {
    const personId = forAnother ? findId(who) : undefined;
    instruct.mutate(
      {
        params: { briefingId: briefing.id },
        body: { words, items: items.toSorted((a, b) => a - b), ...(personId && { personId }) },
      },
      {
        onSuccess: () => {
          toast({ text: t(briefingWords.instructed) });
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={t(forAnother ? briefingWords.record : briefingWords.instruct)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={instruct.isPending} disabled={words.trim() === ''} onClick={send}>
          {t(briefingWords.instructDo)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        {forAnother && (
          <Field label={t(briefingWords.forWhom)}>
            {(control) => (
              <select className="input" {...control} value={who} onChange={(event) => setWho(event.target.value)}>
                {briefing.recipients.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={t(briefingWords.instructWords)}>
          {(control) => (
            <textarea
              className="input"
              rows={4}
              maxLength={1000}
              {...control}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="briefing-item">
          <legend>{t(briefingWords.instructItems)}</legend>
          <ul className="briefing-sources">
            {briefing.itemList.map((item) => (
              <li key={item.ordinal}>
                <label>
                  <input
                    type="checkbox"
                    checked={items.includes(item.ordinal)}
                    onChange={() =>
                      setItems(
                        items.includes(item.ordinal)
                          ? items.filter((one) => one !== item.ordinal)
                          : [...items, item.ordinal],
                      )
                    }
                  />
                  <span>{item.heading}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {instruct.error && <CallErrorNote error={instruct.error} />}
      </div>
    </Sheet>
  );
}
