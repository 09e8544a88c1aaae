/** Putting a file beside a shared text, reading it, taking it away again. */
import {
  attachmentName,
  mediaTypeOf,
  refuseAttachment,
  sniffAttachment,
} from '@zhengyou/domain/interaction/attachment.ts';
import { attachmentRefusals } from '@zhengyou/domain/interaction/attachment.refusals.ts';
import { mayWriteFor, UNDO_MINUTES, undoUntil } from '@zhengyou/domain/interaction/interaction.access.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import type { Download } from '../../edge/route.ts';
import { newId } from '../../store/new-id.ts';
import { lendAllNames } from '../access/lend.door.ts';
import {
  deleteAttachment,
  findAttachment,
  getContent,
  insertAttachment,
  listAttachments,
  type AttachmentRow,
} from './attachment.queries.ts';
import { findRecord, type RecordRow } from './interaction.reads.ts';

export const attachmentShown = ({ actor, now }: Pick<Context, 'actor' | 'now'>, one: AttachmentRow) => ({
  id: one.id,
  name: one.name,
  bytes: one.bytes,
  by: one.by,
  at: one.at.toISOString(),
  can: one.addedBy === actor.personId && now <= undoUntil(one.at) ? (['remove'] as const).slice() : [],
});

/** The record as one who writes it holds it: one's own to write, or written by oneself in a name that is lent. */
async function holdToWrite(asked: Context, id: Id): Promise<{ context: Context; record: RecordRow }> {
  const own = await findRecord(asked.db, asked.institutionId, asked.reach, id);
  if (own) {
    // Whoever was there reads it, and whoever checks; they add no file.
    if (!mayWriteFor(asked.actor, own.leaderId, own.unitId)) throw new Refused(attachmentRefusals.notYours());
    return { context: asked, record: own };
  }
  const { context } = await lendAllNames(asked, 'log', { hold: true });
  const lent = await findRecord(context.db, context.institutionId, context.reach, id);
  if (!lent || lent.recordedBy !== asked.actor.personId) throw new Refused(edgeRefusals.notFound());
  if (lent.leaderConfirmedAt !== null) throw new Refused(attachmentRefusals.confirmed());
  return { context, record: lent };
}

export async function addAttachment(asked: Context, interactionId: Id, given: string, content: Buffer) {
  const { context, record } = await holdToWrite(asked, interactionId);
  const { actor, db, institutionId, reach, now } = context;
  const kind = sniffAttachment(content);
  const beside = await listAttachments(db, institutionId, reach, [record.id]);
  const refused = refuseAttachment({ bytes: content.length, kind }, beside);
  if (refused || kind === undefined) throw new Refused(refused ?? attachmentRefusals.wrongKind());

  const one = {
    id: newId(now.getTime()),
    name: attachmentName(given, kind),
    type: mediaTypeOf(kind),
    addedBy: actor.personId,
    by: actor.name,
    at: now,
    content,
  };
  await insertAttachment(db, institutionId, record, one);
  await note(context, 'attach', record.leaderId, record.people, record.id, one.id);
  return attachmentShown(context, { ...one, interactionId: record.id, bytes: content.length });
}

const note = (context: Context, action: string, leader: Id, people: readonly Id[], talk: Id, id: Id) =>
  context.audit({
    action,
    subjectKind: 'interaction',
    subjectId: talk,
    people: [leader, ...people],
    detail: { attachment: id },
  });

/** Whoever reads the text reads the file; for whoever checks, opening it is written down like opening the text. */
export async function readAttachment(context: Context, id: Id): Promise<Download> {
  const { db, institutionId, reach } = context;
  const one = await findAttachment(db, institutionId, reach, id);
  const record = one && (await findRecord(db, institutionId, reach, one.interactionId));
  if (!one || !record) throw new Refused(edgeRefusals.notFound());
  const bytes = await getContent(db, institutionId, reach, id);
  await note(context, 'openAttachment', record.leaderId, record.people, record.id, id);
  return { fileName: one.name, type: one.type, bytes };
}

export async function removeAttachment(asked: Context, id: Id) {
  const own = await findAttachment(asked.db, asked.institutionId, asked.reach, id);
  const context = own ? asked : (await lendAllNames(asked, 'log', { hold: true })).context;
  const { actor, db, institutionId, reach, now } = context;
  const one = own ?? (await findAttachment(db, institutionId, reach, id));
  const record = one && (await findRecord(db, institutionId, reach, one.interactionId));
  if (!one || !record || one.addedBy !== actor.personId) throw new Refused(edgeRefusals.notFound());
  if (now > undoUntil(one.at)) throw new Refused(attachmentRefusals.removeTooLate({ minutes: UNDO_MINUTES }));
  await deleteAttachment(db, institutionId, id);
  await note(context, 'detach', record.leaderId, record.people, record.id, id);
  return {};
}
