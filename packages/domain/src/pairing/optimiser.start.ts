/* oxlint-disable typescript/no-non-null-assertion -- arrays are read by places that the model itself counted */
/** Any roster that keeps the firm rules, near the present one: where the aims begin, and what is left when time is up at once. */
import { isPossible, ruledNetwork } from './optimiser.core.ts';
import { rulesOf, type RosterModel } from './optimiser.model.ts';

/** For each pair of the model 1 or 0; undefined where no roster keeps the firm rules. */
export function findStart(model: RosterModel): Uint8Array | undefined {
  const { network, put, arcsOf } = ruledNetwork(model, model.pairs);
  for (const rule of rulesOf(model)) {
    // A rule that asks for a pair which another forbids bounds no arc here.
    if (rule.effect === 'atLeast' && arcsOf(rule).length === 0) return undefined;
    put(rule, true);
  }
  const { leaders, pairs } = model;
  const last = network.flow.length - 1;
  pairs.forEach((pair, at) => {
    if (!pair.current) return;
    for (const arc of [at, pairs.length + pair.leader, pairs.length + leaders.length + pair.representative, last])
      network.flow[arc]! += 1;
  });
  return isPossible(network) ? Uint8Array.from(network.flow.subarray(0, pairs.length)) : undefined;
}
