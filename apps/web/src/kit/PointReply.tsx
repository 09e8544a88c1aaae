import type { ReactNode } from 'react';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';

export type PointReplyProps = {
  readonly number: number;
  /** What the person said, in their words. */
  readonly said: ReactNode;
  /** The answer as text; in its place `children` while it is being written. */
  readonly reply?: ReactNode;
  /** What came of it, as a word. */
  readonly outcome?: ReactNode;
  /** Until when it is promised, in words. */
  readonly promise?: ReactNode;
  /** Says of itself that it has no answer yet. */
  readonly unanswered?: boolean;
  /** What was said before, after everything else. */
  readonly after?: ReactNode;
  /** The field and the choices, where the answer is written. */
  readonly children?: ReactNode;
};

/** One point and its answer: their words in Song, ours beside a line. */
export function PointReply({ number, said, reply, outcome, promise, unanswered, after, children }: PointReplyProps) {
  const t = useWords();
  return (
    <li className="point-reply">
      <span className="at" aria-hidden="true">
        {number}
      </span>
      <div>
        <p className="voice said">{said}</p>
        {reply && <p className="answer">{reply}</p>}
        {children}
        {(outcome || promise || unanswered) && (
          <p className="outcome">
            {outcome && <b>{outcome}</b>}
            {promise && <span className="meta">{promise}</span>}
            {unanswered && (
              <span className="state is-due-soon">
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.4" />
                </svg>
                {t(kitWords.unanswered)}
              </span>
            )}
          </p>
        )}
        {after}
      </div>
    </li>
  );
}
