import { listRequests } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { useCall } from '../../app/queries.ts';
import { RequestCard } from './RequestCard.tsx';

/** Open requests as cards of a home page; nothing where none is open. */
export function OpenRequests() {
  const list = useCall(listRequests, { query: { show: 'open' } });
  return list.data?.items.map((one) => <RequestCard key={`${one.id} ${one.version}`} request={one} />);
}
