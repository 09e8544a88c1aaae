/** Putting off: a dated excuse from the duty, a later reminder, and taking either back. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { REASON_LIMIT } from './pause.ts';
import { zPauseStep } from './pause-shown.ts';
import { zYearRow } from './year.contract.ts';

const zReason = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .trim()
  .max(REASON_LIMIT);
const zCount = z.number().int();

const params = z.strictObject({ pairingId: zId });
const may = ['leader', 'office', 'unitOfficer'] as const;
const changes = [
  'interaction.readYear',
  'interaction.readHome',
  'interaction.readOverview',
  'interaction.readAgenda',
  'interaction.listPauses',
  'interaction.readMyLeaders',
];

/** `ordinal` is the step made, by which it is taken back; `version` is what `If-Match` then names. */
const zMade = z.object({ ordinal: zCount, version: zCount, row: zYearRow });

export const excusePair = endpoint({
  id: 'interaction.excuse',
  method: 'POST',
  path: '/api/pairings/:pairingId/excuses',
  gist: 'Excuse the duty of a pair for a time, both days included, with a reason that both sides read.',
  may,
  serves: ['cadence'],
  params,
  body: z.strictObject({
    /** Today, when left out. */
    fromOn: zPlainDate.optional(),
    lastOn: zPlainDate,
    reason: zReason,
  }),
  reply: zMade,
  changes,
});

export const snoozePair = endpoint({
  id: 'interaction.snooze',
  method: 'POST',
  path: '/api/pairings/:pairingId/snoozes',
  gist: 'Be reminded of a pair later; the duty stands as it stood. From the second time on a reason is asked.',
  may,
  serves: ['cadence'],
  params,
  body: z.strictObject({ untilOn: zPlainDate, reason: zReason.optional() }),
  reply: zMade,
  changes,
});

export const takeBackPause = endpoint({
  id: 'interaction.takeBackPause',
  method: 'DELETE',
  path: '/api/pairings/:pairingId/pauses/:ordinal',
  gist: 'Take back an excuse or a later reminder; the history keeps both steps.',
  may,
  serves: ['cadence'],
  params: params.extend({ ordinal: z.coerce.number().int().min(1).max(100_000) }),
  versioned: true,
  reply: zMade,
  changes,
});

export const listPauses = endpoint({
  id: 'interaction.listPauses',
  method: 'GET',
  path: '/api/pairings/:pairingId/pauses',
  gist: 'Everything that was put off between the two of a pair, by whom and why; the representative reads it too.',
  may: 'signedIn',
  serves: ['cadence'],
  params,
  auditedRead: true,
  reply: z.object({ version: zCount, can: z.array(z.literal('takeBack')), steps: z.array(zPauseStep) }),
});
