import { channelOf } from '@zhengyou/domain/occasion/occasion.ts';
import type { OccasionShown } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { LOG_SHEET, OCCASION_SHEET } from '../../app/navigation.ts';

/** Opens the log sheet filled in from an occasion: with whom, in which way, and what the record answers. */
export function useAnswerSheet(): (occasion: Pick<OccasionShown, 'id' | 'person' | 'action'>) => void {
  const { setSearch } = useSearchState();
  return ({ id, person, action }) =>
    setSearch({ [OCCASION_SHEET]: undefined, [LOG_SHEET]: person.pairingId, from: id, way: channelOf(action) });
}
