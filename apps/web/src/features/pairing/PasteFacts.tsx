import { changeFacts, readPastedFacts } from '@zhengyou/domain/pairing/renewal.contract.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { renewalWords } from './renewal.words.ts';
import type { Board } from './use-board.ts';

type PasteFactsProps = { readonly draft: Board['draft']; readonly onClose: () => void };

/** A block of lines read as facts: what is understood is entered together, what is doubtful is shown line by line and entered by hand. */
export function PasteFacts({ draft, onClose }: PasteFactsProps) {
  const t = useWords();
  const toast = useToast();
  const { setSearch } = useSearchState();
  const read = useChange(readPastedFacts);
  const enter = useChange(changeFacts);
  const [text, setText] = useState('');
  const [readText, setReadText] = useState('');
  const [left, setLeft] = useState<readonly number[]>([]);
  const fresh = text === readText ? read.data : undefined;
  const ready = (fresh?.rows ?? []).flatMap((row) => (row.fact ? [{ ...row, fact: row.fact }] : []));
  const doubtful = (fresh?.rows ?? []).filter((row) => row.fact === null);
  const chosen = ready.filter((row) => !left.includes(row.line));
  function readIt() {
    setReadText(text);
    setLeft([]);
    read.mutate({ params: { draftId: draft.id }, body: { text } });
  }
  function enterAll() {
    enter.mutate(
      { params: { draftId: draft.id }, body: { add: chosen.map((row) => row.fact) }, ifMatch: draft.version },
      {
        onSuccess: () => {
          toast({ text: t(renewalWords.added, { count: chosen.length }) });
          onClose();
        },
      },
    );
  }
  return (
    <Sheet
      title={t(renewalWords.pasteTitle)}
      onClose={onClose}
      foot={
        chosen.length > 0 ? (
          <Button look="primary" wide busy={enter.isPending} onClick={enterAll}>
            {t(renewalWords.enterReady, { count: chosen.length })}
          </Button>
        ) : (
          <Button look="primary" wide busy={read.isPending} disabled={text.trim() === ''} onClick={readIt}>
            {t(renewalWords.read)}
          </Button>
        )
      }
    >
      <div className="stack sheet-form">
        <Field label={t(renewalWords.pasteLabel)} hint={t(renewalWords.pasteHint)}>
          {(control) => (
            <textarea
              className="input pasted"
              {...control}
              rows={6}
              maxLength={200_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {read.error && <CallErrorNote error={read.error} />}
        {fresh?.tooMany && <p className="second">{t(renewalWords.tooMany)}</p>}
        {fresh && fresh.rows.length === 0 && <p className="second">{t(renewalWords.nothingRead)}</p>}
        {ready.length > 0 && (
          <section>
            <div className="sec">
              <h3>{t(renewalWords.ready, { count: ready.length })}</h3>
            </div>
            {ready.map((row) => (
              <label key={row.line} className="check">
                <input
                  type="checkbox"
                  checked={!left.includes(row.line)}
                  onChange={(event) =>
                    setLeft(event.target.checked ? left.filter((line) => line !== row.line) : [...left, row.line])
                  }
                />
                <span>{row.says ? t(row.says) : row.text}</span>
              </label>
            ))}
          </section>
        )}
        {doubtful.length > 0 && (
          <section>
            <div className="sec">
              <h3>{t(renewalWords.doubtful, { count: doubtful.length })}</h3>
            </div>
            <ul className="diff">
              {doubtful.map((row) => (
                <li key={row.line}>
                  <div className="voice">{row.text}</div>
                  <div className="meta">
                    {[t(renewalWords.line, { line: row.line }), row.says && t(row.says)]
                      .filter(Boolean)
                      .join(t(kitWords.comma))}
                  </div>
                  {row.people.length > 0 && (
                    <div className="meta">
                      {t(renewalWords.whichOne)}{' '}
                      {row.people.map((person) => `${person.name} · ${person.unit.shortName}`).join(t(kitWords.and))}
                    </div>
                  )}
                </li>
              ))}
            </ul>
            <Button small onClick={() => setSearch({ sheet: 'fact' })}>
              {t(renewalWords.byHand)}
            </Button>
          </section>
        )}
        {enter.error && <CallErrorNote error={enter.error} />}
      </div>
    </Sheet>
  );
}
