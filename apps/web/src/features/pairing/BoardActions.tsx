import { startSolve } from '@zhengyou/domain/pairing/solve.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useMay } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { boardWords } from './board.words.ts';
import type { Drafts } from './BoardPage.tsx';
import type { Board } from './use-board.ts';

const ANOTHER = 'another';
const COMPARE = 'compare';
const DISCARD = 'discard';

/** Which draft, a plan for it, and sending it: the page’s one filled button. */
export function BoardActions({ board, drafts }: { readonly board: Board; readonly drafts: Drafts }) {
  const t = useWords();
  const may = useMay();
  const { setSearch } = useSearchState();
  const { draft, asks, solve } = board;
  const solving = useChange(startSolve);
  const changes = board.diff.moved + board.diff.added + board.diff.dropped;
  function choose(value: string) {
    if (value === ANOTHER) setSearch({ sheet: 'new' });
    else if (value === COMPARE) setSearch({ sheet: 'compare' });
    else if (value === DISCARD) setSearch({ sheet: 'discard' });
    else if (value) setSearch({ draft: value, sheet: undefined });
  }
  const options = [
    ...drafts.map((one) => ({ value: one.id as string, label: one.name })),
    ...(drafts.length > 1 ? [{ value: COMPARE, label: t(boardWords.compare) }] : []),
    ...(may('pairing.createDraft') ? [{ value: ANOTHER, label: t(boardWords.another) }] : []),
    ...(draft.can.includes('discard') ? [{ value: DISCARD, label: t(boardWords.discard) }] : []),
  ];
  return (
    <>
      <span className="draft-chip">
        <SelectChip label={t(boardWords.draft)} value={draft.id as string} options={options} onChange={choose} />
      </span>
      {draft.can.includes('change') && may('pairing.startSolve') && (
        <Button
          busy={solving.isPending || solve?.status === 'running'}
          onClick={() =>
            solving.mutate(
              { params: { draftId: draft.id }, body: {} },
              // On a phone the plan is read among the changes.
              { onSuccess: () => setSearch({ part: 'diff' }, { replace: true }) },
            )
          }
        >
          {t(solve ? boardWords.solveAgain : boardWords.solve)}
        </Button>
      )}
      {draft.can.includes('send') && changes > 0 && (
        <Button look="primary" onClick={() => setSearch({ sheet: 'send' })}>
          {asks > 0 ? t(boardWords.send, { count: asks }) : t(boardWords.sendPlain)}
        </Button>
      )}
      {solving.error && <CallErrorNote error={solving.error} />}
    </>
  );
}
