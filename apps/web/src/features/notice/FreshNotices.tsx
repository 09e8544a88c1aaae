import { useQueryClient } from '@tanstack/react-query';
import { countNotices, listNotices } from '@zhengyou/domain/notice/notice.contract.ts';
import { useEffect } from 'react';

/** Whatever one does may settle a notice of one's own: after each change that went through, they are asked for anew. */
export default function FreshNotices() {
  const client = useQueryClient();
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        for (const { id } of [countNotices, listNotices]) void client.invalidateQueries({ queryKey: [id] });
      }),
    [client],
  );
  return null;
}
