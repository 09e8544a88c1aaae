/** What is coming: talks that are due or arranged, festivals, terms that end. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';

/** In the order in which a day lists them. */
export const AGENDA_KINDS = [
  'late',
  'due',
  'planned',
  'festival',
  'resumes',
  'standingEnds',
  'postEnds',
  'pairingEnds',
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export const AGENDA_DAYS = 60;
const zNamed = z.object({ id: zId, name: z.string() });

export const zAgendaItem = z.object({
  key: z.string(),
  kind: z.enum(AGENDA_KINDS),
  on: zPlainDate,
  /** The day is the house's own. */
  local: z.boolean(),
  clause: z.string().nullable(),
  channel: z.enum(CHANNELS).nullable(),
  leader: zNamed.nullable(),
  person: zNamed.nullable(),
  unit: z.string().nullable(),
  pairingId: zId.nullable(),
  /** The festival, the standing or the post, in words. */
  what: z.object({ zh: z.string(), en: z.string() }).nullable(),
});
export type AgendaItem = z.input<typeof zAgendaItem>;

export const readAgenda = endpoint({
  id: 'interaction.readAgenda',
  method: 'GET',
  path: '/api/agenda',
  gist: 'The coming days: talks due, overdue and arranged, festivals, excuses and terms that end, each with its record.',
  may: ['leader', 'office', 'unitOfficer', 'checker'],
  serves: ['cadence', 'occasion', 'adjustment'],
  query: z.strictObject({
    days: z.coerce.number().int().min(7).max(180).default(AGENDA_DAYS),
    kind: z.enum(AGENDA_KINDS).optional(),
    leader: zId.optional(),
    /** The representative's unit. */
    unit: zId.optional(),
  }),
  reply: z.object({
    from: zPlainDate,
    /** The last day shown. */
    last: zPlainDate,
    byKind: z.partialRecord(z.enum(AGENDA_KINDS), z.number().int()),
    units: z.array(zNamed.extend({ count: z.number().int() })),
    leaders: z.array(zNamed.extend({ count: z.number().int() })),
    items: z.array(zAgendaItem),
  }),
});
