/** What the directory shows: the filters in its address, and the list that answers them. */
import {
  countPeople,
  listPeople,
  PEOPLE_SHOWN,
  PEOPLE_SORTS,
  PEOPLE_STATES,
  type PeopleShown,
} from '@zhengyou/domain/person/person.contract.ts';
import { AFFILIATIONS } from '@zhengyou/domain/person/party.ts';
import { STANDING_KINDS, findTier } from '@zhengyou/domain/policy/vocabulary.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { useSearchState } from '../../app/address.ts';
import { useCall } from '../../app/queries.ts';

export const PAGE_SIZE = 100;
export type PeopleKind = 'representatives' | 'leaders';

const among = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((one) => one === value);
/** An address can be written by hand: what is no id is left out rather than refused. */
export const idOf = (value: string | undefined): Id | undefined => (value === undefined ? undefined : findId(value));

export function useDirectory() {
  const { search, setSearch } = useSearchState();
  const kind: PeopleKind = search['kind'] === 'leaders' ? 'leaders' : 'representatives';
  const own = kind === 'representatives';
  const filters = {
    kind,
    state: among(PEOPLE_STATES, search['state']) ?? 'listed',
    show: (own ? among(PEOPLE_SHOWN, search['show']) : undefined) ?? ('all' satisfies PeopleShown),
    sort: among(PEOPLE_SORTS, search['sort']) ?? 'reading',
    tier: own ? findTier(search['tier']) : undefined,
    party: own ? among([...AFFILIATIONS, 'none'], search['party']) : undefined,
    standing: own ? among(STANDING_KINDS, search['standing']) : undefined,
    unit: idOf(search['unit']),
    q: search['q']?.slice(0, 50) || undefined,
  };
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(search['page'] ?? 1)) || 1));
  const { show, sort, tier, unit, party, standing, q, ...rest } = filters;
  const narrowing = {
    ...rest,
    ...(unit ? { unit } : {}),
    ...(party ? { party } : {}),
    ...(standing ? { standing } : {}),
    ...(q ? { q } : {}),
  };
  /** What an export of this very list is asked with. */
  const exported = { ...narrowing, show, sort, ...(tier ? { tier } : {}) };
  const paging = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const list = useCall(listPeople, { query: { ...exported, ...paging } }, { keepPrevious: true });
  const counts = useCall(countPeople, { query: narrowing }, { keepPrevious: true });
  const filtered = show !== 'all' || filters.state !== 'listed' || !!tier || !!party || !!standing || !!unit || !!q;
  /** A changed filter begins at the first page, and closes who was open beside the list. */
  const filter = (change: Readonly<Record<string, string | undefined>>, how?: { readonly replace?: boolean }) =>
    setSearch({ ...change, page: undefined, person: undefined }, how);
  return { filters, filtered, exported, page, list, counts, filter, setSearch, open: idOf(search['person']) };
}

export type Directory = ReturnType<typeof useDirectory>;
