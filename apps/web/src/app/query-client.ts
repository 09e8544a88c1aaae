import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { retryUnanswered } from './queries.ts';
import { forgetKept } from './offline/device-store.ts';
import { isSignedOut, SESSION_KEY } from './session.tsx';

/** A session that ended in the middle of the work: the next answer says so, and the shell leads to the door. */
export function makeQueryClient(): QueryClient {
  const noteSignedOut = (error: unknown) => {
    if (!isSignedOut(error) || !client.getQueryData(SESSION_KEY)) return;
    void forgetKept();
    client.setQueryData(SESSION_KEY, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noteSignedOut }),
    mutationCache: new MutationCache({ onError: noteSignedOut }),
    defaultOptions: {
      queries: { retry: retryUnanswered, staleTime: 5_000, networkMode: 'always', refetchOnReconnect: true },
    },
  });
  return client;
}
