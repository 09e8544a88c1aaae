import { listDrafts } from '@zhengyou/domain/pairing/draft.contract.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Link } from '../../kit/Link.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { boardWords } from './board.words.ts';
import type { Drafts } from './BoardPage.tsx';
import { diffWords } from './diff.words.ts';

type CompareDraftsProps = { readonly here: string; readonly onClose: () => void };

/** What each draft would change against the roster as it is, side by side; the one with the fewest changes is not called the best. */
export function CompareDrafts({ here, onClose }: CompareDraftsProps) {
  const t = useWords();
  const drafts = useCall(listDrafts, { query: {} });
  return (
    <Sheet title={t(boardWords.compareTitle)} onClose={onClose}>
      <div className="stack sheet-form">
        <p className="second">{t(boardWords.compareText)}</p>
        <Answer of={drafts}>
          {(reply) => reply.items.map((draft) => <Draft key={draft.id} draft={draft} here={here} />)}
        </Answer>
      </div>
    </Sheet>
  );
}

function Draft({ draft, here }: { readonly draft: Drafts[number]; readonly here: string }) {
  const t = useWords();
  const { diff } = draft;
  const figures = [
    [diffWords.kept, t(boardWords.comparePairs, { count: diff.kept })],
    [diffWords.moved, t(boardWords.comparePairs, { count: diff.moved })],
    [diffWords.added, t(boardWords.comparePairs, { count: diff.added })],
    [diffWords.ended, t(boardWords.comparePairs, { count: diff.dropped })],
    [boardWords.compareShort, t(boardWords.compareLeaders, { count: draft.leadersShort })],
    [boardWords.compareProblems, t(boardWords.comparePairs, { count: draft.problems })],
  ] as const;
  return (
    <section className="compare">
      <div className="row apart">
        {draft.id === here ? (
          <span className="strong">{draft.name}</span>
        ) : (
          <Link className="strong" href={paths.pairingBoard({ draft: draft.id })}>
            {draft.name}
          </Link>
        )}
        <span className="meta">{t(draft.id === here ? boardWords.here : boardWords[`status_${draft.status}`])}</span>
      </div>
      <dl>
        {figures.map(([label, value]) => (
          <div key={label.zh}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
