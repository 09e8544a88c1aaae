import { passOnInstruction, type Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { briefingWords } from './briefing.words.ts';

type PassSheetProps = { readonly briefing: Briefing; readonly instructionId: string; readonly onClose: () => void };

/** To which matters an instruction goes: those of the items that it speaks of, or all of them. */
export function PassSheet({ briefing, instructionId, onClose }: PassSheetProps) {
  const t = useWords();
  const toast = useToast();
  const pass = useChange(passOnInstruction);
  const instruction = briefing.instructionList.find(({ id }) => id === instructionId);
  const items = briefing.itemList.filter(({ matterId }) => matterId !== null);
  const spoken = instruction?.items ?? [];
  const [chosen, setChosen] = useState<readonly Id[]>(() =>
    items
      .filter(({ ordinal }) => spoken.length === 0 || spoken.includes(ordinal))
      .flatMap(({ matterId }) => matterId ?? []),
  );
  const send = () =>
    instruction &&
    pass.mutate(
      {
        params: { briefingId: briefing.id, instructionId: instruction.id },
        body: { matterIds: [...chosen] },
      },
      {
        onSuccess: () => {
          toast({ text: t(briefingWords.done) });
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={t(briefingWords.passOn)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={pass.isPending} disabled={chosen.length === 0} onClick={send}>
          {t(briefingWords.passOnDo, { count: chosen.length })}
        </Button>
      }
    >
      <p className="voice">{instruction?.words}</p>
      <ul className="briefing-sources">
        {items.map(({ matterId, matterNumber, heading }) =>
          matterId === null ? null : (
            <li key={matterId}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(matterId)}
                  onChange={() =>
                    setChosen(
                      chosen.includes(matterId) ? chosen.filter((id) => id !== matterId) : [...chosen, matterId],
                    )
                  }
                />
                <span>
                  {heading} <span className="meta">{matterNumber}</span>
                </span>
              </label>
            </li>
          ),
        )}
      </ul>
      {pass.error && <CallErrorNote error={pass.error} />}
    </Sheet>
  );
}
