import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { decideLedgerProblems, listLedgerProblems, readLedgerImport } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { call, CallFailed, CallRefused } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { keyOf, refresh, type CallError } from '../../app/queries.ts';
import { useToast } from '../../kit/Toast.tsx';
import { ledgerWords } from './ledger.words.ts';
import { inPortions, withDecisions } from './problems.ts';
import { LEVELS, type DecisionChange, type ImportRead } from './shapes.ts';
import { problemsKey, type ProblemPages } from './use-problems.ts';

const SAID_SECONDS = 10;

/**
 * Keeps decisions, one after another: each needs the version that the one before it made. The lists show a decision at once; the
 * counts follow with the server's answer.
 */
export function useDecide(importId: string) {
  const client = useQueryClient();
  const t = useWords();
  const toast = useToast();
  const mutationKey = [decideLedgerProblems.id, importId];
  return useMutation<void, CallError, readonly DecisionChange[]>({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    networkMode: 'always',
    onMutate: async (changes) => {
      // An answer that left before this decision would bring back the old version and the old list.
      await Promise.all(
        [[listLedgerProblems.id], readKey(importId)].map((queryKey) => client.cancelQueries({ queryKey })),
      );
      showDecisions(client, importId, changes);
    },
    mutationFn: async (changes) => {
      for (const portion of inPortions(changes)) await keep(client, importId, portion);
    },
    onError: (error) => {
      if (error instanceof CallFailed) toast({ text: t(ledgerWords.notSent), seconds: SAID_SECONDS });
      else if (isStale(error)) toast({ text: t(ledgerWords.stale), seconds: SAID_SECONDS });
      else toast({ text: error.message, seconds: SAID_SECONDS });
    },
    // A refetch between two decisions would take the second one off the page for a moment.
    onSettled: () => (client.isMutating({ mutationKey }) > 1 ? undefined : refresh(client, decideLedgerProblems)),
  });
}

export const isStale = (error: unknown): boolean =>
  error instanceof CallRefused && (error.problem.status === 412 || error.problem.status === 409);

const readKey = (importId: string) => keyOf(readLedgerImport, { params: { importId } });

async function keep(client: QueryClient, importId: string, decisions: DecisionChange[]): Promise<void> {
  const run = client.getQueryData<ImportRead>(readKey(importId));
  const { version } = await call(
    decideLedgerProblems,
    { params: { importId }, body: { decisions } },
    { ifMatch: run?.version },
  );
  client.setQueryData<ImportRead>(readKey(importId), (now) => now && { ...now, version });
}

function showDecisions(client: QueryClient, importId: string, changes: readonly DecisionChange[]): void {
  for (const level of LEVELS)
    client.setQueryData<ProblemPages>(
      problemsKey(importId, level),
      (now) =>
        now && {
          ...now,
          pages: now.pages.map((page) => ({ ...page, items: withDecisions(page.items, changes) })),
        },
    );
}
