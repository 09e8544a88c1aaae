import { ErrorNote } from '../kit/ErrorNote.tsx';
import { Why } from '../kit/Why.tsx';
import { appWords } from './app.words.ts';
import { CallFailed, CallRefused } from './call.ts';
import { useWords } from './language.tsx';

export type CallErrorNoteProps = { readonly error: unknown; readonly onRetry?: (() => void) | undefined };

/** What went wrong with a call, where the answer would have stood. */
export function CallErrorNote({ error, onRetry }: CallErrorNoteProps) {
  const t = useWords();
  if (error instanceof CallRefused && error.problem.status < 500) {
    const { clause, requestId, extra } = error.problem;
    return (
      <ErrorNote what={error.message} safe="" requestId={extra === undefined ? requestId : undefined}>
        <Why clause={clause} />
      </ErrorNote>
    );
  }
  const unanswered = error instanceof CallFailed;
  return (
    <ErrorNote
      what={unanswered ? t(appWords.unanswered) : undefined}
      safe={unanswered ? t(appWords.unansweredSafe) : undefined}
      requestId={error instanceof CallRefused ? error.problem.requestId : undefined}
      onRetry={onRetry}
    />
  );
}
