import { useWords } from '../app/language.tsx';
import { paths } from '../app/paths.ts';
import { kitWords } from './kit.words.ts';
import { Link } from './Link.tsx';

export type ClauseMarkProps =
  | { readonly clause: string; readonly local?: false }
  /** A number that the house set itself: the dashed frame. */
  | { readonly local: true; readonly clause?: undefined };

/** Stands after the full stop and opens the clause that asks for what the sentence says. */
export function ClauseMark({ clause, local }: ClauseMarkProps) {
  const t = useWords();
  if (local || clause === undefined)
    return (
      <span className="local" title={t(kitWords.localTitle)}>
        {t(kitWords.local)}
      </span>
    );
  return (
    <Link
      className="clause"
      href={paths.clause(clause)}
      title={t(kitWords.clauseTitle)}
      aria-label={t(kitWords.clauseLabel, { clause })}
    >
      <i>{t(kitWords.clauseGlyph)}</i>
      {clause}
    </Link>
  );
}
