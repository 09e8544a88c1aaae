import type { ReactNode } from 'react';
import { ClauseMark } from './ClauseMark.tsx';

export type WhyProps = {
  /** What was found: a sentence, a state, a count. */
  readonly children?: ReactNode;
  /** How it was reckoned, in words: read out, and shown where the pointer rests. Leave out where the sentence says it itself. */
  readonly arithmetic?: string | undefined;
  /** The clause that it rests on; null where none stands behind it. */
  readonly clause?: string | null | undefined;
  /** It rests on a number that the house set itself. */
  readonly local?: boolean | undefined;
};

/** A verdict and why: the sentence, its arithmetic, and the mark that opens its clause. Wherever a rule is told, it is told with this. */
export function Why({ children, arithmetic, clause, local }: WhyProps) {
  return (
    <span className="verdict" title={arithmetic}>
      {children}
      {arithmetic !== undefined && <span className="sr">{arithmetic}</span>}
      {local && (
        <>
          {' '}
          <ClauseMark local />
        </>
      )}
      {clause !== null && clause !== undefined && (
        <>
          {' '}
          <ClauseMark clause={clause} />
        </>
      )}
    </span>
  );
}
