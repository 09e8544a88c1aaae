import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { boardWords } from './board.words.ts';
import { diffLineOf } from './diff-line.ts';
import { DiffList } from './DiffList.tsx';
import { SolvePanel } from './SolvePanel.tsx';
import type { Board, Moves } from './use-board.ts';

type Line = Board['diff']['lines'][number];

/** The draft against today, pair by pair; above it what the solver found, while that is not taken over. */
export function BoardDiff({ board, moves }: { readonly board: Board; readonly moves: Moves }) {
  const t = useWords();
  const { diff, draft, solve } = board;
  const may = draft.can.includes('change');
  const pinnedOf = (line: Line) =>
    board.leaders
      .find((leader) => leader.id === line.to?.id)
      ?.slots.find((slot) => slot.representative.id === line.representative.id)?.pinned ?? false;
  const lines = (change: Line['change']) =>
    diff.lines
      .filter((line) => line.change === change)
      .map((line) => {
        const locked = pinnedOf(line);
        const { to } = line;
        const onLock =
          may && to
            ? () =>
                moves.make({ op: locked ? 'unpin' : 'pin', leaderId: to.id, representativeId: line.representative.id })
            : undefined;
        return diffLineOf(line, t, { locked, onLock });
      });
  return (
    <section className="board-diff">
      {solve && !solve.applied && <SolvePanel board={board} solve={solve} />}
      <div className="sec">
        <h2>{t(boardWords.diff)}</h2>
      </div>
      <DiffList
        kept={diff.kept}
        moved={lines('moved')}
        added={lines('added')}
        ended={lines('dropped')}
        note={solve?.applied && solve.says ? t(solve.says) : undefined}
      />
      {board.problems > 0 && (
        <p className="board-note">
          <StateChip state="due" word={t(boardWords.problems, { count: board.problems })} />
        </p>
      )}
      <p className="meta board-note">
        {t(boardWords.afterSend)}{' '}
        {diff.moved > 0 && (
          <Link href={paths.handover(draft.id)}>{t(boardWords.handovers, { count: diff.moved })}</Link>
        )}
      </p>
    </section>
  );
}
