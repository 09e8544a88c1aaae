/** For tests: the answer found by trying every set of pairs. Written apart from the optimiser, to check it by. */
import { daysBetween } from '../kit/plain-date.ts';
import type {
  RosterBound,
  RosterLeader,
  RosterPair,
  RosterProblem,
  RosterRepresentative,
  RosterRule,
  RosterScore,
} from './optimiser.types.ts';

const is = (a: RosterPair, b: RosterPair) => a.leaderId === b.leaderId && a.representativeId === b.representativeId;

/** Whether a firm rule forbids the pair whatever else is chosen. */
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
