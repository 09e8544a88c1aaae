import type { PauseShown } from '@zhengyou/domain/interaction/pause-shown.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { putOffWords } from './put-off.words.ts';
import './put-off.css';

type PauseHistoryProps = {
  readonly steps: readonly PauseShown[];
  readonly busy?: boolean;
  readonly onTakeBack?: (ordinal: number) => void;
};

/** What was put off, the last first: for how long, why, by whom. Both sides read the same. */
export function PauseHistory({ steps, busy, onTakeBack }: PauseHistoryProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const day = (on: string | null) => (on === null ? '' : sayDay(plainDate(on), { language, today }));
  const shown = steps.filter((step) => step.action !== 'takeBack').toReversed();
  return (
    <ul className="pauses">
      {shown.map((step) => {
        const end = step.lastOn ?? step.untilOn;
        const over = end !== null && end < today;
        return (
          <li key={step.ordinal} className={step.takenBack ? 'muted' : undefined}>
            <span>
              {step.action === 'excuse'
                ? t(putOffWords.wasExcused, { from: day(step.fromOn), last: day(step.lastOn) })
                : t(putOffWords.wasSnoozed, { day: day(step.untilOn) })}
              {step.reason !== null && <span className="voice"> {step.reason}</span>}
              <span className="meta">
                {t(step.takenBack ? putOffWords.byTakenBack : putOffWords.by, {
                  name: step.name,
                  day: day(step.at.slice(0, 10)),
                })}
              </span>
            </span>
            {onTakeBack && !step.takenBack && !over && (
              <button type="button" className="link" disabled={busy} onClick={() => onTakeBack(step.ordinal)}>
                {t(putOffWords.takeBack)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
