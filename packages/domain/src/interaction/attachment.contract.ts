/** Files beside a shared text. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { ATTACHMENT_BYTES } from './attachment.ts';

export const zAttachment = z.object({
  id: zId,
  name: z.string(),
  bytes: z.number().int(),
  /** Who added it. */
  by: z.string(),
  at: z.string(),
  can: z.array(z.enum(['remove'])),
});

const changes = ['interaction.listTalks', 'interaction.read', 'interaction.readHome', 'interaction.listUnconfirmed'];
const may = ['leader', 'secretary', 'office', 'unitOfficer'] as const;

export const addAttachment = endpoint({
  id: 'attachment.add',
  method: 'POST',
  path: '/api/interactions/:interactionId/attachments',
  gist: 'Put a file beside the shared text: PDF, PNG, JPEG, docx or xlsx by its content; both sides read it.',
  may,
  serves: ['recording'],
  upload: { maxBytes: ATTACHMENT_BYTES },
  params: z.strictObject({ interactionId: zId }),
  query: z.strictObject({ name: z.string().min(1).max(300) }),
  reply: zAttachment,
  changes,
});

export const readAttachment = endpoint({
  id: 'attachment.read',
  method: 'GET',
  path: '/api/attachments/:attachmentId',
  gist: 'The file, for whoever reads the shared text; always as a download.',
  may: 'signedIn',
  auditedRead: true,
  download: true,
  params: z.strictObject({ attachmentId: zId }),
  reply: z.unknown(),
});

export const removeAttachment = endpoint({
  id: 'attachment.remove',
  method: 'POST',
  path: '/api/attachments/:attachmentId/removal',
  gist: 'Take a file away again, by whoever has just added it.',
  may,
  params: z.strictObject({ attachmentId: zId }),
  reply: z.object({}),
  changes,
});
