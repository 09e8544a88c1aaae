/** The board as a question to the optimiser: who must, who may, who may not, what is wished. */
import { isWithin } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import { DIFF_WORDS, PROBLEM_WORDS } from '@zhengyou/domain/pairing/draft.words.ts';
import type {
  RosterBound,
  RosterConflict,
  RosterCurrentPair,
  RosterLeader,
  RosterPin,
  RosterProblem,
  RosterRepresentative,
  RosterWish,
} from '@zhengyou/domain/pairing/optimiser.types.ts';
import { eligibilityFor } from '@zhengyou/domain/person/eligibility.ts';
import { quotaRuleOf } from '@zhengyou/domain/pairing/quota.ts';
import { findRequirement } from '@zhengyou/domain/policy/policy.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import { pairKey, type Board, type BoardLeader, type BoardPair } from './load-board.ts';
import type { ListedRepresentative } from './pairing.reads.ts';
import type { WishRow } from './proposal.reads.ts';
import { adjustmentClause, said } from './read-draft.ts';

/** Rules that are put as a must are never broken; "as a rule" gives way to a pair that exists. */
const FIRM: ReadonlySet<string> = new Set(['shall', 'atLeast', 'promptly']);

const inBoth = (words: Words, facts: Readonly<Record<string, string | number>> = {}): Words => ({
  zh: say(words, 'zh', facts),
  en: say(words, 'en', facts),
});

function bound(board: Board, leader: BoardLeader, side: 'min' | 'max'): RosterBound | null {
  const { row, ...numbers } = quotaRuleOf(board.policy, board.draft.effectiveOn, leader);
  const value = numbers[side];
  if (!row || value === null) return null;
  const basis = { requirement: row.id, clause: row.basis };
  return { value, firmness: FIRM.has(row.strength) ? 'firm' : 'soft', basis };
}

const leaderOf = (board: Board, leader: BoardLeader): RosterLeader => ({
  id: leader.id,
  name: leader.name,
  tier: leader.tier,
  unitId: leader.unit.id,
  fields: [],
  floor: bound(board, leader, 'min'),
  aim: null,
  cap: bound(board, leader, 'max'),
  leaving: leader.here
    ? null
    : said(DIFF_WORDS.leaderLeaves, board.today, { from: leader.name }, leader.leaves ?? board.today),
});

/** Of the tiers of the board’s leaders those that a standing opens on its day. A unit’s leaders befriend people of their unit. */
function eligibleFor(board: Board, person: ListedRepresentative, tiers: ReadonlySet<Tier>) {
  const on = board.draft.effectiveOn;
  return [...tiers].flatMap((tier) => {
    const open = eligibilityFor(person.standings, board.policy, on, tier);
    if (!open) return [];
    const within = findRequirement(board.policy, 'dutyHolder', on, tier)?.value.body === 'unit';
    const written = person.standings.find((one) => one.id === open.standing)?.written;
    return [
      {
        tier,
        unitId: within ? person.unit.id : null,
        basis: { requirement: open.requirement, clause: open.clause },
        ground: written ? { zh: written, en: written } : null,
      },
    ];
  });
}

export function problemOfBoard(board: Board, wishes: readonly WishRow[]): RosterProblem {
  const on = board.draft.effectiveOn;
  const leaders = board.leaders.map((leader) => leaderOf(board, leader));
  const tiers = new Set(board.leaders.map((leader) => leader.tier));
  const pairsOf = Map.groupBy(board.current, (pair) => pair.representativeId);
  const representatives: RosterRepresentative[] = [];
  for (const person of board.people.values()) {
    const own = pairsOf.get(person.id) ?? [];
    const eligible = eligibleFor(board, person, tiers);
    const gone = !isWithin(on, person.since, person.until);
    const mayHere = eligible.some((line) =>
      board.leaders.some(
        (leader) =>
          leader.here && leader.tier === line.tier && (line.unitId === null || line.unitId === leader.unit.id),
      ),
    );
    const [first] = eligible;
    const planned = board.plan.pairs.some((pair) => pair.representativeId === person.id);
    if (own.length === 0 && !planned && (!mayHere || gone || board.takenElsewhere.has(person.id))) continue;
    representatives.push({
      id: person.id,
      name: person.name,
      unitId: person.unit.id,
      fields: [],
      need: first && mayHere && !gone ? { value: 1, firmness: 'soft', basis: first.basis } : null,
      most: Math.max(1, own.length, board.plan.pairs.filter((pair) => pair.representativeId === person.id).length),
      eligible,
      leaving: gone && person.until ? said(DIFF_WORDS.representativeLeaves, board.today, {}, person.until) : null,
    });
  }
  const known = new Set<string>(representatives.map((person) => person.id));
  // One whom the asker may not look up stays with the leader who has them.
  for (const [id, own] of pairsOf)
    if (!known.has(id))
      representatives.push({
        id,
        name: own[0]?.representativeName ?? '—',
        unitId: own[0]?.representativeUnitId ?? null,
        fields: [],
        need: null,
        most: own.length,
        eligible: [],
        leaving: null,
      });
  const listed = new Set<string>(representatives.map((person) => person.id));
  const conflicts = [...board.conflicts.values()]
    .filter((row) => listed.has(row.representativeId) && board.leaderOf.has(row.leaderId))
    .map((row): RosterConflict => ({
      leaderId: row.leaderId,
      representativeId: row.representativeId,
      requirement: null,
      clause: null,
      why: inBoth(PROBLEM_WORDS[row.kind]),
    }));
  return {
    on,
    leaders,
    representatives,
    current: board.current.map((pair) => currentOf(board, pair)),
    pins: pinsOf(board),
    conflicts,
    wishes: wishesOf(board, representatives, wishes),
    helps: { sameField: false, sameUnit: false },
  };
}

function currentOf(board: Board, pair: BoardPair): RosterCurrentPair {
  const tier = board.leaderOf.get(pair.leaderId)?.tier ?? pair.tier;
  const person = board.people.get(pair.representativeId);
  const openThen = person && eligibilityFor(person.standings, board.policy, board.draft.effectiveOn, tier);
  const openNow = person && eligibilityFor(person.standings, board.policy, board.today, tier);
  const pinned = isPinned(board, pair);
  const basis = { requirement: null, clause: adjustmentClause(board) };
  const lapsed = openNow !== undefined && openThen === undefined;
  const written = person?.standings.find((one) => one.id === openNow?.standing)?.written ?? '';
  const why = pinned
    ? null
    : pair.changeAskedOn !== null
      ? inBoth(DIFF_WORDS.changeAsked)
      : lapsed
        ? said(PROBLEM_WORDS.lapses, board.today, { standing: written }, openNow.expiresOn ?? board.draft.effectiveOn)
        : null;
  return {
    leaderId: pair.leaderId,
    representativeId: pair.representativeId,
    since: pair.startsOn,
    // What no standing opens today was entered for a reason, or before there was one: it may go on.
    byReason: !openThen,
    mustEnd: why ? { ...basis, why } : null,
  };
}

const isPinned = (board: Board, pair: { readonly leaderId: string; readonly representativeId: string }) =>
  board.plan.pairs.some(
    (one) => one.pinned && one.leaderId === pair.leaderId && one.representativeId === pair.representativeId,
  );

const pinsOf = (board: Board): RosterPin[] =>
  board.plan.pairs
    .filter((pair) => pair.pinned)
    .map((pair) => ({
      leaderId: pair.leaderId,
      representativeId: pair.representativeId,
      must: pair.change === 'kept' ? ('stay' as const) : ('be' as const),
      ...(pair.change !== 'kept' && pair.reason ? { byReason: true } : {}),
    }));

/** A wish speaks of a kind of person; it is broken by each pair that goes against it. */
function wishesOf(board: Board, people: readonly RosterRepresentative[], wishes: readonly WishRow[]): RosterWish[] {
  const currentKeys = new Set(board.current.map((pair) => pairKey(pair.leaderId, pair.representativeId)));
  const against = (kind: string, leader: BoardLeader, person: RosterRepresentative): boolean => {
    if (kind === 'ownUnit') return leader.unit.id !== person.unitId;
    if (kind === 'otherUnit') return leader.unit.id === person.unitId;
    const current = currentKeys.has(pairKey(leader.id, person.id));
    if (kind === 'change') return current;
    return false;
  };
  const byPerson = Map.groupBy(wishes, (wish) => wish.personId as string);
  return board.leaders.flatMap((leader) =>
    people.flatMap((person): RosterWish[] => {
      const sides = [
        { by: 'leader' as const, own: byPerson.get(leader.id) ?? [] },
        { by: 'representative' as const, own: byPerson.get(person.id) ?? [] },
      ];
      return sides.flatMap(({ by, own }) =>
        own.flatMap((wish): RosterWish[] => {
          const pair = { leaderId: leader.id, representativeId: person.id, by };
          if (wish.kind === 'stay' && currentKeys.has(pairKey(leader.id, person.id))) return [{ ...pair, wants: true }];
          return against(wish.kind, leader, person) ? [{ ...pair, wants: false }] : [];
        }),
      );
    }),
  );
}

/** Whoever is named in the answer, as they were called when it was asked. */
export const namesIn = (problem: RosterProblem): Record<string, string> =>
  Object.fromEntries([...problem.leaders, ...problem.representatives].map((one) => [one.id, one.name]));
