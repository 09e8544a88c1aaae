/** Files beside shared texts. Their bytes are read only where one of them is asked for. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';
import { withinRecords } from '../../store/reach.ts';
import type { RecordRow } from './interaction.reads.ts';

export type AttachmentRow = {
  readonly id: Id;
  readonly interactionId: Id;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly addedBy: Id;
  readonly by: string;
  readonly at: Date;
};

const COLUMNS = [
  ...(['attachment_id', 'interaction_id', 'file_name', 'media_type', 'byte_count'] as const),
  ...(['added_by', 'added_as', 'added_at'] as const),
] as const;

const within = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('interaction_attachment')
    .where('institution_id', '=', institutionId)
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'));

type Row = {
  attachment_id: string;
  interaction_id: string;
  file_name: string;
  media_type: string;
  byte_count: number;
  added_by: string;
  added_as: string;
  added_at: Date;
};
const attachmentOf = (row: Row): AttachmentRow => ({
  id: row.attachment_id as Id,
  interactionId: row.interaction_id as Id,
  name: row.file_name,
  type: row.media_type,
  bytes: row.byte_count,
  addedBy: row.added_by as Id,
  by: row.added_as,
  at: row.added_at,
});

export async function listAttachments(
  db: Db,
  institutionId: Id,
  reach: Reach,
  interactions: readonly Id[],
): Promise<AttachmentRow[]> {
  const rows = await within(db, institutionId, reach)
    .select(COLUMNS)
    .where('interaction_id', '=', sql<string>`any (${[...interactions]}::uuid[])`)
    .orderBy('added_at')
    .orderBy('attachment_id')
    .execute();
  return rows.map(attachmentOf);
}

export async function findAttachment(db: Db, institutionId: Id, reach: Reach, id: Id) {
  const row = await within(db, institutionId, reach).select(COLUMNS).where('attachment_id', '=', id).executeTakeFirst();
  return row && attachmentOf(row);
}

export async function getContent(db: Db, institutionId: Id, reach: Reach, id: Id): Promise<Buffer> {
  const { content } = await within(db, institutionId, reach)
    .select('content')
    .where('attachment_id', '=', id)
    .executeTakeFirstOrThrow();
  return content;
}

export type NewAttachment = Omit<AttachmentRow, 'interactionId' | 'bytes'> & { readonly content: Buffer };

export const insertAttachment = (db: Db, institutionId: Id, record: RecordRow, one: NewAttachment) =>
  db
    .insertInto('interaction_attachment')
    .values({
      institution_id: institutionId,
      attachment_id: one.id,
      interaction_id: record.id,
      leader_id: record.leaderId,
      unit_id: record.unitId,
      representative_ids: sql<string[]>`${[...record.people]}::uuid[]`,
      file_name: one.name,
      media_type: one.type,
      byte_count: one.content.length,
      content: one.content,
      content_hash: createHash('sha256').update(one.content).digest(),
      added_by: one.addedBy,
      added_as: one.by,
      added_at: one.at,
    })
    .execute();

export const deleteAttachment = (db: Db, institutionId: Id, id: Id) =>
  db
    .deleteFrom('interaction_attachment')
    .where('institution_id', '=', institutionId)
    .where('attachment_id', '=', id)
    .execute();
