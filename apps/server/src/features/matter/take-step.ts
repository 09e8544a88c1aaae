/** One step on a matter’s line: load → decide → write → tell. Every verb comes through here, so that none skips a rule. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { refuseStep } from '@zhengyou/domain/matter/matter.access.ts';
import { applyStep } from '@zhengyou/domain/matter/matter.machine.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { DetailOf, MatterStep, Performer } from '@zhengyou/domain/matter/matter.steps.ts';
import { noticeOf } from '@zhengyou/domain/matter/matter-notices.ts';
import type { MatterActionKind } from '@zhengyou/domain/matter/matter.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { appendAction, desksOf, followDesks, refreshDays, storeState } from './matter.queries.ts';
import { countActions } from './matter.reads.ts';
import { itemOf } from './matter-shown.ts';
import { matterConcerns, matterMoved } from './news.door.ts';
import { openMatter, type Opened } from './open-matter.ts';

export type Wanted<K extends MatterActionKind> = {
  readonly action: K;
  /** Facts that decide; made from the matter as it was opened. Throws a refusal where the input does not fit. */
  readonly detail: (opened: Opened) => DetailOf<K> | Promise<DetailOf<K>>;
  /** Words of staff that stand beside the step. */
  readonly words?: string | null;
  readonly party?: number;
  /** Writes what belongs to the step, once the state is stored. */
  readonly write?: (opened: Opened, next: MatterState) => Promise<void>;
};

/** Days to sort by that are recomputed beside a step after a rule has changed. */
const REFRESHED = 100;

export async function takeStep<K extends MatterActionKind>(context: Context, matterId: Id, wanted: Wanted<K>) {
  const opened = await openMatter(context, matterId);
  const { matter, state, relation, world } = opened;
  if (matter.version !== context.ifMatch) throw await staleOf(context, opened, wanted.action);
  refuse(refuseStep(state, wanted.action, relation, world));
  const step = {
    action: wanted.action,
    on: context.today,
    by: performerOf(opened),
    detail: await wanted.detail(opened),
  } as unknown as MatterStep; // the detail belongs to the action by the type of `wanted`
  const next = applyStep(state, step);
  if (!next) throw new Refused(MATTER_REFUSALS.notYours());

  const version = await writeStep(context, opened, step, next, wanted.words ?? null);
  await wanted.write?.(opened, next);

  await tellStep(context, opened, step, next, wanted.party ?? relation.party);
  return { id: matterId, version, status: next.status };
}

export const refuse = (refusal: Refusal | undefined) => {
  if (refusal) throw new Refused(refusal);
};

function performerOf({ relation }: Opened): Performer {
  if (relation.level === 'proposer') return { as: 'proposer', person: null, unit: null, party: relation.party };
  if (relation.level === 'leader') return { as: 'leader', person: null, unit: null, party: null };
  const handles = relation.level === 'handler' || relation.level === 'coHandler';
  return { as: handles ? 'handler' : 'keeper', person: relation.person, unit: relation.unit, party: null };
}

/** Whoever comes second is shown how it stands; a proposer who has withdrawn meanwhile is said as such. */
async function staleOf(context: Context, opened: Opened, action: MatterActionKind): Promise<Refused> {
  if (opened.state.status === 'withdrawn' && (action === 'publish' || action === 'deliver' || action === 'review'))
    return new Refused(MATTER_REFUSALS.withdrawnMeanwhile());
  const current = await openMatter(context, opened.matter.id);
  return new Refused(edgeRefusals.stale(undefined, { extra: { current: await itemOf(context, current) } }));
}

/** Stores the state under its version, then appends the step; two at once cannot both win. */
export async function writeStep(
  context: Context,
  opened: Opened,
  step: MatterStep,
  next: MatterState,
  words: string | null,
): Promise<number> {
  const { db, institutionId, today } = context;
  const { matter, rules } = opened;
  const version = await storeState(db, institutionId, matter.id, matter.version, next, rules, today);
  if (version === undefined) throw await staleOf(context, opened, step.action);
  const desks = desksOf(next);
  await appendAction(db, {
    institutionId,
    matterId: matter.id,
    unitId: matter.unitId,
    desks,
    ordinal: (await countActions(db, institutionId, matter.id)) + 1,
    round: opened.state.round,
    at: context.now,
    actorName: context.actor.name,
    words: words === '' ? null : words,
    requestKey: context.requestKey,
    step,
  });
  // What a department could not change when it handed it back, the next assignment does.
  if (step.action === 'assign' || desks.join() !== matter.desks.join())
    await followDesks(db, institutionId, matter.id, desks);
  return version;
}

export async function tellStep(
  context: Context,
  { matter, state, proposers, relation, rules }: Opened,
  step: MatterStep,
  next: MatterState,
  party: number | null,
): Promise<void> {
  await context.audit({
    action: step.action,
    subjectKind: 'matter',
    subjectId: matter.id,
    // What a department does is not written beside a name: whoever reads the audit of their own steps learns none.
    people: relation.level === 'handler' || relation.level === 'coHandler' ? [] : proposers.map((one) => one.personId),
    detail: { number: matter.number, status: next.status },
  });
  await context.tell(matterMoved, {
    matterId: matter.id,
    number: matter.number,
    action: step.action,
    status: next.status,
    lead: next.lead,
    party,
  });
  const notice = noticeOf(state, step, next);
  if (notice)
    await context.tell(matterConcerns, {
      matterId: matter.id,
      number: matter.number,
      unitId: matter.unitId,
      ...notice,
    });
  await refreshDays(context.db, context.institutionId, rules, context.today, REFRESHED);
}
