/** Asks the optimiser for a roster, in a process with limits, with progress, and to be called off. Nothing is written. */
import { once } from 'node:events';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { explainPlan } from '@zhengyou/domain/pairing/optimiser.explain.ts';
import { findMalformed, modelOf } from '@zhengyou/domain/pairing/optimiser.model.ts';
import { SOLVER_REFUSALS as refusals } from '@zhengyou/domain/pairing/optimiser.refusals.ts';
import {
  ROSTER_AIMS,
  type RosterAnswer,
  type RosterProblem,
  type RosterSolveOptions,
} from '@zhengyou/domain/pairing/optimiser.types.ts';
import { takePlaces } from '../../../edge/places.ts';
import { endSolver, giveBack, takeSolver, type SolverProcess } from './solver-process.ts';
import type { SolverReply, SolverRequest } from './solver-worker.ts';

export type SolverLimits = {
  readonly heapMegabytes: number;
  /** Leaders times representatives: the solver's memory and time grow with them. */
  readonly pairs: number;
  /** How long past its time a process may take to say what it has, before it is ended. */
  readonly graceMs: number;
};
export const SOLVER_LIMITS: SolverLimits = { heapMegabytes: 512, pairs: 150_000, graceMs: 5_000 };
const TIME_LIMIT_MS = 30_000;
const SOLVERS_AT_ONCE = 2;

const places = takePlaces(SOLVERS_AT_ONCE);

type Step = Extract<SolverReply, { is: 'step' }>;
type Answer = Extract<SolverReply, { is: 'answer' }>;
type Heard = { isBegun: boolean; step: Step | undefined; answer: Answer | undefined; bug: string | undefined };

/** Resolves with what was heard when there is an answer, or when the process has ended; rejects if it could not be started. */
async function hear({ child }: SolverProcess, { onProgress }: RosterSolveOptions): Promise<Heard> {
  const heard: Heard = { isBegun: false, step: undefined, answer: undefined, bug: undefined };
  const total = ROSTER_AIMS.length + 1;
  const over = new AbortController();
  const { signal } = over;
  const listen = new Promise<void>((resolve) => {
    const take = (reply: SolverReply) => {
      if (reply.is === 'begun') heard.isBegun = true;
      else if (reply.is === 'step') {
        heard.step = reply;
        onProgress?.({ done: reply.done + 1, total, aim: reply.aim });
      } else {
        if (reply.is === 'answer') heard.answer = reply;
        else heard.bug = reply.why;
        resolve();
      }
    };
    const onMessage = (reply: unknown) => take(reply as SolverReply); // sent by our own worker
    child.on('message', onMessage);
    signal.addEventListener('abort', () => child.off('message', onMessage));
  });
  const failure = new Promise<never>((_, reject) => {
    child.once('error', reject);
    signal.addEventListener('abort', () => child.off('error', reject));
  });
  // Both have to be waited for: a process may end before its last words are delivered.
  const end = Promise.all([once(child, 'exit', { signal }), once(child, 'disconnect', { signal })]);
  try {
    await Promise.race([listen, end, failure]);
    return heard;
  } finally {
    end.catch(() => undefined); // given up listening to
    over.abort();
  }
}

const lastStepOf = (problem: RosterProblem, step: Step): RosterAnswer => ({
  status: 'bestSoFar',
  plan: explainPlan(modelOf(problem), step.chosen),
  settled: ROSTER_AIMS.slice(0, step.done),
});

async function solveInProcess(
  request: SolverRequest,
  options: RosterSolveOptions,
  limits: SolverLimits,
): Promise<RosterAnswer> {
  const solver = takeSolver(limits.heapMegabytes);
  const isKept = solver.solved > 0;
  let isOverdue = false;
  const stop = () => endSolver(solver);
  const timer = setTimeout(() => {
    isOverdue = true;
    stop();
  }, request.timeLimitMs + limits.graceMs);
  options.signal?.addEventListener('abort', stop);
  let heard: Heard;
  try {
    const hearing = hear(solver, options);
    // One that dies at once is told by its end, not by the message that it could not take.
    solver.child.send(request, () => undefined);
    heard = await hearing;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
  if (heard.answer && !options.signal?.aborted) {
    giveBack(solver, heard.answer.megabytes);
    options.onUsed?.(heard.answer.used);
    return heard.answer.answer;
  }
  stop();
  if (options.signal?.aborted) return { status: 'cancelled' };
  if (heard.bug !== undefined) throw new Error(`the solver failed: ${heard.bug}`);
  if (isOverdue && heard.step) return lastStepOf(request.problem, heard.step);
  if (isOverdue) throw new Refused(refusals.unfinished());
  // A kept one may have died while nobody looked.
  if (!heard.isBegun && isKept) return solveInProcess(request, options, limits);
  if (!heard.isBegun) throw new Error(`the solver did not start: ${solver.complaint()}`);
  throw new Refused(refusals.died());
}

/**
 * The best roster for a problem; what a status means stands with `RosterAnswer`. Waits while two others are being solved;
 * the time limit, in milliseconds, counts from when a process takes it up. Throws `Refused` where the problem is too
 * large, names somebody whom it does not list, where there is nothing at all when time is up, or where the process died.
 */
export async function solveRoster(
  problem: RosterProblem,
  options: RosterSolveOptions = {},
  given: Partial<SolverLimits> = {},
): Promise<RosterAnswer> {
  const limits = { ...SOLVER_LIMITS, ...given };
  const { length: leaders } = problem.leaders;
  const { length: representatives } = problem.representatives;
  if (leaders * representatives > limits.pairs) throw new Refused(refusals.tooLarge({ leaders, representatives }));
  if (findMalformed(problem)) throw new Refused(refusals.malformed());
  if (options.signal?.aborted) return { status: 'cancelled' };
  let leave: () => void;
  try {
    leave = await places.enter(options.signal);
  } catch (error) {
    if (options.signal?.aborted) return { status: 'cancelled' };
    throw error;
  }
  try {
    options.onProgress?.({ done: 0, total: ROSTER_AIMS.length + 1, aim: null });
    return await solveInProcess({ problem, timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS }, options, limits);
  } finally {
    leave();
  }
}
