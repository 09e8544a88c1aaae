import { listPromises } from '@zhengyou/domain/matter/desk.contract.ts';
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay } from '../../app/session.tsx';
import { BoardLine, BoardNumber, BoardSection } from '../../kit/BoardNumber.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { boardWords, viewWords } from './list.words.ts';

/** Open matters as counts, each opening its list. Nothing while nobody may see them. */
export function MatterBoard() {
  const t = useWords();
  const may = useMay();
  const matters = useCall(listMatters, { query: { view: 'open', limit: 1 } }, { enabled: may(listMatters.id) });
  const promises = useCall(listPromises, { query: { view: 'due', limit: 1 } }, { enabled: may(listPromises.id) });
  const counts = matters.data?.counts;
  if (counts?.open === undefined) return null;
  const open = counts.open;
  const late = counts.late ?? 0;
  const waits = (['toReport', 'toTriage', 'toAssign', 'toReview', 'toPublish', 'toDeliver'] as const).filter(
    (view) => (counts[view] ?? 0) > 0,
  );
  const owed = promises.data?.counts;
  return (
    <BoardSection title={t(boardWords.title)}>
      <BoardNumber
        count={open}
        {...(counts.all !== undefined && { of: counts.all })}
        unit={t(boardWords.unit)}
        href={paths.matters({ view: 'open' })}
      />
      <div className="lines">
        {late > 0 && (
          <BoardLine
            hot
            label={<StateChip state="late" word={t(boardWords.late)} />}
            value={t(boardWords.value, { count: late })}
            href={paths.matters({ view: 'late' })}
          />
        )}
        {waits.map((view) => (
          <BoardLine
            key={view}
            label={t(viewWords[view])}
            value={t(boardWords.value, { count: counts[view] ?? 0 })}
            href={paths.matters({ view })}
          />
        ))}
        {owed && owed.open > 0 && (
          <BoardLine
            label={t(boardWords.promised)}
            value={t(boardWords.value, { count: owed.open })}
            href={paths.promises()}
          />
        )}
        {owed && owed.due > 0 && (
          <BoardLine
            label={t(boardWords.due)}
            value={t(boardWords.value, { count: owed.due })}
            href={paths.promises({ view: 'due' })}
          />
        )}
      </div>
    </BoardSection>
  );
}
