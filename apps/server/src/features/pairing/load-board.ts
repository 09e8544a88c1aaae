/** The board of a draft: the records of the day with the sandbox laid over them, the plan, and what the rules say of each place. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { isWithin, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { planOf, type CurrentPair, type DraftLine, type Plan } from '@zhengyou/domain/pairing/draft.rules.ts';
import { judgePairing, type PairingVerdict } from '@zhengyou/domain/pairing/pairing.rules.ts';
import { PAIRING_REFUSALS } from '@zhengyou/domain/pairing/pairing.rules.words.ts';
import { quotaOn, type LeaderQuota } from '@zhengyou/domain/pairing/quota.ts';
import { peopleWith, postsWith, type SandboxFact } from '@zhengyou/domain/pairing/renewal.rules.ts';
import { findRequirement, highestOf, type Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { listFacts, listLines, type DraftRow } from './draft.reads.ts';
import {
  listLeaderPosts,
  listNamedPairings,
  listRepresentatives,
  sidesOf,
  type LeaderPost,
  type ListedRepresentative,
  type NamedPairing,
} from './pairing.reads.ts';
import { listConflicts, type ConflictRow } from './proposal.reads.ts';

export type BoardLeader = {
  readonly id: Id;
  readonly name: string;
  readonly tier: Tier;
  readonly rank: string | undefined;
  readonly unit: { readonly id: Id; readonly name: string; readonly shortName: string };
  readonly posts: readonly { readonly title: string; readonly charge: string | null }[];
  /** In post on the day of the plan. */
  readonly here: boolean;
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
  /** Takes office between today and the day of the plan. */
  readonly arrives: PlainDate | null;
  /** The first day out of office, where that is known and not after the day of the plan. */
  readonly leaves: PlainDate | null;
};

export type BoardPair = CurrentPair & {
  readonly version: number;
  readonly tier: Tier;
  readonly unitId: Id;
  readonly representativeUnitId: Id;
  readonly leaderName: string | null;
  readonly representativeName: string | null;
  readonly changeAskedOn: PlainDate | null;
};

/** What all drafts of one asker share; read once for a list of them. */
export type Ground = {
  readonly policy: Policy;
  readonly posts: readonly LeaderPost[];
  readonly people: readonly ListedRepresentative[];
  readonly pairs: readonly NamedPairing[];
  readonly conflicts: readonly ConflictRow[];
};

export type Board = {
  readonly draft: DraftRow;
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly leaders: readonly BoardLeader[];
  readonly leaderOf: ReadonlyMap<Id, BoardLeader>;
  readonly people: ReadonlyMap<Id, ListedRepresentative>;
  readonly current: readonly BoardPair[];
  /** Recommended or confirmed, not yet published, by leader and representative. */
  readonly proposed: ReadonlySet<string>;
  /** Those that this very draft sent. */
  readonly sent: ReadonlySet<string>;
  /** Who has a leader outside this board. */
  readonly takenElsewhere: ReadonlySet<Id>;
  readonly conflicts: ReadonlyMap<string, ConflictRow>;
  readonly facts: readonly SandboxFact[];
  readonly lines: readonly DraftLine[];
  readonly plan: Plan;
  /** By leader, counted in the plan on its day. */
  readonly quotas: ReadonlyMap<Id, LeaderQuota>;
};

export const pairKey = (leaderId: string, representativeId: string) => `${leaderId} ${representativeId}`;

export async function readGround(context: Context): Promise<Ground> {
  const { db, institutionId, reach, today } = context;
  return {
    policy: await getPolicyInForce(db, institutionId, today),
    posts: await listLeaderPosts(db, institutionId, reach, null),
    people: await listRepresentatives(db, institutionId, reach),
    pairs: await listNamedPairings(db, institutionId, reach, { status: 'open' }),
    conflicts: await listConflicts(db, institutionId, reach),
  };
}

export async function loadBoard(context: Context, draft: DraftRow): Promise<Board> {
  const [board] = await loadBoards(context, [draft]);
  if (!board) throw new Error('a board was not made');
  return board;
}

/** In the same number of statements for any number of drafts. */
export async function loadBoards(context: Context, drafts: readonly DraftRow[]): Promise<Board[]> {
  if (drafts.length === 0) return [];
  const { db, institutionId, reach, today } = context;
  const ids = drafts.map((draft) => draft.id);
  const ground = await readGround(context);
  const lines = await listLines(db, institutionId, ids);
  const facts = Map.groupBy(await listFacts(db, institutionId, reach, ids), (fact) => fact.draftId);
  return drafts.map((draft) => boardOf(ground, draft, lines.get(draft.id) ?? [], facts.get(draft.id) ?? [], today));
}

export function boardOf(
  ground: Ground,
  draft: DraftRow,
  lines: readonly DraftLine[],
  facts: readonly SandboxFact[],
  today: PlainDate,
): Board {
  const { policy } = ground;
  const people = new Map(peopleWith(ground.people, facts).map((person) => [person.id, person]));
  const active = ground.pairs.filter((pair) => pair.status === 'active' && pair.startsOn !== null);
  const leaders = leadersOf(postsWith(ground.posts, facts), active, policy, draft, today);
  const leaderOf = new Map(leaders.map((leader) => [leader.id, leader]));
  const current = active
    .filter((pair) => leaderOf.has(pair.leaderId))
    .map((pair): BoardPair => ({ ...pair, startsOn: pair.startsOn ?? today }));
  const waiting = ground.pairs.filter((pair) => pair.status === 'recommended' || pair.status === 'confirmed');
  const plan = planOf(current, lines);
  const planned = plan.pairs.map((pair) => ({ ...pair, startsOn: null, endsOn: null }));
  const quotas = quotaOn(leaders, planned, policy, draft.effectiveOn, sidesOf([...people.values()], draft.effectiveOn));
  return {
    draft,
    policy,
    today,
    leaders,
    leaderOf,
    people,
    current,
    proposed: new Set(waiting.map((pair) => pairKey(pair.leaderId, pair.representativeId))),
    sent: new Set(
      waiting.filter((pair) => pair.draftId === draft.id).map((pair) => pairKey(pair.leaderId, pair.representativeId)),
    ),
    takenElsewhere: new Set(active.filter((pair) => !leaderOf.has(pair.leaderId)).map((pair) => pair.representativeId)),
    conflicts: new Map(ground.conflicts.map((row) => [pairKey(row.leaderId, row.representativeId), row])),
    facts,
    lines,
    plan,
    quotas: new Map(quotas.map((quota) => [quota.leaderId as Id, quota])),
  };
}

/** The later of two ends; an open one is later than any. */
const lastOf = (a: PlainDate | null, b: PlainDate | null) => (a === null || b === null ? null : a > b ? a : b);

/** For one who does not lead in this tier today and will: since when. */
function arrivalOf(then: readonly LeaderPost[], now: readonly LeaderPost[], tier: Tier): PlainDate | null {
  if (now.some((post) => post.tier === tier)) return null;
  const days = then.flatMap((post) => (post.tier === tier && post.since !== null ? [post.since] : []));
  return days.sort()[0] ?? null;
}

/** Who leads today or on the day of the plan, of the draft's tier and unit; and who leads no longer but still has a pair. */
function leadersOf(
  posts: readonly LeaderPost[],
  active: readonly NamedPairing[],
  policy: Policy,
  draft: DraftRow,
  today: PlainDate,
): BoardLeader[] {
  const on = draft.effectiveOn;
  const relevant = posts.filter(
    (post) => isWithin(on, post.since, post.until) || isWithin(today, post.since, post.until),
  );
  const held = Map.groupBy(relevant, (post) => post.leaderId);
  const leaders = [...held.values()].flatMap((own): BoardLeader[] => {
    const then = own.filter((post) => isWithin(on, post.since, post.until));
    const now = own.filter((post) => isWithin(today, post.since, post.until));
    const main = highestOf(policy, then.length > 0 ? then : now);
    if (!main) return [];
    const shown = then.length > 0 ? then : now;
    const until = shown.reduce<PlainDate | null>(
      (last, post, index) => (index === 0 ? post.until : lastOf(last, post.until)),
      null,
    );
    const since = shown.some((post) => post.since === null)
      ? null
      : (shown.map((post) => post.since).sort()[0] ?? null);
    return [
      {
        id: main.leaderId,
        name: main.name,
        tier: main.tier,
        rank: main.rank,
        unit: main.unit,
        posts: shown.map(({ title, charge }) => ({ title, charge })),
        here: then.length > 0,
        since,
        until,
        arrives: arrivalOf(then, now, main.tier),
        leaves: then.length === 0 ? until : null,
      },
    ];
  });
  const known = new Set(leaders.map((leader) => leader.id));
  const left = active
    .filter((pair) => !known.has(pair.leaderId))
    .map((pair): BoardLeader => ({
      id: pair.leaderId,
      name: pair.leaderName ?? '—',
      tier: pair.tier,
      rank: undefined,
      unit: { id: pair.unitId, name: pair.unitName, shortName: pair.unitShortName },
      posts: [],
      here: false,
      since: null,
      until: null,
      arrives: null,
      leaves: today,
    }));
  const once = [...new Map([...leaders, ...left].map((leader) => [leader.id, leader])).values()];
  const own = once.filter(
    (leader) =>
      (draft.tier === null || leader.tier === draft.tier) && (draft.unit === null || leader.unit.id === draft.unit.id),
  );
  return policy.tiers.flatMap((tier) => own.filter((leader) => leader.tier === tier.id));
}

export type Judgement = {
  readonly verdict: PairingVerdict;
  /** The clause behind it, where one stands behind it. */
  readonly clause: string | null;
};

/** What the rules say of putting two people together in the plan, on its day. */
export function judgeOnBoard(board: Board, leaderId: Id, representativeId: Id, reason?: string): Judgement {
  const { policy, draft } = board;
  const on = draft.effectiveOn;
  const leader = board.leaderOf.get(leaderId);
  const representative = board.people.get(representativeId);
  const key = pairKey(leaderId, representativeId);
  const waits = board.proposed.has(key) && !board.sent.has(key);
  let verdict = judgePairing(
    {
      leader: leader && { ...leader, until: leader.here ? leader.until : (leader.leaves ?? on) },
      representative,
      startsOn: on,
      endsOn: null,
      reason,
      existing: waits ? [{ leaderId, representativeId, startsOn: null, endsOn: null, proposed: true }] : [],
      conflict: board.conflicts.get(key)?.kind,
    },
    policy,
  );
  if (verdict.ok && leader) {
    const quota = findRequirement(policy, 'quota', on, leader.tier);
    const max = quota?.value.max ?? null;
    const has = board.plan.pairs.filter(
      (pair) => pair.leaderId === leaderId && pair.representativeId !== representativeId,
    ).length;
    if (max !== null && quota && has >= max)
      verdict = {
        ok: false,
        refusal: PAIRING_REFUSALS.overCap(
          { leader: leader.name, has, max },
          { requirement: quota.id, field: 'leaderId' },
        ),
      };
  }
  const requirement = verdict.ok ? verdict.eligibility?.requirement : verdict.refusal.requirement;
  return { verdict, clause: policy.requirements.find((row) => row.id === requirement)?.basis ?? null };
}
