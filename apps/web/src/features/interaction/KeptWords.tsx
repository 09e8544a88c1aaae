import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { dropDraft, type LogDraft } from './log-draft.ts';
import { logWords } from './log-sheet.words.ts';

/** What was written about a pair that is no longer on the sheet: a delegation has ended since. It is kept to be handed over. */
export function KeptWords({ draft }: { readonly draft: LogDraft }) {
  const t = useWords();
  const [shown, setShown] = useState(true);
  const [copied, setCopied] = useState(false);
  const text = [draft.words, ...draft.points.map((point) => point.words)]
    .filter((line) => line.trim() !== '')
    .join('\n');
  if (!shown || text === '') return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="log-kept">
      <p className="muted">{t(logWords.keptOther)}</p>
      <p className="voice talk-words">{text}</p>
      <div className="row">
        <Button onClick={() => void copy().catch(() => setCopied(false))}>
          {t(copied ? logWords.keptCopied : logWords.keptCopy)}
        </Button>
        <button
          type="button"
          className="muted"
          onClick={() => {
            dropDraft();
            setShown(false);
          }}
        >
          {t(logWords.keptDrop)}
        </button>
      </div>
    </div>
  );
}
