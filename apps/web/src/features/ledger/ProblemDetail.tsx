import { listLedgerChoices, readLedgerCells, UNDO_DAYS } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { columnLetters } from '@zhengyou/domain/ledger/sheet.ts';
import { useMemo, useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Link } from '../../kit/Link.tsx';
import { FixEditor } from './FixEditor.tsx';
import { ledgerWords } from './ledger.words.ts';
import { sayCell, sayDecision, sayTodo } from './say-row.ts';
import { listAlike } from './problems.ts';
import type { Decision, DecisionChange, Problem } from './shapes.ts';
import { SheetPeek } from './SheetPeek.tsx';

type ProblemDetailProps = {
  readonly importId: string;
  readonly today: string;
  readonly problem: Problem;
  /** All of its kind: what stands in the way is marked in the workbook together. */
  readonly problems: readonly Problem[];
  /** Null takes the decision back. */
  readonly onDecide: (decision: Decision | null) => void;
  readonly onDecideAlike: (changes: readonly DecisionChange[]) => void;
};

/** The office's own workbook around the cell, and under it what can be decided. */
export function ProblemDetail(props: ProblemDetailProps) {
  const { importId, problem, problems } = props;
  const t = useWords();
  return (
    <>
      {problem.row > 0 ? (
        <Around importId={importId} problem={problem} problems={problems} />
      ) : (
        <p className="meta">{t(ledgerWords.wholeFile)}</p>
      )}
      <div className="well fixes">
        <Decide {...props} />
      </div>
      <p className="meta after">{t(ledgerWords.onlyFile, { days: UNDO_DAYS })}</p>
    </>
  );
}

function Around({ importId, problem, problems }: Pick<ProblemDetailProps, 'importId' | 'problem' | 'problems'>) {
  const { sheet, row, column } = problem;
  const cells = useCall(readLedgerCells, { params: { importId }, query: { sheet, row } }, { keepPrevious: true });
  const hot = useMemo(
    () =>
      [problem, ...(problem.level === 'note' ? [] : problems)].flatMap((each) =>
        each.sheet === sheet && each.column !== null ? [{ row: each.row, letter: columnLetters(each.column) }] : [],
      ),
    [problem, problems, sheet],
  );
  return (
    <Answer of={cells} loading={{ rows: 7, height: 34 }}>
      {(found) => <SheetPeek cells={found} hot={hot} {...(column === null ? {} : { at: { row, column } })} />}
    </Answer>
  );
}

function Decide({ importId, today, problem, problems, onDecide, onDecideAlike }: ProblemDetailProps) {
  const t = useWords();
  const { language } = useLanguage();
  const [again, setAgain] = useState(false);
  const { decision, settled, fixes } = problem;
  const named = useNamed(importId, problem);
  const cell = sayCell(problem, language);
  const said = decision && sayDecision(problem, decision, language, named);

  const alike = listAlike(problems, problem);
  if (decision && settled && !again)
    return (
      <div className="fix-line">
        <span className="grow">
          <span className="strong">{t(ledgerWords.decided, { cell, decision: said ?? '' })}</span>
        </span>
        <Button small onClick={() => setAgain(true)}>
          {t(ledgerWords.again)}
        </Button>
        <Button small look="text" onClick={() => onDecide(null)}>
          {t(ledgerWords.takeBack)}
        </Button>
        {alike.length > 0 && (
          <p className="alone">
            <button
              type="button"
              className="link"
              onClick={() => onDecideAlike(alike.map(({ key }) => ({ key, decision })))}
            >
              {t(ledgerWords.alike, { count: alike.length })}
            </button>
          </p>
        )}
      </div>
    );
  if (fixes.length === 0) return <NoChoice importId={importId} problem={problem} />;
  return (
    <>
      {problem.decisionRefused && said !== undefined && (
        <p role="alert">{t(ledgerWords.decisionRefused, { decision: said })}</p>
      )}
      <FixEditor importId={importId} today={today} problem={problem} cell={cell} onDecide={onDecide} />
    </>
  );
}

const COLUMN_CODES = ['nothingRecognised', 'sheetNotRecognised', 'columnMissing', 'columnUnrecognised'];

function NoChoice({ importId, problem }: { readonly importId: string; readonly problem: Problem }) {
  const t = useWords();
  const { language } = useLanguage();
  if (COLUMN_CODES.includes(problem.code))
    return (
      <p>
        {`${sayTodo(problem, language)} `}
        <Link href={paths.import(importId, { step: 'columns' })}>{t(ledgerWords.matchColumns)}</Link>
      </p>
    );
  const isNote = problem.level === 'note';
  return (
    <p>{isNote ? t(ledgerWords.nothingToDo) : t(ledgerWords.mendInFile, { advice: sayTodo(problem, language) })}</p>
  );
}

/** The name behind a decision that was made on an earlier visit: the decision itself keeps only whom it means. */
function useNamed(importId: string, { fixes, decision }: Problem): string | undefined {
  const needs = fixes.find((fix) => fix.id === decision?.fix)?.needs;
  const of = needs === 'leader' || needs === 'person' || needs === 'unit' ? needs : undefined;
  const ref = decision?.value ?? '';
  const found = useCall(
    listLedgerChoices,
    { params: { importId }, query: { of: of ?? 'person', search: ref.slice(0, 50) } },
    { enabled: of !== undefined && ref !== '' },
  );
  return found.data?.items.find((item) => item.ref === ref)?.name;
}
