/** What is appended to the line of a matter, as the fold reads it. Texts stand beside it and never decide anything. */
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type {
  Disposition,
  LedgerClaim,
  LookBack,
  MatterActionKind,
  MatterKind,
  Outcome,
  ReportWay,
  Result,
  Way,
} from './matter.ts';

/** In what capacity someone acts. A proposer is a place in the matter’s own list, never a person. */
export type Performer = {
  readonly as: 'proposer' | 'leader' | 'keeper' | 'handler' | 'house';
  /** Staff only. */
  readonly person: Id | null;
  /** The department in whose name it is done. */
  readonly unit: Id | null;
  readonly party: number | null;
};

export type PublishedPoint = {
  readonly point: number;
  readonly outcome: Outcome;
  readonly promiseOn: PlainDate | null;
  /** Of the promise that begins, where one does. */
  readonly promise: Id | null;
};

type Details = {
  register: { readonly kind: MatterKind; readonly parties: number; readonly points: number };
  /** Straight after being registered: what the ledger says became of it. */
  import: { readonly claim: LedgerClaim };
  choose: { readonly party: number; readonly named: boolean };
  revise: { readonly kind: MatterKind; readonly points: number };
  add: { readonly party: number; readonly addition: number };
  askProgress: { readonly party: number; readonly addition: number };
  withdraw: { readonly party: number };
  /** By the leader who heard it. */
  forward: object;
  answerOnSpot: { readonly points: readonly PublishedPoint[] };
  report: { readonly way: ReportWay };
  triage: { readonly disposition: Disposition };
  release: { readonly points: number };
  assign: { readonly lead: Id; readonly coHandlers: readonly Id[]; readonly grounded: boolean };
  take: { readonly pledgeOn: PlainDate | null };
  handBack: { readonly unit: Id; readonly suggests: Id | null };
  tell: { readonly way: Way };
  wait: object;
  resume: object;
  note: object;
  giveOpinion: { readonly unit: Id };
  draft: object;
  submit: object;
  askExtension: { readonly until: PlainDate };
  decideExtension: { readonly grant: boolean };
  review: { readonly verdict: 'approved' | 'returned' };
  publish: { readonly points: readonly PublishedPoint[] };
  deliver: { readonly party: number; readonly way: Way; readonly told: PlainDate };
  acknowledge: { readonly party: number };
  answer: {
    readonly party: number;
    readonly result: Result;
    readonly timely: boolean | null;
    readonly clear: boolean | null;
  };
  lookBack: { readonly promise: Id; readonly found: LookBack; readonly movedTo: PlainDate | null };
  merge: { readonly into: Id };
  receive: { readonly from: Id; readonly parties: number };
  split: { readonly made: Id; readonly points: number };
  close: object;
  reopen: object;
};

export type MatterStepOf<K extends MatterActionKind> = {
  readonly action: K;
  readonly on: PlainDate;
  readonly by: Performer;
  readonly detail: Details[K];
};
export type MatterStep = { [K in MatterActionKind]: MatterStepOf<K> }[MatterActionKind];
export type DetailOf<K extends MatterActionKind> = Details[K];
