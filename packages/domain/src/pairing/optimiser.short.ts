/** Where not everybody can have as many as the rules ask: the nearest to it, and who stays short. */
import type { RosterPlan, RosterProblem } from './optimiser.types.ts';

/** The same question with every leader's number hoped for instead of demanded; all other rules stay as they are. */
export const asFarAsPossible = (problem: RosterProblem): RosterProblem => ({
  ...problem,
  leaders: problem.leaders.map((leader) => ({
    ...leader,
    floor: leader.floor && { ...leader.floor, firmness: 'soft' },
  })),
});

export type LeaderShort = { readonly leaderId: string; readonly by: number };

/** The leaders who in a plan have fewer than is demanded of them, in the order of the problem. */
export function leadersShort(problem: RosterProblem, plan: RosterPlan): LeaderShort[] {
  const has = new Map<string, number>();
  for (const leaderId of [
    ...plan.kept.map((pair) => pair.leaderId),
    ...plan.moved.map((pair) => pair.toLeaderId),
    ...plan.added.map((pair) => pair.leaderId),
  ])
    has.set(leaderId, (has.get(leaderId) ?? 0) + 1);
  return problem.leaders.flatMap(({ id, floor, leaving }) => {
    const by = floor?.firmness === 'firm' && leaving === null ? floor.value - (has.get(id) ?? 0) : 0;
    return by > 0 ? [{ leaderId: id, by }] : [];
  });
}
