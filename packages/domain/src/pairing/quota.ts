/**
 * How many counterparts each leader befriends on a day, against how many the policy then asks for: of the tier, of the leader's
 * rank where the rule tells ranks apart, of each kind where it asks for some of this and some of that.
 */
import { periodOn } from '../calendar/period.ts';
import { isWithin, type PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import type { Said } from '../policy/arithmetic.ts';
import { findRequirement, periodCalendarOf, type Policy } from '../policy/policy.ts';
import type { Counterpart, StandingKind, Tier } from '../policy/vocabulary.ts';
import { QUOTA_WORDS } from './quota.words.ts';

export type DatedPairing = {
  readonly leaderId: string;
  readonly representativeId: string;
  readonly startsOn: PlainDate | null;
  /** The first day on which it no longer holds. */
  readonly endsOn: PlainDate | null;
};

export type QuotaLeader = { readonly id: string; readonly tier: Tier; readonly rank?: string | null | undefined };

/** What a counterpart is, for a rule that asks for some of each kind. */
export type CounterpartFacts = { readonly counterpart: Counterpart; readonly kinds: readonly StandingKind[] };

export type QuotaPart = {
  readonly name: Words;
  readonly required: number | null;
  readonly has: number;
  readonly short: number;
};

export type LeaderQuota = {
  readonly leaderId: string;
  /** Null where the policy states no number for the leader's tier: then nobody is short. */
  readonly required: number | null;
  readonly has: number;
  /** Zero where the rule is soft: it asks as a rule and finds nobody short. */
  readonly short: number;
  readonly over: number;
  /** By kind of counterpart, where the rule asks for some of each. */
  readonly parts: readonly QuotaPart[];
  readonly requirement: string | null;
  readonly clause: string | null;
  readonly arithmetic: Said;
};

export const isPairedOn = (pairing: Pick<DatedPairing, 'startsOn' | 'endsOn'>, on: PlainDate): boolean =>
  isWithin(on, pairing.startsOn, pairing.endsOn);

/** The rule for a leader, with the numbers of the leader’s rank where it tells ranks apart. */
export function quotaRuleOf(policy: Policy, on: PlainDate, { tier, rank }: Pick<QuotaLeader, 'tier' | 'rank'>) {
  const row = findRequirement(policy, 'quota', on, tier, { rank });
  const ofRank = row?.value.byRank?.find((line) => rank && line.ranks.includes(rank));
  const { min, max } = ofRank ?? row?.value ?? { min: null, max: null };
  return { row, min, max };
}

const FIRM: ReadonlySet<string> = new Set(['shall', 'atLeast']);

function judge(
  leader: QuotaLeader,
  friends: ReadonlySet<string>,
  { row, min: required, max }: ReturnType<typeof quotaRuleOf>,
  factsOf: (representativeId: string) => CounterpartFacts | undefined,
): LeaderQuota {
  const has = friends.size;
  const firm = row === undefined || FIRM.has(row.strength);
  const parts = (row?.value.byKind ?? []).map((line): QuotaPart => {
    const fitting = [...friends].filter((id) => {
      const facts = factsOf(id) ?? { counterpart: 'person', kinds: [] };
      return (
        (line.kinds === undefined || line.kinds.some((kind) => facts.kinds.includes(kind))) &&
        (line.counterparts === undefined || line.counterparts.includes(facts.counterpart))
      );
    }).length;
    return {
      name: line.name,
      required: line.min,
      has: fitting,
      short: firm ? Math.max(0, (line.min ?? 0) - fitting) : 0,
    };
  });
  const missing = Math.max(
    Math.max(0, (required ?? 0) - has),
    parts.reduce((sum, part) => sum + part.short, 0),
  );
  const short = firm ? missing : 0;
  const over = max === null ? 0 : Math.max(0, has - max);
  const facts = { required: required ?? 0, max: max ?? 0, has, short, over, clause: row?.basis ?? '' };
  const words = wordsOf({ required, max, has, short, over, firm });
  const arithmetic = withParts({ words, facts }, parts);
  return {
    leaderId: leader.id,
    required,
    has,
    short,
    over,
    parts,
    requirement: row?.id ?? null,
    clause: row?.basis ?? null,
    arithmetic,
  };
}

function wordsOf(found: {
  readonly required: number | null;
  readonly max: number | null;
  readonly has: number;
  readonly short: number;
  readonly over: number;
  readonly firm: boolean;
}): Words {
  const { required, max, has, short, over, firm } = found;
  if (required === null && over === 0) return QUOTA_WORDS.noNumber;
  if (over > 0) return QUOTA_WORDS.over;
  if (!firm) return QUOTA_WORDS.soft;
  // All in all there are enough, yet a kind is missing: the parts say which.
  if (short > 0) return has < (required ?? 0) ? QUOTA_WORDS.short : QUOTA_WORDS.met;
  return max === required ? QUOTA_WORDS.exact : QUOTA_WORDS.met;
}

const withParts = (said: Said, parts: readonly QuotaPart[]): Said =>
  parts.length === 0
    ? said
    : {
        facts: said.facts,
        words: {
          zh: `${said.words.zh}${parts.map((part) => `其中${part.name.zh}应 ${part.required ?? 0} 个，现有 ${part.has} 个。`).join('')}`,
          en: `${said.words.en} ${parts.map((part) => `Of ${part.name.en}: ${part.required ?? 0} asked for, ${part.has} there.`).join(' ')}`,
        },
      };

/** One line for each leader, in the order given. A representative paired twice with one leader counts once. */
export function quotaOn(
  leaders: readonly QuotaLeader[],
  pairings: readonly DatedPairing[],
  policy: Policy,
  on: PlainDate,
  factsOf: (representativeId: string) => CounterpartFacts | undefined = () => undefined,
): LeaderQuota[] {
  const friends = new Map<string, DatedPairing[]>();
  for (const pairing of pairings) {
    if (!isPairedOn(pairing, on)) continue;
    const known = friends.get(pairing.leaderId);
    if (known) known.push(pairing);
    else friends.set(pairing.leaderId, [pairing]);
  }
  const year = periodOn('year', on, periodCalendarOf(policy));
  const rules = new Map<string, ReturnType<typeof quotaRuleOf>>();
  return leaders.map((leader) => {
    const key = `${leader.tier} ${leader.rank ?? ''}`;
    const rule = rules.get(key) ?? quotaRuleOf(policy, on, leader);
    rules.set(key, rule);
    // A quota that begins anew each year is met by pairs of the year alone.
    const counted = (friends.get(leader.id) ?? []).filter(
      ({ startsOn }) => rule.row?.value.reset !== 'yearly' || (year && startsOn !== null && startsOn >= year.from),
    );
    return judge(leader, new Set(counted.map((pairing) => pairing.representativeId)), rule, factsOf);
  });
}

/** How many leaders a counterpart has beyond the cap of the tier on a day; zero without a cap. */
export function overCap(
  policy: Policy,
  tier: Tier,
  on: PlainDate,
  representativeId: string,
  pairings: readonly DatedPairing[],
): number {
  const cap = findRequirement(policy, 'quota', on, tier)?.value.perCounterpart ?? null;
  if (cap === null) return 0;
  const leaders = new Set(
    pairings
      .filter((pairing) => pairing.representativeId === representativeId && isPairedOn(pairing, on))
      .map((pairing) => pairing.leaderId),
  );
  return Math.max(0, leaders.size - cap);
}
