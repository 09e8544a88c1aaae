import { previewLedgerUndo, undoLedgerImport, type Undone } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { keptWords, ledgerWords } from './ledger.words.ts';
import { removedLines } from './outcome.ts';
import { isStale, useStale } from './use-version.ts';

export type UndoSheetProps = {
  readonly run: { readonly id: string; readonly version: number; readonly fileName: string };
  readonly onClose: () => void;
};

/** Shows whom taking back concerns before it is done. */
export function UndoSheet({ run, onClose }: UndoSheetProps) {
  const t = useWords();
  const toast = useToast();
  const params = { importId: run.id };
  const preview = useCall(previewLedgerUndo, { params });
  const undo = useChange(undoLedgerImport);
  const onStale = useStale();
  return (
    <Sheet
      title={t(ledgerWords.undoTitle)}
      onClose={onClose}
      foot={
        <div className="stack tight">
          <Button
            look="primary"
            wide
            busy={undo.isPending || preview.data === undefined}
            onClick={() =>
              undo.mutate(
                { params, body: {}, ifMatch: run.version },
                {
                  onSuccess: () => {
                    onClose();
                    toast({ text: t(ledgerWords.undoneLead) });
                  },
                  onError: onStale,
                },
              )
            }
          >
            {t(ledgerWords.undoDo)}
          </Button>
          <Button look="text" wide onClick={onClose}>
            {t(ledgerWords.undoDont)}
          </Button>
        </div>
      }
    >
      <div className="stack sheet-text">
        <p className="wrap-any second">{run.fileName}</p>
        <Answer of={preview} loading={{ rows: 4, height: 32, doing: t(ledgerWords.undoLooking) }}>
          {(found) => <UndoLines found={found} />}
        </Answer>
        {undo.isPending && <output className="meta">{t(ledgerWords.undoing)}</output>}
        {undo.isError && !isStale(undo.error) && <CallErrorNote error={undo.error} />}
      </div>
    </Sheet>
  );
}

const sayKept = (kind: string): Words => {
  const table: Partial<Record<string, Words>> = keptWords;
  return table[kind] ?? ledgerWords.other;
};

const NAMES_SHOWN = 20;

export function UndoLines({ found }: { readonly found: Undone }) {
  const t = useWords();
  const lines = removedLines(found);
  return (
    <>
      {lines.length > 0 ? (
        <section>
          <h3>{t(ledgerWords.undoRemoves)}</h3>
          <ul className="plain">
            {lines.map(({ words, count }) => (
              <li key={words.zh}>{t(words, { count })}</li>
            ))}
          </ul>
        </section>
      ) : (
        <p>{t(ledgerWords.undoNothing)}</p>
      )}
      {found.restored > 0 && (
        <section>
          <h3>{t(ledgerWords.undoRestores)}</h3>
          <p>{`${found.restored} ${t(ledgerWords.records)}`}</p>
        </section>
      )}
      {found.kept.length > 0 && (
        <section>
          <h3>{t(ledgerWords.undoKeeps)}</h3>
          <ul className="plain">
            {found.kept.slice(0, NAMES_SHOWN).map(({ kind, name }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two of one kind may share a name
              <li key={`${kind} ${name} ${index}`} className="wrap-any">
                {name || t(sayKept(kind))}
              </li>
            ))}
          </ul>
          {found.kept.length > NAMES_SHOWN && (
            <p className="meta">{t(ledgerWords.keptMore, { count: found.kept.length - NAMES_SHOWN })}</p>
          )}
        </section>
      )}
    </>
  );
}
