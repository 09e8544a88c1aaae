import { splitMatter } from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { stepWords } from './steps.words.ts';

/** Points that belong elsewhere become a matter of their own. */
export function SplitSheet({ line, onClose }: { readonly line: MatterLine; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const split = useChange(splitMatter);
  const [chosen, setChosen] = useState<readonly MatterLine['pointList'][number]['id'][]>([]);
  const none = chosen.length === 0;
  const all = chosen.length === line.pointList.length;
  const send = () =>
    split.mutate(
      { params: { matterId: line.id }, body: { points: [...chosen] }, ifMatch: line.version },
      {
        onSuccess: ({ made }) => {
          toast({ text: t(stepWords.splitDone, { number: made.number }) });
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={t(stepWords.split)}
      onClose={onClose}
      foot={
        <>
          {(none || all) && <p className="second matter-why">{t(all ? stepWords.splitLeave : stepWords.pickOne)}</p>}
          <Button look="primary" wide busy={split.isPending} disabled={none || all} onClick={send}>
            {t(stepWords.split)}
          </Button>
        </>
      }
    >
      <div className="stack sheet-form">
        <p className="second">{t(stepWords.splitText)}</p>
        <fieldset className="matter-checks">
          <legend className="muted">{t(stepWords.splitPoints)}</legend>
          {line.pointList.map((point) => (
            <label key={point.id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(point.id)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, point.id] : chosen.filter((id) => id !== point.id))
                }
              />
              <span className="voice">{point.said ?? point.released}</span>
            </label>
          ))}
        </fieldset>
        {split.error && <CallErrorNote error={split.error} />}
      </div>
    </Sheet>
  );
}
