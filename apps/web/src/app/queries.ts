import { newKey } from '../kit/new-key.ts';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { startAttempts } from './attempts.ts';
import { call, CallFailed, type AnyCall, type CallOptions, type CallRefused, type InputOf } from './call.ts';

export type CallError = CallRefused | CallFailed;

export const keyOf = (endpoint: Pick<AnyCall, 'id'>, input: unknown) => [endpoint.id, input] as const;

/** Twice again when there was no answer, unless the device knows that there is no network; a refusal is an answer. */
export const retryUnanswered = (failures: number, error: unknown): boolean =>
  error instanceof CallFailed && failures < 2 && navigator.onLine !== false;

type QueryOptions<R> = {
  /** Leave the question unasked for now. */
  readonly enabled?: boolean;
  /** Keep showing the answer to the former question until the new one is there: for filters and pages of a list. */
  readonly keepPrevious?: boolean;
  /** Ask again after so many milliseconds, or not: for what goes on by itself, such as a file being read. */
  readonly askAgainAfter?: (reply: R | undefined) => number | false;
};

/** `const list = useCall(listPeople, { query: { unit } })` */
export function useCall<E extends AnyCall>(
  endpoint: E,
  input: InputOf<E>,
  options: QueryOptions<ReplyOf<E>> = {},
): UseQueryResult<ReplyOf<E>, CallError> {
  return useQuery<ReplyOf<E>, CallError>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: ({ state }) => options.askAgainAfter?.(state.data) ?? false,
    ...(options.keepPrevious
      ? { placeholderData: (previous: ReplyOf<E> | undefined) => previous as never /* generic over E */ }
      : {}),
  });
}

export type Change<E> = InputOf<E> & Pick<CallOptions, 'ifMatch' | 'file' | 'idempotencyKey' | 'signal'>;

/** Asks anew for everything that the contract says an endpoint changes. */
export const refresh = (client: QueryClient, endpoint: Pick<AnyCall, 'changes'>): Promise<unknown> =>
  Promise.all((endpoint.changes ?? []).map((id) => client.invalidateQueries({ queryKey: [id] })));

/** `const log = useChange(logInteraction); log.mutate({ body }, { onSuccess })` */
export function useChange<E extends AnyCall>(endpoint: E): UseMutationResult<ReplyOf<E>, CallError, Change<E>> {
  const client = useQueryClient();
  const [attempts] = useState(() => startAttempts(() => newKey()));
  return useMutation<ReplyOf<E>, CallError, Change<E>>({
    // Offline is answered at once, and the page says what to do; nothing waits unseen.
    networkMode: 'always',
    retry: retryUnanswered,
    mutationFn: async (change) => {
      const { ifMatch, file, idempotencyKey, signal, ...input } = change as Change<AnyCall>;
      const key = idempotencyKey ?? attempts.keyFor(input);
      try {
        const reply = await call(endpoint, input as InputOf<E>, { ifMatch, file, signal, idempotencyKey: key });
        attempts.settle();
        return reply;
      } catch (error) {
        if (!(error instanceof CallFailed)) attempts.settle();
        throw error;
      }
    },
    onSuccess: () => refresh(client, endpoint),
  });
}
