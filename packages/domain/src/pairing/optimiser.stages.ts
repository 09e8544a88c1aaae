/* oxlint-disable typescript/no-non-null-assertion -- arrays are read by places that the model itself counted */
/**
 * One aim after another, each settled exactly before the next.
 *
 * Each aim is a linear programme whose matrix is that of a network, so that a corner of its polytope is whole. The
 * programme's shadow prices, whole as well, tell which choices are the same in *every* best answer: those whose reduced
 * cost is not nought. They are fixed, and the next aim chooses among the rest. So no aim is traded against a later one, and
 * nothing rests on weights or tolerances: whole prices are checked in whole numbers, and what does not check is a bug.
 *
 * A programme begins with few columns; those that the prices ask for join until none is asked for.
 */
import { baseOf, firmCap, firmFloor, firmNeed, type RosterModel } from './optimiser.model.ts';
import { arcsFor, networkOf, sendOne } from './optimiser.network.ts';
import { ROSTER_AIMS, type RosterAim } from './optimiser.types.ts';

/** Some columns of a matrix, one after another: the entries of the k-th stand from `starts[k]` to `starts[k + 1]`. */
export type LpColumns = {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};
/** For each column so far, in the order in which they were added. */
export type LpTask = { readonly cost: Float64Array; readonly lower: Float64Array; readonly upper: Float64Array };
/** A programme that grows: each row comes to nought. It is solved again and again, each time from where it stood. */
export type LpSession = {
  /** `atUpper` names those that stand at their upper bound to begin with; the others stand at their lower. */
  add(columns: LpColumns, atUpper: Uint8Array): void;
  /** Least cost, at a corner, with the prices of the rows; undefined when time ran out. */
  solve(task: LpTask): { readonly x: Float64Array; readonly rowPrices: Float64Array } | undefined;
};
/** Opens a programme of so many rows for the length of the work. */
export type WithLp = <T>(rows: number, work: (session: LpSession) => T) => T;

/**
 * A column is a pair, or the k-th friend of a leader, or the k-th leader of a representative. Rows balance each person's
 * pairs with their count. `second` is −1 for a count.
 */
type Columns = {
  readonly count: number;
  readonly rows: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly value: Int32Array;
  /** For a count: which of the person's it is, from 0. */
  readonly place: Int32Array;
};

function columnsOf(model: RosterModel, chosen: Uint8Array): Columns {
  const { pairs, leaders, representatives } = model;
  const degree = new Int32Array(leaders.length + representatives.length);
  const load = new Int32Array(degree.length);
  pairs.forEach((pair, at) => {
    for (const row of [pair.leader, leaders.length + pair.representative]) {
      degree[row]! += 1;
      load[row]! += chosen[at]!;
    }
  });
  const rowOf = (row: number) => {
    const leader = leaders[row];
    const representative = representatives[row - leaders.length];
    if (leader) return { least: firmFloor(leader), most: Math.min(firmCap(leader), degree[row]!) };
    if (!representative) throw new RangeError(`no such row: ${row}`);
    return { least: firmNeed(representative), most: Math.min(representative.most, degree[row]!) };
  };
  const counts = [...degree.keys()].flatMap((row) => {
    const { least, most } = rowOf(row);
    return Array.from({ length: most }, (_, place) => ({ row, place, lower: place < least ? 1 : 0 }));
  });
  return {
    count: pairs.length + counts.length,
    rows: degree.length,
    first: Int32Array.from([...pairs.map((pair) => pair.leader), ...counts.map(({ row }) => row)]),
    second: Int32Array.from([...pairs.map((pair) => leaders.length + pair.representative), ...counts.map(() => -1)]),
    lower: Int32Array.from([...pairs.map((pair) => (pair.pin ? 1 : 0)), ...counts.map(({ lower }) => lower)]),
    upper: new Int32Array(pairs.length + counts.length).fill(1),
    value: Int32Array.from([...chosen, ...counts.map(({ row, place }) => (place < load[row]! ? 1 : 0))]),
    place: Int32Array.from([...pairs.map(() => -1), ...counts.map(({ place }) => place)]),
  };
}

/** What one unit of a column adds to an aim, but for a constant. */
function costsOf(model: RosterModel, columns: Columns, aim: RosterAim): Int32Array {
  const { pairs, leaders, representatives } = model;
  const { sameField, sameUnit } = model.problem.helps;
  const ofPair = (pair: RosterModel['pairs'][number]): number => {
    if (aim === 'givenUp') return pair.current ? -1 : 0;
    if (aim === 'newPairs') return pair.current ? 0 : 1;
    if (aim === 'wishesUnmet') return -pair.wishes;
    if (aim === 'apart') return (sameField && !pair.sharesField ? 1 : 0) + (sameUnit && !pair.sharesUnit ? 1 : 0);
    return aim === 'daysLost' ? -pair.days : 0;
  };
  const ofCount = (row: number, place: number): number => {
    const leader = leaders[row];
    if (aim === 'imbalance') return leader ? 2 * (place - baseOf(leader)) + 1 : 0;
    if (aim !== 'softBroken') return 0;
    const asked = leader ? leader.floor : representatives[row - leaders.length]?.need;
    const cap = leader?.cap;
    return (
      (asked?.firmness === 'soft' && place < asked.value ? -1 : 0) +
      (cap?.firmness === 'soft' && place >= cap.value ? 1 : 0)
    );
  };
  const costs = new Int32Array(columns.count);
  for (let column = 0; column < columns.count; column += 1) {
    const pair = pairs[column];
    costs[column] = pair ? ofPair(pair) : ofCount(columns.first[column]!, columns.place[column]!);
  }
  return costs;
}

const JOIN_PER_ROW = 8;

/** The programme over the columns that have been asked for so far; those that have not joined carry nothing. */
function programmeOf(columns: Columns, session: LpSession) {
  const { first, second, lower, upper, value } = columns;
  const members: number[] = [];
  const isMember = new Uint8Array(columns.count);
  const rowsOf = (column: number) => (second[column] === -1 ? [first[column]!] : [first[column]!, second[column]!]);

  const join = (newcomers: readonly number[]) => {
    if (newcomers.length === 0) return;
    const starts = new Int32Array(newcomers.length + 1);
    const indices: number[] = [];
    const values: number[] = [];
    newcomers.forEach((column, at) => {
      const rows = rowsOf(column);
      indices.push(...rows);
      values.push(...rows.map(() => (second[column] === -1 ? -1 : 1)));
      starts[at + 1] = indices.length;
      isMember[column] = 1;
      members.push(column);
    });
    session.add(
      { starts, indices: Int32Array.from(indices), values: Float64Array.from(values) },
      Uint8Array.from(newcomers, (column) => value[column]!),
    );
  };
  return {
    isMember,
    join,
    /** Those of the candidates that no row has too many of, in their order. */
    joinSome(candidates: readonly number[]) {
      const joined = new Int32Array(columns.rows);
      join(
        candidates.filter((column) => {
          const rows = rowsOf(column);
          if (isMember[column] === 1 || rows.some((row) => joined[row]! >= JOIN_PER_ROW)) return false;
          for (const row of rows) joined[row]! += 1;
          return true;
        }),
      );
    },
    /** Takes over the best values of the members; the prices, or undefined when time ran out. */
    solve(costs: Int32Array): Float64Array | undefined {
      const solved = session.solve({
        cost: Float64Array.from(members, (column) => costs[column]!),
        lower: Float64Array.from(members, (column) => lower[column]!),
        upper: Float64Array.from(members, (column) => upper[column]!),
      });
      if (!solved) return undefined;
      members.forEach((column, at) => {
        value[column] = Math.round(solved.x[at]!);
      });
      return solved.rowPrices.map(Math.round);
    },
  };
}
type Programme = ReturnType<typeof programmeOf>;

/** Where the programme begins: what is carried now, each person's next count, and a few more of every person's pairs. */
function joinFirst(columns: Columns, programme: Programme): void {
  const { first, second, lower, upper, value, place } = columns;
  const load = new Int32Array(columns.rows);
  const all = Array.from({ length: columns.count }, (_, column) => column);
  for (const column of all) if (second[column] === -1) load[first[column]!]! += value[column]!;
  programme.join(
    all.filter(
      (column) => value[column] !== 0 || (second[column] === -1 && place[column]! <= load[first[column]!]! + 1),
    ),
  );
  programme.joinSome(all.filter((column) => second[column] !== -1 && lower[column] !== upper[column]));
}

/** Settles one aim: columns take its best values and those that every best answer shares are fixed. False: out of time. */
function settleAim(columns: Columns, costs: Int32Array, programme: Programme): boolean {
  const { first, second, lower, upper, value } = columns;
  const free: number[] = [];
  let matters = false;
  for (let column = 0; column < columns.count; column += 1) {
    if (lower[column] === upper[column]) continue;
    free.push(column);
    matters ||= costs[column] !== 0;
  }
  if (!matters) return true;

  let prices: Float64Array;
  const reduced = (column: number) =>
    second[column] === -1
      ? costs[column]! + prices[first[column]!]!
      : costs[column]! - prices[first[column]!]! - prices[second[column]!]!;
  for (;;) {
    const solved = programme.solve(costs);
    if (!solved) return false;
    prices = solved;
    const asked: { readonly column: number; readonly by: number }[] = [];
    for (const column of free) {
      if (programme.isMember[column] === 1) continue;
      const by = reduced(column);
      if (by < 0) asked.push({ column, by });
    }
    asked.sort((a, b) => a.by - b.by || a.column - b.column);
    if (asked.length === 0) break;
    programme.joinSome(asked.map(({ column }) => column));
  }

  const balance = new Int32Array(columns.rows);
  for (let column = 0; column < columns.count; column += 1) {
    if (value[column]! < lower[column]! || value[column]! > upper[column]!)
      throw new Error(`column ${column} left its bounds`);
    balance[first[column]!]! += second[column] === -1 ? -value[column]! : value[column]!;
    if (second[column] !== -1) balance[second[column]!]! += value[column]!;
  }
  if (balance.some((sum) => sum !== 0)) throw new Error('the pairs and the counts of a person differ');
  for (const column of free) {
    const by = reduced(column);
    if ((by > 0 && value[column] !== lower[column]) || (by < 0 && value[column] !== upper[column]))
      throw new Error(`the prices do not prove column ${column} best`);
    if (by !== 0) lower[column] = upper[column] = value[column]!;
  }
  return true;
}

/** Among answers equal in every aim: the first pair of the order is taken where it can be, then the second, … */
function settleOrder(model: RosterModel, columns: Columns): void {
  const { pairs, leaders, representatives } = model;
  const { lower, upper, value } = columns;
  const last = 1 + leaders.length + representatives.length;
  const loads = Array.from({ length: last - 1 }, () => ({ lower: 0, upper: 0, value: 0 }));
  for (let column = pairs.length; column < columns.count; column += 1) {
    const load = loads[columns.first[column]!]!;
    load.lower += lower[column]!;
    load.upper += upper[column]!;
    load.value += value[column]!;
  }
  const free = pairs.flatMap((_, at) => (lower[at] === upper[at] ? [] : [at]));
  const arcs = arcsFor(free.length + loads.length + 1);
  free.forEach((at, arc) => {
    arcs.tail[arc] = 1 + pairs[at]!.leader;
    arcs.head[arc] = 1 + leaders.length + pairs[at]!.representative;
    arcs.upper[arc] = 1;
  });
  loads.forEach((load, row) => {
    const arc = free.length + row;
    arcs.tail[arc] = row < leaders.length ? 0 : 1 + row;
    arcs.head[arc] = row < leaders.length ? 1 + row : last;
    arcs.lower[arc] = load.lower;
    arcs.upper[arc] = load.upper;
  });
  arcs.tail[arcs.tail.length - 1] = last;
  arcs.upper[arcs.tail.length - 1] = pairs.length;
  const network = networkOf(last + 1, arcs);
  free.forEach((at, arc) => (network.flow[arc] = value[at]!));
  loads.forEach((load, row) => (network.flow[free.length + row] = load.value));
  network.flow[network.flow.length - 1] = loads.slice(0, leaders.length).reduce((sum, load) => sum + load.value, 0);
  free.forEach((at, arc) => {
    if (network.flow[arc] === 0) {
      // Its own arc must not be the way back.
      network.upper[arc] = 0;
      if (sendOne(network, network.head[arc]!, network.tail[arc]!) === undefined) {
        network.upper[arc] = 1;
        network.flow[arc] = 1;
      }
    }
    if (network.flow[arc] === 1) network.lower[arc] = 1;
  });
  free.forEach((at, arc) => (value[at] = network.flow[arc]!));
}

export type Settled = { readonly chosen: Uint8Array; readonly settled: readonly RosterAim[] };

/**
 * The best choice of pairs by all aims in order, from any that keeps the firm rules (`start`, 1 for each pair of the model
 * that it takes). When the programme runs out of time, the best by the aims settled so far.
 */
export function settleAims(
  model: RosterModel,
  start: Uint8Array,
  withLp: WithLp,
  onAim: (aim: RosterAim, done: number, chosen: Uint8Array) => void,
): Settled {
  const columns = columnsOf(model, start);
  const chosenNow = () => Uint8Array.from(columns.value.subarray(0, model.pairs.length));
  return withLp(columns.rows, (session) => {
    const programme = programmeOf(columns, session);
    joinFirst(columns, programme);
    let best = chosenNow();
    for (const [done, aim] of ROSTER_AIMS.entries()) {
      onAim(aim, done, best);
      if (!settleAim(columns, costsOf(model, columns, aim), programme))
        return { chosen: best, settled: ROSTER_AIMS.slice(0, done) };
      best = chosenNow();
    }
    settleOrder(model, columns);
    return { chosen: chosenNow(), settled: ROSTER_AIMS };
  });
}
