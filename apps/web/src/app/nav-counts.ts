import { listDesk } from '@zhengyou/domain/matter/desk.contract.ts';
import type { NavCounts } from './navigation.ts';
import { paths } from './paths.ts';
import { useCall } from './queries.ts';
import { useMay } from './session.tsx';

/** What waits on a desk, beside its entries. Asked only for whoever has one. */
export function useNavCounts(): NavCounts {
  const may = useMay();
  const desk = useCall(listDesk, { query: { limit: 1 } }, { enabled: may(listDesk.id) });
  const counts = desk.data?.counts;
  return {
    [paths.desk('lead')]: counts?.lead,
    [paths.desk('co')]: counts?.co,
    [paths.desk('lookBack')]: counts?.lookBack,
  };
}
