/**
 * Solves rosters, one after another, in a process of its own. Not in a thread: the solver's memory is not held by a thread's
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
  | { readonly is: 'begun' }
  /** The best by the aims before `aim`: what is left should this process be ended. */
  | { readonly is: 'step'; readonly aim: RosterAim; readonly done: number; readonly chosen: Uint8Array }
  /** `megabytes`: what the process holds now. */
  | {
      readonly is: 'answer';
      readonly answer: RosterAnswer;
      readonly used: RosterSolverUse;
      readonly megabytes: number;
    }
  | { readonly is: 'failed'; readonly why: string };

/** Resolves when the reply has been handed over. */
const reply = (message: SolverReply): Promise<void> =>
  new Promise((resolve, reject) =>
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve())),
  );

const MEGABYTE = 2 ** 20;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Loaded while the first question is still on its way. */
const loading = loadLpSolver();
loading.catch(() => undefined); // told to whoever asks

async function answer({ problem, timeLimitMs }: SolverRequest, cpuBefore: number): Promise<void> {
  const end = performance.now() + timeLimitMs;
  void reply({ is: 'begun' });
  try {
    const withLpUntil = await loading;
    const found = optimise(problem, withLpUntil(end), {
      onAim: (aim, done, chosen) => void reply({ is: 'step', aim, done, chosen }),
    });
    const used = {
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      cpuMs: Math.round(cpuMs() - cpuBefore),
    };
    await reply({ is: 'answer', answer: found, used, megabytes: process.memoryUsage.rss() / MEGABYTE });
  } catch (error) {
    await reply({ is: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

let isFirst = true;
process.on('message', (request) => {
  // The first one pays for the start.
  void answer(request as SolverRequest, isFirst ? 0 : cpuMs()); // sent by solveRoster alone
  isFirst = false;
});
// The server that asked is gone.
process.once('disconnect', () => process.exit());
