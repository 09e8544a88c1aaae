/** Undoing a published draft: what nobody has acted on goes back, the rest stays; the preview says which is which. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { DRAFT_REFUSALS } from '@zhengyou/domain/pairing/draft.words.ts';
import type { Context } from '../../edge/context.ts';
import { listEndedBy, listTalkedIn, type DraftRow } from './draft.reads.ts';
import { getOwnDraft, staleDraft, takeVersion } from './keep-drafts.ts';
import { loadBoard, pairKey } from './load-board.ts';
import { pairingEnded, pairingReinstated, pairingWithdrawn } from './news.door.ts';
import { takeSteps, type StepTaken } from './pairing.queries.ts';
import { listOpenBetween, listProposalRows, type ProposalRow } from './proposal.reads.ts';
import { getDraft, UNDO_DAYS } from './read-draft.ts';
import { sayFact } from './read-renewal.ts';

type Stays = { readonly row: ProposalRow; readonly because: 'confirmed' | 'talked' | 'changed' | 'paired' };
type Back = { readonly row: ProposalRow; readonly what: 'recommended' | 'published' | 'ended' };

async function weigh(context: Context, draft: DraftRow): Promise<{ back: readonly Back[]; stays: readonly Stays[] }> {
  const { db, institutionId, reach } = context;
  const made = await listProposalRows(db, institutionId, reach, { draft: draft.id });
  const endedIds = await listEndedBy(db, institutionId, draft.id);
  const ended = endedIds.length > 0 ? await listProposalRows(db, institutionId, reach, { ids: endedIds }) : [];
  const talked = await listTalkedIn(
    db,
    institutionId,
    made.map((row) => row.id),
  );
  const back: Back[] = [];
  const stays: Stays[] = [];
  for (const row of made) {
    if (row.status === 'withdrawn' || row.status === 'declined' || row.status === 'anotherAsked') continue;
    const actions = row.steps.map((step) => step.action).join(' ');
    if (actions === 'recommend' || actions === 'decide') back.push({ row, what: 'recommended' });
    else if (talked.has(row.id)) stays.push({ row, because: 'talked' });
    else if (actions === 'decide publish') back.push({ row, what: 'published' });
    else stays.push({ row, because: actions.includes('confirm') ? 'confirmed' : 'changed' });
  }
  // Two people are paired once: where somebody has paired them anew, the old pair does not come back.
  const open = new Set(
    (await listOpenBetween(db, institutionId, reach, ended)).map((pair) =>
      pairKey(pair.leaderId, pair.representativeId),
    ),
  );
  const staying = new Set(stays.flatMap(({ row }) => (row.replaces ? [row.replaces.id] : [])));
  for (const row of ended) {
    if (row.status !== 'ended' || row.steps.at(-1)?.action !== 'end') continue;
    if (staying.has(row.id) || open.has(pairKey(row.leaderId, row.representativeId)))
      stays.push({ row, because: 'paired' });
    else back.push({ row, what: 'ended' });
  }
  return { back, stays };
}

const sides = (row: ProposalRow) => ({
  leader: { id: row.leaderId, name: row.leaderName },
  representative: { id: row.representativeId, name: row.representativeName },
});

function untilOf(context: Context, draft: DraftRow) {
  if (draft.status !== 'sent' || draft.sentOn === null) throw new Refused(DRAFT_REFUSALS.notSent());
  const until = addDays(draft.sentOn, UNDO_DAYS);
  if (context.today > until) throw new Refused(DRAFT_REFUSALS.undoTooLate({ days: UNDO_DAYS }));
  return until;
}

export async function previewUndo(context: Context, draftId: Id) {
  const draft = await getDraft(context, draftId);
  const until = untilOf(context, draft);
  const { back, stays } = await weigh(context, draft);
  const board = await loadBoard(context, draft);
  return {
    until,
    factsStay: board.facts.map((fact) => ({
      person: { id: fact.personId, name: fact.name },
      says: sayFact(fact, board),
    })),
    takesBack: back.map(({ row, what }) => ({ ...sides(row), what })),
    stays: stays.map(({ row, because }) => ({ ...sides(row), because })),
  };
}

export async function undoDraft(context: Context, draftId: Id) {
  const { db, institutionId, actor, today } = context;
  const draft = await getOwnDraft(context, draftId);
  untilOf(context, draft);
  const { back, stays } = await weigh(context, draft);

  const version = await takeVersion(context, draft, { status: 'undone' });
  const by = { actorId: actor.personId, actorName: actor.name, at: context.now, cause: 'undo' };
  const taken = back.map(({ row, what }): StepTaken => ({
    pairing: row,
    version: row.version,
    step: { action: what === 'ended' ? 'reinstate' : 'withdraw', onDay: today },
    by,
  }));
  const stale = await takeSteps(db, institutionId, taken);
  if (stale.length > 0) throw staleDraft(draft);
  const people = [...new Set(back.flatMap(({ row }) => [row.leaderId, row.representativeId]))];
  const detail = { takenBack: back.map(({ row }) => row.id), stayed: stays.map(({ row }) => row.id) };
  await context.audit({ action: 'undo', subjectKind: 'pairingDraft', subjectId: draftId, people, detail });
  const told = (what: Back['what']) =>
    back.filter((one) => one.what === what).map(({ row }) => ({ ...row, pairingId: row.id }));
  if (told('recommended').length > 0) await context.tell(pairingWithdrawn, told('recommended'));
  const gone = told('published').map((row) => ({ ...row, endsOn: today, reason: null }));
  if (gone.length > 0) await context.tell(pairingEnded, gone);
  if (told('ended').length > 0) await context.tell(pairingReinstated, told('ended'));
  return { version, takenBack: back.length, stayed: stays.length };
}
