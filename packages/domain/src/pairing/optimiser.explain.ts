/* oxlint-disable typescript/no-non-null-assertion -- arrays are read by places that the model itself counted */
/** A chosen set of pairs as a plan that explains itself: what stays, moves, comes and ends, each with its reason. */
import type { Words } from '../kit/words.ts';
import { findCore, rulesInWords, ruledNetwork } from './optimiser.core.ts';
import { baseOf, pairKey, rulesOf, type ModelPair, type ModelRule, type RosterModel } from './optimiser.model.ts';
import { scoreOf } from './optimiser.score.ts';
import { filled, joined, ROSTER_CORES, ROSTER_REASONS, unstopped } from './optimiser.words.ts';
import type { RosterBasis, RosterPair, RosterPlan } from './optimiser.types.ts';

type Because = { readonly words: Words; readonly basis: readonly RosterBasis[] };

const SPELT_OUT = 3;
const NAMED = { zh: '{name}（{ground}）', en: '{name} ({ground})' };

const eachOnce = (bases: readonly RosterBasis[]): RosterBasis[] => {
  const known = new Map<string, RosterBasis>();
  for (const { requirement, clause } of bases)
    if (requirement !== null || clause !== null) known.set(`${requirement} ${clause}`, { requirement, clause });
  return [...known.values()];
};

export function explainPlan(model: RosterModel, chosen: Uint8Array): RosterPlan {
  const { leaders, representatives, pairs, problem } = model;
  const nameOf = (pair: { readonly leader: number; readonly representative: number }) => ({
    leader: leaders[pair.leader]!.name,
    representative: representatives[pair.representative]!.name,
  });
  const idsOf = (pair: { readonly leader: number; readonly representative: number }): RosterPair => ({
    leaderId: leaders[pair.leader]!.id,
    representativeId: representatives[pair.representative]!.id,
  });
  const taken = pairs.filter((_, at) => chosen[at] === 1);
  const keptPairs = taken.filter((pair) => pair.current);
  const newPairs = taken.filter((pair) => !pair.current);
  const keptKeys = new Set(keptPairs.map((pair) => pairKey(idsOf(pair))));
  const gone = model.current.filter((pair) => !keptKeys.has(pairKey(idsOf(pair))));
  const count = (some: readonly ModelPair[], side: 'leader' | 'representative', size: number) => {
    const counts = new Int32Array(size);
    for (const pair of some) counts[pair[side]]! += 1;
    return counts;
  };
  const load = count(taken, 'leader', leaders.length);
  const keptLoad = count(keptPairs, 'leader', leaders.length);
  const keptLeaders = count(keptPairs, 'representative', representatives.length);
  const above = (at: number) => load[at]! - baseOf(leaders[at]!);

  const permitted = new Map(pairs.map((pair, at) => [pairKey(idsOf(pair)), at]));
  const conflicts = new Map(problem.conflicts.map((conflict) => [pairKey(conflict), conflict]));
  const pinsAgainst = new Set(problem.pins.filter(({ must }) => must === 'not').map(pairKey));
  const candidates = new Map<number, ModelPair[]>();
  for (const pair of pairs) {
    const known = candidates.get(pair.representative);
    if (known) known.push(pair);
    else candidates.set(pair.representative, [pair]);
  }

  /** The rules that would break, were this pair kept beside all that are kept: the plan gives up as few as can be. */
  let ruled: ReturnType<typeof ruledNetwork> | undefined;
  // Pairs that a rule forbids are not in this network.
  const rules = rulesOf(model).filter(({ effect }) => effect !== 'forbids');
  const whyInTheWay = (at: number): Because => {
    const { leader: one, representative: other } = pairs[at]!;
    const full = rules.filter(
      ({ kind, leaderId, representativeId, value }) =>
        (kind === 'cap' && leaderId === leaders[one]!.id && keptLoad[one]! >= value) ||
        (kind === 'most' && representativeId === representatives[other]!.id && keptLeaders[other]! >= value),
    );
    if (full.length > 0) {
      const named = full.slice(0, 1);
      const facts = { ...nameOf(pairs[at]!), rules: rulesInWords(named) };
      return { words: filled(ROSTER_REASONS.inTheWayOfKept, facts), basis: named };
    }
    ruled ??= ruledNetwork(model, pairs);
    const kept = keptPairs.map((pair): ModelRule => ({
      kind: 'kept',
      ...idsOf(pair),
      requirement: null,
      clause: null,
      says: { zh: '', en: '' }, // never read: said in the sentence around the rules
      effect: 'atLeast',
      value: 1,
    }));
    const all = [...kept, ...rules];
    for (const rule of all) ruled.put(rule, true);
    const { network } = ruled;
    network.flow.fill(0);
    pairs.forEach((pair, place) => {
      if (chosen[place] !== 1) return;
      for (const arc of [
        place,
        pairs.length + pair.leader,
        pairs.length + leaders.length + pair.representative,
        network.flow.length - 1,
      ])
        network.flow[arc]! += 1;
    });
    network.lower[at] = 1;
    const core = findCore(ruled, all) ?? [];
    network.lower[at] = 0;
    for (const rule of core) ruled.put(rule, false);
    const named = core.filter(({ kind }) => kind !== 'kept').toReversed();
    const sentence = core.length > named.length ? ROSTER_REASONS.inTheWayOfKept : ROSTER_REASONS.inTheWay;
    const facts = { ...nameOf(pairs[at]!), rules: rulesInWords(named, SPELT_OUT) };
    return { words: filled(sentence, facts), basis: named };
  };

  const whyGone = (pair: (typeof gone)[number]): Because => {
    const [leader, representative] = [leaders[pair.leader]!, representatives[pair.representative]!];
    const key = pairKey(pair.pair);
    const conflict = conflicts.get(key);
    const at = permitted.get(key);
    const said = leader.leaving ?? representative.leaving;
    if (said) return { words: unstopped(said), basis: [] };
    if (pair.pair.mustEnd) return { words: unstopped(pair.pair.mustEnd.why), basis: [pair.pair.mustEnd] };
    if (conflict) return { words: unstopped(conflict.why), basis: [conflict] };
    if (pinsAgainst.has(key)) return { words: filled(ROSTER_REASONS.apart, nameOf(pair)), basis: [] };
    if (at === undefined) {
      const basis = representative.eligible.map((one) => one.basis);
      return { words: filled(ROSTER_REASONS.outOfScope, nameOf(pair)), basis };
    }
    return whyInTheWay(at);
  };

  /** Why this leader: the aims in their order, the first that tells this leader from the others. */
  const whyThis = (pair: ModelPair): Because => {
    const facts = nameOf(pair);
    const leader = leaders[pair.leader]!;
    const basis = pair.eligibility ? [pair.eligibility.basis] : [];
    const others = (candidates.get(pair.representative) ?? []).filter((other) => other !== pair && !other.current);
    const because = (words: Words, more: Readonly<Record<string, number>> = {}, also: readonly RosterBasis[] = []) => ({
      words: filled(words, { ...facts, ...more }),
      basis: [...also, ...basis],
    });
    if (pair.pin) return because(ROSTER_REASONS.toAsked);
    if (others.length === 0) return because(ROSTER_REASONS.toOnly);
    if (leader.floor && keptLoad[pair.leader]! < leader.floor.value)
      return because(ROSTER_REASONS.toShort, { n: leader.floor.value }, [leader.floor.basis]);
    const mine = above(pair.leader) - 1;
    if (others.every((other) => mine < above(other.leader)))
      return because(ROSTER_REASONS.toLightest, { n: load[pair.leader]! - 1 });
    if (pair.wishes > 0) return because(ROSTER_REASONS.toWish);
    if (problem.helps.sameField && pair.sharesField) return because(ROSTER_REASONS.toField);
    if (problem.helps.sameUnit && pair.sharesUnit) return because(ROSTER_REASONS.toUnit);
    return because(ROSTER_REASONS.toRoom);
  };

  const whyAdded = (pair: ModelPair): Because => {
    const representative = representatives[pair.representative]!;
    const leader = leaders[pair.leader]!;
    const has = keptLeaders[pair.representative]!;
    const ground = pair.eligibility?.ground;
    const named = ground
      ? filled(NAMED, { name: representative.name, ground: unstopped(ground) })
      : representative.name;
    if (pair.pin) return { words: ROSTER_REASONS.asked, basis: [] };
    if (representative.need && has < representative.need.value)
      return {
        words: filled(has === 0 ? ROSTER_REASONS.unpaired : ROSTER_REASONS.second, {
          representative: named,
          n: representative.need.value,
        }),
        basis: [representative.need.basis],
      };
    const n = leader.floor?.value ?? 0;
    return {
      words: filled(ROSTER_REASONS.leaderShort, { leader: leader.name, n, has: keptLoad[pair.leader]! }),
      basis: leader.floor ? [leader.floor.basis] : [],
    };
  };

  const kept = keptPairs.map((pair) => {
    const ground = pair.eligibility?.ground;
    const plain = ground ? filled(ROSTER_REASONS.keptBy, { ground: unstopped(ground) }) : ROSTER_REASONS.keptPlain;
    const basis = pair.eligibility ? [pair.eligibility.basis] : [];
    return { ...idsOf(pair), reason: pair.pin ? ROSTER_REASONS.keptHeld : plain, basis: eachOnce(basis) };
  });

  const moved: RosterPlan['moved'][number][] = [];
  const ended: RosterPlan['ended'][number][] = [];
  const came = new Map<number, ModelPair[]>();
  for (const pair of newPairs) came.set(pair.representative, [...(came.get(pair.representative) ?? []), pair]);
  for (const pair of gone) {
    const why = whyGone(pair);
    const successor = came.get(pair.representative)?.shift();
    if (successor) {
      const choice = whyThis(successor);
      moved.push({
        representativeId: representatives[pair.representative]!.id,
        fromLeaderId: leaders[pair.leader]!.id,
        toLeaderId: leaders[successor.leader]!.id,
        reason: filled(ROSTER_REASONS.change, { why: why.words, choice: choice.words }),
        basis: eachOnce([...why.basis, ...choice.basis]),
      });
      continue;
    }
    const others = taken
      .filter((other) => other.representative === pair.representative)
      .map((other) => leaders[other.leader]!.name);
    const names = joined(
      others.map((name) => ({ zh: name, en: name })),
      ROSTER_CORES.names,
    );
    const sentence = representatives[pair.representative]!.leaving
      ? ROSTER_REASONS.end
      : others.length > 0
        ? ROSTER_REASONS.endStillHas
        : ROSTER_REASONS.endWithout;
    ended.push({
      ...idsOf(pair),
      reason: filled(sentence, { why: why.words, others: names }),
      basis: eachOnce(why.basis),
    });
  }
  const added = [...came.values()].flat().map((pair) => {
    const why = whyAdded(pair);
    const choice = pair.pin ? undefined : whyThis(pair);
    return {
      ...idsOf(pair),
      reason: choice
        ? filled(ROSTER_REASONS.add, { why: why.words, choice: choice.words })
        : filled(ROSTER_REASONS.end, { why: why.words }),
      basis: eachOnce([...why.basis, ...(choice?.basis ?? [])]),
    };
  });
  return { kept, moved, added, ended, score: scoreOf(model, chosen) };
}
