/** Achievements, hardship, illness: told by the person, the unit or the office, answered by the leader. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import {
  KEEP_MONTHS,
  OCCASION_ACTIONS,
  OCCASION_CANS,
  OCCASION_KINDS,
  OCCASION_STATUSES,
  OCCASION_STEPS,
  PURPOSES,
  RAISED_AS,
  TASK_STATES,
} from './occasion.ts';

const zCount = z.number().int();
const zNamed = z.object({ id: zId, name: z.string() });
const zKind = z.enum(OCCASION_KINDS);
const zBoth = z.object({ zh: z.string(), en: z.string() });
/** Wider than the rule on its length, so that the rule answers, with how much was written. */
const zWords = z
  .string()
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u)
  .max(300_000);
const version = zCount.min(1);
const params = z.strictObject({ occasionId: zId });

const zOccasion = z.object({
  id: zId,
  version: zCount,
  kind: zKind,
  private: z.boolean(),
  person: zNamed.extend({ pairingId: zId }),
  leader: zNamed,
  raisedAs: z.enum(RAISED_AS),
  raisedBy: z.string(),
  raisedOn: zPlainDate,
  happenedOn: zPlainDate,
  action: z.enum(OCCASION_ACTIONS),
  clause: z.string().nullable(),
  dueOn: zPlainDate.nullable(),
  dueIsLocal: z.boolean(),
  dueIsEstimated: z.boolean(),
  status: z.enum(OCCASION_STATUSES),
  state: z.enum(TASK_STATES),
  /** What was told, in lists only of achievements and changes of post. */
  words: z.string().nullable(),
  /** How it ended: the record, or why not. */
  answer: z
    .object({
      by: z.string(),
      at: z.string(),
      /** Of a record: its way and day. */
      channel: z.enum(CHANNELS).nullable(),
      on: zPlainDate.nullable(),
      words: z.string().nullable(),
      seen: z.boolean(),
    })
    .nullable(),
  can: z.array(z.enum(OCCASION_CANS)),
});
export type OccasionShown = z.output<typeof zOccasion>;

const changes = ['occasion.list', 'occasion.read', 'occasion.near', 'round.standing'];

export const listOccasions = endpoint({
  id: 'occasion.list',
  method: 'GET',
  path: '/api/occasions',
  gist: 'Occasions in reach, those that press first; what was told of hardship or illness is not in it.',
  may: 'signedIn',
  serves: ['occasion'],
  auditedRead: true,
  query: z.strictObject({
    show: z.enum(['open', 'all']).default('open'),
    /** The person concerned. */
    person: zId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(zOccasion), total: zCount, can: z.array(z.enum(['raise'])) }),
});

export const readOccasion = endpoint({
  id: 'occasion.read',
  method: 'GET',
  path: '/api/occasions/:occasionId',
  gist: 'One occasion with what was told, for those who may read it; the reading is written down.',
  may: 'signedIn',
  serves: ['occasion'],
  auditedRead: true,
  params,
  reply: zOccasion.extend({
    /** `erased`: withdrawn, or past the day until which it was kept. `withheld`: not for the reader. */
    told: z.enum(['shown', 'withheld', 'erased']),
    purpose: z.enum(PURPOSES).nullable(),
    consent: z.enum(['own', 'toUnit']).nullable(),
    consentOn: zPlainDate.nullable(),
    keepUntil: zPlainDate.nullable(),
    /** For the person: who has opened what was told. */
    readers: z.array(z.object({ name: z.string(), on: zPlainDate })).nullable(),
    wordings: z.array(zBoth),
    steps: z.array(
      z.object({ action: z.enum(OCCASION_STEPS), name: z.string(), words: z.string().nullable(), at: z.string() }),
    ),
  }),
});

export const startRaise = endpoint({
  id: 'occasion.startRaise',
  method: 'GET',
  path: '/api/occasions-to-raise',
  gist: 'What can be told and of whom: kinds with their clause, and representatives in reach with their leaders.',
  may: ['office', 'unitOfficer', 'representative'],
  serves: ['occasion'],
  query: z.strictObject({ q: z.string().trim().max(60).optional(), person: zId.optional() }),
  reply: z.object({
    today: zPlainDate,
    as: z.enum(RAISED_AS),
    kinds: z.array(z.object({ kind: zKind, private: z.boolean(), clause: z.string().nullable() })),
    people: z.array(z.object({ id: zId, name: z.string(), unitShort: z.string(), leaders: z.array(zNamed) })),
  }),
});

export const raiseOccasion = endpoint({
  id: 'occasion.raise',
  method: 'POST',
  path: '/api/occasions',
  gist: 'Tell of an achievement or a hardship; illness and family are told by the person, or by the unit with the person’s leave.',
  may: ['office', 'unitOfficer', 'representative'],
  serves: ['occasion'],
  body: z.strictObject({
    kind: zKind,
    /** Whom it concerns; oneself when left out. */
    representativeId: zId.optional(),
    /** Which of the person's leaders; the one there is when left out. */
    leaderId: zId.optional(),
    happenedOn: zPlainDate,
    words: zWords,
    purpose: z.enum(PURPOSES).optional(),
    /** The person gave leave to pass it on. */
    consent: z.boolean().default(false),
    keepMonths: z.literal(KEEP_MONTHS).default(6),
  }),
  reply: zOccasion,
  changes,
});

export const declineOccasion = endpoint({
  id: 'occasion.decline',
  method: 'POST',
  path: '/api/occasions/:occasionId/decline',
  gist: 'Say why it cannot be done; whoever told it reads the reason.',
  may: ['leader', 'office', 'unitOfficer'],
  serves: ['occasion'],
  params,
  body: z.strictObject({ words: zWords, version }),
  reply: zOccasion,
  changes,
});

export const amendOccasion = endpoint({
  id: 'occasion.amend',
  method: 'POST',
  path: '/api/occasions/:occasionId/words',
  gist: 'The person corrects what was told; the earlier wording is not kept.',
  may: ['office', 'unitOfficer', 'representative'],
  serves: ['occasion'],
  params,
  body: z.strictObject({ words: zWords, version }),
  reply: zOccasion,
  changes,
});

export const markAnswerSeen = endpoint({
  id: 'occasion.seen',
  method: 'POST',
  path: '/api/occasions/:occasionId/seen',
  gist: 'Whoever told it says that the answer has arrived.',
  may: ['office', 'unitOfficer', 'representative'],
  serves: ['occasion'],
  params,
  body: z.strictObject({ version }),
  reply: zOccasion,
  changes,
});

export const withdrawOccasion = endpoint({
  id: 'occasion.withdraw',
  method: 'POST',
  path: '/api/occasions/:occasionId/withdraw',
  gist: 'Take it back: what was told is erased at once, the leader is told that it is withdrawn.',
  may: ['office', 'unitOfficer', 'representative'],
  serves: ['occasion'],
  params,
  body: z.strictObject({ version }),
  reply: zOccasion,
  changes,
});

export const readNear = endpoint({
  id: 'occasion.near',
  method: 'GET',
  path: '/api/occasions-near',
  gist: 'A leader’s days ahead, at most three: what was told of one’s friends, and the festival that runs.',
  may: ['leader'],
  serves: ['occasion'],
  auditedRead: true,
  reply: z.object({
    occasions: z.array(zOccasion),
    festival: z
      .object({
        id: zId,
        name: zBoth,
        on: zPlainDate,
        until: zPlainDate,
        pairs: zCount,
        visited: zCount,
        /** Friends not yet visited, the first days first. */
        left: z.array(z.object({ pairingId: zId, name: z.string(), suggestedOn: zPlainDate.nullable() })),
      })
      .nullable(),
  }),
});
