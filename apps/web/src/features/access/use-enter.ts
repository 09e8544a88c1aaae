import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** After someone came or went: what was read for whoever was there before is forgotten, then on to a page of ours. */
export function useEnter(): (href: string) => void {
  const client = useQueryClient();
  const router = useRouter();
  return useCallback(
    (href) => {
      client.clear();
      void router.navigate({ href, replace: true });
    },
    [client, router],
  );
}
