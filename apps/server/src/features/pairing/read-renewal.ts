/** What follows from the sandbox of a renewal; and the sheet that is handed over for each moved pair. */
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { isWithin } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import { RENEWAL_WORDS } from '@zhengyou/domain/pairing/adjustment.words.ts';
import type { readHandover as handoverEndpoint } from '@zhengyou/domain/pairing/renewal.contract.ts';
import type { SandboxFact } from '@zhengyou/domain/pairing/renewal.rules.ts';
import { eligibilityFor, eligibilityOn } from '@zhengyou/domain/person/eligibility.ts';
import { isHeldOn } from '@zhengyou/domain/person/standing.ts';
import type { Context } from '../../edge/context.ts';
import { listFacts, listLines } from './draft.reads.ts';
import { boardOf, loadBoard, readGround, type Board } from './load-board.ts';
import { handoverAsked, type HandoverSection } from './news.door.ts';
import { adjustmentClause, diffLines, filled, getDraft, headOf, problemsOf, said, whoIs } from './read-draft.ts';
import { listCalled, listTalksOf } from './renewal.reads.ts';

export async function readRenewal(context: Context, draftId: Id) {
  const { db, institutionId, reach, today } = context;
  const draft = await getDraft(context, draftId);
  const ground = await readGround(context);
  const facts = await listFacts(db, institutionId, reach, [draftId]);
  const lines = (await listLines(db, institutionId, [draftId])).get(draftId) ?? [];
  const after = boardOf(ground, draft, lines, facts, today);
  const before = boardOf(ground, draft, [], [], today);
  return {
    asOf: today,
    draft: headOf(context, draft),
    facts: facts.map((fact) => ({
      id: fact.id,
      kind: fact.kind,
      person: { id: fact.personId, name: fact.name },
      says: sayFact(fact, after),
      onDay: fact.onDay,
      problem: factProblem(
        fact,
        before,
        ground.posts.map((post) => post.postId),
      ),
    })),
    ...scopeOf(before, after),
    leaders: leadersOf(before, after),
    due: dueOf(after),
  };
}

export function sayFact(fact: SandboxFact, board: Board): Words {
  const standing = board.people.get(fact.personId)?.standings.find((one) => one.id === fact.standingId);
  const facts = { title: fact.written ?? standing?.written ?? '', unit: fact.unit?.shortName ?? '' };
  return said(RENEWAL_WORDS[fact.kind], board.today, facts, fact.onDay);
}

function factProblem(fact: SandboxFact, before: Board, posts: readonly Id[]): Words | null {
  const known = before.people.get(fact.personId)?.standings.some((one) => one.id === fact.standingId);
  if (fact.kind === 'standingEnds' && !known) return filled(RENEWAL_WORDS.standingGone);
  if (fact.kind === 'postEnds' && fact.postId !== null && !posts.includes(fact.postId))
    return filled(RENEWAL_WORDS.postGone);
  return null;
}

/** Whom a tier opens to today and not on the day of the plan, and the other way round. */
function scopeOf(before: Board, after: Board) {
  const { policy, draft, today } = after;
  const outOfScope = [];
  const comesIn = [];
  for (const [id, then] of after.people) {
    const now = before.people.get(id);
    const tiers = policy.tiers.filter((tier) => draft.tier === null || tier.id === draft.tier);
    for (const { id: tier } of tiers) {
      const open =
        now && isWithin(today, now.since, now.until) ? eligibilityFor(now.standings, policy, today, tier) : undefined;
      const opens = isWithin(draft.effectiveOn, then.since, then.until)
        ? eligibilityFor(then.standings, policy, draft.effectiveOn, tier)
        : undefined;
      if (open && !opens) {
        const written = now?.standings.find((one) => one.id === open.standing)?.written ?? '';
        const ends = then.standings.find((one) => one.id === open.standing)?.endsOn ?? then.until ?? draft.effectiveOn;
        outOfScope.push({
          representative: { id, name: then.name },
          unit: then.unit,
          tier,
          says: said(RENEWAL_WORDS.outOfScope, today, { standing: written }, ends),
          nextTier: eligibilityOn(then.standings, policy, draft.effectiveOn)[0]?.tier ?? null,
          clause: adjustmentClause(after),
        });
      }
      if (!open && opens) {
        const standing = then.standings.find((one) => one.id === opens.standing);
        comesIn.push({
          representative: { id, name: then.name },
          unit: then.unit,
          tier,
          says: said(
            RENEWAL_WORDS.comesIn,
            today,
            { standing: standing?.written ?? '' },
            standing?.startsOn ?? draft.effectiveOn,
          ),
          clause: opens.clause,
        });
      }
    }
  }
  return { outOfScope, comesIn };
}

function leadersOf(before: Board, after: Board) {
  const had = (id: Id) => before.current.filter((pair) => pair.leaderId === id).length;
  return after.leaders.flatMap((leader) => {
    const planned = after.plan.pairs.filter((pair) => pair.leaderId === leader.id).length;
    const change = !leader.here
      ? 'leaves'
      : leader.arrives !== null
        ? 'arrives'
        : planned < had(leader.id)
          ? 'loses'
          : planned > had(leader.id)
            ? 'gains'
            : null;
    if (change === null) return [];
    return [
      {
        leader: { id: leader.id, name: leader.name },
        unit: leader.unit,
        tier: leader.tier,
        change: change as 'leaves' | 'arrives' | 'loses' | 'gains',
        before: had(leader.id),
        after: planned,
        required: after.quotas.get(leader.id)?.required ?? null,
      },
    ];
  });
}

/** What the plan as it stands still owes on its day: pairs that cannot go on, leaders who are short, people without a leader. */
function dueOf(board: Board) {
  const clause = adjustmentClause(board);
  const pairs = problemsOf(board).map(({ pair, words, clause: own }) => {
    const [leader, representative] = [whoIs(board, pair.leaderId), whoIs(board, pair.representativeId)];
    const tell = (language: 'zh' | 'en') =>
      say(RENEWAL_WORDS.duePair, language, {
        leader: leader.name ?? '—',
        representative: representative.name ?? '—',
        reason: words[language],
      });
    return { leader, representative, says: { zh: tell('zh'), en: tell('en') }, clause: own };
  });
  const short = board.leaders.flatMap((leader) => {
    const quota = board.quotas.get(leader.id);
    if (!leader.here || !quota || quota.short === 0) return [];
    const says = filled(RENEWAL_WORDS.dueShort, { leader: leader.name, short: quota.short });
    return [{ leader: whoIs(board, leader.id), representative: null, says, clause: quota.clause }];
  });
  const planned = new Set(board.plan.pairs.map((pair) => pair.representativeId));
  const without = [...board.people.values()].flatMap((person) => {
    const on = board.draft.effectiveOn;
    if (planned.has(person.id) || board.takenElsewhere.has(person.id) || !isWithin(on, person.since, person.until))
      return [];
    const open = eligibilityOn(person.standings, board.policy, on)[0];
    if (!open || (board.draft.tier !== null && open.tier !== board.draft.tier)) return [];
    const standing = person.standings.find((one) => one.id === open.standing)?.written ?? '';
    const says = filled(RENEWAL_WORDS.dueUnpaired, { representative: person.name, standing });
    return [{ leader: null, representative: whoIs(board, person.id), says, clause: open.clause }];
  });
  return [...pairs, ...short, ...without].map((line) => ({ ...line, clause: line.clause ?? clause }));
}

export async function readHandover(context: Context, draftId: Id, query: QueryOf<typeof handoverEndpoint>) {
  const { db, institutionId, reach, today } = context;
  const draft = await getDraft(context, draftId);
  const board = await loadBoard(context, draft);
  const moved = diffLines(board).flatMap((line) =>
    line.change !== 'added' && line.from && (!query.representative || line.representative.id === query.representative)
      ? [{ ...line, from: line.from }]
      : [],
  );
  const pairs = moved.map((line) => ({ leaderId: line.from.id, representativeId: line.representative.id }));
  const talks = await listTalksOf(db, institutionId, reach, pairs);
  const ids = pairs.map((pair) => pair.representativeId);
  const called = new Map((await listCalled(db, institutionId, reach, { ids })).map((person) => [person.id, person]));
  const sections = new Map<string, HandoverSection[]>();
  // Rooms that stand later add what they hold: open matters, promises, days agreed.
  await context.tell(handoverAsked, {
    pairs,
    add: (pair, section) => {
      const key = `${pair.leaderId} ${pair.representativeId}`;
      sections.set(key, [...(sections.get(key) ?? []), section]);
    },
  });
  await context.audit({
    action: 'handover',
    subjectKind: 'pairingDraft',
    subjectId: draftId,
    people: [...new Set(pairs.flatMap((pair) => [pair.leaderId, pair.representativeId]))],
    detail: { by: context.actor.name },
  });
  return {
    asOf: today,
    draft: headOf(context, draft),
    sheets: moved.map((line) => {
      const person = called.get(line.representative.id);
      const own = talks.filter(
        (talk) => talk.leaderId === line.from.id && talk.representativeId === line.representative.id,
      );
      const pair = board.current.find(
        (one) => one.leaderId === line.from.id && one.representativeId === line.representative.id,
      );
      const standings = board.people.get(line.representative.id)?.standings ?? [];
      return {
        representative: {
          ...line.representative,
          unit: person?.unit ?? { id: line.representative.id, name: '', shortName: '' },
          position: person?.position ?? null,
          standings: standings.filter((one) => isHeldOn(one, draft.effectiveOn)).map((one) => one.written),
        },
        from: line.from,
        to: line.to,
        since: pair?.startsOn ?? today,
        reason: line.reason,
        clause: line.clause,
        talks: own.map(({ on, channel, words }) => ({ on, channel, words })),
        talksInAll: own[0]?.all ?? 0,
        sections: sections.get(`${line.from.id} ${line.representative.id}`) ?? [],
      };
    }),
  };
}
