/** Renewal of one institution, of sixty, and how few pairs ten changes of post move. `firstMs` has the start of the process in it. */
import { renewalProblem } from '@zhengyou/domain/pairing/optimiser.build.ts';
import type { RosterProblem, RosterSolverUse } from '@zhengyou/domain/pairing/optimiser.types.ts';
import { solveRoster } from '../../apps/server/src/features/pairing/solve/solve-roster.ts';
import { endSolvers } from '../../apps/server/src/features/pairing/solve/solver-process.ts';
import { spread, timed, type Figure, type Job } from '../lib/job.ts';

const RUNS = 7;
const INSTITUTIONS = 60;
const institution = { leaders: 80, representatives: 330, changes: 12 };

async function solved(problem: RosterProblem, uses: RosterSolverUse[]) {
  const answer = await solveRoster(problem, { onUsed: (used) => uses.push(used) });
  if (answer.status !== 'optimal') throw new Error(`it said ${answer.status}`);
  return answer.plan;
}

const most = (some: readonly number[]) => Math.max(...some);
const usedBy = (uses: readonly RosterSolverUse[]) => ({
  mostCpuMs: most(uses.map(({ cpuMs }) => cpuMs)),
  peakMegabytes: most(uses.map(({ peakMegabytes }) => peakMegabytes)),
});

async function oneInstitution(what: string, tiers: boolean): Promise<Figure> {
  const uses: RosterSolverUse[] = [];
  const problem = renewalProblem(1, { ...institution, tiers });
  await endSolvers();
  const [first] = await timed(1, () => solved(problem, uses));
  const firstMs = Math.round(first ?? 0);
  const { medianMs, leastMs, mostMs, runs } = spread(await timed(RUNS, () => solved(problem, uses)));
  const { kept, moved } = await solved(problem, uses);
  return { what, runs, firstMs, medianMs, leastMs, mostMs, ...usedBy(uses), kept: kept.length, moved: moved.length };
}

/** `atOnce` of them are asked for at a time, as a waiting line of offices would. */
async function sixty(what: string, atOnce: number): Promise<Figure> {
  const uses: RosterSolverUse[] = [];
  const waiting = Array.from({ length: INSTITUTIONS }, (_, seed) =>
    renewalProblem(seed, { ...institution, tiers: seed % 2 === 0 }),
  );
  await endSolvers();
  const start = performance.now();
  const next = async (): Promise<void> => {
    const problem = waiting.shift();
    if (!problem) return;
    await solved(problem, uses);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return { what, seconds, ...usedBy(uses) };
}

async function tenPosts(): Promise<Figure> {
  const uses: RosterSolverUse[] = [];
  const problem = renewalProblem(2, { leaders: 40, representatives: 120, changes: 10, tiers: false });
  const leaving = new Set(problem.leaders.filter(({ leaving: why }) => why !== null).map(({ id }) => id));
  const { kept, moved, added, ended } = await solved(problem, uses);
  return {
    what: '40 leaders, 120 representatives, 10 posts change',
    cannotStay: problem.current.filter(({ leaderId }) => leaving.has(leaderId)).length,
    kept: kept.length,
    moved: moved.length,
    added: added.length,
    ended: ended.length,
    ...usedBy(uses),
  };
}

const job: Job = {
  gist: 'rosters after a renewal, in the solver’s own process; peakMegabytes is that process, all memory counted',
  run: async () => [
    await oneInstitution('80 leaders, 330 representatives, two tiers', true),
    await oneInstitution('80 leaders, 330 representatives, anybody with anybody', false),
    await sixty('sixty institutions, one after another', 1),
    await sixty('sixty institutions, two at once', 2),
    await tenPosts(),
  ],
};
export default job;
