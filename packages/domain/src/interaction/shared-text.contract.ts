/** What either side does with the shared text: confirm, add, ask for a correction, answer, change. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { logInteraction, TEXT_ROOM, zTalk, zText } from './interaction.contract.ts';

const params = z.strictObject({ interactionId: zId });
const changes = ['interaction.listTalks', 'interaction.read', 'interaction.listUnconfirmed', 'interaction.readHome'];
const words = zText.max(TEXT_ROOM);

export const confirmText = endpoint({
  id: 'interaction.confirm',
  method: 'POST',
  path: '/api/interactions/:interactionId/confirmations',
  gist: 'The representative says that the text is right as it stands. A talk counts without it.',
  may: ['representative'],
  serves: ['recording'],
  params,
  body: z.strictObject({ version: z.number().int().min(1) }),
  reply: zTalk,
  changes,
});

export const addWords = endpoint({
  id: 'interaction.addWords',
  method: 'POST',
  path: '/api/interactions/:interactionId/words',
  gist: 'The representative adds words of their own to the shared text; both sides read them.',
  may: ['representative'],
  serves: ['recording'],
  params,
  body: z.strictObject({ words }),
  reply: zTalk,
  changes,
});

export const askCorrection = endpoint({
  id: 'interaction.askCorrection',
  method: 'POST',
  path: '/api/interactions/:interactionId/corrections',
  gist: 'The representative asks for a correction; the answer is due on a day that the reply names.',
  may: ['representative'],
  serves: ['recording'],
  params,
  body: z.strictObject({ words }),
  reply: zTalk,
  changes,
});

export const answerCorrection = endpoint({
  id: 'interaction.answerCorrection',
  method: 'POST',
  path: '/api/interactions/:interactionId/corrections/:ordinal/answer',
  gist: 'Correct the text as asked, or say why it stays. Both wordings are kept.',
  may: ['leader', 'office', 'unitOfficer'],
  serves: ['recording'],
  params: z.strictObject({ interactionId: zId, ordinal: z.coerce.number().int().min(1) }),
  body: z.discriminatedUnion('accept', [
    z.strictObject({ accept: z.literal(true), words, version: z.number().int().min(1) }),
    z.strictObject({ accept: z.literal(false), reason: words }),
  ]),
  reply: zTalk,
  changes,
});

export const changeText = endpoint({
  id: 'interaction.change',
  method: 'PATCH',
  path: '/api/interactions/:interactionId',
  gist: 'Change the wording; the earlier one stays readable on both sides.',
  may: ['leader', 'office', 'unitOfficer'],
  serves: ['recording'],
  versioned: true,
  params,
  body: z.strictObject({ words }),
  reply: zTalk,
  changes,
});

export const listUnconfirmed = endpoint({
  id: 'interaction.listUnconfirmed',
  method: 'GET',
  path: '/api/my-records/unconfirmed',
  gist: 'What others wrote down for me as a leader, until I have confirmed it; it counts meanwhile.',
  may: ['leader'],
  serves: ['recording'],
  auditedRead: true,
  reply: z.object({ items: z.array(zTalk), total: z.number().int() }),
});

export const confirmMine = endpoint({
  id: 'interaction.confirmMine',
  method: 'POST',
  path: '/api/my-records/confirmations',
  gist: 'Confirm, in one tap, the records that others wrote down for me and that I have seen.',
  may: ['leader'],
  serves: ['recording'],
  body: z.strictObject({ interactionIds: z.array(zId).min(1).max(200) }),
  reply: z.object({ confirmed: z.number().int() }),
  changes: [...changes, ...(logInteraction.changes ?? [])],
});
