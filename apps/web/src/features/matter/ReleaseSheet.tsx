import { releaseMatter } from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { MATTER_POINTS_LIMIT, MATTER_TITLE_LIMIT } from '@zhengyou/domain/matter/matter.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { useSayDay } from './MatterParts.tsx';
import { stepWords } from './steps.words.ts';
import { useStep } from './use-step.ts';

type ReleaseSheetProps = { readonly line: MatterLine; readonly onClose: () => void };

/** The words that a department will read, beside the words of the person: what would tell who it is, is taken out here. */
export function ReleaseSheet({ line, onClose }: ReleaseSheetProps) {
  const t = useWords();
  const day = useSayDay();
  const toast = useToast();
  const { take, busy, error, forgive } = useStep(releaseMatter, line);
  const [title, setTitle] = useState(line.title ?? '');
  const [points, setPoints] = useState(() =>
    line.pointList.map((point) => ({
      id: point.id as string | undefined,
      said: point.said,
      text: point.released ?? point.said ?? '',
    })),
  );
  const [additions, setAdditions] = useState(() =>
    line.additions.map(({ ordinal, on, said, released }) => ({ ordinal, on, said, text: released ?? said ?? '' })),
  );
  const [tried, setTried] = useState(false);
  const empty = (text: string) => tried && text.trim() === '';

  async function send() {
    setTried(true);
    if (title.trim() === '' || points.some(({ text }) => text.trim() === '') || busy) return;
    const done = await take({
      title,
      points: points.map(({ id, text }) => (id === undefined ? { text } : { id, text })),
      additions: additions.flatMap(({ ordinal, text }) => (text.trim() === '' ? [] : [{ ordinal, text }])),
    });
    if (!done) return;
    toast({ text: t(stepWords.releaseDone) });
    onClose();
  }
  const rewrite = <T extends { readonly text: string }>(list: readonly T[], at: number, text: string): T[] => {
    forgive();
    return list.map((one, index) => (index === at ? Object.assign({}, one, { text }) : one));
  };

  return (
    <Sheet
      title={t(stepWords.release)}
      onClose={onClose}
      foot={
        <>
          {error && <CallErrorNote error={error} />}
          <Button look="primary" wide busy={busy} onClick={() => void send()}>
            {t(stepWords.release)}
          </Button>
        </>
      }
    >
      <div className="stack sheet-form">
        <p className="second">{t(line.named ? stepWords.releaseNamed : stepWords.releaseUnnamed)}</p>
        <Field label={t(stepWords.releaseTitle)} error={empty(title) && t(stepWords.missing)}>
          {(control) => (
            <input
              className="input"
              {...control}
              value={title}
              maxLength={MATTER_TITLE_LIMIT}
              onChange={(event) => {
                forgive();
                setTitle(event.target.value);
              }}
            />
          )}
        </Field>
        {points.map((point, at) => (
          <Field
            key={point.id ?? at}
            label={t(stepWords.releasePoint, { at: at + 1 })}
            hint={point.said !== null && point.said !== point.text && <span className="voice">{point.said}</span>}
            error={empty(point.text) && t(stepWords.missing)}
          >
            {(control) => (
              <textarea
                className="input"
                rows={3}
                {...control}
                value={point.text}
                onChange={(event) => setPoints(rewrite(points, at, event.target.value))}
              />
            )}
          </Field>
        ))}
        {points.length < MATTER_POINTS_LIMIT && (
          <button
            type="button"
            className="link matter-more"
            onClick={() => setPoints([...points, { id: undefined, said: null, text: '' }])}
          >
            <Icon name="add" size={14} />
            {t(stepWords.releaseMore)}
          </button>
        )}
        {additions.map((one, at) => (
          <Field
            key={one.ordinal}
            label={t(stepWords.releaseAddition, { day: day(one.on) })}
            hint={one.said !== null && one.said !== one.text && <span className="voice">{one.said}</span>}
          >
            {(control) => (
              <textarea
                className="input"
                rows={2}
                {...control}
                value={one.text}
                onChange={(event) => setAdditions(rewrite(additions, at, event.target.value))}
              />
            )}
          </Field>
        ))}
      </div>
    </Sheet>
  );
}
