/**
 * What the optimiser of pairings is asked and what it answers. Everything is plain data, so that it travels to the
 * solver's process and rests in a draft. Sentences arrive and leave filled, in both languages.
 *
 * Firm rules are never broken. Among the plans that keep them all, the first of these aims decides, then the second,
 * and so on; see `ROSTER_AIMS`.
 */
import type { PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import type { Tier } from '../policy/vocabulary.ts';

/** The requirement and clause that a rule rests on; both null where an officer or one of the two set it. */
export type RosterBasis = { readonly requirement: string | null; readonly clause: string | null };

/** `firm` is never broken; `soft` ("as a rule") gives way to an existing pair, as little as possible. */
export type RosterBound = {
  readonly value: number;
  readonly firmness: 'firm' | 'soft';
  readonly basis: RosterBasis;
};

export type RosterLeader = {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier;
  readonly unitId: string | null;
  /** Fields of work, as the institution names them; two that share one word share a field. */
  readonly fields: readonly string[];
  /** At least so many representatives; null where no number is asked for. */
  readonly floor: RosterBound | null;
  /** How many are hoped for: the balance leans toward it. Null leans toward the floor. */
  readonly aim: number | null;
  readonly cap: RosterBound | null;
  /** Why this leader can have no pair from now on (`许霞 12 月调离`), a whole sentence; null for who stays. */
  readonly leaving: Words | null;
};

/** A tier whose leaders may befriend this person, by which clause. */
export type RosterEligibility = {
  readonly tier: Tier;
  /** Only leaders of this unit; null where any leader of the tier may. */
  readonly unitId: string | null;
  readonly basis: RosterBasis;
  /** What opens the tier, for the sentence (`市政协委员`); null where none is to be named. */
  readonly ground: Words | null;
};

export type RosterRepresentative = {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly fields: readonly string[];
  /** At least so many leaders, usually one, firm. Null for who need not have any: then none is given without need. */
  readonly need: RosterBound | null;
  /** At most so many leaders, usually one. Always firm. */
  readonly most: number;
  readonly eligible: readonly RosterEligibility[];
  /** Why this person can have no pair from now on, a whole sentence; null for who stays. */
  readonly leaving: Words | null;
};

export type RosterCurrentPair = {
  readonly leaderId: string;
  readonly representativeId: string;
  readonly since: PlainDate;
  /** Entered for a stated reason: may go on although no standing opens the tier. */
  readonly byReason: boolean;
  /** Why it may not go on as it is (a standing ended, a post changed), a whole sentence; null where nothing is known. */
  readonly mustEnd: (RosterBasis & { readonly why: Words }) | null;
};

/** `stay` holds a current pair, `be` asks for a pair, `not` forbids one. An officer sets it. */
export type RosterPin = {
  readonly leaderId: string;
  readonly representativeId: string;
  readonly must: 'stay' | 'be' | 'not';
  /** With `be`: a reason is stated, so that no standing need open the tier. */
  readonly byReason?: boolean;
};

/** Direct superior, same household, declared by either. `why` is a whole sentence. */
export type RosterConflict = RosterBasis & {
  readonly leaderId: string;
  readonly representativeId: string;
  readonly why: Words;
};

export type RosterWish = {
  readonly leaderId: string;
  readonly representativeId: string;
  readonly by: 'leader' | 'representative';
  /** False for a wish to be with somebody else. */
  readonly wants: boolean;
};

/** Each id once; whoever is named in a pair, pin, conflict or wish stands in the two lists. The order means nothing. */
export type RosterProblem = {
  /** The day from which the new roster holds. */
  readonly on: PlainDate;
  readonly leaders: readonly RosterLeader[];
  readonly representatives: readonly RosterRepresentative[];
  readonly current: readonly RosterCurrentPair[];
  readonly pins: readonly RosterPin[];
  readonly conflicts: readonly RosterConflict[];
  readonly wishes: readonly RosterWish[];
  /** What the policy says helps a friendship; what is false plays no part. */
  readonly helps: { readonly sameField: boolean; readonly sameUnit: boolean };
};

/**
 * The aims in their order, each counted in whole numbers, the smaller the better. The last, `order`, decides between plans
 * that are equal in all else, so that the same roster gets the same answer in whatever order its people were listed.
 */
export const ROSTER_AIMS = [
  /** Current pairs that do not go on, those counted too that cannot. */
  'givenUp',
  /** People short of or beyond a soft rule. */
  'softBroken',
  /** New pairs. */
  'newPairs',
  /** Sum of the squares of what parts each leader's number from the aim, or from the floor where there is none. */
  'imbalance',
  /** Wishes set aside. */
  'wishesUnmet',
  /** Fields and units not shared, one for each pair and each of the two that the policy says helps. */
  'apart',
  /** Days of acquaintance given up. */
  'daysLost',
] as const;
export type RosterAim = (typeof ROSTER_AIMS)[number];
export type RosterScore = Readonly<Record<RosterAim, number>>;

type Explained = {
  /** One sentence: why it changes or stays, and why this leader. */
  readonly reason: Words;
  /** The clauses behind the sentence, each once. */
  readonly basis: readonly RosterBasis[];
};
export type RosterPair = { readonly leaderId: string; readonly representativeId: string };

export type RosterPlan = {
  readonly kept: readonly (RosterPair & Explained)[];
  readonly moved: readonly (Explained & {
    readonly representativeId: string;
    readonly fromLeaderId: string;
    readonly toLeaderId: string;
  })[];
  readonly added: readonly (RosterPair & Explained)[];
  readonly ended: readonly (RosterPair & Explained)[];
  readonly score: RosterScore;
};

export type RosterRuleKind =
  'floor' | 'cap' | 'need' | 'most' | 'pin' | 'conflict' | 'eligibility' | 'leaving' | 'mustEnd';

/** One rule in the way: whom it binds, and the rule itself in a sentence. */
export type RosterRule = RosterBasis & {
  readonly kind: RosterRuleKind;
  readonly leaderId: string | null;
  readonly representativeId: string | null;
  readonly says: Words;
};

/** Rules that cannot all be kept; without any one of them the rest can. */
export type RosterCore = {
  readonly rules: readonly RosterRule[];
  readonly leaderIds: readonly string[];
  readonly representativeIds: readonly string[];
  readonly sentence: Words;
  /** Each alone lets these rules be kept. */
  readonly cures: readonly Words[];
};

export type RosterAnswer =
  | { readonly status: 'optimal'; readonly plan: RosterPlan }
  /** Time ran out: keeps all firm rules, and is the best by the aims named in `settled`, perhaps not by the later ones. */
  | { readonly status: 'bestSoFar'; readonly plan: RosterPlan; readonly settled: readonly RosterAim[] }
  | { readonly status: 'infeasible'; readonly core: RosterCore }
  | { readonly status: 'cancelled' };

/** `done` of `total` steps; `aim` is the one being worked on, null while the rules are looked at. */
export type RosterProgress = { readonly done: number; readonly total: number; readonly aim: RosterAim | null };

/**
 * `solveRoster(problem, options)` on the server resolves to a `RosterAnswer`; `cancelled` once the signal fires. It rejects
 * with `Refused` where the problem is too large, names people that it does not list, or the solver died.
 */
export type RosterSolveOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RosterProgress) => void;
  /** Thirty seconds where it is not given. */
  readonly timeLimitMs?: number;
  /** What the solver's process took, once it has answered. */
  readonly onUsed?: (used: RosterSolverUse) => void;
};
export type RosterSolverUse = { readonly peakMegabytes: number; readonly cpuMs: number };
