/** Working days and festivals as the house counts them. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { FESTIVAL_KEYS } from './festivals.ts';

const zRange = z.object({ from: zPlainDate, until: zPlainDate });
const zYear = z.object({
  year: z.number().int(),
  /** `shipped` with the house, `own` where the office has pasted it, `estimated` where nobody has a table yet. */
  kind: z.enum(['shipped', 'own', 'estimated']),
  source: z.string().nullable(),
  /** Days off, joined where they follow one another; `until` is the last of them. */
  off: z.array(zRange),
  /** Weekend days that are worked. */
  working: z.array(zPlainDate),
  version: z.number().int().nullable(),
});

export const readCalendar = endpoint({
  id: 'calendar.read',
  method: 'GET',
  path: '/api/calendar',
  gist: 'Which days are off or worked, year by year, and which years are only estimated.',
  may: 'signedIn',
  reply: z.object({
    years: z.array(zYear),
    /** Of the year to come, in their order. */
    festivals: z.array(z.object({ on: zPlainDate, key: z.enum(FESTIVAL_KEYS) })),
    can: z.array(z.enum(['keep'])),
  }),
});

/** As long as tables of many years; the parser bounds the lines. */
const TEXT_MAX = 60_000;

export const keepWorkdays = endpoint({
  id: 'calendar.keepWorkdays',
  method: 'POST',
  path: '/api/calendar/workdays',
  gist: 'Paste tables of working days; `try` says what would change and keeps nothing. A wrong line keeps nothing either.',
  may: ['office'],
  body: z.strictObject({ text: z.string().max(TEXT_MAX), try: z.boolean() }),
  reply: z.object({
    kept: z.boolean(),
    /** Empty when the text can be kept. */
    problems: z.array(z.object({ line: z.number().int(), message: z.object({ zh: z.string(), en: z.string() }) })),
    /** For each year: days off, weekend days worked, and the days that change against how it stands now. */
    years: z.array(
      z.object({
        year: z.number().int(),
        off: z.number().int(),
        working: z.number().int(),
        changes: z.array(z.object({ on: zPlainDate, works: z.boolean() })),
      }),
    ),
  }),
  changes: ['calendar.read'],
});

export const dropWorkdays = endpoint({
  id: 'calendar.dropWorkdays',
  method: 'DELETE',
  path: '/api/calendar/workdays/:year',
  gist: 'Take back a pasted table; the shipped one, or the estimate, counts again.',
  may: ['office'],
  versioned: true,
  params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2200) }),
  reply: z.object({ year: z.number().int() }),
  changes: ['calendar.read'],
});
