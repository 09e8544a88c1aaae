/** Asks the optimiser for a roster, in a process with limits, with progress, and to be called off. Nothing is written. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

const WORKER = fileURLToPath(new URL('./solver-worker.ts', import.meta.url));
const places = takePlaces(SOLVERS_AT_ONCE);

/** It may read the project's code and do nothing else: write no file, start no process, see no setting of the server. */
const startWorker = (limits: SolverLimits): ChildProcess =>
  fork(WORKER, {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--permission', '--allow-fs-read=*'],
    // Windows starts no process without this one.
    env: process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });

type Step = Extract<SolverReply, { is: 'step' }>;
type Heard = {
  isReady: boolean;
  step: Step | undefined;
  answer: RosterAnswer | undefined;
  bug: string | undefined;
  complaint: string;
};

const STDERR_CHARACTERS_KEPT = 2_000;

function listen(worker: ChildProcess, { onProgress, onUsed }: RosterSolveOptions): Heard {
  const heard: Heard = { isReady: false, step: undefined, answer: undefined, bug: undefined, complaint: '' };
  const total = ROSTER_AIMS.length + 1;
  const take = (reply: SolverReply) => {
    if (reply.is === 'ready') heard.isReady = true;
    else if (reply.is === 'answer') {
      heard.answer = reply.answer;
      onUsed?.(reply.used);
    } else if (reply.is === 'failed') heard.bug = reply.why;
    else {
      heard.step = reply;
      onProgress?.({ done: reply.done + 1, total, aim: reply.aim });
    }
  };
  worker.on('message', (reply) => take(reply as SolverReply)); // sent by our own worker
  worker.stderr?.on('data', (text: Buffer) => {
    heard.complaint = (heard.complaint + text.toString()).slice(-STDERR_CHARACTERS_KEPT);
  });
  onProgress?.({ done: 0, total, aim: null });
  return heard;
}

/** Both have to be waited for: a process may end before its last words are delivered. Rejects if none could be started. */
const ended = (worker: ChildProcess): Promise<unknown> =>
  Promise.race([
    Promise.all([
      new Promise((resolve) => worker.once('exit', resolve)),
      new Promise((resolve) => worker.once('disconnect', resolve)),
    ]),
    new Promise((_, reject) => worker.once('error', reject)),
  ]);

const lastStepOf = (problem: RosterProblem, step: Step): RosterAnswer => ({
  status: 'bestSoFar',
  plan: explainPlan(modelOf(problem), step.chosen),
  settled: ROSTER_AIMS.slice(0, step.done),
});

async function solveInWorker(
  request: SolverRequest,
  options: RosterSolveOptions,
  limits: SolverLimits,
): Promise<RosterAnswer> {
  const worker = startWorker(limits);
  const heard = listen(worker, options);
  let isOverdue = false;
  const stop = () => worker.kill('SIGKILL');
  const timer = setTimeout(() => {
    isOverdue = true;
    stop();
  }, request.timeLimitMs + limits.graceMs);
  options.signal?.addEventListener('abort', stop);
  try {
    // A worker that dies at once is told by its end, not by the message that it could not take.
    worker.send(request, () => undefined);
    await ended(worker);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
  if (options.signal?.aborted) return { status: 'cancelled' };
  if (heard.answer) return heard.answer;
  if (heard.bug !== undefined) throw new Error(`the solver failed: ${heard.bug}`);
  if (isOverdue && heard.step) return lastStepOf(request.problem, heard.step);
  if (isOverdue) throw new Refused(refusals.unfinished());
  if (!heard.isReady) throw new Error(`the solver did not start: ${heard.complaint}`);
  throw new Refused(refusals.died());
}

/**
 * The best roster for a problem; what a status means stands with `RosterAnswer`. Waits while two others are being solved;
 * the time limit, in milliseconds, counts from the start of its own process. Throws `Refused` where the problem is too
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
    return await solveInWorker({ problem, timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS }, options, limits);
  } finally {
    leave();
  }
}
