import { cancelLedgerImport } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { Link } from '../../kit/Link.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { joined } from './joined.ts';
import { ledgerWords, statusWords } from './ledger.words.ts';
import { outcomeHead } from './outcome.ts';
import type { PastImport } from './shapes.ts';
import { UndoSheet } from './UndoSheet.tsx';
import { useSayWhen } from '../../app/use-say-when.ts';

export function PastImports({ items }: { readonly items: readonly PastImport[] }) {
  const t = useWords();
  const [undoing, setUndoing] = useState<PastImport | null>(null);
  return (
    <>
      <table className="tbl folds past">
        <thead>
          <tr>
            <th scope="col" className="file">
              {t(ledgerWords.file)}
            </th>
            <th scope="col" className="stands">
              {t(ledgerWords.state)}
            </th>
            <th scope="col">{t(ledgerWords.cameOf)}</th>
            <th scope="col">
              <span className="sr">{t(ledgerWords.what)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <PastRow key={item.id} item={item} onUndo={() => setUndoing(item)} />
          ))}
        </tbody>
      </table>
      {undoing && <UndoSheet run={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

function PastRow({ item, onUndo }: { readonly item: PastImport; readonly onUndo: () => void }) {
  const t = useWords();
  const { language } = useLanguage();
  const when = useSayWhen();
  const started = when.moment(item.startedAt);
  const parts = item.outcome ? outcomeHead(item.outcome).map(({ words, count }) => t(words, { count })) : [];
  return (
    <tr>
      <td className="file">
        <Link className="strong wrap-any" href={paths.import(item.id)}>
          {item.fileName}
        </Link>
        <div className="meta">
          {item.startedBy === null ? started : t(ledgerWords.startedBy, { when: started, name: item.startedBy })}
        </div>
      </td>
      <td className="second">
        <span className="nb">{t(statusWords[item.status])}</span>
        {item.undoUntil !== null && (
          <div className="meta nb">{t(ledgerWords.undoByShort, { day: when.day(item.undoUntil) })}</div>
        )}
      </td>
      <td className="second">{item.status === 'applied' ? joined(parts, language) : ''}</td>
      <td className="r">
        <div className="row wrap deeds">
          <Deeds item={item} onUndo={onUndo} />
        </div>
      </td>
    </tr>
  );
}

const OPENING: Readonly<Record<string, Words>> = {
  reading: ledgerWords.goOn,
  read: ledgerWords.goOn,
  failed: ledgerWords.seeWhy,
  applied: ledgerWords.seeResult,
};

function Deeds({ item, onUndo }: { readonly item: PastImport; readonly onUndo: () => void }) {
  const t = useWords();
  const toast = useToast();
  const putAway = useChange(cancelLedgerImport);
  // What was decided row by row cannot be brought back: a second press is asked for.
  const [sure, setSure] = useState(false);
  const file = item.fileName;
  const opening = OPENING[item.status];
  return (
    <>
      {putAway.isError && <CallErrorNote error={putAway.error} />}
      {(item.status === 'read' || item.status === 'failed') && (
        <Button
          small
          look="quiet"
          busy={putAway.isPending}
          onBlur={() => setSure(false)}
          onClick={() => {
            if (!sure && item.status === 'read') setSure(true);
            else
              putAway.mutate(
                { params: { importId: item.id }, body: {} },
                { onSuccess: () => toast({ text: t(ledgerWords.gone) }) },
              );
          }}
        >
          {t(sure ? ledgerWords.putAwaySure : ledgerWords.putAway)}
          <span className="sr"> {file}</span>
        </Button>
      )}
      {item.undoUntil !== null && (
        <Button small look="quiet" onClick={onUndo}>
          {t(ledgerWords.undoDo)}
          <span className="sr"> {file}</span>
        </Button>
      )}
      {opening && (
        <LinkButton small href={paths.import(item.id)}>
          {t(opening)}
          <span className="sr"> {file}</span>
        </LinkButton>
      )}
    </>
  );
}
