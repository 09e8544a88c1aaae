/**
 * Solves one roster in a process of its own and ends. Not in a thread: the solver's memory is not held by a thread's
 * limit, and an allocation that cannot be met would take the server along.
 */
import { optimise } from '@zhengyou/domain/pairing/optimiser.ts';
import type {
  RosterAim,
  RosterAnswer,
  RosterProblem,
  RosterSolverUse,
} from '@zhengyou/domain/pairing/optimiser.types.ts';
import { loadLpSolver } from './highs-lp.ts';

export type SolverRequest = { readonly problem: RosterProblem; readonly timeLimitMs: number };

export type SolverReply =
  | { readonly is: 'ready' }
  /** The best by the aims before `aim`: what is left should this process be ended. */
  | { readonly is: 'step'; readonly aim: RosterAim; readonly done: number; readonly chosen: Uint8Array }
  | { readonly is: 'answer'; readonly answer: RosterAnswer; readonly used: RosterSolverUse }
  | { readonly is: 'failed'; readonly why: string };

/** Resolves when the reply has been handed over. */
const reply = (message: SolverReply): Promise<void> =>
  new Promise((resolve, reject) =>
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve())),
  );

function usedSoFar(): RosterSolverUse {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { peakMegabytes: Math.round(maxRSS / 1024), cpuMs: Math.round((userCPUTime + systemCPUTime) / 1000) };
}

async function answer({ problem, timeLimitMs }: SolverRequest): Promise<void> {
  const end = performance.now() + timeLimitMs;
  try {
    const withLpUntil = await loadLpSolver();
    const found = optimise(problem, withLpUntil(end), {
      onAim: (aim, done, chosen) => void reply({ is: 'step', aim, done, chosen }),
    });
    await reply({ is: 'answer', answer: found, used: usedSoFar() });
  } catch (error) {
    await reply({ is: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect();
}

process.once('message', (request) => void answer(request as SolverRequest)); // sent by solveRoster alone
// The server that asked is gone.
process.once('disconnect', () => process.exit());
void reply({ is: 'ready' });
