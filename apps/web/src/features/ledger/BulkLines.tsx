import { sayFix } from '@zhengyou/domain/ledger/say-problem.ts';
import { useId, useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { bulkWords, ledgerWords } from './ledger.words.ts';
import { bulksOf, takeBack, takeProposals, type Bulk } from './problems.ts';
import { sayCell } from './say-row.ts';
import type { DecisionChange } from './shapes.ts';
import type { useProblems } from './use-problems.ts';

type BulkLinesProps = {
  readonly rows: ReturnType<typeof useProblems> | undefined;
  readonly busy: boolean;
  readonly onDecide: (changes: readonly DecisionChange[]) => Promise<unknown>;
};

/** Many questions of one kind with a proposal each: looked at together, decided with one press. */
export function BulkLines({ rows, busy, onDecide }: BulkLinesProps) {
  const t = useWords();
  const [opened, setOpened] = useState<Bulk['kind'] | null>(null);
  const bulks = bulksOf(rows?.items ?? []);
  const bulk = bulks.find(({ kind }) => kind === opened);
  return (
    <>
      {bulks.map(({ kind, items }) => (
        <p key={kind} className="bulk second">
          {t(ledgerWords.bulkLine, { what: t(sayKind(kind)), count: items.length })}{' '}
          <button type="button" className="link nb" onClick={() => setOpened(kind)}>
            {t(ledgerWords.bulkLook)}
          </button>
        </p>
      ))}
      {bulk && <BulkSheet bulk={bulk} busy={busy} onDecide={onDecide} onClose={() => setOpened(null)} />}
    </>
  );
}

const sayKind = (kind: Bulk['kind']) => {
  const table: Partial<Record<string, { zh: string; en: string }>> = bulkWords;
  return table[kind] ?? bulkWords.other;
};

type BulkSheetProps = {
  readonly bulk: Bulk;
  readonly busy: boolean;
  readonly onDecide: BulkLinesProps['onDecide'];
  readonly onClose: () => void;
};

function BulkSheet({ bulk, busy, onDecide, onClose }: BulkSheetProps) {
  const t = useWords();
  const { language } = useLanguage();
  const toast = useToast();
  const id = useId();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const changes = takeProposals(bulk.items, without);
  async function decideAll() {
    onClose();
    await onDecide(changes);
    const undo = { onAct: () => void onDecide(takeBack(changes)) };
    toast({ text: t(ledgerWords.bulkDone, { count: changes.length }), action: undo });
  }
  function turn(key: string) {
    const next = new Set(without);
    if (!next.delete(key)) next.add(key);
    setWithout(next);
  }
  return (
    <Sheet
      title={t(ledgerWords.bulkTitle, { what: t(sayKind(bulk.kind)), count: bulk.items.length })}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          wide
          busy={busy}
          disabled={changes.length === 0}
          onClick={() => void decideAll().catch(() => undefined)}
        >
          {t(ledgerWords.bulkDo, { count: changes.length })}
        </Button>
      }
    >
      <div className="sheet-text">
        <p className="meta">{t(ledgerWords.bulkHint)}</p>
        <ul className="rows">
          {bulk.items.map(({ problem, fix }) => (
            <li key={problem.key}>
              <div className="check">
                <input
                  type="checkbox"
                  id={`${id} ${problem.key}`}
                  checked={!without.has(problem.key)}
                  onChange={() => turn(problem.key)}
                />
                <label htmlFor={`${id} ${problem.key}`} className="grow">
                  <span className="wrap-any">{problem.written}</span>
                  <span className="meta"> {sayCell(problem, language)}</span>
                  <span className="second block">{sayFix(fix, language)}</span>
                </label>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
