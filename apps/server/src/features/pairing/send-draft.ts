/** Publishing a draft: every leader concerned is asked, what needs no leader’s yes is decided; all in one transaction. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { DRAFT_REFUSALS } from '@zhengyou/domain/pairing/draft.words.ts';
import { mayPropose } from '@zhengyou/domain/pairing/pairing.access.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import { pathOf } from '@zhengyou/domain/pairing/roster-path.ts';
import type { PairingStep } from '@zhengyou/domain/pairing/pairing.steps.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { getOpenDraft, takeVersion } from './keep-drafts.ts';
import { loadBoard, type Board, type BoardPair } from './load-board.ts';
import { pairingEnded, pairingPublished, pairingRecommended } from './news.door.ts';
import { insertPairings, takeSteps, type NewPairing, type StepBy } from './pairing.queries.ts';
import { diffLines, problemsOf, whoIs } from './read-draft.ts';
import { basisOf } from './recommend-pairing.ts';
import { writeFacts } from './write-facts.ts';

type New = NewPairing & { readonly way: 'recommend' | 'decide' | 'publish' };
type Ending = { readonly pair: BoardPair; readonly reason: string };

export async function sendDraft(context: Context, draftId: Id) {
  const { today, now } = context;
  const draft = await getOpenDraft(context, draftId);
  const board = await loadBoard(context, draft);

  const changed = board.plan.pairs.filter((pair) => pair.change !== 'kept');
  if (changed.length + board.plan.dropped.length + board.facts.length === 0)
    throw new Refused(DRAFT_REFUSALS.nothingToSend());
  const wrong = problemsOf(board).filter(({ pair }) => pair.change !== 'kept');
  if (wrong.length > 0)
    throw new Refused(
      DRAFT_REFUSALS.hasProblems(
        {
          count: wrong.length,
          names: namesOf(
            board,
            wrong.map(({ pair }) => pair),
          ),
        },
        { extra: wrong.map(({ pair, words }) => ({ ...pair, words })) },
      ),
    );
  const pairs = newPairs(context, board);
  const endings = endingsOf(board, pairs);

  const version = await takeVersion(context, draft, { status: 'sent', sentAt: now, sentOn: today });
  // New terms and posts come first: the pairs rest on them.
  await writeFacts(context, board);
  await write(context, board, pairs, endings);
  const recommended = pairs.filter((pair) => pair.way === 'recommend');
  return {
    version,
    recommended: recommended.length,
    leadersAsked: new Set(recommended.map((pair) => pair.leaderId)).size,
    decided: pairs.filter((pair) => pair.way !== 'recommend').length,
    published: pairs.filter((pair) => pair.way === 'publish').length,
    ended: endings.length,
  };
}

/** What each new pair begins with: asking the leader, or the unit’s own decision, which holds at once where its day has come. */
function newPairs(context: Context, board: Board): New[] {
  const { actor, today } = context;
  const due = board.draft.effectiveOn <= today;
  const reasons = new Map(diffLines(board).map((line) => [`${line.to?.id} ${line.representative.id}`, line.reason.zh]));
  return board.plan.pairs.flatMap((pair): New[] => {
    if (pair.change === 'kept') return [];
    const leader = board.leaderOf.get(pair.leaderId);
    const person = board.people.get(pair.representativeId);
    if (!leader || !person) throw new Refused(DRAFT_REFUSALS.outsideBoard());
    const path = pathOf(board.policy, board.draft.effectiveOn, leader.tier);
    if (!keeps(keepingOf(actor), leader.unit.id)) throw new Refused(pairingRefusals.notYourLeader());
    if (!mayPropose(actor, leader.unit.id, path))
      throw new Refused(pairingRefusals.officeRecommends(undefined, basisOf(path)));
    const way = path.confirms === 'leader' ? 'recommend' : due ? 'publish' : 'decide';
    const first: PairingStep = { action: way === 'recommend' ? 'recommend' : 'decide', onDay: today };
    const by = byOf(context, board, reasons.get(`${pair.leaderId} ${pair.representativeId}`) ?? null);
    return [
      {
        id: newId(),
        leaderId: pair.leaderId,
        representativeId: pair.representativeId,
        unitId: leader.unit.id,
        tier: leader.tier,
        representativeUnitId: person.unit.id,
        replacesId: pair.pair?.id,
        draftId: board.draft.id,
        steps: way === 'publish' ? [first, { action: 'publish', onDay: today }] : [first],
        by,
        way,
      },
    ];
  });
}

const byOf = ({ actor, now }: Context, board: Board, reason: string | null): StepBy => ({
  actorId: actor.personId,
  actorName: actor.name,
  at: now,
  draftId: board.draft.id,
  reason,
});

/** What ends today: pairs replaced by one that holds at once, and those taken apart, where the day has come. */
function endingsOf(board: Board, pairs: readonly New[]): Ending[] {
  const byId = new Map(board.current.map((pair) => [pair.id, pair]));
  const replaced = pairs.flatMap((pair) => {
    const old = pair.way === 'publish' && pair.replacesId ? byId.get(pair.replacesId) : undefined;
    return old ? [{ pair: old, reason: pair.by.reason ?? '' }] : [];
  });
  if (board.draft.effectiveOn > board.today) return replaced;
  const lines = new Map(
    diffLines(board).flatMap((line) =>
      line.change === 'dropped' ? [[`${line.from?.id} ${line.representative.id}`, line.reason.zh] as const] : [],
    ),
  );
  const dropped = board.plan.dropped.flatMap(({ pair }) => {
    const old = byId.get(pair.id);
    return old ? [{ pair: old, reason: lines.get(`${pair.leaderId} ${pair.representativeId}`) ?? '' }] : [];
  });
  return [...replaced, ...dropped];
}

async function write(context: Context, board: Board, pairs: readonly New[], endings: readonly Ending[]) {
  const { db, institutionId, actor, today } = context;
  const foreign = endings.filter(({ pair }) => !keeps(keepingOf(actor), pair.unitId));
  if (foreign.length > 0) throw new Refused(pairingRefusals.notYourLeader());
  await insertPairings(db, institutionId, pairs);
  const stale = await takeSteps(
    db,
    institutionId,
    endings.map(({ pair, reason }) => ({
      pairing: pair,
      version: pair.version,
      step: { action: 'end', onDay: pair.startsOn > today ? pair.startsOn : today },
      by: { ...byOf(context, board, reason), cause: 'plan' },
    })),
  );
  if (stale.length > 0) {
    const gone = endings.flatMap(({ pair }) => (stale.includes(pair.id) ? [pair] : []));
    throw new Refused(DRAFT_REFUSALS.changedSince({ count: gone.length, names: namesOf(board, gone) }));
  }
  const people = [...pairs, ...endings.map(({ pair }) => pair)].flatMap((pair) => [
    pair.leaderId,
    pair.representativeId,
  ]);
  await context.audit({
    action: 'send',
    subjectKind: 'pairingDraft',
    subjectId: board.draft.id,
    people: [...new Set(people)],
    detail: {
      name: board.draft.name,
      pairings: pairs.map((pair) => pair.id),
      ended: endings.map(({ pair }) => pair.id),
    },
  });
  const told = (pair: New) => ({ ...pair, pairingId: pair.id });
  const of = (way: New['way']) => pairs.filter((pair) => pair.way === way).map(told);
  if (of('recommend').length > 0) await context.tell(pairingRecommended, of('recommend'));
  const published = of('publish').map((pair) => ({ ...pair, startsOn: today }));
  if (published.length > 0) await context.tell(pairingPublished, published);
  if (endings.length > 0)
    await context.tell(
      pairingEnded,
      endings.map(({ pair, reason }) => ({ ...pair, pairingId: pair.id, endsOn: today, reason })),
    );
}

const namesOf = (board: Board, pairs: readonly { readonly leaderId: Id; readonly representativeId: Id }[]) =>
  pairs
    .slice(0, 5)
    .map((pair) => `${whoIs(board, pair.leaderId).name ?? '—'} – ${whoIs(board, pair.representativeId).name ?? '—'}`)
    .join('; ');
