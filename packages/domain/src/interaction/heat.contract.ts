/** Leaders by months: how often there was contact, in plain counts, and the records behind each of them. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS, zTier } from '../policy/vocabulary.ts';

const zCount = z.number().int();
const zYear = z.coerce.number().int().min(2000).max(2200);
const READERS = ['office', 'unitOfficer', 'checker'] as const;

/** What narrows the view: the same for the page and its export. */
export const zHeatFilters = z.strictObject({
  year: zYear.optional(),
  tier: zTier.optional(),
  /** The unit of the leader. */
  unit: zId.optional(),
  /** Part of a leader's name, its pinyin or its first letters. */
  q: z.string().trim().max(60).optional(),
});

/** Records of a month by their way: talks with one or a few, gatherings, visits. */
const zCell = z.object({ talks: zCount, gatherings: zCount, visits: zCount });
export type HeatCell = z.output<typeof zCell>;

export const readHeat = endpoint({
  id: 'interaction.readHeat',
  method: 'GET',
  path: '/api/year/heat',
  gist: 'Leaders by months: how many talks, gatherings and visits each month; in the official order, never by figures.',
  may: READERS,
  serves: ['cadence', 'oversight'],
  query: zHeatFilters,
  reply: z.object({
    year: zCount,
    asOf: zPlainDate,
    units: z.array(z.object({ id: zId, name: z.string(), count: zCount })),
    /** Leaders by tier, before that filter. */
    byTier: z.record(zTier, zCount),
    leaders: z.array(
      z.object({
        id: zId,
        name: z.string(),
        unit: z.string(),
        unitShort: z.string(),
        /** Whom they befriend now. */
        friends: zCount,
        /** Twelve. */
        months: z.array(zCell),
      }),
    ),
  }),
});

export const listMonthTalks = endpoint({
  id: 'interaction.listMonthTalks',
  method: 'GET',
  path: '/api/year/heat/:leaderId/:month',
  gist: 'The records behind one month of one leader: days, ways and people; no text.',
  may: READERS,
  serves: ['cadence', 'oversight'],
  params: z.strictObject({ leaderId: zId, month: z.coerce.number().int().min(1).max(12) }),
  query: z.strictObject({ year: zYear.optional() }),
  auditedRead: true,
  reply: z.object({
    leader: z.object({ id: zId, name: z.string() }).nullable(),
    items: z.array(
      z.object({
        id: zId,
        on: zPlainDate,
        precision: z.enum(['moment', 'day', 'month']),
        channel: z.enum(CHANNELS),
        /** Those whom the reader may see by name; the others are counted. */
        people: z.array(z.object({ id: zId, name: z.string() })),
        others: zCount,
      }),
    ),
  }),
});
