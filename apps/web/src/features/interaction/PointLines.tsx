import { NAMED_WORDS, POINT_KIND_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import type { PointKind } from '@zhengyou/domain/interaction/log-rules.ts';
import { useRef } from 'react';
import { useWords } from '../../app/language.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { SheetLine } from '../../kit/Sheet.tsx';
import type { DraftPoint } from './log-draft.ts';
import { logWords } from './log-sheet.words.ts';
import { Mistake } from './Mistake.tsx';
import type { SaveMistake } from './use-save-talk.ts';

type PointLinesProps = {
  readonly points: readonly DraftPoint[];
  readonly mistake: SaveMistake | undefined;
  readonly onChange: (points: readonly DraftPoint[]) => void;
};

/** What the other side raised, a line each with its own choice to be named. Enter begins the next. */
export function PointLines({ points, mistake, onChange }: PointLinesProps) {
  const t = useWords();
  const fresh = useRef<number>(undefined);
  const add = (kind: PointKind, after = points.length - 1) => {
    const key = 1 + Math.max(0, ...points.map((point) => point.key));
    fresh.current = key;
    onChange(points.toSpliced(after + 1, 0, { key, kind, named: false, words: '' }));
  };
  const change = (index: number, part: Partial<DraftPoint>) =>
    onChange(points.map((point, at) => (at === index ? Object.assign({}, point, part) : point)));
  // The server counts the lines that were sent: empty ones are not.
  const sent = points.filter((point) => point.words.trim() !== '');

  return (
    <SheetLine up label={t(logWords.points)}>
      {points.length > 0 && (
        <ol className="log-points">
          {points.map((point, index) => (
            <li key={point.key}>
              <textarea
                ref={(field) => {
                  if (field && fresh.current === point.key) {
                    fresh.current = undefined;
                    field.focus();
                  }
                }}
                className="log-words"
                rows={1}
                aria-label={t(logWords.pointLabel, { kind: t(POINT_KIND_WORDS[point.kind]), at: index + 1 })}
                placeholder={t(POINT_KIND_WORDS[point.kind])}
                value={point.words}
                onChange={(event) => change(index, { words: event.target.value })}
                onKeyDown={(event) => {
                  const { key, shiftKey, ctrlKey, metaKey, nativeEvent } = event;
                  if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || nativeEvent.isComposing) return;
                  event.preventDefault();
                  if (point.words.trim() !== '') add(point.kind, index);
                }}
              />
              <div className="row apart">
                <span className="log-kind">
                  <span className="muted">{t(POINT_KIND_WORDS[point.kind])}</span>
                  <ChoiceChips
                    label={t(logWords.namedHint)}
                    options={[
                      { value: 'unnamed', label: t(NAMED_WORDS.unnamed) },
                      { value: 'named', label: t(NAMED_WORDS.named) },
                    ]}
                    value={point.named ? 'named' : 'unnamed'}
                    onChange={(choice) => change(index, { named: choice === 'named' })}
                  />
                </span>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t(logWords.removePoint, { at: index + 1 })}
                  onClick={() => onChange(points.toSpliced(index, 1))}
                >
                  <Icon name="close" size={16} />
                </button>
              </div>
              <Mistake of={mistake} field={`points.${sent.indexOf(point)}.words`} />
            </li>
          ))}
        </ol>
      )}
      <div className="chips even">
        <Chip onClick={() => add('opinion')}>
          <Icon name="add" size={16} />
          {t(logWords.addOpinion)}
        </Chip>
        <Chip onClick={() => add('difficulty')}>
          <Icon name="add" size={16} />
          {t(logWords.addDifficulty)}
        </Chip>
      </div>
      <Mistake of={mistake} field="points" />
    </SheetLine>
  );
}
