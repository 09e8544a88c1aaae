/** Opens one briefing for whoever asks, and takes its steps: load → decide → write → tell. */
import {
  applyStep,
  foldBriefing,
  judgeStep,
  type BriefingAction,
  type BriefingState,
} from '@zhengyou/domain/briefing/briefing.ts';
import { briefingRefusals } from '@zhengyou/domain/briefing/briefing.refusals.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { appendBriefingStep, storeBriefing, type Issue, type Texts } from './briefing.queries.ts';
import { findBriefing, listStepRows, type BriefingRow, type Reader, type StepRow } from './briefing.reads.ts';

export const readerOf = ({ actor, reach }: Context): Reader => ({ reach, keeps: actor.keeps });

export async function openBriefing(context: Context, id: Id): Promise<BriefingRow> {
  const row = await findBriefing(context.db, context.institutionId, readerOf(context), id);
  if (!row) throw new Refused(edgeRefusals.notFound());
  return row;
}

export type Held = { readonly row: BriefingRow; readonly steps: readonly StepRow[]; readonly state: BriefingState };

/** For those who keep it: held until the request ends, at the version that they saw, with the step found possible. */
export async function holdFor(context: Context, id: Id, action: BriefingAction): Promise<Held> {
  const { db, institutionId, actor } = context;
  const row = await findBriefing(db, institutionId, readerOf(context), id, { lock: true });
  if (!row) throw new Refused(edgeRefusals.notFound());
  if (row.version !== context.ifMatch) throw staleOf(row);
  const steps = await listStepRows(db, institutionId, id);
  const state = foldBriefing(steps);
  const refused = judgeStep(state, action, actor.personId);
  if (refused) throw new Refused(briefingRefusals[refused]());
  return { row, steps, state };
}

const staleOf = ({ id, version, status, title, opening, closing }: BriefingRow) =>
  new Refused(edgeRefusals.stale(undefined, { extra: { current: { id, version, status, title, opening, closing } } }));

/** Appends the step and stores what follows from it. */
export async function takeStep(
  context: Context,
  { row, steps, state }: Held,
  action: BriefingAction,
  more: { readonly words?: string | null; readonly texts?: Texts; readonly issue?: Issue } = {},
) {
  const { db, institutionId, actor, today } = context;
  const ordinal = (steps.at(-1)?.ordinal ?? 0) + 1;
  const next = applyStep(state, { ordinal, action, actorId: actor.personId, on: today });
  if (!next) throw new Refused(briefingRefusals.notNow());
  const version = await storeBriefing(db, institutionId, row, next, today, more);
  if (version === undefined) throw staleOf(row);
  await appendBriefingStep(db, institutionId, row.id, {
    ordinal,
    action,
    actor: { id: actor.personId, name: actor.name },
    on: today,
    at: context.now,
    words: more.words ?? null,
    requestKey: context.requestKey,
  });
  await context.audit({
    action,
    subjectKind: 'briefing',
    subjectId: row.id,
    detail: { status: next.status, ...(more.issue && { year: more.issue.year, ordinal: more.issue.ordinal }) },
  });
  return { id: row.id, version, status: next.status };
}
