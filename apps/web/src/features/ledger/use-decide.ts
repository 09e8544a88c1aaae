import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { decideLedgerProblems, listLedgerProblems, readLedgerImport } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { call, CallFailed } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { keyOf, refresh, type CallError } from '../../app/queries.ts';
import { useToast } from '../../kit/Toast.tsx';
import { ledgerWords } from './ledger.words.ts';
import { inPortions, withDecisions } from './problems.ts';
import { LEVELS, type DecisionChange, type ImportRead, type Problem } from './shapes.ts';
import { isStale } from './use-version.ts';
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
  return useMutation<void, CallError, readonly DecisionChange[], ReadonlyMap<string, Problem>>({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    networkMode: 'always',
    onMutate: async (changes) => {
      // An answer that left before this decision would bring back the old version and the old list.
      await Promise.all(
        [[listLedgerProblems.id], readKey(importId)].map((queryKey) => client.cancelQueries({ queryKey })),
      );
      const before = listBefore(client, importId, changes);
      changeLists(client, importId, (problems) => withDecisions(problems, changes));
      return before;
    },
    mutationFn: async (changes) => {
      for (const portion of inPortions(changes)) await keep(client, importId, portion);
    },
    onError: (error, _changes, before) => {
      if (before)
        changeLists(client, importId, (problems) => problems.map((problem) => before.get(problem.key) ?? problem));
      if (error instanceof CallFailed) toast({ text: t(ledgerWords.notSent), seconds: SAID_SECONDS });
      else if (isStale(error)) toast({ text: t(ledgerWords.stale), seconds: SAID_SECONDS });
      else toast({ text: error.message, seconds: SAID_SECONDS });
    },
    // A refetch between two decisions would take the second one off the page for a moment.
    onSettled: () => (client.isMutating({ mutationKey }) > 1 ? undefined : refresh(client, decideLedgerProblems)),
  });
}

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

type Problems = readonly Problem[];

/** The problems as they stood, to be put back where a decision was not kept. */
function listBefore(client: QueryClient, importId: string, changes: readonly DecisionChange[]): Map<string, Problem> {
  const keys = new Set(changes.map(({ key }) => key));
  const pages = LEVELS.flatMap((level) => client.getQueryData<ProblemPages>(problemsKey(importId, level))?.pages ?? []);
  return new Map(pages.flatMap(({ items }) => items.flatMap((item) => (keys.has(item.key) ? [[item.key, item]] : []))));
}

function changeLists(client: QueryClient, importId: string, change: (problems: Problems) => Problems): void {
  for (const level of LEVELS)
    client.setQueryData<ProblemPages>(
      problemsKey(importId, level),
      (now) => now && { ...now, pages: now.pages.map((page) => ({ ...page, items: change(page.items) })) },
    );
}
