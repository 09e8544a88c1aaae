import { useQueryClient } from '@tanstack/react-query';
import { CallRefused } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { refresh } from '../../app/queries.ts';
import { useToast } from '../../kit/Toast.tsx';
import { ledgerWords } from './ledger.words.ts';

/** Somebody else was faster, or what was asked no longer fits how the import stands. */
export const isStale = (error: unknown): boolean =>
  error instanceof CallRefused && (error.problem.status === 412 || error.problem.status === 409);

const READINGS = { changes: ['ledger.list', 'ledger.read', 'ledger.listProblems', 'ledger.previewUndo'] };
const SAID_SECONDS = 10;

/** For `onError`: reads everything anew and says so; other errors stay with the page. */
export function useStale(): (error: unknown) => void {
  const client = useQueryClient();
  const t = useWords();
  const toast = useToast();
  return (error) => {
    if (!(error instanceof CallRefused) || !isStale(error)) return;
    toast({ text: error.problem.status === 412 ? t(ledgerWords.stale) : error.message, seconds: SAID_SECONDS });
    void refresh(client, READINGS);
  };
}
