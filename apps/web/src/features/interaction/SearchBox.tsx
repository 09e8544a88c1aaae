import { useEffect, useState, type RefObject } from 'react';
import { useSearchState } from '../../app/address.ts';

const PAUSE_MS = 250;

type SearchBoxProps = {
  readonly label: string;
  readonly className?: string;
  readonly autoFocus?: boolean;
  readonly ref?: RefObject<HTMLInputElement | null>;
};

/** What is sought stands in the address as `q`, and is asked for once the typing rests. */
export function SearchBox({ label, className, autoFocus, ref }: SearchBoxProps) {
  const { search, setSearch } = useSearchState();
  const sought = search['q'] ?? '';
  const [typed, setTyped] = useState(sought);
  const [before, setBefore] = useState(sought);
  // Cleared from elsewhere on the page: the field is cleared too. Whatever else comes is what was typed here.
  if (before !== sought) {
    setBefore(sought);
    if (sought === '') setTyped('');
  }
  useEffect(() => {
    if (typed === sought) return;
    const timer = setTimeout(() => setSearch({ q: typed === '' ? undefined : typed }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sought, setSearch]);
  return (
    <input
      ref={ref}
      type="search"
      className={['input', className ?? 'year-find'].join(' ')}
      aria-label={label}
      placeholder={label}
      maxLength={60}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only on a page that is this one field
      autoFocus={autoFocus}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
