/**
 * The processes that solve rosters. One is kept warm between two solvings, because its start takes longer than most rosters do. It is
 * ended when it has been idle for some minutes, has solved its share, or has grown: the memory of WebAssembly never shrinks.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const KEPT_MS = 5 * 60_000;
const SOLVES_OF_ONE = 60;
const MEGABYTES_OF_ONE = 400;
const COMPLAINT_CHARACTERS_KEPT = 2_000;

const WORKER = fileURLToPath(new URL('./solver-worker.ts', import.meta.url));

export type SolverProcess = {
  readonly child: ChildProcess;
  readonly heapMegabytes: number;
  /** What it wrote to its standard error of late. */
  readonly complaint: () => string;
  solved: number;
};

const alive = new Set<SolverProcess>();
let idle: { readonly solver: SolverProcess; readonly timer: NodeJS.Timeout } | undefined;

/** It may read the project's code and do nothing else: write no file, start no process, see no setting of the server. */
function start(heapMegabytes: number): SolverProcess {
  const child = fork(WORKER, {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, '--permission', '--allow-fs-read=*'],
    // Windows starts no process without this one.
    env: process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-COMPLAINT_CHARACTERS_KEPT);
  });
  const solver: SolverProcess = { child, heapMegabytes, complaint: () => complaint, solved: 0 };
  alive.add(solver);
  const gone = () => {
    alive.delete(solver);
    if (idle?.solver === solver) forgetIdle();
  };
  child.once('exit', gone);
  // One that could not be started is told to whoever waits for its answer.
  child.on('error', gone);
  return solver;
}

function forgetIdle(): void {
  clearTimeout(idle?.timer);
  idle = undefined;
}

/** An idle one does not keep the server from ending. */
function hold({ child }: SolverProcess, isHeld: boolean): void {
  const parts = [child, child.channel, child.stderr as unknown as { ref(): void; unref(): void } | null]; // a pipe is a socket
  for (const part of parts) {
    if (isHeld) part?.ref();
    else part?.unref();
  }
}

/** The one kept, or a new one. */
export function takeSolver(heapMegabytes: number): SolverProcess {
  const kept = idle?.solver;
  if (!kept || kept.heapMegabytes !== heapMegabytes || !kept.child.connected) return start(heapMegabytes);
  forgetIdle();
  hold(kept, true);
  return kept;
}

/** After an answer. `megabytes` is what the process holds now. */
export function giveBack(solver: SolverProcess, megabytes: number): void {
  solver.solved += 1;
  const isSpent = solver.solved >= SOLVES_OF_ONE || megabytes > MEGABYTES_OF_ONE;
  if (idle || isSpent || !alive.has(solver)) return endSolver(solver);
  hold(solver, false);
  idle = { solver, timer: setTimeout(() => endSolver(solver), KEPT_MS).unref() };
}

export function endSolver(solver: SolverProcess): void {
  if (idle?.solver === solver) forgetIdle();
  solver.child.kill('SIGKILL');
}

/** Ends all of them; resolves when none is left. */
export async function endSolvers(): Promise<void> {
  await Promise.all(
    [...alive].map(async (solver) => {
      const exit = once(solver.child, 'exit');
      hold(solver, true);
      endSolver(solver);
      await exit;
    }),
  );
}

/** For tests: the processes that live. */
export const listSolvers = (): readonly number[] => [...alive].flatMap(({ child }) => child.pid ?? []);
