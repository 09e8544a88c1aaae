import { readRoundStanding } from '@zhengyou/domain/occasion/round.contract.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { BoardLine, BoardNumber, BoardSection } from '../../kit/BoardNumber.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { toldWords } from './told.words.ts';

/** This festival's visits and what waits for an answer, as counts that open their lists. */
export function OccasionBoard() {
  const t = useWords();
  const { data } = useCall(readRoundStanding, {});
  if (!data) return null;
  const { round, open, late } = data;
  return (
    <BoardSection
      title={
        <>
          {t(toldWords.board)} {round && <ClauseMark clause={round.clause} />}
        </>
      }
    >
      {round ? (
        <BoardNumber
          count={round.visited}
          of={round.pairs}
          unit={t(toldWords.boardUnit, { festival: t(round.name) })}
          href={paths.round(round.id)}
        />
      ) : (
        <p className="muted">{t(toldWords.boardNone)}</p>
      )}
      <div className="lines">
        {round && round.visited < round.pairs && (
          <BoardLine
            label={t(toldWords.boardLeft)}
            value={t(toldWords.boardPairs, { count: round.pairs - round.visited })}
            href={paths.round(round.id, { show: 'left' })}
          />
        )}
        {late > 0 && (
          <BoardLine
            hot
            label={<StateChip state="late" word={t(toldWords.boardLate)} />}
            value={t(toldWords.boardCount, { count: late })}
            href={paths.occasions()}
          />
        )}
        {open > 0 && (
          <BoardLine
            label={t(toldWords.boardOpen)}
            value={t(toldWords.boardCount, { count: open })}
            href={paths.occasions()}
          />
        )}
      </div>
    </BoardSection>
  );
}
