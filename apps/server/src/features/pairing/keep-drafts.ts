/** Drafts: begun, moved in, renamed, put away. */
import type {
  changeDraft as changeEndpoint,
  createDraft as createEndpoint,
  moveInDraft as moveEndpoint,
} from '@zhengyou/domain/pairing/draft.contract.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { moveLines, planOf, type DraftLine } from '@zhengyou/domain/pairing/draft.rules.ts';
import { DRAFT_REFUSALS } from '@zhengyou/domain/pairing/draft.words.ts';
import { keepingOf } from '@zhengyou/domain/person/person.access.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { changeDraftRow, insertDraft, insertFacts, replaceLines } from './draft.queries.ts';
import { listFacts, listLines, type DraftRow } from './draft.reads.ts';
import { judgeOnBoard, loadBoard, type Board } from './load-board.ts';
import { getDraft, keepsDraft, problemOf } from './read-draft.ts';

export async function createDraft(context: Context, body: BodyOf<typeof createEndpoint>) {
  const { db, institutionId, reach, actor, now } = context;
  const keeping = keepingOf(actor);
  const source = body.copyOf ? await getDraft(context, body.copyOf) : undefined;
  const unitId = source ? (source.unit?.id ?? null) : body.unitId;
  if (!keeping.whole && unitId === null) throw new Refused(DRAFT_REFUSALS.unitMissing(undefined, { field: 'unitId' }));
  if (!keeping.whole && !keeping.units.includes(unitId as Id)) throw new Refused(DRAFT_REFUSALS.notYours());

  const id = newId();
  const kind = source?.kind ?? body.kind;
  const tier = source ? source.tier : body.tier;
  const { name, effectiveOn } = body;
  const by = { by: actor.personId, byName: actor.name, at: now };
  await insertDraft(db, institutionId, { id, name, kind, tier, unitId, effectiveOn, ...by });
  if (source) {
    const lines = (await listLines(db, institutionId, [source.id])).get(source.id) ?? [];
    const facts = await listFacts(db, institutionId, reach, [source.id]);
    await replaceLines(db, institutionId, { id, unitId }, lines);
    const copies = facts.map((fact) => ({ ...fact, id: newId(), postUnitId: fact.unit?.id ?? null }));
    await insertFacts(db, institutionId, { id, unitId }, copies);
  }
  const detail = { name, kind, ...(source ? { copyOf: source.id } : {}) };
  await context.audit({ action: 'create', subjectKind: 'pairingDraft', subjectId: id, detail });
  return { id, version: 1 };
}

/** The draft, open and the asker’s to keep, at the version that was seen. */
export async function getOwnDraft(context: Context, draftId: Id): Promise<DraftRow> {
  const draft = await getDraft(context, draftId);
  if (!keepsDraft(keepingOf(context.actor), draft)) throw new Refused(DRAFT_REFUSALS.notYours());
  if (draft.version !== context.ifMatch) throw staleDraft(draft);
  return draft;
}

export const staleDraft = (draft: DraftRow) =>
  new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: draft.version, status: draft.status } } }));

export async function getOpenDraft(context: Context, draftId: Id): Promise<DraftRow> {
  const draft = await getOwnDraft(context, draftId);
  if (draft.status !== 'open') throw new Refused(DRAFT_REFUSALS.notOpen());
  return draft;
}

/** Takes the version, and with it the lock: of two at once the second is told. */
export async function takeVersion(
  context: Context,
  draft: DraftRow,
  change: Parameters<typeof changeDraftRow>[4] = {},
): Promise<number> {
  const version = await changeDraftRow(context.db, context.institutionId, draft.id, draft.version, change);
  if (version === undefined) throw staleDraft(draft);
  return version;
}

export const forLines = (draft: DraftRow) => ({ id: draft.id, unitId: draft.unit?.id ?? null });

export async function moveInDraft(context: Context, draftId: Id, body: BodyOf<typeof moveEndpoint>) {
  const { db, institutionId } = context;
  const draft = await getOpenDraft(context, draftId);
  const board = await loadBoard(context, draft);

  let lines: readonly DraftLine[] = board.lines;
  for (const [index, move] of body.moves.entries()) {
    const refuse = (refusal: Refusal) => new Refused({ ...refusal, field: `moves.${index}` });
    const moved = moveLines(board.current, lines, move);
    if (!moved.ok) throw refuse(moved.refusal);
    const now = withLines(board, moved.lines);
    if (moved.added) {
      const { leaderId, representativeId } = moved.added;
      if (!board.leaderOf.has(leaderId)) throw refuse(DRAFT_REFUSALS.outsideBoard());
      const reason = 'reason' in move ? move.reason : undefined;
      const { verdict, clause } = judgeOnBoard(now, leaderId, representativeId, reason);
      if (!verdict.ok) throw new Refused({ ...verdict.refusal, ...(clause ? { clause } : {}) });
    }
    if (move.op === 'pin') {
      const pair = now.plan.pairs.find(
        (one) => one.leaderId === move.leaderId && one.representativeId === move.representativeId,
      );
      const problem = pair && problemOf(now, pair);
      if (problem) throw refuse(DRAFT_REFUSALS.pinBreaksRule({ says: problem.words[context.language] }));
    }
    lines = moved.lines;
  }

  const version = await takeVersion(context, draft);
  await replaceLines(db, institutionId, forLines(draft), lines);
  const people = [...new Set(body.moves.map((move) => move.representativeId))];
  const ops = body.moves.map((move) => move.op);
  await context.audit({ action: 'move', subjectKind: 'pairingDraft', subjectId: draftId, people, detail: { ops } });
  return { version };
}

export const withLines = (board: Board, lines: readonly DraftLine[]): Board => ({
  ...board,
  lines,
  plan: planOf(board.current, lines),
});

export async function changeDraft(context: Context, draftId: Id, body: BodyOf<typeof changeEndpoint>) {
  const { db, institutionId } = context;
  const draft = await getOpenDraft(context, draftId);
  const version = await takeVersion(context, draft, { name: body.name, effectiveOn: body.effectiveOn });
  if (body.clear) await replaceLines(db, institutionId, forLines(draft), []);
  await context.audit({ action: 'update', subjectKind: 'pairingDraft', subjectId: draftId, detail: { ...body } });
  return { version };
}

export async function discardDraft(context: Context, draftId: Id) {
  const draft = await getOpenDraft(context, draftId);
  const version = await takeVersion(context, draft, { status: 'discarded' });
  await context.audit({ action: 'discard', subjectKind: 'pairingDraft', subjectId: draftId });
  return { version };
}
