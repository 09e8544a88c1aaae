/* oxlint-disable typescript/no-non-null-assertion -- arrays are read by places that the model itself counted */
/**
 * Why a roster cannot be: a set of rules that cannot all be kept, none of which can be spared. The cut of the network gives
 * rules that are enough to forbid it; those that can be spared are taken out, half of the rest at a time.
 */
import type { Words } from '../kit/words.ts';
import {
  byRule,
  eligibilityOfPair,
  namesOf,
  pairKey,
  rulesOf,
  type ModelRule,
  type RosterModel,
} from './optimiser.model.ts';
import { arcsFor, networkOf, settle, type Cut, type Network } from './optimiser.network.ts';
import { filled, joined, ROSTER_CORES, ROSTER_CURES, unstopped } from './optimiser.words.ts';
import type { RosterCore, RosterRule } from './optimiser.types.ts';

/** A pair by its places in the model's lists. */
export type Place = { readonly leader: number; readonly representative: number };

/** The network of some pairs, and which of its arcs a rule bounds. All rules are off at first. */
export function ruledNetwork(model: RosterModel, places: readonly Place[]) {
  const { leaders, representatives, problem, leaderAt, representativeAt } = model;
  const last = 1 + leaders.length + representatives.length;
  const arcs = arcsFor(places.length + leaders.length + representatives.length + 1);
  const set = (arc: number, tail: number, head: number, upper: number) => {
    arcs.tail[arc] = tail;
    arcs.head[arc] = head;
    arcs.upper[arc] = upper;
  };
  places.forEach(({ leader, representative }, arc) => set(arc, 1 + leader, 1 + leaders.length + representative, 1));
  leaders.forEach((_, at) => set(places.length + at, 0, 1 + at, representatives.length));
  representatives.forEach((_, at) =>
    set(places.length + leaders.length + at, 1 + leaders.length + at, last, leaders.length),
  );
  set(arcs.tail.length - 1, last, 0, leaders.length * representatives.length);
  const network = networkOf(last + 1, arcs);
  const pairAt = new Map(places.map(({ leader, representative }, arc) => [leader * last + representative, arc]));
  const ofLeader = leaders.map((): number[] => []);
  const ofRepresentative = representatives.map((): number[] => []);
  places.forEach(({ leader, representative }, arc) => {
    ofLeader[leader]?.push(arc);
    ofRepresentative[representative]?.push(arc);
  });
  const withoutStanding = new Set(
    [
      ...problem.current.filter(({ byReason }) => byReason),
      ...problem.pins.filter(({ must, byReason }) => must !== 'not' && byReason === true),
    ].map(pairKey),
  );
  const isClosed = Uint8Array.from(places, (place) => {
    const leader = leaders[place.leader]!;
    const representative = representatives[place.representative]!;
    if (eligibilityOfPair(leader, representative)) return 0;
    return withoutStanding.has(pairKey({ leaderId: leader.id, representativeId: representative.id })) ? 0 : 1;
  });

  const arcsOf = (rule: ModelRule): readonly number[] => {
    const leader = rule.leaderId === null ? undefined : leaderAt.get(rule.leaderId);
    const representative = rule.representativeId === null ? undefined : representativeAt.get(rule.representativeId);
    if (leader !== undefined && representative !== undefined) {
      const arc = pairAt.get(leader * last + representative);
      return arc === undefined ? [] : [arc];
    }
    if (rule.effect !== 'forbids')
      return [leader === undefined ? places.length + leaders.length + (representative ?? 0) : places.length + leader];
    if (leader !== undefined) return ofLeader[leader] ?? [];
    const theirs = ofRepresentative[representative ?? -1] ?? [];
    return rule.kind === 'eligibility' ? theirs.filter((arc) => isClosed[arc] === 1) : theirs;
  };

  const forbidden = new Int32Array(places.length);
  const asked = new Int32Array(places.length);
  const widest = network.upper.slice();
  /** Puts a rule on or takes it off; `value` for a looser or stricter number than its own. Several may bear on one pair. */
  const put = (rule: ModelRule, isOn: boolean, value = rule.value) => {
    const by = isOn ? 1 : -1;
    for (const arc of arcsOf(rule)) {
      if (rule.effect === 'forbids') {
        forbidden[arc]! += by;
        network.upper[arc] = forbidden[arc]! > 0 ? 0 : 1;
      } else if (arc < places.length) {
        asked[arc]! += by;
        network.lower[arc] = asked[arc]! > 0 ? 1 : 0;
      } else if (rule.effect === 'atLeast') network.lower[arc] = isOn ? value : 0;
      else network.upper[arc] = isOn ? value : widest[arc]!;
    }
  };
  return { network, arcsOf, put };
}
type Ruled = ReturnType<typeof ruledNetwork>;

export const isPossible = (network: Network): boolean => settle(network).length === 0;

/** The rules whose bounds meet in a cut: they alone forbid. */
function rulesOfCut(
  { network, arcsOf }: Ruled,
  rules: readonly ModelRule[],
  { arc: short, reached }: Cut,
): ModelRule[] {
  const meets = (arc: number, effect: ModelRule['effect']): boolean => {
    if (reached === null) return arc === short;
    const leaves = reached[network.tail[arc]!] === 1 && reached[network.head[arc]!] === 0;
    const enters = reached[network.tail[arc]!] === 0 && reached[network.head[arc]!] === 1;
    return effect === 'atLeast' ? enters : leaves;
  };
  return rules.filter((rule) => arcsOf(rule).some((arc) => meets(arc, rule.effect)));
}

/** Takes out what can be spared, kept pairs all or none. All of `rules` are on before, those that stay are on afterwards. */
function withoutSpare({ network, put }: Ruled, rules: readonly ModelRule[]): ModelRule[] {
  const needed: ModelRule[] = [];
  const thin = (groups: readonly (readonly ModelRule[])[]) => {
    const some = groups.flat();
    if (some.length === 0) return;
    for (const rule of some) put(rule, false);
    if (!isPossible(network)) return;
    for (const rule of some) put(rule, true);
    if (groups.length === 1) needed.push(...some);
    else {
      const half = Math.ceil(groups.length / 2);
      thin(groups.slice(0, half));
      thin(groups.slice(half));
    }
  };
  // Kept pairs last: where they help to forbid, fewer rules are left to read.
  thin(rules.filter(({ kind }) => kind !== 'kept').map((rule) => [rule]));
  thin([rules.filter(({ kind }) => kind === 'kept')]);
  return needed;
}

const CUTS = 8;

/**
 * Rules that cannot all be kept and none of which can be spared: the fewest found from several cuts. Undefined where the
 * rules can all be kept. All of `rules` are on in `ruled` before; afterwards those of the answer alone.
 */
export function findCore(ruled: Ruled, rules: readonly ModelRule[]): ModelRule[] | undefined {
  const cuts = settle(ruled.network, CUTS).map((cut) => rulesOfCut(ruled, rules, cut).sort(byRule));
  if (cuts.length === 0) return undefined;
  let on: readonly ModelRule[] = rules;
  const switchTo = (next: readonly ModelRule[]) => {
    for (const rule of on) ruled.put(rule, false);
    for (const rule of next) ruled.put(rule, true);
    on = next;
  };
  let fewest: ModelRule[] | undefined;
  for (const enough of cuts) {
    switchTo(enough);
    const core = withoutSpare(ruled, enough);
    on = core;
    if (fewest === undefined || core.length < fewest.length) fewest = core;
  }
  switchTo(fewest ?? []);
  return fewest;
}

const everyPlace = (model: RosterModel): Place[] =>
  model.leaders.flatMap((_, leader) =>
    model.representatives.map((_unused, representative) => ({ leader, representative })),
  );

const SPELT_OUT = 6;

/** Some rules in one line. */
export function rulesInWords(rules: readonly ModelRule[], most = SPELT_OUT): Words {
  const listed = joined(
    rules.slice(0, most).map(({ says }) => unstopped(says)),
    ROSTER_CORES.between,
  );
  return rules.length > most ? filled(ROSTER_CORES.rest, { rules: listed }) : listed;
}

const CURES = 20;

/** How far a rule has to give for the others of the core to be kept: the number that it would then ask for. */
function looserValue(ruled: Ruled, rule: ModelRule): number | undefined {
  if (rule.effect === 'forbids' || (rule.leaderId !== null && rule.representativeId !== null)) return undefined;
  const step = rule.effect === 'atLeast' ? -1 : 1;
  let value = rule.value;
  do {
    value += step;
    ruled.put(rule, true, value);
  } while (!isPossible(ruled.network));
  ruled.put(rule, true);
  return value;
}

function cureOf(model: RosterModel, ruled: Ruled, rule: ModelRule): Words | undefined {
  if (rule.kind === 'kept') return undefined;
  const names = namesOf(model, { leaderId: rule.leaderId ?? '', representativeId: rule.representativeId ?? '' });
  const value = looserValue(ruled, rule);
  return filled(ROSTER_CURES[rule.kind], {
    ...names,
    says: unstopped(rule.says),
    ...(value === undefined ? {} : { n: value }),
  });
}

const ids = (some: readonly (string | null)[]): string[] =>
  [...new Set(some.filter((id) => id !== null))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

export const asRule = ({ kind, leaderId, representativeId, requirement, clause, says }: ModelRule): RosterRule => {
  if (kind === 'kept') throw new TypeError('a kept pair is no rule');
  return { kind, leaderId, representativeId, requirement, clause, says };
};

/** Which rules stand in one another's way; undefined where some roster keeps them all. */
export function coreOf(model: RosterModel): RosterCore | undefined {
  const rules = rulesOf(model);
  const ruled = ruledNetwork(model, everyPlace(model));
  for (const rule of rules) ruled.put(rule, true);
  const core = findCore(ruled, rules)?.toReversed();
  if (!core) return undefined;
  const leaderIds = ids(core.map(({ leaderId }) => leaderId));
  const representativeIds = ids(core.map(({ representativeId }) => representativeId));
  const isCrowd = core.length > SPELT_OUT;
  const listed = joined(
    core.slice(0, SPELT_OUT).map(({ says }) => unstopped(says)),
    ROSTER_CORES.between,
  );
  const facts = {
    n: core.length,
    leaders: leaderIds.length,
    representatives: representativeIds.length,
    rules: listed,
  };
  return {
    rules: core.map(asRule),
    leaderIds,
    representativeIds,
    sentence: filled(isCrowd ? ROSTER_CORES.crowd : core.length === 1 ? ROSTER_CORES.one : ROSTER_CORES.many, facts),
    cures: core
      .slice(0, CURES)
      .map((rule) => cureOf(model, ruled, rule))
      .filter((cure) => cure !== undefined),
  };
}
