/** The year of contact on its screens: rows, counts, the leader's home, what the log sheet pre-chooses. */
import { z } from 'zod';
import { PERIOD_UNITS } from '../calendar/period.ts';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS, zTier } from '../policy/vocabulary.ts';
import type { DutyState } from './duty.ts';
import { DUTY_STATE_WORDS } from './duty.words.ts';
import { NEXT_CHOICES } from './next-talk.ts';
import { zPauseStep } from './pause-shown.ts';
import { CONTACT_STATES } from './year-of-contact.ts';
import { YEAR_ARITHMETIC } from './year-of-contact.words.ts';

export const ARITHMETIC_LINES = Object.keys(YEAR_ARITHMETIC) as (keyof typeof YEAR_ARITHMETIC)[];

const zChannel = z.enum(CHANNELS);
const zState = z.enum(CONTACT_STATES);
const zPrecision = z.enum(['moment', 'day', 'month']);
const zCount = z.number().int();

const zLast = z.object({ on: zPlainDate, precision: zPrecision, channel: zChannel });

/** What the pure function says of a pair's year, and the arithmetic by the names of its sentences. */
const zYearOfContact = z.object({
  year: zCount,
  state: zState,
  required: zCount.nullable(),
  aim: zCount.nullable(),
  done: zCount,
  last: zLast.nullable(),
  next: z.object({
    kind: z.enum(['resumes', 'planned', 'request', 'due', 'firstTalk', 'suggested', 'anytime', 'none']),
    on: zPlainDate.nullable(),
    channel: zChannel.optional(),
    everyMonths: zCount.optional(),
  }),
  dueOn: zPlainDate.nullable(),
  days: zCount.nullable(),
  dueIsLocal: z.boolean(),
  excuse: z.object({ reason: z.string(), until: zPlainDate.nullable() }).nullable(),
  marks: z.array(
    z.object({ on: zPlainDate, precision: zPrecision, kind: z.enum(['talk', 'visit', 'event', 'request', 'planned']) }),
  ),
  requirement: z.string().nullable(),
  clause: z.string().nullable(),
  arithmetic: z.array(
    z.object({ line: z.enum(ARITHMETIC_LINES), facts: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});

const zBoth = z.object({ zh: z.string(), en: z.string() });

/** A duty that is not counted by the calendar year, or one of several: what is asked, and how its period stands, in words. */
const zDutyLine = z.object({
  requirement: z.string(),
  clause: z.string(),
  unit: z.enum(PERIOD_UNITS),
  /** `每月至少通话 1 次` */
  asks: zBoth,
  /** `2026 年 11 月通话 0/1` */
  short: zBoth,
  /** The arithmetic shown. */
  sentence: zBoth,
  state: z.enum(Object.keys(DUTY_STATE_WORDS) as [DutyState, ...DutyState[]]),
  /** Null where the rule states no number, or between terms. */
  required: zCount.nullable(),
  aim: zCount.nullable(),
  done: zCount,
  dueOn: zPlainDate.nullable(),
});
export type DutyLine = z.output<typeof zDutyLine>;

/** `putOff`: excuse the duty for a time, or be reminded later. */
export const YEAR_CANS = ['putOff'] as const;

export const zYearRow = z.object({
  pairingId: zId,
  tier: zTier,
  leader: z.object({ id: zId, name: z.string() }),
  person: z.object({
    id: zId,
    name: z.string(),
    unit: z.string(),
    unitShort: z.string(),
    /** What they are, in words, the weightiest first. */
    standings: z.array(z.string()),
  }),
  /** The time for which nothing is asked, for the line of the year. */
  excused: z.object({ from: zPlainDate.nullable(), until: zPlainDate.nullable() }).nullable(),
  year: zYearOfContact,
  /** Empty where the one duty is counted by the calendar year: then `year` says it all. */
  duties: z.array(zDutyLine),
  /** What was put off for this pair. */
  pause: z.object({
    version: zCount,
    /** The day on which one is reminded again. */
    snoozedUntil: zPlainDate.nullable(),
    /** Another later reminder is asked for its reason. */
    asksReason: z.boolean(),
    /** Excuses of this pair that are not over, each with its last day. */
    excuses: z.array(z.object({ ordinal: zCount, fromOn: zPlainDate, lastOn: zPlainDate, reason: z.string() })),
  }),
  can: z.array(z.enum(YEAR_CANS)),
});
export type YearRow = z.output<typeof zYearRow>;

const zByState = z.partialRecord(zState, zCount);
const zChoice = z.object({ id: zId, name: z.string(), count: zCount });

export const YEAR_GROUPS = ['state', 'unit', 'leader'] as const;
export type YearGroup = (typeof YEAR_GROUPS)[number];

/** What narrows the year: the same for the page and its export. */
export const zYearFilters = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  leader: zId.optional(),
  /** One pair alone. */
  pairing: zId.optional(),
  /** The representative of the pair. */
  person: zId.optional(),
  unit: zId.optional(),
  tier: zTier.optional(),
  state: zState.optional(),
  /** Part of a name, its pinyin or its first letters. */
  q: z.string().trim().max(60).optional(),
  /** By what the rows stand together. */
  group: z.enum(YEAR_GROUPS).default('state'),
});

export const readYear = endpoint({
  id: 'interaction.readYear',
  method: 'GET',
  path: '/api/year',
  gist: 'How the year of each pair in reach stands, computed from the facts, with counts by state.',
  may: ['leader', 'office', 'unitOfficer', 'checker'],
  serves: ['cadence', 'oversight'],
  query: zYearFilters.extend({
    /** Rows of each state that does not press; all of them where a state is asked for. */
    each: z.coerce.number().int().min(0).max(500).default(3),
  }),
  reply: z.object({
    year: zCount,
    /** Until when the facts were counted: today, or the last day of a year that is over. */
    asOf: zPlainDate,
    /** What each tier asks for, one line where they agree. */
    rules: z.array(
      z.object({
        tier: zTier.nullable(),
        floor: zCount.nullable(),
        aim: zCount.nullable(),
        clause: z.string(),
        unit: z.enum(PERIOD_UNITS),
        asks: zBoth,
      }),
    ),
    /** Some unit has set a day of its own for the first talk. */
    hasLocalDays: z.boolean(),
    /** Of everything in reach, before the filters. */
    inReach: zCount,
    /** After the filters but for tier, and but for state. */
    byTier: z.record(zTier, zCount),
    byState: zByState,
    units: z.array(zChoice),
    leaders: z.array(zChoice),
    /** By what the rows stand together. */
    group: z.enum(YEAR_GROUPS),
    rows: z.array(zYearRow),
  }),
});

export const readOverview = endpoint({
  id: 'interaction.readOverview',
  method: 'GET',
  path: '/api/overview',
  gist: 'How things stand in reach, in counts: pairs by state, leaders against their quota, people paired.',
  may: ['office', 'unitOfficer', 'checker'],
  serves: ['cadence', 'quota', 'oversight'],
  reply: z.object({
    asOf: zPlainDate,
    year: zCount,
    pairs: zCount,
    byState: zByState,
    leaders: z.object({ all: zCount, enough: zCount, clause: z.string().nullable(), asked: zCount.nullable() }),
    representatives: z.object({ all: zCount, paired: zCount }),
    cadenceClause: z.string().nullable(),
    /** Whether a ledger has been brought in; null for those who do not import. */
    imported: z.boolean().nullable(),
    /** The pairs that press most, late first. */
    pressing: z.array(zYearRow),
  }),
});

export const readMyLeaders = endpoint({
  id: 'interaction.readMyLeaders',
  method: 'GET',
  path: '/api/my-leaders',
  gist: 'For a representative: who keeps in touch, since when, and why this pair.',
  may: ['representative'],
  serves: ['eligibility', 'cadence'],
  reply: z.object({
    asOf: zPlainDate,
    /** By which one is addressed. */
    titles: z.array(z.string()),
    items: z.array(
      z.object({
        pairingId: zId,
        tier: zTier,
        leader: z.object({ id: zId, name: z.string(), titles: z.array(z.string()) }),
        since: zPlainDate,
        /** The standing that opens the tier, and its clause. */
        why: z.object({ clause: z.string(), standing: z.string(), expiresOn: zPlainDate.nullable() }).nullable(),
        last: zLast.nullable(),
        done: zCount,
        aim: zCount.nullable(),
        /** What was put off, by whom and why: the person reads all of it. */
        pauses: z.array(zPauseStep),
      }),
    ),
  }),
});

export const readLogDefaults = endpoint({
  id: 'interaction.readLogDefaults',
  method: 'GET',
  path: '/api/log-defaults',
  gist: 'What the log sheet pre-chooses: people by last use, the one due soonest, the way, the next time.',
  may: ['leader', 'secretary', 'office', 'unitOfficer'],
  serves: ['recording'],
  query: z.strictObject({
    /** A pairing or a person to begin with. */
    with: zId.optional(),
  }),
  reply: z.object({
    today: zPlainDate,
    zone: z.string(),
    /** The first is the one to begin with; the rest by last use. */
    people: z.array(
      z.object({
        pairingId: zId,
        leader: z.object({ id: zId, name: z.string() }),
        person: z.object({
          id: zId,
          name: z.string(),
          unitShort: z.string(),
          standings: z.array(z.string()),
          reading: z.string(),
          initials: z.string(),
        }),
        channel: zChannel,
        next: z.enum(NEXT_CHOICES),
        state: zState,
      }),
    ),
    /** Whether one writes for oneself, or on behalf of the leader of the pair. */
    self: zId.nullable(),
  }),
});
