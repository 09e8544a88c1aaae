/** A roster problem in a fixed order, with every rule named and every pair that the rules allow. */
import type { PlainDate } from '../kit/plain-date.ts';
import { filled, ROSTER_RULES } from './optimiser.words.ts';
import type {
  RosterBasis,
  RosterBound,
  RosterCurrentPair,
  RosterEligibility,
  RosterLeader,
  RosterPair,
  RosterPin,
  RosterProblem,
  RosterRepresentative,
  RosterRule,
} from './optimiser.types.ts';

export type ModelPair = {
  /** Places in the model's lists. */
  readonly leader: number;
  readonly representative: number;
  readonly current: RosterCurrentPair | undefined;
  readonly pin: RosterPin | undefined;
  readonly eligibility: RosterEligibility | undefined;
  /** Wishes for it less wishes against it. */
  readonly wishes: number;
  readonly sharesField: boolean;
  readonly sharesUnit: boolean;
  readonly days: number;
};

export type RosterModel = {
  readonly problem: RosterProblem;
  /** By id. */
  readonly leaders: readonly RosterLeader[];
  readonly representatives: readonly RosterRepresentative[];
  /** Pairs that no rule forbids, by leader, then by representative. */
  readonly pairs: readonly ModelPair[];
  /** Current pairs, those too that may not go on. */
  readonly current: readonly {
    readonly leader: number;
    readonly representative: number;
    readonly pair: RosterCurrentPair;
  }[];
  readonly leaderAt: ReadonlyMap<string, number>;
  readonly representativeAt: ReadonlyMap<string, number>;
};

export const pairKey = (pair: RosterPair): string => `${pair.leaderId} ${pair.representativeId}`;

const DAY_MS = 86_400_000;
/** The calendar of the kit brings Zod along, which would double the start of the solver's process. */
const daysFrom = (from: PlainDate, to: PlainDate): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The first thing wrong with the problem itself: an id listed twice, or named and not listed. */
export function findMalformed(problem: RosterProblem): { readonly id: string } | undefined {
  const leaders = new Set(problem.leaders.map(({ id }) => id));
  const representatives = new Set(problem.representatives.map(({ id }) => id));
  for (const people of [problem.leaders, problem.representatives]) {
    const seen = new Set<string>();
    for (const { id } of people) {
      if (seen.has(id)) return { id };
      seen.add(id);
    }
  }
  for (const named of [problem.current, problem.pins, problem.conflicts, problem.wishes].flat()) {
    if (!leaders.has(named.leaderId)) return { id: named.leaderId };
    if (!representatives.has(named.representativeId)) return { id: named.representativeId };
  }
  return undefined;
}

/** By what the representative's standings open the leader's tier, the first in the order given; undefined for by nothing. */
export const eligibilityOfPair = (
  leader: RosterLeader,
  representative: RosterRepresentative,
): RosterEligibility | undefined =>
  representative.eligible.find(
    ({ tier, unitId }) => tier === leader.tier && (unitId === null || unitId === leader.unitId),
  );

const firm = (bound: RosterBound | null): bound is RosterBound => bound !== null && bound.firmness === 'firm';
export const firmFloor = (leader: RosterLeader): number =>
  leader.leaving === null && firm(leader.floor) ? leader.floor.value : 0;
/** Infinity where no firm number bounds it. */
export const firmCap = (leader: RosterLeader): number => (firm(leader.cap) ? leader.cap.value : Infinity);
export const firmNeed = (representative: RosterRepresentative): number =>
  representative.leaving === null && firm(representative.need) ? representative.need.value : 0;

/** The number that the balance leans toward. */
export const baseOf = (leader: RosterLeader): number => leader.aim ?? leader.floor?.value ?? 0;

export function modelOf(problem: RosterProblem): RosterModel {
  const leaders = [...problem.leaders].sort(byId);
  const representatives = [...problem.representatives].sort(byId);
  const leaderAt = new Map(leaders.map(({ id }, at) => [id, at]));
  const representativeAt = new Map(representatives.map(({ id }, at) => [id, at]));
  const current = new Map(problem.current.map((pair) => [pairKey(pair), pair]));
  const forbidden = new Set(
    [...problem.conflicts, ...problem.pins.filter(({ must }) => must === 'not')].map((pair) => pairKey(pair)),
  );
  const pins = new Map(problem.pins.filter(({ must }) => must !== 'not').map((pin) => [pairKey(pin), pin]));
  const wishes = new Map<string, number>();
  for (const wish of problem.wishes)
    wishes.set(pairKey(wish), (wishes.get(pairKey(wish)) ?? 0) + (wish.wants ? 1 : -1));

  const pairs: ModelPair[] = [];
  leaders.forEach((one, leader) => {
    if (one.leaving !== null) return;
    const fields = new Set(one.fields);
    representatives.forEach((other, representative) => {
      if (other.leaving !== null) return;
      const key = pairKey({ leaderId: one.id, representativeId: other.id });
      const now = current.get(key);
      const pin = pins.get(key);
      const eligibility = eligibilityOfPair(one, other);
      const isOpen = eligibility !== undefined || now?.byReason === true || pin?.byReason === true;
      if (!isOpen || forbidden.has(key) || (now !== undefined && now.mustEnd !== null)) return;
      pairs.push({
        leader,
        representative,
        current: now,
        pin,
        eligibility,
        wishes: wishes.get(key) ?? 0,
        sharesField: other.fields.some((field) => fields.has(field)),
        sharesUnit: one.unitId !== null && one.unitId === other.unitId,
        days: now ? Math.max(0, daysFrom(now.since, problem.on)) : 0,
      });
    });
  });
  const placed = [...current.values()]
    .map((pair) => ({
      leader: leaderAt.get(pair.leaderId) ?? -1,
      representative: representativeAt.get(pair.representativeId) ?? -1,
      pair,
    }))
    .sort((a, b) => a.leader - b.leader || a.representative - b.representative);
  return { problem, leaders, representatives, pairs, current: placed, leaderAt, representativeAt };
}

/** The two names, for a sentence. */
export const namesOf = (model: RosterModel, pair: RosterPair) => ({
  leader: model.leaders[model.leaderAt.get(pair.leaderId) ?? -1]?.name ?? '',
  representative: model.representatives[model.representativeAt.get(pair.representativeId) ?? -1]?.name ?? '',
});

/** A rule of the problem, and what it does to the numbers: a person's count, or for a rule on two people their pair. */
export type ModelRule = Omit<RosterRule, 'kind'> & {
  /** `kept` stands for a pair that a plan keeps: no rule of the problem, a part of an explanation. */
  readonly kind: RosterRule['kind'] | 'kept';
  readonly effect: 'atLeast' | 'atMost' | 'forbids';
  readonly value: number;
};

const NONE: RosterBasis = { requirement: null, clause: null };
const basisOf = ({ requirement, clause }: RosterBasis): RosterBasis => ({ requirement, clause });

const rulesOfLeader = (one: RosterLeader): ModelRule[] => {
  const rule = { leaderId: one.id, representativeId: null };
  const facts = { leader: one.name };
  const rules: ModelRule[] = [];
  const { floor, cap } = one;
  if (one.leaving) rules.push({ kind: 'leaving', ...rule, ...NONE, says: one.leaving, effect: 'forbids', value: 0 });
  if (floor && firmFloor(one) > 0) {
    const says = filled(ROSTER_RULES.floor, { ...facts, n: floor.value });
    rules.push({ kind: 'floor', ...rule, ...basisOf(floor.basis), says, effect: 'atLeast', value: floor.value });
  }
  if (cap && firmCap(one) < Infinity) {
    const says = filled(ROSTER_RULES.cap, { ...facts, n: cap.value });
    rules.push({ kind: 'cap', ...rule, ...basisOf(cap.basis), says, effect: 'atMost', value: cap.value });
  }
  return rules;
};

const rulesOfRepresentative = (one: RosterRepresentative): ModelRule[] => {
  const rule = { leaderId: null, representativeId: one.id };
  const facts = { representative: one.name };
  const scope = one.eligible.length === 0 ? ROSTER_RULES.eligibleNowhere : ROSTER_RULES.eligibleElsewhere;
  const most = filled(ROSTER_RULES.most, { ...facts, n: one.most });
  const rules: ModelRule[] = [
    {
      kind: 'eligibility',
      ...rule,
      ...basisOf(one.eligible[0]?.basis ?? NONE),
      says: filled(scope, facts),
      effect: 'forbids',
      value: 0,
    },
    { kind: 'most', ...rule, ...NONE, says: most, effect: 'atMost', value: one.most },
  ];
  if (one.leaving) rules.push({ kind: 'leaving', ...rule, ...NONE, says: one.leaving, effect: 'forbids', value: 0 });
  if (one.need && firmNeed(one) > 0) {
    const says = filled(ROSTER_RULES.need, { ...facts, n: one.need.value });
    rules.push({ kind: 'need', ...rule, ...basisOf(one.need.basis), says, effect: 'atLeast', value: one.need.value });
  }
  return rules;
};

function rulesOfPairs(model: RosterModel): ModelRule[] {
  const { pins, conflicts, current } = model.problem;
  const forbids = { effect: 'forbids', value: 0 } as const;
  const both = ({ leaderId, representativeId }: RosterPair) => ({ leaderId, representativeId });
  return [
    ...pins.map((pin): ModelRule => ({
      kind: 'pin',
      ...both(pin),
      ...NONE,
      says: filled(ROSTER_RULES[pin.must], namesOf(model, pin)),
      ...(pin.must === 'not' ? forbids : { effect: 'atLeast', value: 1 }),
    })),
    ...conflicts.map((one): ModelRule => ({
      kind: 'conflict',
      ...both(one),
      ...basisOf(one),
      says: one.why,
      ...forbids,
    })),
    ...current.flatMap((one): ModelRule[] =>
      one.mustEnd
        ? [{ kind: 'mustEnd', ...both(one), ...basisOf(one.mustEnd), says: one.mustEnd.why, ...forbids }]
        : [],
    ),
  ];
}

/** From what is spared first, where a choice is, to what is best named: an officer's own choice is the easiest to take back. */
const KINDS: readonly ModelRule['kind'][] = [
  'kept',
  'eligibility',
  'most',
  'need',
  'cap',
  'floor',
  'leaving',
  'mustEnd',
  'conflict',
  'pin',
];
const written = (rule: ModelRule) => `${rule.leaderId ?? ''} ${rule.representativeId ?? ''} ${rule.says.zh}`;
export const byRule = (a: ModelRule, b: ModelRule): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (written(a) < written(b) ? -1 : written(a) > written(b) ? 1 : 0);

/** Every firm rule of the problem. */
export const rulesOf = (model: RosterModel): ModelRule[] => [
  ...model.leaders.flatMap(rulesOfLeader),
  ...model.representatives.flatMap(rulesOfRepresentative),
  ...rulesOfPairs(model),
];
