import { listDesk } from '@zhengyou/domain/matter/desk.contract.ts';
import { countNotices } from '@zhengyou/domain/notice/notice.contract.ts';
import type { NavCounts } from './navigation.ts';
import { paths } from './paths.ts';
import { useCall } from './queries.ts';
import { useMay } from './session.tsx';

/** Often enough that nobody waits for it, seldom enough that nobody notices. */
const AGAIN_MS = 60_000;

/** What is unread, and what waits on a desk, beside their entries; the desk is asked only for whoever has one. */
export function useNavCounts(): NavCounts {
  const may = useMay();
  const desk = useCall(listDesk, { query: { limit: 1 } }, { enabled: may(listDesk.id) });
  const inbox = useCall(countNotices, {}, { askAgainAfter: () => AGAIN_MS });
  const counts = desk.data?.counts;
  return {
    [paths.inbox()]: inbox.data?.unread,
    [paths.desk('lead')]: counts?.lead,
    [paths.desk('co')]: counts?.co,
    [paths.desk('lookBack')]: counts?.lookBack,
  };
}
