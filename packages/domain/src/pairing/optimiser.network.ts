/* oxlint-disable typescript/no-non-null-assertion -- arrays are read by places that the model itself counted */
/**
 * Whole numbers flowing round through arcs, each with the least and the most that it may carry. What may be paired at all is
 * such a network: from the leaders' numbers through the pairs to the representatives' numbers and back.
 *
 * It finds a flow that keeps every bound, or the cut which shows that there is none (Hoffman's circulation theorem):
 * around the nodes reached, what must come in is more than what may go out.
 */
export type Network = {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly flow: Int32Array;
  /** Arcs at a node: `incident[starts[node]] … incident[starts[node + 1] - 1]`, out and in alike. */
  readonly starts: Int32Array;
  readonly incident: Int32Array;
};

export type Arcs = Pick<Network, 'tail' | 'head' | 'lower' | 'upper'>;

/** Arcs of nothing yet, to be filled. */
export const arcsFor = (count: number): Arcs => ({
  tail: new Int32Array(count),
  head: new Int32Array(count),
  lower: new Int32Array(count),
  upper: new Int32Array(count),
});

export function networkOf(nodes: number, arcs: Arcs): Network {
  const { tail, head } = arcs;
  const starts = new Int32Array(nodes + 1);
  for (let arc = 0; arc < tail.length; arc += 1) {
    starts[tail[arc]! + 1]! += 1;
    starts[head[arc]! + 1]! += 1;
  }
  for (let node = 0; node < nodes; node += 1) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const incident = new Int32Array(tail.length * 2);
  for (let arc = 0; arc < tail.length; arc += 1)
    for (const node of [tail[arc]!, head[arc]!]) {
      incident[next[node]!] = arc;
      next[node]! += 1;
    }
  return { nodes, ...arcs, flow: new Int32Array(tail.length), starts, incident };
}

export type Reached = Uint8Array;

/**
 * Sends one unit from a node to another along arcs that have room, in either direction; nothing moves and the nodes that
 * can be reached are told where there is no way. An arc within its bounds stays within them.
 */
export function sendOne(network: Network, from: number, to: number): Reached | undefined {
  const { tail, head, lower, upper, flow, starts, incident } = network;
  const reached: Reached = new Uint8Array(network.nodes);
  const cameBy = new Int32Array(network.nodes).fill(-1);
  const queue = new Int32Array(network.nodes);
  queue[0] = from;
  reached[from] = 1;
  let filled = 1;
  for (let at = 0; at < filled && reached[to] === 0; at += 1) {
    const node = queue[at]!;
    for (let place = starts[node]!; place < starts[node + 1]!; place += 1) {
      const arc = incident[place]!;
      const isForward = tail[arc] === node;
      const other = isForward ? head[arc]! : tail[arc]!;
      if (reached[other] === 1) continue;
      if (isForward ? flow[arc]! >= upper[arc]! : flow[arc]! <= lower[arc]!) continue;
      reached[other] = 1;
      cameBy[other] = arc;
      queue[filled] = other;
      filled += 1;
    }
  }
  if (reached[to] === 0) return reached;
  for (let node = to; node !== from;) {
    const arc = cameBy[node]!;
    const isForward = head[arc] === node;
    flow[arc]! += isForward ? 1 : -1;
    node = isForward ? tail[arc]! : head[arc]!;
  }
  return undefined;
}

/** An arc that cannot come within its bounds, and the nodes reached from where it falls short; null where its own bounds cross. */
export type Cut = { readonly arc: number; readonly reached: Reached | null };

/** Brings one arc within its bounds by whole turns of the circle. */
function settleArc(network: Network, arc: number): Cut | undefined {
  const { tail, head, lower, upper, flow } = network;
  if (lower[arc]! > upper[arc]!) return { arc, reached: null };
  while (flow[arc]! < lower[arc]!) {
    const reached = sendOne(network, head[arc]!, tail[arc]!);
    if (reached) return { arc, reached };
    flow[arc]! += 1;
  }
  while (flow[arc]! > upper[arc]!) {
    const reached = sendOne(network, tail[arc]!, head[arc]!);
    if (reached) return { arc, reached };
    flow[arc]! -= 1;
  }
  return undefined;
}

/** Brings every arc within its bounds; answers the first cuts that forbid it, at most `most`, none where all is settled. */
export function settle(network: Network, most = 1): Cut[] {
  const cuts: Cut[] = [];
  for (let arc = 0; arc < network.flow.length && cuts.length < most; arc += 1) {
    const cut = settleArc(network, arc);
    if (cut) cuts.push(cut);
  }
  return cuts;
}
