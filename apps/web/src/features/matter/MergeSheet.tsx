import { mergeMatter } from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import type { MatterItem, MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { isFinal } from '@zhengyou/domain/matter/matter.ts';
import { useDeferredValue, useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { matterWords } from './matter.words.ts';
import { sentenceOf } from './said-matter.ts';
import { stepWords } from './steps.words.ts';
import { useStep } from './use-step.ts';

/** Finds the other matter by its number or its words, and joins this one to it. */
export function MergeSheet({ line, onClose }: { readonly line: MatterLine; readonly onClose: () => void }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const toast = useToast();
  const { take, busy, error, forgive } = useStep(mergeMatter, line);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<MatterItem>();
  const q = useDeferredValue(typed.trim());
  const found = useCall(
    listMatters,
    { query: { view: 'all', q, limit: 8 } },
    { enabled: q.length > 1, keepPrevious: true },
  );
  const others = (q.length > 1 ? (found.data?.items ?? []) : []).filter(
    (one) => one.id !== line.id && !isFinal(one.status),
  );
  const send = async () => {
    if (!chosen || !(await take({ into: chosen.id, intoVersion: chosen.version }))) return;
    toast({ text: t(stepWords.mergeDone) });
    onClose();
  };
  return (
    <Sheet
      title={t(stepWords.merge)}
      onClose={onClose}
      foot={
        <>
          {!chosen && <p className="second matter-why">{t(stepWords.pickOne)}</p>}
          <Button look="primary" wide busy={busy} disabled={!chosen} onClick={() => void send()}>
            {chosen ? t(stepWords.mergeInto, { number: chosen.number }) : t(stepWords.merge)}
          </Button>
        </>
      }
    >
      <div className="stack sheet-form">
        <p className="second">{t(stepWords.mergeText)}</p>
        <Field label={t(stepWords.mergeFind)}>
          {(control) => (
            <input
              className="input"
              type="search"
              maxLength={60}
              {...control}
              value={typed}
              onChange={(event) => {
                forgive();
                setChosen(undefined);
                setTyped(event.target.value);
              }}
            />
          )}
        </Field>
        {found.data && q.length > 1 && others.length === 0 && <p className="muted">{t(stepWords.mergeNone)}</p>}
        <div className="matter-checks" role="radiogroup" aria-label={t(stepWords.merge)}>
          {others.map((one) => (
            <label key={one.id} className="check" htmlFor={`into-${one.id}`}>
              <input
                id={`into-${one.id}`}
                type="radio"
                name="into"
                checked={chosen?.id === one.id}
                onChange={() => setChosen(one)}
              />
              <span className="voice">{one.title ?? t(matterWords.untitled)}</span>
              <span className="meta">
                {one.number} {sentenceOf(one, { language, today })}
              </span>
            </label>
          ))}
        </div>
        {error && <CallErrorNote error={error} />}
      </div>
    </Sheet>
  );
}
