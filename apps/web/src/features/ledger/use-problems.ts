import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { listLedgerProblems } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { call } from '../../app/call.ts';
import { keyOf, type CallError } from '../../app/queries.ts';
import type { Level, Problem } from './shapes.ts';

export const PAGE = 100;

type Reply = Omit<ReplyOf<typeof listLedgerProblems>, 'items'> & { readonly items: readonly Problem[] };
export type ProblemPages = { readonly pages: readonly Reply[]; readonly pageParams: readonly number[] };

export const problemsKey = (importId: string, level: Level) =>
  keyOf(listLedgerProblems, { params: { importId }, query: { level } });

/** The problems of one kind, as far as they were asked for. */
export function useProblems(importId: string, level: Level) {
  const query = useInfiniteQuery<Reply, CallError, ProblemPages, readonly unknown[], number>({
    queryKey: problemsKey(importId, level),
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const input = { params: { importId }, query: { level, offset: pageParam, limit: PAGE } };
      return (await call(listLedgerProblems, input, { signal })) as Reply; // see `Problem`
    },
    getNextPageParam: (_last, pages) => {
      const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
      return seen > 0 && seen < (pages.at(-1)?.total ?? 0) ? seen : undefined;
    },
  });
  const { pages = [] } = query.data ?? {};
  return { query, level, items: pages.flatMap(({ items }) => items), total: pages.at(-1)?.total ?? 0 };
}
