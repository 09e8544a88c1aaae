import { useQuery } from '@tanstack/react-query';
import { readSession } from '@zhengyou/domain/access/access.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { createContext, use, type ReactNode } from 'react';
import { call, CallFailed, CallRefused } from './call.ts';
import { setClock } from './offline/clock.ts';
import { findKeptSession, keepSession } from './offline/kept-session.ts';
import { keyOf, retryUnanswered, type CallError } from './queries.ts';

export type Session = ReplyOf<typeof readSession>;

export const SESSION_KEY = keyOf(readSession, {});

export const isSignedOut = (error: unknown): boolean => error instanceof CallRefused && error.problem.status === 401;

/** Null: nobody is signed in. Undefined while the answer is under way. */
export function useFindSession() {
  return useQuery<Session | null, CallError>({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }) => {
      try {
        const session = await call(readSession, {}, { signal });
        setClock(session.now);
        await keepSession(session);
        return session;
      } catch (error) {
        if (isSignedOut(error)) return null;
        const kept = error instanceof CallFailed ? await findKeptSession() : undefined;
        if (kept) return kept;
        throw error;
      }
    },
    retry: retryUnanswered,
    staleTime: 60_000,
  });
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in. Only for what stands inside the shell. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside the shell');
  return session;
}

/** Whether the signed-in person may use an endpoint: `useMay()('person.list')`. A page leaves out what is not open to them. */
export function useMay(): (endpointId: string) => boolean {
  const { can } = useSession();
  return (endpointId) => can.includes(endpointId);
}
