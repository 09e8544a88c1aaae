import { useEffect, useState } from 'react';
import { useSearchState } from '../../app/address.ts';

const PAUSE_MS = 250;

/** Asks once the typing rests; the address keeps what is sought under `q`. */
export function FindField({ label }: { readonly label: string }) {
  const { search, setSearch } = useSearchState();
  const sought = search['q'] ?? '';
  const [typed, setTyped] = useState(sought);
  useEffect(() => {
    if (typed === sought) return;
    const timer = setTimeout(() => setSearch({ q: typed === '' ? undefined : typed }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sought, setSearch]);
  return (
    <input
      type="search"
      className="input matter-find"
      aria-label={label}
      placeholder={label}
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
