/** Opinions, suggestions and difficulties: raising one, its line, and every step on it. The desk's own pages stand in `desk.contract.ts`. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import {
  CLOCK_OWNERS,
  CLOCK_STATES,
  CLOCKS,
  DISPOSITIONS,
  LEVELS_OF_VIEW,
  LOOK_BACKS,
  MATTER_ACTIONS,
  MATTER_KINDS,
  MATTER_ORIGINS,
  MATTER_POINTS_LIMIT,
  MATTER_STATUSES,
  MATTER_TEXT_LIMIT,
  MATTER_TITLE_LIMIT,
  OUTCOMES,
  REPORT_WAYS,
  RESULTS,
  STOPS,
  WAYS,
} from './matter.ts';

/** Text as people write it: line ends and tabs, no other control characters. */
export const zMatterText = z
  .string()
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u)
  .trim()
  .max(MATTER_TEXT_LIMIT);
const zSomeText = zMatterText.min(1);
const zTitle = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .trim()
  .min(1)
  .max(MATTER_TITLE_LIMIT);
const zReason = zMatterText.min(2).max(400);
const zCount = z.number().int();
const zNamedPerson = z.object({ id: zId, name: z.string() });
const zOutcome = z.enum(OUTCOMES);
const zResult = z.enum(RESULTS);
const zMatterParams = z.strictObject({ matterId: zId });

// ── Shapes of replies ────────────────────────────────────────────────────────────────────────────────────

export const zClock = z.object({
  clock: z.enum(CLOCKS),
  owner: z.enum(CLOCK_OWNERS),
  state: z.enum(CLOCK_STATES),
  round: zCount,
  startedOn: zPlainDate,
  /** The last day on which it is in time; null where nothing gives a number, or while it is paused. */
  dueOn: zPlainDate.nullable(),
  /** When it was met or stopped. */
  endedOn: zPlainDate.nullable(),
  /** Working days left; negative once it is late; null without a day or once it has ended. */
  left: zCount.nullable(),
  /** How many working days it stood still. */
  pausedDays: zCount,
  extended: z.boolean(),
  /** It leans on a year whose table of working days is not known. */
  estimated: z.boolean(),
  /** The number is the house's own and not the measures'. */
  local: z.boolean(),
  /** The requirement behind it, and its clause; null where the house alone set it or a department pledged it. */
  requirement: z.string().nullable(),
  clause: z.string().nullable(),
  /** The department pledged an earlier day than the rule asks. */
  pledged: z.boolean(),
  /** Whose it is, where several departments have one of a kind. */
  unit: zUnitRef.nullable(),
});
export type ClockShown = z.infer<typeof zClock>;

const zStop = z.object({
  stop: z.enum(STOPS),
  state: z.enum(['reached', 'now', 'paused', 'ahead']),
  on: zPlainDate.nullable(),
  /** For a wait that has ended, and for a stop ahead that has a day. */
  untilOn: zPlainDate.nullable(),
  dueOn: zPlainDate.nullable(),
  /** The department or person, as far as the reader may know. */
  by: z.string().nullable(),
  note: z.string().nullable(),
});

const zReplyText = z.object({
  round: zCount,
  text: z.string(),
  outcome: zOutcome.nullable(),
  promiseOn: zPlainDate.nullable(),
});

const zPoint = z.object({
  id: zId,
  ordinal: zCount,
  /** In the proposer's own words; null to whoever reads the released text only, and for a point that the office parted off. */
  said: z.string().nullable(),
  /** As released for handling; null until then. */
  released: z.string().nullable(),
  /** The draft to those who work on it; to the proposer only what was published. */
  reply: zReplyText.extend({ published: z.boolean(), blanks: z.array(z.string()) }).nullable(),
  earlier: z.array(zReplyText),
});

const zProposer = z.object({
  party: zCount,
  /** Null where the reader may not know. */
  person: zNamedPerson.nullable(),
  named: z.boolean(),
  me: z.boolean(),
  withdrawn: z.boolean(),
  /** The number of the matter that they raised, where it was merged into this one. */
  mergedFrom: z.string().nullable(),
});

export const zMatterItem = z.object({
  id: zId,
  version: zCount,
  number: z.string(),
  kind: z.enum(MATTER_KINDS),
  status: z.enum(MATTER_STATUSES),
  round: zCount,
  disposition: z.enum(DISPOSITIONS).nullable(),
  level: z.enum(LEVELS_OF_VIEW),
  /** The proposer's words to those who may read them, else the released ones; null while nothing is released. */
  title: z.string().nullable(),
  named: z.boolean(),
  /** Those whom the reader may know. */
  proposers: z.array(zNamedPerson),
  lead: zUnitRef.nullable(),
  coHandlers: z.array(zUnitRef),
  registeredOn: zPlainDate,
  /** When it last reached its present stop. */
  statusOn: zPlainDate,
  points: zCount,
  pointsReplied: zCount,
  /** The clock that comes next for whoever works on it; late ones first. */
  next: zClock.nullable(),
  pledgedOn: zPlainDate.nullable(),
  /** A published reply that the reader, a proposer, has not answered yet. */
  asksMe: z.boolean(),
  /** Days on which a promise comes back and that nobody has looked at yet, the earliest first. */
  lookBackOn: zPlainDate.nullable(),
  handedBackBy: zUnitRef.nullable(),
});
export type MatterItem = z.infer<typeof zMatterItem>;

/** What the reader may do now; the names of the steps below. */
const zCan = z.enum([...MATTER_ACTIONS, 'writeReply', 'makeAnswerLink']);

export const zPromise = z.object({
  id: zId,
  version: zCount,
  point: zCount,
  round: zCount,
  outcome: zOutcome,
  promisedOn: zPlainDate,
  /** The day on which it comes back; later than promised where a look back moved it. */
  dueOn: zPlainDate,
  owner: zUnitRef.nullable(),
  text: z.string(),
  lookedBack: z.array(z.object({ on: zPlainDate, found: z.enum(LOOK_BACKS), note: z.string().nullable() })),
  open: z.boolean(),
  can: z.array(z.enum(['lookBack'])),
});

export const zMatterLine = zMatterItem.extend({
  origin: z.object({
    kind: z.enum(MATTER_ORIGINS),
    /** The talk, for those who may open it. */
    interactionId: zId.nullable(),
    leader: zNamedPerson.nullable(),
    channel: z.enum(CHANNELS).nullable(),
    on: zPlainDate,
  }),
  addressees: z.array(zProposer),
  coOpinions: z.array(
    z.object({ unit: zUnitRef, text: z.string().nullable(), on: zPlainDate.nullable(), by: z.string().nullable() }),
  ),
  pointList: z.array(zPoint),
  additions: z.array(
    z.object({
      ordinal: zCount,
      on: zPlainDate,
      /** `question` asks how things stand. */
      sort: z.enum(['addition', 'question']),
      said: z.string().nullable(),
      released: z.string().nullable(),
      mine: z.boolean(),
    }),
  ),
  stops: z.array(zStop),
  clocks: z.array(zClock),
  pauses: z.array(
    z.object({ from: zPlainDate, until: zPlainDate.nullable(), question: z.string(), workingDays: zCount }),
  ),
  /** `progress` was told to the proposer; `handling` concerns the handling and stays with those who work on it. */
  notes: z.array(
    z.object({
      on: zPlainDate,
      sort: z.enum(['progress', 'handling']),
      text: z.string(),
      by: z.string(),
      unit: zUnitRef.nullable(),
      way: z.enum(WAYS).nullable(),
    }),
  ),
  triage: z.object({ disposition: z.enum(DISPOSITIONS), reason: z.string().nullable(), on: zPlainDate }).nullable(),
  report: z.object({ way: z.enum(REPORT_WAYS), on: zPlainDate, note: z.string().nullable() }).nullable(),
  handBacks: z.array(
    z.object({ unit: zUnitRef, on: zPlainDate, reason: z.string(), suggests: zUnitRef.nullable(), loop: z.boolean() }),
  ),
  extension: z
    .object({
      askedOn: zPlainDate,
      until: zPlainDate,
      reason: z.string(),
      state: z.enum(['asked', 'granted', 'refused']),
      answer: z.string().nullable(),
    })
    .nullable(),
  review: z
    .object({ verdict: z.enum(['approved', 'returned']), on: zPlainDate, reason: z.string().nullable() })
    .nullable(),
  deliveries: z.array(
    z.object({
      round: zCount,
      party: zCount,
      person: zNamedPerson.nullable(),
      by: z.string().nullable(),
      on: zPlainDate,
      way: z.enum(WAYS),
      readOn: zPlainDate.nullable(),
    }),
  ),
  answers: z.array(
    z.object({
      round: zCount,
      party: zCount,
      me: z.boolean(),
      result: zResult,
      timely: z.boolean().nullable(),
      clear: z.boolean().nullable(),
      comment: z.string().nullable(),
      on: zPlainDate,
      changeableUntil: zPlainDate,
    }),
  ),
  promises: z.array(zPromise),
  /** Rounds before the present one, with their figures as they were. */
  rounds: z.array(
    z.object({
      round: zCount,
      startedOn: zPlainDate,
      repliedOn: zPlainDate.nullable(),
      outcomes: z.array(zOutcome),
      result: zResult.nullable(),
      workingDays: zCount.nullable(),
    }),
  ),
  mergedInto: z.object({ id: zId, number: z.string() }).nullable(),
  mergedFrom: z.array(z.object({ id: zId.nullable(), number: z.string() })),
  splitFrom: z.object({ id: zId, number: z.string() }).nullable(),
  history: z.array(
    z.object({
      ordinal: zCount,
      action: z.enum(MATTER_ACTIONS),
      on: zPlainDate,
      at: z.string(),
      round: zCount,
      by: z.string().nullable(),
      unit: zUnitRef.nullable(),
    }),
  ),
  can: z.array(zCan),
});
export type MatterLine = z.infer<typeof zMatterLine>;

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────

/** Parts of the list; each is counted. `mine`: raised by or through the reader. */
export const MATTER_VIEWS = [
  'mine',
  'open',
  'toReport',
  'toTriage',
  'toAssign',
  'late',
  'toReview',
  'toPublish',
  'toDeliver',
  'toClose',
  'all',
] as const;

export const listMatters = endpoint({
  id: 'matter.list',
  method: 'GET',
  path: '/api/matters',
  gist: 'Matters in reach, the next clock first, those without one by number; with how many each view holds.',
  may: ['representative', 'leader', 'office', 'unitOfficer', 'checker'],
  serves: ['reply', 'reporting'],
  query: z.strictObject({
    view: z.enum(MATTER_VIEWS).default('mine'),
    kind: z.enum(MATTER_KINDS).optional(),
    status: z.enum(MATTER_STATUSES).optional(),
    /** The department that leads. */
    lead: zId.optional(),
    /** Whoever raised it, and the talk in which: only of matters whose proposer the reader may know. */
    person: zId.optional(),
    talk: zId.optional(),
    /** Words of two or more characters in a title, or a number. */
    q: z.string().trim().max(60).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(zMatterItem),
    total: zCount,
    /** Only the views that the reader has. */
    counts: z.partialRecord(z.enum(MATTER_VIEWS), zCount),
    can: z.array(z.enum(['raise'])),
  }),
});

export const readMatter = endpoint({
  id: 'matter.read',
  method: 'GET',
  path: '/api/matters/:matterId',
  gist: 'The line of one matter, each reader with their level: the proposer, the leader, the office, the department.',
  may: 'signedIn',
  serves: ['reply'],
  params: zMatterParams,
  auditedRead: true,
  reply: zMatterLine,
});

const zBoth = z.object({ zh: z.string(), en: z.string() });

export const readLoop = endpoint({
  id: 'matter.readLoop',
  method: 'GET',
  path: '/api/matters/loop',
  gist: 'The rules of the loop in force today: every deadline with its basis, the words for outcomes and answers.',
  may: 'signedIn',
  serves: ['reply'],
  reply: z.object({
    clocks: z.array(
      z.object({
        clock: z.enum(CLOCKS),
        /** The deadline in words; null where nothing gives a number. */
        says: zBoth.nullable(),
        local: z.boolean(),
        /** Why the house set it, where it did. */
        reason: z.string().nullable(),
        requirement: z.string().nullable(),
        clause: z.string().nullable(),
      }),
    ),
    outcomes: z.array(z.object({ outcome: zOutcome, label: zBoth, promises: z.boolean() })),
    results: z.array(z.object({ result: zResult, label: zBoth })),
    answerChangeableDays: zCount,
    askAgainDays: zCount,
  }),
});

// ── Steps ────────────────────────────────────────────────────────────────────────────────────────────────

/** Every answer that a step on a line changes. */
export const changesMatters = [
  'matter.list',
  'matter.read',
  'matter.listDesk',
  'matter.listPromises',
  'matter.listAskAgain',
  'matter.listSimilar',
];
const zStepped = z.object({ id: zId, version: zCount, status: z.enum(MATTER_STATUSES) });

const step = <B extends z.ZodType>(
  verb: string,
  path: string,
  gist: string,
  may: 'signedIn' | readonly ('representative' | 'leader' | 'office' | 'unitOfficer' | 'handler')[],
  body: B,
) =>
  endpoint({
    id: `matter.${verb}`,
    method: 'POST' as const,
    path: `/api/matters/:matterId/${path}`,
    gist,
    may,
    serves: verb === 'report' ? ['reporting'] : ['reply'],
    versioned: true as const,
    params: zMatterParams,
    body,
    reply: zStepped,
    changes: changesMatters,
  });

const KEEPERS = ['office', 'unitOfficer'] as const;
const WORKERS = ['handler', 'office', 'unitOfficer'] as const;

export const raiseMatter = endpoint({
  id: 'matter.raise',
  method: 'POST',
  path: '/api/matters',
  gist: 'A representative raises something from their own page, or a keeper writes it down for one in reach.',
  may: ['representative', ...KEEPERS],
  serves: ['reply', 'recording'],
  body: z.strictObject({
    kind: z.enum(MATTER_KINDS),
    /** The first line of the first point, when left out. */
    title: zTitle.optional(),
    points: z.array(zSomeText).min(1).max(MATTER_POINTS_LIMIT),
    /** Views travel without names unless the person agrees. */
    named: z.boolean().default(false),
    /** For whom a keeper writes; whoever asks, when left out. */
    personId: zId.optional(),
    /** The leader to whom it is said; without one it goes to the office. */
    leaderId: zId.optional(),
  }),
  reply: zStepped.extend({ number: z.string() }),
  changes: changesMatters,
});

/** Changeable by the person until it is reported. */
export const chooseNaming = step(
  'choose',
  'choice',
  'The proposer decides anew whether to be named, until it is reported.',
  ['representative'],
  z.strictObject({ named: z.boolean() }),
);
export const reviseMatter = step(
  'revise',
  'words',
  'The proposer puts it in other words, until it is reported: title, kind and points as a whole.',
  ['representative'],
  z.strictObject({
    kind: z.enum(MATTER_KINDS),
    title: zTitle,
    points: z.array(zSomeText).min(1).max(MATTER_POINTS_LIMIT),
  }),
);
export const addToMatter = step(
  'add',
  'additions',
  'The proposer adds a word. It ends a wait for it, and an answer is owed again.',
  ['representative'],
  z.strictObject({ words: zSomeText }),
);
export const askProgress = step(
  'askProgress',
  'question',
  'The proposer asks how things stand; an answer is owed.',
  ['representative'],
  z.strictObject({ words: zMatterText.optional() }),
);
export const withdrawMatter = step(
  'withdraw',
  'withdrawal',
  'A proposer withdraws, at any time before the end, also while the reply is being published; others who raised it stay addressed.',
  ['representative'],
  z.strictObject({}),
);
export const acknowledgeReply = step(
  'acknowledge',
  'acknowledgement',
  'The proposer has read the reply.',
  ['representative'],
  z.strictObject({}),
);
export const answerMatter = step(
  'answer',
  'answer',
  'The proposer says whether it was solved, partly, or not; then whether in time and clear. Changeable for some days.',
  ['representative'],
  z.strictObject({
    result: zResult,
    timely: z.boolean().nullable().optional(),
    clear: z.boolean().nullable().optional(),
    comment: zMatterText.optional(),
  }),
);

export const reportMatter = step(
  'report',
  'report',
  'It is reported to the leadership of the same level.',
  KEEPERS,
  z.strictObject({ way: z.enum(REPORT_WAYS), note: zMatterText.max(400).optional() }),
);
export const triageMatter = step(
  'triage',
  'triage',
  'Accept, take as reference, or decline; the last two with the reason that the proposer will read.',
  KEEPERS,
  z.strictObject({ disposition: z.enum(DISPOSITIONS), reason: zReason.optional() }),
);
/** The text that a department reads: worded from the proposer's words, without what would name an unnamed person. */
export const releaseMatter = step(
  'release',
  'released',
  'Word the text for handling: the title, each point, each addition. A point without an id is parted off as a new one. An unnamed proposer’s name is refused in it.',
  KEEPERS,
  z.strictObject({
    title: zTitle,
    points: z
      .array(z.strictObject({ id: zId.optional(), text: zSomeText }))
      .min(1)
      .max(MATTER_POINTS_LIMIT),
    additions: z
      .array(z.strictObject({ ordinal: zCount, text: zSomeText }))
      .max(200)
      .default([]),
  }),
);
export const assignMatter = step(
  'assign',
  'assignment',
  'Hand it to a leading department and, where needed, co-handlers. It must be released before.',
  KEEPERS,
  z.strictObject({ lead: zId, coHandlers: z.array(zId).max(8).default([]), note: zMatterText.max(400).optional() }),
);
export const decideExtension = step(
  'decideExtension',
  'extension/decision',
  'Grant or refuse the one extension of the reply.',
  KEEPERS,
  z.strictObject({ grant: z.boolean(), reason: zMatterText.max(400).optional() }),
);
export const reviewReply = step(
  'review',
  'review',
  'A second person approves the reply or returns it with a reason.',
  KEEPERS,
  z.strictObject({ verdict: z.enum(['approved', 'returned']), reason: zReason.optional() }),
);
export const publishReply = step(
  'publish',
  'publication',
  'Publish the reviewed reply: it can be delivered, and promises begin. A point without a reply stands in the way.',
  KEEPERS,
  z.strictObject({}),
);
export const deliverReply = step(
  'deliver',
  'delivery',
  'Who told a proposer, when and how.',
  [...KEEPERS, 'leader'],
  z.strictObject({
    party: zCount.min(1),
    way: z.enum(WAYS),
    on: zPlainDate.optional(),
    /** Who told them; whoever asks, when left out. */
    by: z
      .string()
      .regex(/^\P{Cc}*$/u)
      .trim()
      .max(40)
      .optional(),
  }),
);
export const mergeMatter = step(
  'merge',
  'merge',
  'Merge into another matter: its clocks stop, every proposer becomes an addressee of the other.',
  KEEPERS,
  z.strictObject({ into: zId, intoVersion: zCount.min(1) }),
);
export const splitMatter = endpoint({
  ...step(
    'split',
    'split',
    'Part points off into a matter of their own; every proposer is an addressee of both.',
    KEEPERS,
    z.strictObject({ points: z.array(zId).min(1).max(MATTER_POINTS_LIMIT), kind: z.enum(MATTER_KINDS).optional() }),
  ),
  reply: zStepped.extend({ made: z.object({ id: zId, number: z.string() }) }),
});
export const closeMatter = step(
  'close',
  'closing',
  'Close it: only after a published reply was delivered, and the proposers have answered or their time is over.',
  KEEPERS,
  z.strictObject({}),
);

export const takeMatter = step(
  'take',
  'taking',
  'A person of the leading department takes it; only now the proposer is told that it is being worked on. A day may be pledged.',
  WORKERS,
  z.strictObject({ pledgeOn: zPlainDate.optional(), note: zMatterText.max(400).optional() }),
);
export const handBackMatter = step(
  'handBack',
  'hand-back',
  'Back to the office as not ours, within the days for it, with the reason and who might be right. After two departments have sent it to one another, the office decides.',
  ['handler'],
  z.strictObject({ reason: zReason, suggests: zId.optional() }),
);
export const tellProposer = step(
  'tell',
  'word',
  'A word to the proposer on how it goes; the first one is the first contact. It is read on the line.',
  WORKERS,
  z.strictObject({ words: zSomeText, way: z.enum(WAYS).default('here') }),
);
export const waitForMore = step(
  'wait',
  'wait',
  'Ask the proposer for what is missing; the clocks stand still until it comes.',
  WORKERS,
  z.strictObject({ question: zReason }),
);
export const resumeMatter = step(
  'resume',
  'resumption',
  'Go on without waiting any longer.',
  WORKERS,
  z.strictObject({ reason: zReason }),
);
export const noteHandling = step(
  'note',
  'notes',
  'A note on the handling, for those who work on it; never about the person.',
  WORKERS,
  z.strictObject({ words: zSomeText }),
);
export const giveOpinion = step(
  'giveOpinion',
  'opinion',
  'A co-handler’s opinion.',
  ['handler'],
  z.strictObject({ words: zSomeText }),
);
export const submitReply = step(
  'submit',
  'submission',
  'Send the reply to review; refused while a point has none, a blank is unfilled, or a promise has no day.',
  WORKERS,
  z.strictObject({}),
);
export const askExtension = step(
  'askExtension',
  'extension',
  'Ask once for a later day for the reply, with the reason.',
  WORKERS,
  z.strictObject({ until: zPlainDate, reason: zReason }),
);

export const writeReply = endpoint({
  id: 'matter.writeReply',
  method: 'PUT',
  path: '/api/matters/:matterId/reply',
  gist: 'Write the reply point by point; what is left out stays as it was, an empty text takes it back.',
  may: WORKERS,
  serves: ['reply'],
  versioned: true,
  params: zMatterParams,
  body: z.strictObject({
    points: z
      .array(
        z.strictObject({
          id: zId,
          text: zMatterText,
          outcome: zOutcome.nullable().default(null),
          /** Asked for by an outcome that promises. */
          promiseOn: zPlainDate.nullable().default(null),
        }),
      )
      .min(1)
      .max(MATTER_POINTS_LIMIT),
  }),
  reply: zStepped.extend({ unanswered: zCount }),
  changes: changesMatters,
});
