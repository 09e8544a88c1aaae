/* oxlint-disable typescript/no-non-null-assertion -- arrays are read by places that the model itself counted */
import { baseOf, type RosterModel } from './optimiser.model.ts';
import type { RosterScore } from './optimiser.types.ts';

/** How a choice of pairs does by each aim. */
export function scoreOf(model: RosterModel, chosen: Uint8Array): RosterScore {
  const { pairs, leaders, representatives, problem } = model;
  const taken = pairs.filter((_, at) => chosen[at] === 1);
  const kept = taken.filter((pair) => pair.current);
  const friends = new Int32Array(leaders.length);
  const has = new Int32Array(representatives.length);
  for (const pair of taken) {
    friends[pair.leader]! += 1;
    has[pair.representative]! += 1;
  }
  const isTaken = new Set(
    taken.map((pair) => `${leaders[pair.leader]?.id} ${representatives[pair.representative]?.id}`),
  );
  let softBroken = 0;
  let imbalance = 0;
  leaders.forEach((leader, at) => {
    if (leader.leaving) return;
    if (leader.floor?.firmness === 'soft') softBroken += Math.max(0, leader.floor.value - friends[at]!);
    if (leader.cap?.firmness === 'soft') softBroken += Math.max(0, friends[at]! - leader.cap.value);
    imbalance += (friends[at]! - baseOf(leader)) ** 2;
  });
  representatives.forEach((one, at) => {
    if (one.leaving === null && one.need?.firmness === 'soft') softBroken += Math.max(0, one.need.value - has[at]!);
  });
  const { sameField, sameUnit } = problem.helps;
  const days = (some: readonly { readonly days: number }[]) => some.reduce((sum, pair) => sum + pair.days, 0);
  return {
    givenUp: model.current.length - kept.length,
    softBroken,
    newPairs: taken.length - kept.length,
    imbalance,
    wishesUnmet: problem.wishes.filter(
      (wish) => wish.wants !== isTaken.has(`${wish.leaderId} ${wish.representativeId}`),
    ).length,
    apart: taken.reduce(
      (sum, pair) => sum + (sameField && !pair.sharesField ? 1 : 0) + (sameUnit && !pair.sharesUnit ? 1 : 0),
      0,
    ),
    daysLost: days(pairs.filter((pair) => pair.current)) - days(kept),
  };
}
