import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { reviseMatter } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { missingIn, raiseBody, type RaiseDraft } from './raise-draft.ts';
import { RaiseFields } from './RaiseFields.tsx';
import { stepWords } from './steps.words.ts';
import { useStep } from './use-step.ts';

/** The same sheet with what was said on it. */
export function ReviseSheet({ line, onClose }: { readonly line: MatterLine; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const { take, busy, error, forgive } = useStep(reviseMatter, line);
  const [draft, setDraft] = useState<RaiseDraft>(() => ({
    kind: line.kind,
    title: line.title ?? '',
    named: line.named,
    points: line.pointList.map((point) => ({ key: point.ordinal, words: point.said ?? '' })),
  }));
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (missingIn(draft).length > 0 || busy) return;
    const { kind, title, points } = raiseBody(draft);
    if (!(await take({ kind, title, points }))) return;
    toast({ text: t(stepWords.reviseDone) });
    onClose();
  };
  return (
    <Sheet
      title={t(stepWords.revise)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={busy} onClick={() => void send()}>
          {t(stepWords.revise)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <RaiseFields
          naming={false}
          draft={draft}
          missing={tried ? missingIn(draft) : []}
          onChange={(next) => {
            forgive();
            setDraft(next);
          }}
        />
        {error && <CallErrorNote error={error} />}
      </div>
    </Sheet>
  );
}
