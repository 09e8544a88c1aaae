import { answerOnSpot } from '@zhengyou/domain/matter/leader-steps.contract.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import type { Way } from '@zhengyou/domain/matter/matter.ts';
import { WAY_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { blockOf, draftOf, replyBody } from './reply-draft.ts';
import { WrittenPoint } from './ReplyEditor.tsx';
import { stepWords } from './steps.words.ts';
import { useStep } from './use-step.ts';

const TOLD = ['faceToFace', 'phone', 'message', 'here'] as const satisfies readonly Way[];

/** The leader who heard it answers what they can at once: a word to each point, how far it got, and how the person was told. */
export function AnswerOnSpotSheet({ line, onClose }: { readonly line: MatterLine; readonly onClose: () => void }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(line));
  const [toldBy, setToldBy] = useState<Way>(line.origin.channel === 'phone' ? 'phone' : 'faceToFace');
  const { take, busy, error, forgive } = useStep(answerOnSpot, line);
  const block = blockOf(draft, today);
  const unwritten = draft.some(({ text }) => text.trim() === '');
  const send = async () => {
    // `here`: nobody has told them; they find it on their own page.
    if (!(await take({ ...replyBody(draft), toldBy: toldBy === 'here' ? null : toldBy }))) return;
    toast({ text: t(stepWords.answerOnSpotDone) });
    onClose();
  };
  return (
    <Sheet
      title={t(stepWords.answerOnSpot)}
      onClose={onClose}
      foot={
        <div className="stack tight">
          <p className="meta" aria-live="polite">
            {unwritten
              ? t(stepWords.answerOnSpotWrite)
              : block
                ? say(block.words, language, block.facts)
                : t(stepWords.answerOnSpotReady)}
          </p>
          <Button look="primary" wide busy={busy} disabled={block !== undefined} onClick={() => void send()}>
            {t(stepWords.answerOnSpotSend)}
          </Button>
        </div>
      }
    >
      <div className="stack sheet-form">
        <p className="second">{t(stepWords.answerOnSpotText)}</p>
        <ol className="plain">
          {draft.map((point) => (
            <WrittenPoint
              key={point.id}
              point={point}
              said={line.pointList.find(({ id }) => id === point.id)?.said ?? ''}
              earlier={[]}
              onChange={(part) => {
                forgive();
                setDraft((now) => now.map((one) => (one.id === point.id ? Object.assign({}, one, part) : one)));
              }}
            />
          ))}
        </ol>
        <div className="field">
          <span className="label">{t(stepWords.toldHow)}</span>
          <ChoiceChips
            label={t(stepWords.toldHow)}
            options={TOLD.map((value) => ({
              value,
              label: t(value === 'here' ? stepWords.toldNot : WAY_WORDS[value]),
            }))}
            value={toldBy}
            onChange={setToldBy}
          />
        </div>
        {error && <CallErrorNote error={error} />}
      </div>
    </Sheet>
  );
}
