/** How many representatives each leader befriends on a day, against how many the policy then asks for. */
import { isWithin, type PlainDate } from '../kit/plain-date.ts';
import type { Said } from '../policy/arithmetic.ts';
import { findRequirement, tiersOf, type Policy } from '../policy/policy.ts';
import type { Quota } from '../policy/requirement.ts';
import type { Tier } from '../policy/vocabulary.ts';
import { QUOTA_WORDS } from './quota.words.ts';

export type DatedPairing = {
  readonly leaderId: string;
  readonly representativeId: string;
  readonly startsOn: PlainDate | null;
  /** The first day on which it no longer holds. */
  readonly endsOn: PlainDate | null;
};

export type LeaderQuota = {
  readonly leaderId: string;
  /** Null where the policy states no number for the leader's tier: then nobody is short. */
  readonly required: number | null;
  readonly has: number;
  readonly short: number;
  readonly over: number;
  readonly requirement: string | null;
  readonly clause: string | null;
  readonly arithmetic: Said;
};

export const isPairedOn = (pairing: Pick<DatedPairing, 'startsOn' | 'endsOn'>, on: PlainDate): boolean =>
  isWithin(on, pairing.startsOn, pairing.endsOn);

function judge(leaderId: string, has: number, row: Quota | undefined): LeaderQuota {
  const required = row?.value.min ?? null;
  const max = row?.value.max ?? null;
  const short = Math.max(0, (required ?? 0) - has);
  const over = max === null ? 0 : Math.max(0, has - max);
  const facts = { required: required ?? 0, max: max ?? 0, has, short, over, clause: row?.basis ?? '' };
  const words =
    short > 0
      ? QUOTA_WORDS.short
      : over > 0
        ? QUOTA_WORDS.over
        : required === null
          ? QUOTA_WORDS.noNumber
          : QUOTA_WORDS.met;
  const arithmetic = { words, facts };
  return { leaderId, required, has, short, over, requirement: row?.id ?? null, clause: row?.basis ?? null, arithmetic };
}

/** One line for each leader, in the order given. A representative paired twice with one leader counts once. */
export function quotaOn(
  leaders: readonly { readonly id: string; readonly tier: Tier }[],
  pairings: readonly DatedPairing[],
  policy: Policy,
  on: PlainDate,
): LeaderQuota[] {
  const friends = new Map<string, Set<string>>();
  for (const pairing of pairings) {
    if (!isPairedOn(pairing, on)) continue;
    const known = friends.get(pairing.leaderId);
    if (known) known.add(pairing.representativeId);
    else friends.set(pairing.leaderId, new Set([pairing.representativeId]));
  }
  const rows = new Map(tiersOf(policy).map((tier) => [tier, findRequirement(policy, 'quota', on, tier)]));
  return leaders.map((leader) => judge(leader.id, friends.get(leader.id)?.size ?? 0, rows.get(leader.tier)));
}
