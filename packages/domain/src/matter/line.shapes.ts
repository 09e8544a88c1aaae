/** What is shown of a matter: in a list, on its line, in the book of promises. */
import { z } from 'zod';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import {
  CLOCK_OWNERS,
  CLOCK_STATES,
  CLOCKS,
  DISPOSITIONS,
  LEDGER_CLAIMS,
  LEVELS_OF_VIEW,
  LOOK_BACKS,
  MATTER_ACTIONS,
  MATTER_KINDS,
  MATTER_ORIGINS,
  MATTER_STATUSES,
  REPORT_WAYS,
  STOPS,
  WAYS,
} from './matter.ts';
import { zCount, zNamedPerson, zOutcome, zResult } from './matter.shapes.ts';

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
  /** The lines of talks from which it was born, to those who may know who raised it. */
  fromPoints: z.array(zId),
  /** What the ledger from which it was taken over says of the handling; null for one raised here. */
  ledgerClaim: z.enum(LEDGER_CLAIMS).nullable(),
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
  /** The ledger's own words on the handling, to those who read the proposer's words. */
  ledger: z.object({ on: zPlainDate, words: z.string().nullable() }).nullable(),
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
