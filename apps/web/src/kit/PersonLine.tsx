import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';
import { Link } from './Link.tsx';

export type PersonLineProps = {
  readonly person: { readonly name: string; readonly unit?: string | null | undefined };
  /** What they are, in words, the weightiest first. */
  readonly standings: readonly string[];
  /** Two share the name: the unit moves beside it. */
  readonly disambiguate?: boolean;
  readonly href?: string;
  /** A round initial before the name. */
  readonly avatar?: boolean;
};

export function PersonLine({ person, standings, disambiguate, href, avatar }: PersonLineProps) {
  const t = useWords();
  const comma = t(kitWords.comma);
  const beside = disambiguate ? person.unit : undefined;
  const what = [beside ? undefined : person.unit, ...standings].filter(Boolean).join(comma);
  const inner = (
    <>
      {avatar && <Avatar name={person.name} />}
      <span className="who">
        <span className="name">
          {person.name}
          {beside && <small>{`${comma}${beside}`}</small>}
        </span>
        {what && (
          <span className="what" title={what}>
            {what}
          </span>
        )}
      </span>
    </>
  );
  return href === undefined ? (
    <span className="person">{inner}</span>
  ) : (
    <Link className="person" href={href}>
      {inner}
    </Link>
  );
}

export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className="av" aria-hidden="true">
      {[...name][0]}
    </span>
  );
}
