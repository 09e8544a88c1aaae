import { useState } from 'react';
import { applySolve, cancelSolve, startSolve } from '@zhengyou/domain/pairing/solve.contract.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useMay } from '../../app/session.tsx';
import { Share } from '../../kit/BoardNumber.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { useToast } from '../../kit/Toast.tsx';
import { diffLineOf } from './diff-line.ts';
import { boardWords } from './board.words.ts';
import { DiffList } from './DiffList.tsx';
import { pairingWords } from './pairing.words.ts';
import type { Board } from './use-board.ts';

type Solve = NonNullable<Board['solve']>;
type SolvePanelProps = { readonly board: Board; readonly solve: Solve };

/** What the solver is at, or what it found: a plan to take over, or what stands in the way. */
export function SolvePanel({ board, solve }: SolvePanelProps) {
  const { status } = solve;
  return (
    <section className="solve" aria-live="polite">
      {status === 'running' ? (
        <Running solve={solve} />
      ) : status === 'infeasible' ? (
        <Infeasible board={board} solve={solve} />
      ) : status === 'done' || status === 'bestSoFar' ? (
        <Found board={board} solve={solve} />
      ) : (
        <Stopped status={status} />
      )}
    </section>
  );
}

function Running({ solve }: { readonly solve: Solve }) {
  const t = useWords();
  const cancel = useChange(cancelSolve);
  const { progress } = solve;
  return (
    <>
      <div className="sec">
        <h2>{t(boardWords.solving)}</h2>
        <span className="meta">
          {progress && t(boardWords.solveStep, { done: progress.done, total: progress.total })}
        </span>
      </div>
      <Share share={progress && progress.total > 0 ? progress.done / progress.total : 0} />
      <Button small busy={cancel.isPending} onClick={() => cancel.mutate({ params: { solveId: solve.id }, body: {} })}>
        {t(boardWords.cancel)}
      </Button>
      {cancel.error && <CallErrorNote error={cancel.error} />}
    </>
  );
}

function Stopped({ status }: { readonly status: Solve['status'] }) {
  const t = useWords();
  return <p className="second">{t(status === 'cancelled' ? boardWords.cancelled : boardWords.failed)}</p>;
}

/** More than these stand behind one press: the first say what it is about. */
const FIRST = 5;

function Infeasible({ board, solve }: SolvePanelProps) {
  const t = useWords();
  const may = useMay();
  const nearest = useChange(startSolve);
  const [whole, setWhole] = useState(false);
  const shown = whole ? solve.conflicts : solve.conflicts.slice(0, FIRST);
  return (
    <>
      <div className="sec">
        <h2>{t(boardWords.infeasible)}</h2>
      </div>
      <p className="second">{solve.says ? t(solve.says) : t(boardWords.infeasibleText)}</p>
      {board.draft.can.includes('change') && may('pairing.startSolve') && (
        <>
          <p className="second">{t(boardWords.nearestText)}</p>
          <p className="row">
            <Button
              busy={nearest.isPending}
              onClick={() => nearest.mutate({ params: { draftId: board.draft.id }, body: { asFarAsPossible: true } })}
            >
              {t(boardWords.nearest)}
            </Button>
          </p>
          {nearest.error && <CallErrorNote error={nearest.error} />}
        </>
      )}
      {solve.cures.length > 0 && <p className="second">{t(boardWords.cures)}</p>}
      <ul className="diff">
        {shown.map((conflict) => (
          <li key={`${conflict.says.zh} ${conflict.people.map((person) => person.id).join(' ')}`}>
            <div>
              {t(conflict.says)}
              {conflict.clause !== null && <ClauseMark clause={conflict.clause} />}
            </div>
            {conflict.people.length > 0 && (
              <div className="meta">
                {conflict.people
                  .map((person) => person.name)
                  .filter(Boolean)
                  .join(t(kitWords.and))}
              </div>
            )}
            {conflict.cure && <div className="second">{t(boardWords.cure, { cure: t(conflict.cure) })}</div>}
          </li>
        ))}
      </ul>
      {solve.conflicts.length > shown.length && (
        <Button look="text" small onClick={() => setWhole(true)}>
          {t(boardWords.moreConflicts, { count: solve.conflicts.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function Found({ board, solve }: SolvePanelProps) {
  const t = useWords();
  const toast = useToast();
  const apply = useChange(applySolve);
  const lines = (change: (typeof solve.lines)[number]['change']) =>
    solve.lines.filter((line) => line.change === change).map((line) => diffLineOf(line, t));
  const { draft } = board;
  return (
    <>
      <div className="sec">
        <h2>{t(boardWords.solution)}</h2>
      </div>
      {solve.says && <p>{t(solve.says)}</p>}
      {solve.short.length > 0 && (
        <p className="second">
          {t(boardWords.stillShort, {
            count: solve.short.length,
            names: solve.short
              .map(({ leader, by }) => t(boardWords.shortBy, { name: leader.name ?? t(pairingWords.someone), by }))
              .join(t(kitWords.and)),
          })}
        </p>
      )}
      {solve.status === 'bestSoFar' && <p className="second">{t(boardWords.bestSoFar)}</p>}
      {solve.outdated && <p className="second">{t(boardWords.outdated)}</p>}
      {solve.diff && (
        <DiffList kept={solve.diff.kept} moved={lines('moved')} added={lines('added')} ended={lines('dropped')} />
      )}
      {draft.can.includes('change') && solve.lines.length > 0 && (
        <p className="row">
          <Button
            busy={apply.isPending}
            onClick={() => {
              const taking = { params: { draftId: draft.id }, body: { solveId: solve.id }, ifMatch: draft.version };
              // This panel is gone by the time it is done; whoever waits for the promise is told all the same.
              apply.mutateAsync(taking).then(
                () => toast({ text: t(boardWords.applied) }),
                () => undefined, // shown below
              );
            }}
          >
            {t(boardWords.apply)}
          </Button>
        </p>
      )}
      {apply.error && <CallErrorNote error={apply.error} />}
    </>
  );
}
