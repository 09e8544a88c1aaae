/** What the directory shows: the filters in its address, and the list that answers them. */
import { listPeople, PEOPLE_SHOWN, type PeopleShown } from '@zhengyou/domain/person/person.contract.ts';
import { AFFILIATIONS } from '@zhengyou/domain/person/party.ts';
import { zId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { zTier } from '@zhengyou/domain/policy/vocabulary.ts';
import { useSearchState } from '../../app/address.ts';
import { useCall } from '../../app/queries.ts';

export const PAGE_SIZE = 100;
export type PeopleKind = 'representatives' | 'leaders';

const among = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((one) => one === value);
/** An address can be written by hand: what is no id is left out rather than refused. */
export const idOf = (value: string | undefined): Id | undefined =>
  value === undefined ? undefined : zId.safeParse(value).data;

export function useDirectory() {
  const { search, setSearch } = useSearchState();
  const kind: PeopleKind = search['kind'] === 'leaders' ? 'leaders' : 'representatives';
  const show: PeopleShown = kind === 'leaders' ? 'all' : (among(PEOPLE_SHOWN, search['show']) ?? 'all');
  const party = kind === 'leaders' ? undefined : among([...AFFILIATIONS, 'none'], search['party']);
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(search['page'] ?? 1)) || 1));
  const tier = kind === 'leaders' ? undefined : zTier.safeParse(search['tier']).data;
  const filters = { kind, show, tier, party, unit: idOf(search['unit']), q: search['q']?.slice(0, 50) || undefined };
  const query = {
    kind,
    show,
    ...(tier ? { tier } : {}),
    ...(filters.unit ? { unit: filters.unit } : {}),
    ...(party ? { party } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
  const list = useCall(listPeople, { query }, { keepPrevious: true });
  const filtered = show !== 'all' || !!tier || !!party || !!filters.unit || !!filters.q;
  /** A changed filter begins at the first page, and closes who was open beside the list. */
  const filter = (change: Readonly<Record<string, string | undefined>>, how?: { readonly replace?: boolean }) =>
    setSearch({ ...change, page: undefined, person: undefined }, how);
  return { filters, filtered, page, list, filter, setSearch, open: idOf(search['person']) };
}

export type Directory = ReturnType<typeof useDirectory>;
