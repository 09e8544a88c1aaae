import { listDelegations, type ShownDelegation } from '@zhengyou/domain/access/delegation.contract.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';

/** What the office entered on this leader's word and they have not answered. */
export function useAskedDelegations(): readonly ShownDelegation[] {
  const { person } = useSession();
  const list = useCall(listDelegations, { query: { show: 'open' } });
  return (list.data?.items ?? []).filter((one) => one.leader.id === person.id && one.can.includes('confirm'));
}
