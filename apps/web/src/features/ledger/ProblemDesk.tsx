import { LEVEL_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import { useEffect, useRef, useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { useDesk } from '../../kit/media.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { BulkLines } from './BulkLines.tsx';
import { ledgerWords } from './ledger.words.ts';
import { ProblemDetail } from './ProblemDetail.tsx';
import { ProblemSection } from './ProblemSection.tsx';
import { countOpen, findSelected, firstLevel, isOpen, listAlike, neighbourOf, sectionsOf } from './problems.ts';
import { sayCell, sayWhy } from './say-row.ts';
import { isLevel, LEVELS, type ImportRead, type Look, type Problem } from './shapes.ts';
import { useDecide } from './use-decide.ts';
import { useProblems } from './use-problems.ts';

/** The problems at the left, the workbook around the chosen one at the right; below a desk that is a sheet. */
export function ProblemDesk({ run, look }: { readonly run: ImportRead; readonly look: Look }) {
  const t = useWords();
  const refused = useProblems(run.id, 'refused');
  const ask = useProblems(run.id, 'ask');
  const note = useProblems(run.id, 'note');
  const rows = [refused, ask, note];
  const failed = rows.find(({ query }) => query.isError && query.data === undefined);
  if (failed) return <CallErrorNote error={failed.query.error} onRetry={() => void failed.query.refetch()} />;
  if (rows.some(({ query }) => query.data === undefined)) return <LoadingRows rows={5} height={44} />;
  if (rows.every(({ total }) => total === 0)) return <p className="second">{t(ledgerWords.noProblems)}</p>;
  return <OpenDesk run={run} look={look} rows={rows} />;
}

type OpenDeskProps = {
  readonly run: ImportRead;
  readonly look: Look;
  readonly rows: readonly ReturnType<typeof useProblems>[];
};

function OpenDesk({ run, look, rows }: OpenDeskProps) {
  const t = useWords();
  const desk = useDesk();
  const { language } = useLanguage();
  const decide = useDecide(run.id);
  const { search, setSearch } = useSearchState();
  // Where to begin is settled once: the list must not change under the hand when its last row is decided.
  const [first] = useState(() => firstLevel(rows));
  const level = isLevel(search.level) ? search.level : first;
  const sections = sectionsOf(rows, level);
  const shown = sections.flatMap((section) => section.shown);
  const [lastIndex, setLastIndex] = useState(0);
  const selected = findSelected(shown, search.at, lastIndex);

  // Below a desk the address says which one lies open, so that going back closes it.
  const opened = desk ? undefined : shown.find((problem) => problem.key === search.at);
  function choose(problem: Problem) {
    setLastIndex(shown.indexOf(problem));
    setSearch({ at: problem.key }, { replace: desk || opened !== undefined });
  }
  const close = () => setSearch({ at: undefined }, { replace: true });

  const list = useRef<HTMLElement>(null);
  const focusRow = (key: string) =>
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  useRowKeys((by) => {
    const next = desk ? (neighbourOf(shown, selected?.key, by) ?? selected) : undefined;
    if (!next) return;
    choose(next);
    focusRow(next.key);
  });

  const itemsOf = (problem: Problem) => rows.find((row) => row.level === problem.level)?.items ?? [];
  const detailOf = (problem: Problem) => (
    <ProblemDetail
      key={problem.key}
      importId={run.id}
      today={look.today}
      problem={problem}
      problems={itemsOf(problem)}
      onDecide={(decision) => {
        decide.mutate([{ key: problem.key, decision }]);
        if (desk) focusRow(problem.key);
        else if (decision && listAlike(itemsOf(problem), { ...problem, decision }).length === 0) close();
      }}
      onDecideAlike={(changes) => decide.mutate(changes)}
    />
  );

  return (
    <div className={desk ? 'problem-desk' : undefined}>
      <section ref={list} aria-label={t(ledgerWords.problems)}>
        <div className="row wrap level-chips">
          {LEVELS.map((each) => {
            const row = rows.find((one) => one.level === each);
            if (!row || (row.total === 0 && each !== level)) return null;
            const count = each === 'note' ? row.total : countOpen(row);
            return (
              <Chip key={each} on={each === level} onClick={() => setSearch({ level: each, at: undefined })}>
                {t(ledgerWords.levelCount, { level: t(LEVEL_WORDS[each]), count })}
              </Chip>
            );
          })}
          <span className="meta keys desk-only">
            <Kbd>J</Kbd> <Kbd>K</Kbd> {t(ledgerWords.jk)}
          </span>
        </div>
        <BulkLines
          rows={rows.find((row) => row.level === level)}
          busy={decide.isPending}
          onDecide={(changes) => decide.mutateAsync(changes)}
        />
        {sections.map((section) => (
          <ProblemSection
            key={section.level}
            section={section}
            selected={selected}
            more={section.chosen ? rows.find((row) => row.level === section.level)?.query : undefined}
            onChoose={choose}
            onOpen={desk ? focusDetail : undefined}
          />
        ))}
      </section>
      {desk && selected && <section className="beside-problems">{detailOf(selected)}</section>}
      {opened && (
        <Sheet title={sayCell(opened, language)} onClose={close}>
          <div className="problem-sheet">
            <p className="wrap-any strong">{opened.written}</p>
            <p className="second">{sayWhy(opened, language)}</p>
            {detailOf(opened)}
          </div>
        </Sheet>
      )}
      <output className="sr">
        {sections.some((section) => section.items.some(isOpen)) ? '' : t(ledgerWords.allDecided)}
      </output>
    </div>
  );
}

function focusDetail() {
  const control = document.querySelector<HTMLElement>('.fixes :is(input, select, button)');
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}

/** J and K go on wherever nothing is being written. */
function useRowKeys(move: (by: 1 | -1) => void) {
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, select, [role="dialog"], [contenteditable]'))
        return;
      const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : undefined;
      if (!by) return;
      event.preventDefault();
      latest.current(by);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
