import { listMerges, previewUnmerge, unmerge } from '@zhengyou/domain/person/merge.contract.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { useToast } from '../../kit/Toast.tsx';
import { recordWords } from './record.words.ts';

/** Below the directory, folded: merges that can still be taken back. */
export function RecentMerges() {
  const t = useWords();
  const merges = useCall(listMerges, {});
  const items = merges.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="earlier">
      <summary className="muted">{t(recordWords.recentMerges)}</summary>
      <ul className="pairs">
        {items.map((merge) => (
          <MergeLine key={merge.id} merge={merge} />
        ))}
      </ul>
    </details>
  );
}

function MergeLine({ merge }: { readonly merge: ReplyOf<typeof listMerges>['items'][number] }) {
  const t = useWords();
  const { language } = useLanguage();
  const toast = useToast();
  const [looking, setLooking] = useState(false);
  const preview = useCall(previewUnmerge, { params: { mergeId: merge.id } }, { enabled: looking });
  const undo = useChange(unmerge);
  const until = parsePlainDate(merge.undoUntil.slice(0, 10));
  return (
    <li className="row apart wrap">
      <span>
        {t(recordWords.mergeLine, { other: merge.otherName, kept: merge.keptName, by: merge.by ?? '' })}{' '}
        <span className="meta">
          {merge.undone
            ? t(recordWords.undone)
            : until && t(recordWords.undoUntil, { on: sayDay(until, { language }) })}
        </span>
        {looking && preview.data && <p className="second">{t(recordWords.undoPreview, preview.data)}</p>}
        {undo.error && <CallErrorNote error={undo.error} />}
      </span>
      {!merge.undone && (
        <Button
          small
          busy={undo.isPending || (looking && !preview.data)}
          onClick={() =>
            looking
              ? undo.mutate(
                  { params: { mergeId: merge.id }, body: {}, ifMatch: merge.version },
                  { onSuccess: () => toast({ text: t(recordWords.unmerged) }) },
                )
              : setLooking(true)
          }
        >
          {t(recordWords.undo)}
        </Button>
      )}
    </li>
  );
}
