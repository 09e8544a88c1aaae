/** The roster and the filters in its address. */
import { readRoster, ROSTER_SHOWN } from '@zhengyou/domain/pairing/pairing.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { findTier } from '@zhengyou/domain/policy/vocabulary.ts';
import { useSearchState } from '../../app/address.ts';
import { useCall } from '../../app/queries.ts';

export type Roster = ReplyOf<typeof readRoster>;
export type RosterLeader = Roster['groups'][number]['leaders'][number];
export type Slot = RosterLeader['slots'][number];

export function useRoster() {
  const { search, setSearch } = useSearchState();
  const tier = findTier(search['tier']);
  const show = ROSTER_SHOWN.find((one) => one === search['show']) ?? 'all';
  const unit = findId(search['unit']);
  const query = { show, ...(tier ? { tier } : {}), ...(unit ? { unit } : {}) };
  const roster = useCall(readRoster, { query }, { keepPrevious: true });
  return { roster, query, tier, show, unit, filtered: show !== 'all' || !!tier || !!unit, setSearch };
}

export type RosterState = ReturnType<typeof useRoster>;

export const leadersIn = (roster: Roster): RosterLeader[] => roster.groups.flatMap((group) => group.leaders);
