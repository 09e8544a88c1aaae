import { Button } from '../kit/Button.tsx';
import { ErrorNote } from '../kit/ErrorNote.tsx';
import { appWords } from './app.words.ts';
import { CallFailed, CallRefused } from './call.ts';
import { CallErrorNote } from './CallErrorNote.tsx';
import { useWords } from './language.tsx';

/** Where a page itself failed. A new release may have taken away the script that this page asked for: opening again helps then. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const t = useWords();
  const reload = () => window.location.reload();
  if (error instanceof CallRefused || error instanceof CallFailed)
    return <CallErrorNote error={error} onRetry={reload} />;
  return (
    <div className="main">
      <ErrorNote what={t(appWords.broken)} safe={t(appWords.brokenSafe)}>
        <Button small onClick={reload}>
          {t(appWords.reload)}
        </Button>
      </ErrorNote>
    </div>
  );
}
