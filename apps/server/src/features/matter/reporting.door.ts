/** What a room that reports matters to the leadership asks of them: that they were reported, and what came back. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { refuseStep } from '@zhengyou/domain/matter/matter.access.ts';
import { applyStep } from '@zhengyou/domain/matter/matter.machine.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import type { Context } from '../../edge/context.ts';
import { refuseNaming } from './keeper-steps.ts';
import { openMatter } from './open-matter.ts';
import { tellStep, writeStep } from './take-step.ts';

type Kept = 'report' | 'note';

/** Takes a keeper’s step on one of them; false where it has gone past it, or is the keeper’s own. */
async function keep(context: Context, id: Id, action: Kept, detail: object, words: string): Promise<boolean> {
  const opened = await openMatter(context, id, { lock: true });
  const { state, relation, world } = opened;
  if (refuseStep(state, action, relation, world)) return false;
  refuseNaming(opened, [words]);
  const by = { as: 'keeper', person: relation.person, unit: null, party: null };
  const step = { action, on: context.today, by, detail } as unknown as MatterStep; // the detail belongs to the action as its callers pair them
  const next = applyStep(state, step);
  if (!next) return false;
  await writeStep(context, opened, step, next, words);
  await tellStep(context, opened, step, next, null);
  return true;
}

/**
 * Each of them that still waits for it is reported to the leadership by a briefing. One after another: every matter has a
 * line, deadlines and followers of its own, and a briefing holds forty at most.
 */
export async function reportByBriefing(context: Context, matterIds: readonly Id[], words: string): Promise<void> {
  for (const id of matterIds) await keep(context, id, 'report', { way: 'briefing' }, words);
}

/** Writes an instruction on the line of each, for those who work on it; answers those on which it could be written. */
export async function noteInstruction(context: Context, matterIds: readonly Id[], words: string): Promise<Id[]> {
  const noted: Id[] = [];
  for (const id of matterIds) if (await keep(context, id, 'note', {}, words)) noted.push(id);
  return noted;
}
