/** The one shared record of a talk: writing it down, taking it back at once, reading it on either side. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { zAttachment } from './attachment.contract.ts';
import { POINT_KINDS, WHEN_CHOICES } from './log-rules.ts';
import { NEXT_CHOICES } from './next-talk.ts';
import { TALK_CANS } from './shared-text.ts';
import { zYearRow } from './year.contract.ts';

/** Text as people write it: line ends and tabs, no other control characters. */
export const zText = z.string().regex(/^(?:\P{Cc}|[\n\r\t])*$/u);
/** Wider than the rule on the length of a text, so that the rule answers, with how much was written. */
export const TEXT_ROOM = 300_000;
const zLine = z.string().regex(/^\P{Cc}*$/u);

const zChannel = z.enum(CHANNELS);

/** Said as people say it; the server turns it into a day of the institution's zone. */
const zWhen = z.strictObject({
  kind: z.enum(WHEN_CHOICES),
  on: zPlainDate.optional(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});

const zPoint = z.strictObject({
  kind: z.enum(POINT_KINDS),
  /** Views travel without names unless the person agrees. */
  named: z.boolean().default(false),
  words: zText.max(TEXT_ROOM),
});

const zNext = z.strictObject({ choice: z.enum(NEXT_CHOICES), on: zPlainDate.optional() });

export const logInteraction = endpoint({
  id: 'interaction.log',
  method: 'POST',
  path: '/api/interactions',
  gist: 'Log a talk, a visit or a call. The same pair, day and way within six hours is asked about before it becomes a second record.',
  may: ['leader', 'secretary', 'office', 'unitOfficer'],
  serves: ['recording', 'cadence', 'occasion'],
  body: z.strictObject({
    /** The leader who talked; whoever asks, when left out. The office and a unit's officer may write for a leader in reach. */
    leaderId: zId.optional(),
    representativeIds: z.array(zId).min(1).max(60),
    channel: zChannel,
    when: zWhen,
    /** When it was written down, where that may be before it comes in: without network it waits on the phone. */
    writtenAt: z.iso.datetime().optional(),
    words: zText.max(TEXT_ROOM).optional(),
    points: z.array(zPoint).max(200).default([]),
    next: zNext.optional(),
    place: zLine.trim().max(100).optional(),
    /** False for an attempt that did not come about; it does not count as a talk. */
    cameAbout: z.boolean().default(true),
    /** Why it is recorded only in a later year. */
    lateReason: zLine.trim().max(300).optional(),
    /** What the sheet was opened from, of a later room: it travels with the news. */
    from: zId.optional(),
    /** The answer to the question whether it belongs to an earlier record. */
    merge: z.union([z.literal('separate'), z.strictObject({ into: zId, version: z.number().int().min(1) })]).optional(),
  }),
  reply: z.object({
    id: zId,
    version: z.number().int(),
    merged: z.boolean(),
    happenedOn: zPlainDate,
    nextOn: zPlainDate.nullable(),
    /** Until when it can be taken back whole. */
    undoUntil: z.string().nullable(),
    /** The rows of the year that changed, one for each pair. */
    rows: z.array(zYearRow),
  }),
  changes: [
    'interaction.readYear',
    'interaction.readHome',
    'interaction.readOverview',
    'interaction.listTalks',
    'interaction.read',
    'interaction.readLogDefaults',
    'interaction.readMyLeaders',
    'occasion.near',
    'occasion.list',
    'occasion.read',
    'round.list',
    'round.read',
    'round.standing',
    'helping.read',
  ],
});

export const undoInteraction = endpoint({
  id: 'interaction.undo',
  method: 'DELETE',
  path: '/api/interactions/:interactionId',
  gist: 'Take back a record that one has just made: it and its points are deleted, the audit stays.',
  may: ['leader', 'secretary', 'office', 'unitOfficer'],
  params: z.strictObject({ interactionId: zId }),
  versioned: true,
  reply: z.object({ rows: z.array(zYearRow) }),
  changes: logInteraction.changes ?? [],
});

const zNamed = z.object({ id: zId, name: z.string() });

export const TALK_TEXTS = ['shown', 'withheld'] as const;

export const zTalk = z.object({
  id: zId,
  version: z.number().int(),
  leader: zNamed,
  /** Those whom the reader may see by name; the others are counted. */
  representatives: z.array(zNamed),
  others: z.number().int(),
  channel: zChannel,
  happenedOn: zPlainDate,
  precision: z.enum(['moment', 'day', 'month']),
  happenedAt: z.string().nullable(),
  cameAbout: z.boolean(),
  place: z.string().nullable(),
  /** Whoever checks sees that there was a talk; its text opens in the record itself, which is written down. */
  text: z.enum(TALK_TEXTS),
  words: z.string().nullable(),
  /** What an imported ledger says of handling, apart from any point. */
  handling: z.string().nullable(),
  points: z.array(
    z.object({
      id: zId,
      kind: z.enum(POINT_KINDS),
      named: z.boolean(),
      words: z.string(),
      handling: z.string().nullable(),
    }),
  ),
  /** Files beside the text, for whoever is shown the text. */
  attachments: z.array(zAttachment),
  nextOn: zPlainDate.nullable(),
  nextChoice: z.enum(NEXT_CHOICES).nullable(),
  lateReason: z.string().nullable(),
  /** Who wrote it down, by name, where it was not the leader. */
  recordedAs: z.string().nullable(),
  /** Written for the leader by somebody else, and not yet confirmed by them. */
  awaitsLeader: z.boolean(),
  confirmed: z.array(z.object({ personId: zId, name: z.string(), at: z.string(), earlier: z.boolean() })),
  added: z.array(z.object({ ordinal: z.number().int(), name: z.string(), words: z.string(), at: z.string() })),
  corrections: z.array(
    z.object({
      ordinal: z.number().int(),
      name: z.string(),
      words: z.string(),
      at: z.string(),
      answerBy: zPlainDate.nullable(),
      status: z.enum(['open', 'accepted', 'declined']),
      answer: z.object({ name: z.string(), words: z.string().nullable(), at: z.string() }).nullable(),
    }),
  ),
  /** Earlier wordings, the newest first. */
  before: z.array(z.object({ words: z.string().nullable(), until: z.string(), name: z.string() })),
  can: z.array(z.enum(TALK_CANS)),
});

export type Talk = z.input<typeof zTalk>;

export const readInteraction = endpoint({
  id: 'interaction.read',
  method: 'GET',
  path: '/api/interactions/:interactionId',
  gist: 'One shared record, the same for both sides.',
  may: 'signedIn',
  params: z.strictObject({ interactionId: zId }),
  auditedRead: true,
  reply: zTalk,
});

export const listTalks = endpoint({
  id: 'interaction.listTalks',
  method: 'GET',
  path: '/api/interactions',
  gist: 'What was talked about with a representative, last first, as far as the reader was there or answers for it.',
  may: 'signedIn',
  query: z.strictObject({
    /** The representative; whoever asks, when left out. */
    person: zId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  auditedRead: true,
  reply: z.object({ items: z.array(zTalk), total: z.number().int() }),
});
