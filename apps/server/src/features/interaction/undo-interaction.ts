import { interactionRefusals, UNDO_MINUTES, undoUntil } from '@zhengyou/domain/interaction/interaction.access.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { sharedTextRefusals } from '@zhengyou/domain/interaction/shared-text.words.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { lendAllNames } from '../access/lend.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { deleteInteraction } from './interaction.queries.ts';
import { findRecord } from './interaction.reads.ts';
import { hasSteps } from './shared-text.reads.ts';
import { talkUndone } from './news.door.ts';
import { talkOf } from './talk-shown.ts';
import { reopenRequests } from './talk-requests.ts';
import { rowsOfPairs } from './year-rows.ts';

/** A slip of the finger leaves no record behind; the audit still says that there was one. */
export async function undoInteraction(asked: Context, id: Id) {
  const own = await findRecord(asked.db, asked.institutionId, asked.reach, id, { lock: true });
  const context = own ? asked : (await lendAllNames(asked, 'log', { hold: true })).context;
  const { actor, db, institutionId, reach, now, today } = context;
  const record = own ?? (await findRecord(db, institutionId, reach, id, { lock: true }));
  if (!record) throw new Refused(edgeRefusals.notFound());

  if (record.recordedBy !== actor.personId) throw new Refused(interactionRefusals.notYourRecord());
  if (record.version !== context.ifMatch)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await talkOf(context, record) } }));
  if (await hasSteps(db, institutionId, id)) throw new Refused(sharedTextRefusals.answered());
  if (now > undoUntil(record.createdAt)) throw new Refused(interactionRefusals.undoTooLate({ minutes: UNDO_MINUTES }));

  await reopenRequests(context, id);
  await context.tell(talkUndone, { interactionId: id });
  await deleteInteraction(db, institutionId, id);

  await context.audit({
    action: 'undo',
    subjectKind: 'interaction',
    subjectId: id,
    people: [record.leaderId, ...record.people],
    detail: { channel: record.channel, on: record.on },
  });
  const policy = await getPolicyInForce(db, institutionId, today);
  return { rows: await rowsOfPairs(context, policy, record.leaderId, record.people) };
}
