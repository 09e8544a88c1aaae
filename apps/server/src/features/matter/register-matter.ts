/** Registers something that was raised: number, points, who raised it, and the first step on its line. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { foldMatter } from '@zhengyou/domain/matter/matter.machine.ts';
import type { MatterStep, Performer } from '@zhengyou/domain/matter/matter.steps.ts';
import { noticeOf } from '@zhengyou/domain/matter/matter-notices.ts';
import { MATTER_TITLE_LIMIT, type MatterKind, type MatterOrigin } from '@zhengyou/domain/matter/matter.ts';
import type { Context } from '../../edge/context.ts';
import { openMatters } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { appendAction, insertMatter } from './matter.queries.ts';
import { insertPoints, insertProposers, insertSaid, type NewProposer } from './said.queries.ts';
import { matterConcerns, matterMoved } from './news.door.ts';
import { getRules, type RulesInForce } from './rules.ts';

export type NewMatterDraft = {
  readonly kind: MatterKind;
  readonly origin: MatterOrigin;
  readonly title?: string | undefined;
  readonly points: readonly string[];
  /** The unit whose leadership team it is addressed to. */
  readonly unitId: Id;
  readonly proposers: readonly NewProposer[];
  readonly by: Performer;
};

/** The first line, cut where it is too long for a title. */
export function titleFrom(words: string): string {
  const line = [...(words.trim().split('\n')[0] ?? '').trim()];
  return line.length > MATTER_TITLE_LIMIT ? `${line.slice(0, MATTER_TITLE_LIMIT - 1).join('')}…` : line.join('');
}

export async function registerMatter(context: Context, draft: NewMatterDraft, given?: RulesInForce) {
  const { db, institutionId, today, now } = context;
  const rules = given ?? (await getRules(context));
  const id = newId(now.getTime());
  const step: MatterStep = {
    action: 'register',
    on: today,
    by: draft.by,
    detail: { kind: draft.kind, parties: draft.proposers.length, points: draft.points.length },
  };
  const state = foldMatter([step]);
  if (!state) throw new Error('a matter begins with being registered');

  // It is one’s own until this request ends: whoever registers it may write its rows.
  await openMatters(db, [id]);
  const named = draft.proposers.every((one) => one.named);
  const place = { institutionId, matterId: id, unitId: draft.unitId };
  const number = await insertMatter(
    db,
    { institutionId, id, origin: draft.origin, unitId: draft.unitId, named, state, now },
    rules,
  );
  await insertProposers(db, place, [], 1, draft.proposers);
  const points = draft.points.map((words, index) => ({ id: newId(), ordinal: index + 1, released: null, words }));
  await insertPoints(db, place, [], points);
  const title = draft.title ?? titleFrom(draft.points[0] ?? '');
  await insertSaid(db, place, today, now, [
    { sort: 'title', ordinal: 0, pointId: null, party: 1, words: title },
    ...points.map((point) => ({
      sort: 'point' as const,
      ordinal: point.ordinal,
      pointId: point.id,
      party: 1,
      words: point.words,
    })),
  ]);
  await appendAction(db, {
    institutionId,
    matterId: id,
    unitId: draft.unitId,
    desks: [],
    ordinal: 1,
    round: 1,
    at: now,
    actorName: context.actor.name,
    words: null,
    requestKey: context.requestKey,
    step,
  });
  await context.audit({
    action: 'register',
    subjectKind: 'matter',
    subjectId: id,
    people: draft.proposers.map((one) => one.personId),
    detail: { number },
  });
  await context.tell(matterMoved, {
    matterId: id,
    number,
    action: 'register',
    status: state.status,
    lead: null,
    party: null,
  });
  const notice = noticeOf(undefined, step, state);
  if (notice) await context.tell(matterConcerns, { matterId: id, number, unitId: draft.unitId, ...notice });
  return { id, number, version: 1, status: state.status };
}
