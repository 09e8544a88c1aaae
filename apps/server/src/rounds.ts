/** What comes round by itself in the house, for the worker inside the server and for one that runs alone. */
import { runRound } from './features/notice/run-notices.ts';
import type { Parts } from './features/notice/send-messages.ts';
import type { Round } from './store/jobs.ts';

export const roundsOf = (parts: Parts): readonly Round[] => [
  { name: 'notices', everyMinutes: 1, work: () => runRound(parts) },
];
