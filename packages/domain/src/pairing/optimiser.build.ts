/** For tests: random rosters from a seed, and the answer found by trying every set of pairs. */
import { daysBetween, addDays, plainDate } from '../kit/plain-date.ts';
import type {
  RosterBound,
  RosterConflict,
  RosterCurrentPair,
  RosterLeader,
  RosterPair,
  RosterPin,
  RosterProblem,
  RosterRepresentative,
  RosterRule,
  RosterScore,
  RosterWish,
} from './optimiser.types.ts';

const TODAY = plainDate('2026-11-23');
const NONE = { requirement: null, clause: null };
const said = (zh: string, en: string) => ({ zh: `${zh}。`, en: `${en}.` });

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const bound = (value: number, firmness: RosterBound['firmness'] = 'firm'): RosterBound => ({
  value,
  firmness,
  basis: { requirement: 'quota-school', clause: '5.1' },
});

export const leader = (id: string, rest: Partial<RosterLeader> = {}): RosterLeader => ({
  id,
  name: id,
  tier: 'school',
  unitId: null,
  fields: [],
  floor: null,
  aim: null,
  cap: null,
  leaving: null,
  ...rest,
});

export const representative = (id: string, rest: Partial<RosterRepresentative> = {}): RosterRepresentative => ({
  id,
  name: id,
  unitId: null,
  fields: [],
  need: bound(1),
  most: 1,
  eligible: [
    { tier: 'school', unitId: null, basis: { requirement: 'eligibility-school', clause: '5.1' }, ground: null },
  ],
  leaving: null,
  ...rest,
});

export const current = (
  leaderId: string,
  representativeId: string,
  rest: Partial<RosterCurrentPair> = {},
): RosterCurrentPair => ({
  leaderId,
  representativeId,
  since: plainDate('2022-01-01'),
  byReason: false,
  mustEnd: null,
  ...rest,
});

export const problem = (rest: Partial<RosterProblem> = {}): RosterProblem => ({
  on: TODAY,
  leaders: [],
  representatives: [],
  current: [],
  pins: [],
  conflicts: [],
  wishes: [],
  helps: { sameField: false, sameUnit: false },
  ...rest,
});

/** A little roster with a bit of everything; often one that cannot be. */
export function randomProblem(seed: number, size: { leaders: number; representatives: number }): RosterProblem {
  const random = randomFrom(seed);
  const chance = (share: number) => random() < share;
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const oneOf = <T>(some: readonly T[]): T => some[whole(0, some.length - 1)] as T; // never empty here
  const units = [null, 'u1', 'u2'];
  const fields = ['内科', '外科', '护理'];
  const firmness = () => (chance(0.6) ? 'firm' : 'soft');
  const leaders = Array.from({ length: whole(1, size.leaders) }, (_, at) => {
    const floor = whole(0, 2);
    return leader(`L${at}`, {
      tier: chance(0.75) ? 'school' : 'unit',
      unitId: oneOf(units),
      fields: fields.filter(() => chance(0.4)),
      floor: chance(0.7) ? bound(floor, firmness()) : null,
      aim: chance(0.3) ? whole(0, 3) : null,
      cap: chance(0.6) ? bound(whole(floor, 3), firmness()) : null,
      leaving: chance(0.12) ? said(`L${at}调离`, `L${at} moves away`) : null,
    });
  });
  const representatives = Array.from({ length: whole(1, size.representatives) }, (_, at) =>
    representative(`R${at}`, {
      unitId: oneOf(units),
      fields: fields.filter(() => chance(0.4)),
      need: chance(0.85) ? bound(1, chance(0.7) ? 'firm' : 'soft') : null,
      most: chance(0.8) ? 1 : 2,
      eligible: [
        ...(chance(0.85)
          ? [
              {
                tier: 'school' as const,
                unitId: null,
                basis: NONE,
                ground: said('市政协委员', 'Member of the municipal conference'),
              },
            ]
          : []),
        ...(chance(0.4) ? [{ tier: 'unit' as const, unitId: oneOf(units), basis: NONE, ground: null }] : []),
      ],
      leaving: chance(0.08) ? said(`R${at}退出`, `R${at} withdraws`) : null,
    }),
  );
  const some = (share: number): RosterPair[] =>
    leaders.flatMap((one) =>
      representatives.filter(() => chance(share)).map((other) => ({ leaderId: one.id, representativeId: other.id })),
    );
  const now = some(0.3).map((pair): RosterCurrentPair => ({
    ...pair,
    since: addDays(TODAY, -whole(10, 13)),
    byReason: chance(0.1),
    mustEnd: chance(0.08) ? { ...NONE, why: said('身份届满', 'The standing ended') } : null,
  }));
  return problem({
    leaders,
    representatives,
    current: now,
    pins: some(0.06).map((pair): RosterPin => {
      const isNow = now.some((one) => one.leaderId === pair.leaderId && one.representativeId === pair.representativeId);
      return { ...pair, must: isNow ? oneOf(['stay', 'not']) : oneOf(['be', 'not']), byReason: chance(0.2) };
    }),
    conflicts: some(0.08).map((pair): RosterConflict => ({
      ...pair,
      ...NONE,
      why: said('直接上下级', 'One is the superior of the other'),
    })),
    wishes: some(0.2).map((pair): RosterWish => ({
      ...pair,
      by: chance(0.5) ? 'leader' : 'representative',
      wants: chance(0.6),
    })),
    helps: { sameField: chance(0.6), sameUnit: chance(0.5) },
  });
}

const is = (a: RosterPair, b: RosterPair) => a.leaderId === b.leaderId && a.representativeId === b.representativeId;

/** Whether a firm rule forbids the pair whatever else is chosen. Written apart from the optimiser, to check it by. */
function mayBe(one: RosterLeader, other: RosterRepresentative, given: RosterProblem): boolean {
  const pair = { leaderId: one.id, representativeId: other.id };
  const now = given.current.find((known) => is(known, pair));
  if (one.leaving || other.leaving || now?.mustEnd) return false;
  if (given.conflicts.some((known) => is(known, pair))) return false;
  if (given.pins.some((pin) => is(pin, pair) && pin.must === 'not')) return false;
  if (now?.byReason || given.pins.some((pin) => is(pin, pair) && pin.byReason)) return true;
  return other.eligible.some((line) => line.tier === one.tier && (line.unitId === null || line.unitId === one.unitId));
}

function keepsFirm(chosen: readonly RosterPair[], given: RosterProblem): boolean {
  const firm = (limit: RosterBound | null) => (limit?.firmness === 'firm' ? limit.value : undefined);
  return (
    given.leaders.every((one) => {
      const has = chosen.filter((pair) => pair.leaderId === one.id).length;
      return (one.leaving !== null || has >= (firm(one.floor) ?? 0)) && has <= (firm(one.cap) ?? Infinity);
    }) &&
    given.representatives.every((one) => {
      const has = chosen.filter((pair) => pair.representativeId === one.id).length;
      return (one.leaving !== null || has >= (firm(one.need) ?? 0)) && has <= one.most;
    }) &&
    given.pins.every((pin) => pin.must === 'not' || chosen.some((pair) => is(pair, pin)))
  );
}

export function scoreByHand(chosen: readonly RosterPair[], given: RosterProblem): RosterScore {
  const isChosen = (pair: RosterPair) => chosen.some((one) => is(one, pair));
  const lost = given.current.filter((pair) => !isChosen(pair));
  let [softBroken, imbalance, apart] = [0, 0, 0];
  for (const one of given.leaders.filter(({ leaving }) => leaving === null)) {
    const has = chosen.filter((pair) => pair.leaderId === one.id).length;
    if (one.floor?.firmness === 'soft') softBroken += Math.max(0, one.floor.value - has);
    if (one.cap?.firmness === 'soft') softBroken += Math.max(0, has - one.cap.value);
    imbalance += (has - (one.aim ?? one.floor?.value ?? 0)) ** 2;
  }
  for (const one of given.representatives.filter(({ leaving }) => leaving === null)) {
    const has = chosen.filter((pair) => pair.representativeId === one.id).length;
    if (one.need?.firmness === 'soft') softBroken += Math.max(0, one.need.value - has);
  }
  for (const pair of chosen) {
    const one = given.leaders.find(({ id }) => id === pair.leaderId);
    const other = given.representatives.find(({ id }) => id === pair.representativeId);
    if (!one || !other) throw new RangeError('nobody of that id');
    if (given.helps.sameField && !one.fields.some((field) => other.fields.includes(field))) apart += 1;
    if (given.helps.sameUnit && (one.unitId === null || one.unitId !== other.unitId)) apart += 1;
  }
  return {
    givenUp: lost.length,
    softBroken,
    newPairs: chosen.filter((pair) => !given.current.some((known) => is(known, pair))).length,
    imbalance,
    wishesUnmet: given.wishes.filter((wish) => wish.wants !== isChosen(wish)).length,
    apart,
    daysLost: lost
      // What may not go on is no loss of a choice.
      .filter((pair) => {
        const one = given.leaders.find(({ id }) => id === pair.leaderId);
        const other = given.representatives.find(({ id }) => id === pair.representativeId);
        return one && other && mayBe(one, other, given);
      })
      .reduce((sum, pair) => sum + daysBetween(pair.since, given.on), 0),
  };
}

/** Whether some roster keeps the firm rules and has all of these pairs, by trying. */
export function isPossibleByTrying(given: RosterProblem, having: readonly RosterPair[]): boolean {
  const possible = possiblePairs(given);
  for (let set = 2 ** possible.length - 1; set >= 0; set -= 1) {
    const chosen = possible.filter((_, at) => (set >> at) & 1);
    if (having.every((pair) => chosen.some((one) => is(one, pair))) && keepsFirm(chosen, given)) return true;
  }
  return false;
}

/** Whether these pairs keep one rule, as its kind reads. */
function keepsRule(chosen: readonly RosterPair[], given: RosterProblem, rule: RosterRule): boolean {
  const one = given.leaders.find(({ id }) => id === rule.leaderId);
  const other = given.representatives.find(({ id }) => id === rule.representativeId);
  const ofBoth = chosen.filter(
    (pair) => (!one || pair.leaderId === one.id) && (!other || pair.representativeId === other.id),
  );
  if (rule.kind === 'floor') return ofBoth.length >= (one?.floor?.value ?? 0);
  if (rule.kind === 'cap') return ofBoth.length <= (one?.cap?.value ?? 0);
  if (rule.kind === 'need') return ofBoth.length >= (other?.need?.value ?? 0);
  if (rule.kind === 'most') return ofBoth.length <= (other?.most ?? 0);
  if (rule.kind === 'pin') {
    const pins = given.pins.filter((pin) => pin.leaderId === rule.leaderId && pin.representativeId === other?.id);
    return pins.every(({ must }) => (must === 'not') === (ofBoth.length === 0));
  }
  if (rule.kind !== 'eligibility') return ofBoth.length === 0;
  return ofBoth.every((pair) => {
    const chosenLeader = given.leaders.find(({ id }) => id === pair.leaderId);
    return (
      given.current.some((now) => now.byReason && is(now, pair)) ||
      given.pins.some((pin) => pin.byReason && pin.must !== 'not' && is(pin, pair)) ||
      other?.eligible.some(
        (line) => line.tier === chosenLeader?.tier && (line.unitId === null || line.unitId === chosenLeader.unitId),
      )
    );
  });
}

/** Whether any set of pairs keeps these rules, by trying every one. */
export function canKeepByTrying(given: RosterProblem, rules: readonly RosterRule[]): boolean {
  const every = given.leaders.flatMap((one) =>
    given.representatives.map((other) => ({ leaderId: one.id, representativeId: other.id })),
  );
  for (let set = 2 ** every.length - 1; set >= 0; set -= 1) {
    const chosen = every.filter((_, at) => (set >> at) & 1);
    if (rules.every((rule) => keepsRule(chosen, given, rule))) return true;
  }
  return false;
}

const AIMS = ['givenUp', 'softBroken', 'newPairs', 'imbalance', 'wishesUnmet', 'apart', 'daysLost'] as const;

/** How many pairs may be: 2 to that power sets are tried. */
export const possiblePairs = (given: RosterProblem): RosterPair[] => {
  const order = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  return [...given.leaders].sort(order).flatMap((one) =>
    [...given.representatives]
      .sort(order)
      .filter((other) => mayBe(one, other, given))
      .map((other) => ({ leaderId: one.id, representativeId: other.id })),
  );
};

/** The best roster by trying them all; undefined where none keeps the firm rules. */
export function bestByTrying(
  given: RosterProblem,
): { readonly chosen: readonly RosterPair[]; readonly score: RosterScore } | undefined {
  const possible = possiblePairs(given);
  let best: { chosen: readonly RosterPair[]; score: RosterScore } | undefined;
  // From the set that takes the first pairs downward: among equals the first found stays.
  for (let set = 2 ** possible.length - 1; set >= 0; set -= 1) {
    const chosen = possible.filter((_, at) => (set >> (possible.length - 1 - at)) & 1);
    if (!keepsFirm(chosen, given)) continue;
    const score = scoreByHand(chosen, given);
    const differs = AIMS.find((aim) => best && score[aim] !== best.score[aim]);
    if (!best || (differs && score[differs] < best.score[differs])) best = { chosen, score };
  }
  return best;
}

/** The pairs of a plan, in the order of `possiblePairs`. */
export const pairsOfPlan = (plan: {
  readonly kept: readonly RosterPair[];
  readonly added: readonly RosterPair[];
  readonly moved: readonly { readonly toLeaderId: string; readonly representativeId: string }[];
}): RosterPair[] =>
  [
    ...plan.kept,
    ...plan.added,
    ...plan.moved.map((move) => ({ leaderId: move.toLeaderId, representativeId: move.representativeId })),
  ]
    .map(({ leaderId, representativeId }) => ({ leaderId, representativeId }))
    .sort((a, b) => {
      const [left, right] = [`${a.leaderId} ${a.representativeId}`, `${b.leaderId} ${b.representativeId}`];
      return left < right ? -1 : 1;
    });

/** The same roster with its people and lists in another order. */
export function shuffled(given: RosterProblem, seed: number): RosterProblem {
  const random = randomFrom(seed);
  const mix = <T>(some: readonly T[]): T[] =>
    some
      .map((one) => ({ one, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
  return {
    ...given,
    leaders: mix(given.leaders),
    representatives: mix(given.representatives),
    current: mix(given.current),
    pins: mix(given.pins),
    conflicts: mix(given.conflicts),
    wishes: mix(given.wishes),
  };
}
