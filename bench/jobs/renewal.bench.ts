/** Renewal of one institution, of sixty one after another, and how few pairs ten changes of post move. */
import { renewalProblem } from '@zhengyou/domain/pairing/optimiser.build.ts';
import type { RosterProblem, RosterSolverUse } from '@zhengyou/domain/pairing/optimiser.types.ts';
import { solveRoster } from '../../apps/server/src/features/pairing/solve/solve-roster.ts';
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
  const { medianMs, leastMs, mostMs, runs } = spread(await timed(RUNS, () => solved(problem, uses)));
  const { kept, moved } = await solved(problem, uses);
  return { what, runs, medianMs, leastMs, mostMs, ...usedBy(uses), kept: kept.length, moved: moved.length };
}

async function sixty(): Promise<Figure> {
  const uses: RosterSolverUse[] = [];
  const problems = Array.from({ length: INSTITUTIONS }, (_, seed) =>
    renewalProblem(seed, { ...institution, tiers: seed % 2 === 0 }),
  );
  const start = performance.now();
  for (const problem of problems) await solved(problem, uses);
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return { what: 'sixty institutions, one after another', seconds, ...usedBy(uses) };
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
  gist: 'rosters after a renewal, each in a process of its own, its start counted',
  run: async () => [
    await oneInstitution('80 leaders, 330 representatives, two tiers', true),
    await oneInstitution('80 leaders, 330 representatives, anybody with anybody', false),
    await sixty(),
    await tenPosts(),
  ],
};
export default job;
