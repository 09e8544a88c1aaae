/** The board as the page shows it: leaders with their slots, the pool, the difference from today, what a place would be. */
import { sayDay } from '@zhengyou/domain/calendar/date.words.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, daysBetween, isWithin, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import type {
  judgeMoves as judgeEndpoint,
  listDrafts as listEndpoint,
} from '@zhengyou/domain/pairing/draft.contract.ts';
import { countPlan, type PlannedPair } from '@zhengyou/domain/pairing/draft.rules.ts';
import { DIFF_WORDS, JUDGE_WORDS } from '@zhengyou/domain/pairing/draft.words.ts';
import { pathOf } from '@zhengyou/domain/pairing/roster-path.ts';
import { EXPIRY_DAYS } from '@zhengyou/domain/pairing/adjustment.ts';
import { eligibilityFor, eligibilityOn } from '@zhengyou/domain/person/eligibility.ts';
import { keepingOf, keeps, type Keeping } from '@zhengyou/domain/person/person.access.ts';
import { isHeldOn } from '@zhengyou/domain/person/standing.ts';
import { isEnding } from '@zhengyou/domain/person/term.ts';
import { findRequirement } from '@zhengyou/domain/policy/policy.ts';
import { asksOf } from '@zhengyou/domain/policy/policy.words.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { listDraftRows, type DraftRow } from './draft.reads.ts';
import { judgeOnBoard, loadBoard, loadBoards, pairKey, type Board } from './load-board.ts';
import type { ListedRepresentative } from './pairing.reads.ts';
import { listWishes } from './proposal.reads.ts';
import { findLatestSolve } from './solve.reads.ts';
import { showSolve } from './show-solve.ts';

export const UNDO_DAYS = 30;

/** The office keeps all drafts, a unit’s officer those of the unit. */
export const keepsDraft = (keeping: Keeping, draft: Pick<DraftRow, 'unit'>): boolean =>
  draft.unit === null ? keeping.whole : keeps(keeping, draft.unit.id);

export async function getDraft({ db, institutionId, reach }: Context, draftId: Id): Promise<DraftRow> {
  const [draft] = await listDraftRows(db, institutionId, reach, { id: draftId });
  if (!draft) throw new Refused(edgeRefusals.notFound());
  return draft;
}

export function headOf({ actor, today }: Context, draft: DraftRow) {
  const keep = keepsDraft(keepingOf(actor), draft);
  const until = draft.sentOn === null ? null : addDays(draft.sentOn, UNDO_DAYS);
  const open = keep && draft.status === 'open';
  const undo = keep && draft.status === 'sent' && until !== null && today <= until;
  return {
    ...draft,
    madeAt: draft.madeAt.toISOString(),
    sentAt: draft.sentAt?.toISOString() ?? null,
    undoUntil: until,
    can: [...(open ? (['change', 'send', 'discard'] as const) : []), ...(undo ? (['undo'] as const) : [])],
  };
}

export async function listDrafts(context: Context, query: QueryOf<typeof listEndpoint>) {
  const { db, institutionId, reach } = context;
  const drafts = await listDraftRows(db, institutionId, reach, { kind: query.kind, all: query.all === 'yes' });
  const boards = await loadBoards(context, drafts);
  return {
    items: boards.map((board) => ({
      ...headOf(context, board.draft),
      diff: countPlan(board.plan),
      leadersShort: board.leaders.filter((leader) => leader.here && (board.quotas.get(leader.id)?.short ?? 0) > 0)
        .length,
      problems: problemsOf(board).length,
    })),
  };
}

/** Places of the plan that a rule speaks against. One that is kept and cannot go on is said too, but does not hold the draft back. */
export function problemsOf(board: Board) {
  return board.plan.pairs.flatMap((pair) => {
    const problem = problemOf(board, pair);
    return problem ? [{ pair, ...problem }] : [];
  });
}

export function problemOf(board: Board, pair: PlannedPair): { words: Words; clause: string | null } | null {
  if (pair.change === 'kept') return keptProblem(board, pair);
  if (board.sent.has(pairKey(pair.leaderId, pair.representativeId))) return null;
  const { verdict, clause } = judgeOnBoard(board, pair.leaderId, pair.representativeId, pair.reason?.zh);
  return verdict.ok ? null : { words: filled(verdict.refusal.words, verdict.refusal.facts), clause };
}

function keptProblem(board: Board, pair: PlannedPair): { words: Words; clause: string | null } | null {
  const leader = board.leaderOf.get(pair.leaderId);
  const person = board.people.get(pair.representativeId);
  const clause = adjustmentClause(board);
  if (leader && !leader.here)
    return {
      words: said(DIFF_WORDS.leaderLeaves, board.today, { from: leader.name }, leader.leaves ?? board.today),
      clause,
    };
  if (person && !isWithin(board.draft.effectiveOn, null, person.until))
    return { words: said(DIFF_WORDS.representativeLeaves, board.today, {}, person.until ?? board.today), clause };
  return null;
}

export const filled = (words: Words, facts: Readonly<Record<string, string | number>> = {}): Words => ({
  zh: say(words, 'zh', facts),
  en: say(words, 'en', facts),
});

/** With a day, said in each language. */
export const said = (
  words: Words,
  today: PlainDate,
  facts: Readonly<Record<string, string | number>>,
  day: PlainDate,
): Words => ({
  zh: say(words, 'zh', { ...facts, day: sayDay(day, today, 'zh') }),
  en: say(words, 'en', { ...facts, day: sayDay(day, today, 'en') }),
});

export const adjustmentClause = (board: Pick<Board, 'policy' | 'draft'>): string | null =>
  findRequirement(
    board.policy,
    'adjustment',
    board.draft.effectiveOn,
    board.draft.tier ?? board.policy.tiers[0]?.id ?? '',
  )?.basis ?? null;

/** The standing that opens the tier on the day of the plan; where none does, the first that is held. */
function groundOf(board: Board, person: ListedRepresentative | undefined, tier: Tier | null) {
  if (!person) return null;
  const on = board.draft.effectiveOn;
  const opens = tier === null ? undefined : eligibilityFor(person.standings, board.policy, on, tier)?.standing;
  const standing =
    person.standings.find((one) => one.id === opens) ?? person.standings.find((one) => isHeldOn(one, on));
  if (!standing) return null;
  return { ...standing, ending: isEnding(standing, board.today) };
}

export const whoIs = (board: Board, id: Id) => ({
  id,
  name:
    board.leaderOf.get(id)?.name ??
    board.people.get(id)?.name ??
    board.current.find((pair) => pair.representativeId === id)?.representativeName ??
    null,
});

export async function readDraft(context: Context, draftId: Id) {
  const { db, institutionId, actor, today } = context;
  const draft = await getDraft(context, draftId);
  const board = await loadBoard(context, draft);
  const keeping = keepingOf(actor);
  const wishes = await listWishes(db, institutionId, { ...keeping, self: [] });
  const solve = await findLatestSolve(db, institutionId, draftId);

  const pool = poolOf(board);
  const wishesOf = Map.groupBy(wishes, (wish) => wish.personId);
  const slots = Map.groupBy(board.plan.pairs, (pair) => pair.leaderId);
  const gone = goneFrom(board);
  const asked = new Set(
    board.plan.pairs.flatMap((pair) => {
      const tier = board.leaderOf.get(pair.leaderId)?.tier;
      return pair.change !== 'kept' && tier && pathOf(board.policy, draft.effectiveOn, tier).confirms === 'leader'
        ? [pair.leaderId]
        : [];
    }),
  );
  return {
    asOf: today,
    draft: headOf(context, draft),
    quotas: board.policy.tiers.flatMap(({ id: tier }) => {
      const row = findRequirement(board.policy, 'quota', draft.effectiveOn, tier);
      const shown = draft.tier === null || draft.tier === tier;
      return row && shown ? [{ tier, clause: row.basis, asks: filled(asksOf(row).words, asksOf(row).facts) }] : [];
    }),
    leaders: board.leaders.map((leader) => {
      const quota = board.quotas.get(leader.id);
      if (!quota) throw new Error('a leader without a verdict');
      return {
        ...leader,
        posts: leader.posts.map((post) => post.title),
        quota: { ...quota, arithmetic: filled(quota.arithmetic.words, quota.arithmetic.facts) },
        slots: (slots.get(leader.id) ?? []).map((pair) => slotOf(board, pair)),
        gone: gone.get(leader.id) ?? [],
      };
    }),
    pool: pool.map((entry) => ({ ...entry, wishes: (wishesOf.get(entry.representative.id) ?? []).map(wishWords) })),
    poolCounts: {
      unpaired: pool.filter((entry) => entry.kind === 'unpaired').length,
      ending: pool.filter((entry) => entry.kind === 'ending').length,
      changeAsked: pool.filter((entry) => entry.kind === 'changeAsked').length,
      leaderLeaves: pool.filter((entry) => entry.kind === 'leaderLeaves').length,
    },
    diff: { ...countPlan(board.plan), lines: diffLines(board) },
    asks: asked.size,
    problems: problemsOf(board).length,
    solve: solve ? showSolve(solve, draft, (id) => whoIs(board, id), context.now) : null,
  };
}

const wishWords = (wish: { readonly kind: string; readonly words: string | null }) => wish.words ?? wish.kind;

const personOf = (board: Board, id: Id, tier: Tier | null) => {
  const person = board.people.get(id);
  const pair = board.current.find((one) => one.representativeId === id);
  const unit = person?.unit ?? { id: pair?.representativeUnitId ?? id, name: '', shortName: '' };
  return { id, name: person?.name ?? pair?.representativeName ?? '—', unit, ground: groundOf(board, person, tier) };
};

function slotOf(board: Board, pair: PlannedPair) {
  const tier = board.leaderOf.get(pair.leaderId)?.tier ?? null;
  return {
    representative: personOf(board, pair.representativeId, tier),
    change: pair.change,
    from: pair.fromLeaderId ? whoIs(board, pair.fromLeaderId) : null,
    pinned: pair.pinned,
    since: pair.pair?.startsOn ?? null,
    pairingId: pair.pair?.id ?? null,
    reason: pair.reason?.zh ?? null,
    problem: problemOf(board, pair),
    waiting: board.proposed.has(pairKey(pair.leaderId, pair.representativeId)),
  };
}

/** For each leader whom the plan takes away, and to whom. */
function goneFrom(board: Board) {
  const gone = new Map<Id, { representative: ReturnType<typeof whoIs>; to: ReturnType<typeof whoIs> | null }[]>();
  const put = (leaderId: Id, representativeId: Id, to: Id | null) => {
    const list = gone.get(leaderId) ?? [];
    list.push({ representative: whoIs(board, representativeId), to: to ? whoIs(board, to) : null });
    gone.set(leaderId, list);
  };
  for (const pair of board.plan.pairs)
    if (pair.change === 'moved' && pair.fromLeaderId) put(pair.fromLeaderId, pair.representativeId, pair.leaderId);
  for (const { pair } of board.plan.dropped) put(pair.leaderId, pair.representativeId, null);
  return gone;
}

export function diffLines(board: Board) {
  const changed = board.plan.pairs.flatMap((pair) =>
    pair.change === 'kept'
      ? []
      : [
          {
            representative: whoIs(board, pair.representativeId),
            from: pair.fromLeaderId ? whoIs(board, pair.fromLeaderId) : null,
            to: whoIs(board, pair.leaderId),
            change: pair.change,
            ...reasonOf(board, pair),
          },
        ],
  );
  const dropped = board.plan.dropped.map(({ pair, reason, clause }) => ({
    representative: whoIs(board, pair.representativeId),
    from: whoIs(board, pair.leaderId),
    to: null,
    change: 'dropped' as const,
    reason: reason ?? droppedReason(board, pair.representativeId),
    clause: clause ?? adjustmentClause(board),
  }));
  return [...changed, ...dropped];
}

function droppedReason(board: Board, representativeId: Id): Words {
  const until = board.people.get(representativeId)?.until ?? null;
  return until !== null && until <= board.draft.effectiveOn
    ? said(DIFF_WORDS.representativeLeaves, board.today, {}, until)
    : filled(DIFF_WORDS.dropped);
}

/** What somebody wrote, else what the records say: the leader goes, another was asked for, a place is short, a standing asks for it. */
function reasonOf(board: Board, pair: PlannedPair): { reason: Words; clause: string | null } {
  const clause = pair.clause ?? adjustmentClause(board);
  if (pair.reason) return { reason: pair.reason, clause };
  const tier = board.leaderOf.get(pair.leaderId)?.tier;
  const person = board.people.get(pair.representativeId);
  const open =
    tier && person ? eligibilityFor(person.standings, board.policy, board.draft.effectiveOn, tier) : undefined;
  const written = person?.standings.find((one) => one.id === open?.standing)?.written;
  if (pair.change === 'added') {
    if (open && written) return { reason: filled(DIFF_WORDS.eligible, { standing: written }), clause: open.clause };
    return { reason: filled(DIFF_WORDS.added), clause };
  }
  const from = pair.fromLeaderId ? board.leaderOf.get(pair.fromLeaderId) : undefined;
  if (from && !from.here)
    return {
      reason: said(DIFF_WORDS.leaderLeaves, board.today, { from: from.name }, from.leaves ?? board.today),
      clause,
    };
  const asked = board.current.find((one) => one.id === pair.pair?.id)?.changeAskedOn;
  if (asked) return { reason: filled(DIFF_WORDS.changeAsked), clause };
  return { reason: filled(DIFF_WORDS.moved), clause };
}

/** Who waits for a place, as the records stand; whether the draft has placed them already. */
function poolOf(board: Board) {
  const { draft, policy, today } = board;
  const on = draft.effectiveOn;
  const paired = new Set(board.current.map((pair) => pair.representativeId));
  const planned = new Map(board.plan.pairs.map((pair) => [pair.representativeId, pair]));
  const changed = new Set(
    [...board.plan.pairs.filter((pair) => pair.change !== 'kept'), ...board.plan.dropped.map(({ pair }) => pair)].map(
      (pair) => pair.representativeId,
    ),
  );
  const entry = (id: Id, kind: 'unpaired' | 'ending' | 'changeAsked' | 'leaderLeaves', tier: Tier | null) => {
    const representative = personOf(board, id, tier);
    const person = board.people.get(id);
    const open = tier && person ? eligibilityFor(person.standings, policy, on, tier) : undefined;
    const { ground } = representative;
    return {
      representative,
      kind,
      tier,
      clause: open?.clause ?? null,
      placed: kind === 'unpaired' ? planned.has(id) : changed.has(id),
      daysLeft: ground?.endsOn ? Math.max(0, daysBetween(today, ground.endsOn)) : null,
    };
  };
  const elsewhere = (person: ListedRepresentative) => draft.unit !== null && person.unit.id !== draft.unit.id;
  const unpaired = [...board.people.values()].flatMap((person) => {
    if (paired.has(person.id) || elsewhere(person) || !isWithin(on, person.since, person.until)) return [];
    const tier = eligibilityOn(person.standings, policy, on)[0]?.tier ?? null;
    if (board.takenElsewhere.has(person.id) || tier === null || (draft.tier !== null && tier !== draft.tier)) return [];
    return [entry(person.id, 'unpaired', tier)];
  });
  const others = board.current.flatMap((pair) => {
    const leader = board.leaderOf.get(pair.leaderId);
    const tier = leader?.tier ?? pair.tier;
    const person = board.people.get(pair.representativeId);
    const open = person ? eligibilityFor(person.standings, policy, today, tier) : undefined;
    if (leader && !leader.here) return [entry(pair.representativeId, 'leaderLeaves', tier)];
    if (pair.changeAskedOn) return [entry(pair.representativeId, 'changeAsked', tier)];
    const soon = open?.expiresOn && open.expiresOn <= addDays(today, EXPIRY_DAYS.soon);
    return soon ? [entry(pair.representativeId, 'ending', tier)] : [];
  });
  return [...unpaired, ...others];
}

export async function judgeMoves(context: Context, draftId: Id, query: QueryOf<typeof judgeEndpoint>) {
  const board = await loadBoard(context, await getDraft(context, draftId));
  if (!board.people.has(query.representative)) throw new Refused(edgeRefusals.notFound());
  const leaders = board.leaders.filter((leader) => !query.leader || leader.id === query.leader);
  return {
    items: leaders.map((leader) => ({
      leader: whoIs(board, leader.id),
      ...judgementOf(board, leader.id, query.representative),
    })),
  };
}

function judgementOf(board: Board, leaderId: Id, representativeId: Id) {
  const there = board.plan.pairs.some(
    (pair) => pair.leaderId === leaderId && pair.representativeId === representativeId,
  );
  if (there) return { verdict: 'no' as const, says: filled(JUDGE_WORDS.here), clause: null };
  const { verdict, clause } = judgeOnBoard(board, leaderId, representativeId);
  if (!verdict.ok) {
    const open = verdict.refusal.code === 'pairing.notEligible';
    return {
      verdict: open ? ('reason' as const) : ('no' as const),
      says: filled(verdict.refusal.words, verdict.refusal.facts),
      clause,
    };
  }
  if (!verdict.eligibility) return { verdict: 'yes' as const, says: filled(JUDGE_WORDS.free), clause: null };
  const { standing, expiresOn } = verdict.eligibility;
  const written = board.people.get(representativeId)?.standings.find((one) => one.id === standing)?.written ?? '';
  const leader = board.leaderOf.get(leaderId)?.name ?? '';
  const short = board.quotas.get(leaderId)?.short ?? 0;
  const words = short > 0 ? JUDGE_WORDS.fitsShort : JUDGE_WORDS.fits;
  const until = (language: 'zh' | 'en') =>
    expiresOn === null
      ? JUDGE_WORDS.withinTerm[language]
      : say(JUDGE_WORDS.untilDay, language, { day: sayDay(expiresOn, board.today, language) });
  return {
    verdict: 'yes' as const,
    says: {
      zh: say(words, 'zh', { standing: written, until: until('zh'), leader, short }),
      en: say(words, 'en', { standing: written, until: until('en'), leader, short }),
    },
    clause,
  };
}
