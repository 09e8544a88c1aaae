/** The optimiser against trying every roster, on little ones with a bit of everything. */
import { beforeAll, describe, expect, it } from 'vitest';
import { bestByTrying, isPossibleByTrying, possiblePairs } from '@zhengyou/domain/pairing/optimiser-by-trying.build.ts';
import { pairsOfPlan, randomProblem, renewalProblem, shuffled } from '@zhengyou/domain/pairing/optimiser.build.ts';
import { optimise } from '@zhengyou/domain/pairing/optimiser.ts';
import type { WithLp } from '@zhengyou/domain/pairing/optimiser.stages.ts';
import type { RosterProblem } from '@zhengyou/domain/pairing/optimiser.types.ts';
import { loadLpSolver } from './highs-lp.ts';

const FEASIBLE = 500;
const SETS = 12;

let withLp: WithLp;
const cases: {
  readonly seed: number;
  readonly given: RosterProblem;
  readonly best: ReturnType<typeof bestByTrying>;
}[] = [];

beforeAll(async () => {
  withLp = (await loadLpSolver())(Number.MAX_SAFE_INTEGER);
  let feasible = 0;
  for (let seed = 1; feasible < FEASIBLE; seed += 1) {
    const given = randomProblem(seed, { leaders: 4, representatives: 5 });
    if (possiblePairs(given).length > SETS) continue;
    const best = bestByTrying(given);
    if (best) feasible += 1;
    cases.push({ seed, given, best });
  }
}, 120_000);

const solve = (given: RosterProblem) => optimise(given, withLp);
const planOf = (given: RosterProblem) => {
  const answer = solve(given);
  if (answer.status !== 'optimal') throw new Error(`it said ${answer.status}`);
  return answer.plan;
};
const feasible = () => cases.filter(({ best }) => best !== undefined);

describe('the optimiser', () => {
  it('finds on 500 random rosters the one that is found by trying them all, aim by aim and pair by pair', () => {
    const differing = feasible().filter(({ given, best }) => {
      const plan = planOf(given);
      const own = JSON.stringify([pairsOfPlan(plan), plan.score]);
      return own !== JSON.stringify([best?.chosen, best?.score]);
    });
    expect(feasible().length).toBe(FEASIBLE);
    expect(differing.map(({ seed }) => seed)).toEqual([]);
    // Every aim decides somewhere: none is met by doing nothing.
    for (const aim of ['givenUp', 'softBroken', 'newPairs', 'imbalance', 'wishesUnmet', 'apart', 'daysLost'] as const)
      expect(feasible().some(({ best }) => (best?.score[aim] ?? 0) > 0)).toBe(true);
  });

  it('says the same, reasons and all, in whatever order the people are listed', () => {
    const differing = cases.filter(
      ({ seed, given }) => JSON.stringify(solve(given)) !== JSON.stringify(solve(shuffled(given, seed))),
    );
    expect(differing.map(({ seed }) => seed)).toEqual([]);
  });

  it('changes no pair that need not change: none given up could stay beside those kept', () => {
    let looked = 0;
    const needless = feasible().filter(({ given }) => {
      const plan = planOf(given);
      const gone = [
        ...plan.ended,
        ...plan.moved.map((move) => ({ leaderId: move.fromLeaderId, representativeId: move.representativeId })),
      ];
      return gone.some((pair) => {
        looked += 1;
        return isPossibleByTrying(given, [...plan.kept, pair]);
      });
    });
    expect(looked).toBeGreaterThan(FEASIBLE / 2);
    expect(needless.map(({ seed }) => seed)).toEqual([]);
  });

  it('gives a whole sentence in both languages for every pair', () => {
    for (const { given } of feasible()) {
      const { kept, moved, added, ended } = planOf(given);
      for (const { reason } of [...kept, ...moved, ...added, ...ended]) {
        expect(reason.zh).toMatch(/^[^{}]+。$/);
        expect(reason.en).toMatch(/^[^{}\u4e00-\u9fff]+\.$/);
        expect(`${reason.zh}${reason.en}`).not.toMatch(/undefined|NaN|。。|。；|；。|，；|: ;|; \./);
      }
    }
  });

  it('changes in a renewal of 40 leaders, 120 representatives and 10 posts only the pairs of the ten who move', () => {
    const given = renewalProblem(2, { leaders: 40, representatives: 120, changes: 10, tiers: false });
    const movers = new Set(given.leaders.filter(({ leaving }) => leaving !== null).map(({ id }) => id));
    const theirs = given.current.filter(({ leaderId }) => movers.has(leaderId));
    const plan = planOf(given);
    expect(movers.size).toBe(10);
    expect(plan.moved.map(({ representativeId }) => representativeId).sort()).toEqual(
      theirs.map(({ representativeId }) => representativeId).sort(),
    );
    expect([plan.kept.length, plan.added.length, plan.ended.length]).toEqual([120 - theirs.length, 0, 0]);
    const has = (id: string) => pairsOfPlan(plan).filter(({ leaderId }) => leaderId === id).length;
    expect(given.leaders.filter(({ id }) => !movers.has(id) && has(id) < 2)).toEqual([]);
  });
});
