import { listRequests } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { useCall } from '../../app/queries.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { requestWords } from './request.words.ts';
import { RequestCard } from './RequestCard.tsx';

/** One request over whatever page is open: where a reminder leads, so that the answer is one tap away. `value` is its id. */
export default function RequestSheet({ value, onClose }: OverlayProps) {
  const t = useWords();
  const list = useCall(listRequests, { query: { show: 'open', limit: 100 } });
  return (
    <Sheet title={t(requestWords.title)} onClose={onClose}>
      <Answer of={list} loading={{ rows: 3, height: 64 }}>
        {({ items }) => {
          const request = items.find((one) => one.id === value);
          return request ? (
            <RequestCard key={`${request.id} ${request.version}`} request={request} />
          ) : (
            <Empty lead={t(requestWords.closedMeanwhile)} />
          );
        }}
      </Answer>
    </Sheet>
  );
}
