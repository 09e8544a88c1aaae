import { useLocation, useParams, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** Addresses carry plain text: `?state=late`, no quotes, no JSON, so that people can read and write them. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') parts.set(key, String(value));
  const text = parts.toString();
  return text ? `?${text}` : '';
}

export type SearchState = {
  readonly search: Readonly<Record<string, string | undefined>>;
  /** Changes the facts named; undefined takes one out. Goes into the history unless `replace`. */
  readonly setSearch: (
    change: Readonly<Record<string, string | undefined>>,
    how?: { readonly replace?: boolean },
  ) => void;
};

/** The state of a screen is in its address: `const { search, setSearch } = useSearchState()`. */
export function useSearchState(): SearchState {
  const router = useRouter();
  const searchText = useLocation({ select: (location) => location.searchStr });
  const search = useMemo(() => parseSearch(searchText), [searchText]);
  const setSearch = useCallback<SearchState['setSearch']>(
    (change, how) => {
      const { pathname, searchStr } = router.state.location;
      const href = pathname + stringifySearch({ ...parseSearch(searchStr), ...change });
      // The same page in another state: whoever reads it keeps their place.
      void router.navigate({ href, replace: how?.replace ?? false, resetScroll: false });
    },
    [router],
  );
  return { search, setSearch };
}

/** A part of the path, such as `personId` of `/people/$personId`. */
export function usePathParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`the path has no ${name}`);
  return value;
}
