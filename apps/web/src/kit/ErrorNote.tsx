import type { ReactNode } from 'react';
import { useWords } from '../app/language.tsx';
import { Button } from './Button.tsx';
import { kitWords } from './kit.words.ts';

export type ErrorNoteProps = {
  /** What happened. */
  readonly what?: string | undefined;
  /** What stays safe. */
  readonly safe?: string | undefined;
  /** For whoever is asked for help: the request's id and the time. */
  readonly requestId?: string | undefined;
  readonly at?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** What to do, when a retry is not it. */
  readonly children?: ReactNode;
};

/** In place of the content, never over the whole page, never in colour. */
export function ErrorNote({ what, safe, requestId, at, onRetry, children }: ErrorNoteProps) {
  const t = useWords();
  const id = requestId?.slice(0, 8).toUpperCase();
  return (
    <div className="trouble" role="alert">
      <p>
        <b>{what ?? t(kitWords.readFailed)}</b>
        {t(kitWords.gap)}
        {safe ?? t(kitWords.savedStays)}{' '}
        {id !== undefined && (
          <span className="muted">
            {at === undefined ? t(kitWords.requestId, { id }) : t(kitWords.requestIdAt, { id, at })}
          </span>
        )}
      </p>
      {children}
      {onRetry && (
        <Button small onClick={onRetry}>
          {t(kitWords.retry)}
        </Button>
      )}
    </div>
  );
}
