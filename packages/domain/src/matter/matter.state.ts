/**
 * What is known of a matter once its steps are folded. It is plain JSON: it is stored beside the steps, written by the same
 * fold, so that lists need not read every history; clocks are computed from it at reading and never stored as a countdown.
 */
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { ClockKind, Disposition, LedgerClaim, MatterKind, MatterStatus, Outcome, Result } from './matter.ts';

/** One running of one clock: when it began, when it stood still, when and how it ended. Days, not deadlines. */
export type ClockFact = {
  readonly clock: ClockKind;
  readonly round: number;
  /** The department whose it is, where there are several of one kind; the promise for a look back. */
  readonly of: Id | null;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly ended: 'met' | 'stopped' | null;
  readonly pauses: readonly { readonly from: PlainDate; readonly until: PlainDate | null }[];
  /** A day that a department or a promise named, and when. */
  readonly pledge: { readonly on: PlainDate; readonly madeOn: PlainDate } | null;
  readonly extendedTo: PlainDate | null;
};

export type AnswerFact = {
  readonly party: number;
  readonly round: number;
  /** Asked a second time, about what was under way or planned. */
  readonly again: boolean;
  readonly result: Result;
  readonly timely: boolean | null;
  readonly clear: boolean | null;
  readonly firstOn: PlainDate;
  readonly on: PlainDate;
};

export type RoundFacts = {
  readonly round: number;
  readonly startedOn: PlainDate;
  readonly repliedOn: PlainDate;
  readonly outcomes: readonly Outcome[];
  readonly result: Result | null;
};

export type MatterState = {
  readonly kind: MatterKind;
  readonly status: MatterStatus;
  readonly statusOn: PlainDate;
  readonly round: number;
  readonly roundStartedOn: PlainDate;
  readonly registeredOn: PlainDate;
  readonly reportedOn: PlainDate | null;
  readonly disposition: Disposition | null;
  readonly released: boolean;
  readonly lead: Id | null;
  readonly coHandlers: readonly Id[];
  /** Index 0 is party 1; false once withdrawn. */
  readonly parties: readonly boolean[];
  readonly points: number;
  readonly handBacks: readonly { readonly unit: Id; readonly on: PlainDate; readonly round: number }[];
  readonly opinions: readonly { readonly unit: Id; readonly on: PlainDate; readonly round: number }[];
  readonly extension: { readonly until: PlainDate; readonly state: 'asked' | 'granted' | 'refused' } | null;
  /** Who wrote or submitted the reply of this round: they do not review it. */
  readonly wroteBy: readonly Id[];
  readonly published: { readonly on: PlainDate; readonly outcomes: readonly Outcome[] } | null;
  readonly deliveries: readonly {
    readonly party: number;
    readonly round: number;
    readonly on: PlainDate;
    readonly readOn: PlainDate | null;
  }[];
  readonly answers: readonly AnswerFact[];
  readonly rounds: readonly RoundFacts[];
  /** Taken over from an earlier ledger, and what that said. */
  readonly imported?: { readonly claim: LedgerClaim; readonly on: PlainDate };
  /** When the leader who heard it passed it on to the office with a word. */
  readonly forwardedOn?: PlainDate;
  readonly promises: readonly {
    readonly id: Id;
    readonly point: number;
    readonly round: number;
    readonly dueOn: PlainDate;
    readonly settledOn: PlainDate | null;
  }[];
  readonly clocks: readonly ClockFact[];
};
