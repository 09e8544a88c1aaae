import { LEVEL_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import type { KeyboardEvent } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { ledgerWords } from './ledger.words.ts';
import type { Section } from './problems.ts';
import { sayCell, sayDecision, sayTodo, sayWhy } from './say-row.ts';
import type { Problem } from './shapes.ts';
import { PAGE, type useProblems } from './use-problems.ts';

type ProblemSectionProps = {
  readonly section: Section;
  readonly selected: Problem | undefined;
  readonly more: ReturnType<typeof useProblems>['query'] | undefined;
  readonly onChoose: (problem: Problem) => void;
  /** On to what can be decided, where that stands beside the list. */
  readonly onOpen: (() => void) | undefined;
};

export function ProblemSection({ section, selected, more, onChoose, onOpen }: ProblemSectionProps) {
  const t = useWords();
  const { level, total, shown, chosen } = section;
  const left = total - shown.length;
  return (
    <>
      {!chosen && (
        <div className="sec other-level">
          <h2>{t(LEVEL_WORDS[level])}</h2>
          {left > 0 && (
            <Link className="meta" href={`?step=look&level=${level}`}>
              {t(ledgerWords.allOf, { count: total })}
            </Link>
          )}
        </div>
      )}
      {total === 0 ? (
        <p className="second none">{t(ledgerWords.noneOfLevel)}</p>
      ) : (
        <table className="tbl problems">
          <colgroup>
            <col className="at" />
            <col className="says" />
            <col />
            <col className="todo" />
          </colgroup>
          <thead className={chosen ? undefined : 'sr'}>
            <tr>
              {[ledgerWords.cell, ledgerWords.written, ledgerWords.why].map((words) => (
                <th key={words.zh} scope="col">
                  {t(words)}
                </th>
              ))}
              <th scope="col">
                <span className="sr">{t(ledgerWords.todo)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((problem) => (
              <ProblemRow
                key={problem.key}
                problem={problem}
                selected={problem.key === selected?.key}
                onChoose={() => onChoose(problem)}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      )}
      {chosen && more?.hasNextPage && (
        <div className="more">
          <Button busy={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
            {t(ledgerWords.more, { count: Math.min(PAGE, left) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Chinese turns at its comma; English at any word. */
function Advice({ text }: { readonly text: string }) {
  const { language } = useLanguage();
  return language === 'zh' ? <Turns text={text} /> : text;
}

type ProblemRowProps = {
  readonly problem: Problem;
  readonly selected: boolean;
  readonly onChoose: () => void;
  readonly onOpen: (() => void) | undefined;
};

function ProblemRow({ problem, selected, onChoose, onOpen }: ProblemRowProps) {
  const t = useWords();
  const { language } = useLanguage();
  const cell = sayCell(problem, language);
  const { decision } = problem;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onChoose();
    onOpen?.();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the button in the row does the same by key
    <tr className={selected ? 'sel' : undefined} onClick={onChoose}>
      <td className="num at">{cell}</td>
      <td className="says">
        <span className="clamp" title={problem.written}>
          {problem.written === '' ? t(ledgerWords.tidiedEmpty) : problem.written}
        </span>
      </td>
      <td className="second why">{sayWhy(problem, language)}</td>
      <td className="r todo">
        <button
          type="button"
          className={problem.settled ? 'decided' : problem.fixes.length > 0 ? 'link' : 'muted'}
          data-key={problem.key}
          tabIndex={selected ? 0 : -1}
          aria-current={selected ? 'true' : undefined}
          onClick={onOpen}
          onFocus={selected || !onOpen ? undefined : onChoose}
          onKeyDown={onKeyDown}
        >
          <span className="sr">{cell} </span>
          {problem.settled && decision ? (
            <>
              <Icon name="tick" size={14} />
              {t(ledgerWords.decidedShort)}
              <span className="sr"> {sayDecision(problem, decision, language)}</span>
            </>
          ) : (
            <Advice text={sayTodo(problem, language)} />
          )}
        </button>
      </td>
    </tr>
  );
}
