/**
 * An achievement, a hardship, an illness that was told, and the leader who is asked to turn to the person. It ends when the leader has
 * done so (a record of a talk, a visit, a call), has said why not, or it is withdrawn; whoever told it reads how it ended.
 */
import type { PlainDate } from '../kit/plain-date.ts';
import { addDays } from '../kit/plain-date.ts';
import type { Channel } from '../policy/vocabulary.ts';

export const OCCASION_KINDS = ['achievement', 'hardship', 'illness', 'familyEvent', 'jobChange'] as const;
export type OccasionKind = (typeof OCCASION_KINDS)[number];

/** Only as told by the person, or by the unit with the person's leave; never by the office of its own knowledge. */
export const PRIVATE_KINDS: ReadonlySet<OccasionKind> = new Set(['illness', 'familyEvent']);
export const isPrivate = (kind: OccasionKind): boolean => PRIVATE_KINDS.has(kind);

/** What was told of these kinds opens in its own page alone, where the reading is written down. */
const SENSITIVE_KINDS: ReadonlySet<OccasionKind> = new Set(['illness', 'familyEvent', 'hardship']);
export const isSensitive = (kind: OccasionKind): boolean => SENSITIVE_KINDS.has(kind);

export const OCCASION_ACTIONS = ['visit', 'congratulate', 'comfort', 'meet', 'call'] as const;
export type OccasionAction = (typeof OCCASION_ACTIONS)[number];

export const RAISED_AS = ['self', 'unit', 'office'] as const;
export type RaisedAs = (typeof RAISED_AS)[number];

export const PURPOSES = ['visit', 'help', 'visitAndHelp'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const KEEP_MONTHS = [3, 6, 12] as const;

export const OCCASION_STEPS = ['raise', 'amend', 'do', 'undo', 'decline', 'seen', 'withdraw'] as const;
export type OccasionStepKind = (typeof OCCASION_STEPS)[number];

export const OCCASION_STATUSES = ['open', 'done', 'declined', 'withdrawn'] as const;
export type OccasionStatus = (typeof OCCASION_STATUSES)[number];

export type OccasionStep = {
  readonly action: OccasionStepKind;
  /** Of `do`: the record that was written. */
  readonly interactionId: string | null;
};
export type OccasionState = {
  readonly status: OccasionStatus;
  readonly interactionId: string | null;
  /** Whoever told it has read the answer. */
  readonly seen: boolean;
};

/** From which states a step may follow; the table is the machine. */
const FROM: Readonly<Record<Exclude<OccasionStepKind, 'raise'>, readonly OccasionStatus[]>> = {
  amend: ['open', 'done'],
  do: ['open', 'declined'],
  // The record was taken back: it is open again.
  undo: ['done'],
  decline: ['open'],
  seen: ['done', 'declined'],
  withdraw: ['open', 'done', 'declined'],
};

export const mayFollow = (
  state: Pick<OccasionState, 'status' | 'seen'>,
  action: Exclude<OccasionStepKind, 'raise'>,
): boolean => FROM[action].includes(state.status) && !(action === 'seen' && state.seen);

export function nextState(state: OccasionState, step: OccasionStep): OccasionState {
  if (step.action === 'raise' || !mayFollow(state, step.action)) return state;
  switch (step.action) {
    case 'do':
      return { status: 'done', interactionId: step.interactionId, seen: false };
    case 'undo':
      return { status: 'open', interactionId: null, seen: false };
    case 'decline':
      return { ...state, status: 'declined', seen: false };
    case 'seen':
      return { ...state, seen: true };
    case 'withdraw':
      return { ...state, status: 'withdrawn' };
    case 'amend':
      return state;
  }
}

export const TOLD: OccasionState = { status: 'open', interactionId: null, seen: false };

/** Undefined where the history does not begin with the telling. */
export function foldOccasion(steps: readonly OccasionStep[]): OccasionState | undefined {
  const [first, ...rest] = steps;
  return first?.action === 'raise' ? rest.reduce(nextState, TOLD) : undefined;
}

/** How the task stands: late only where a day was named and has passed. */
export const TASK_STATES = ['open', 'due', 'late', 'done', 'declined', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];
const DUE_DAYS = 3;

export function taskState(
  task: { readonly status: OccasionStatus; readonly dueOn: PlainDate | null },
  today: PlainDate,
): TaskState {
  if (task.status !== 'open') return task.status;
  if (task.dueOn === null) return 'open';
  if (today > task.dueOn) return 'late';
  return addDays(today, DUE_DAYS) >= task.dueOn ? 'due' : 'open';
}

/** The way that the log sheet begins with. */
export const channelOf = (action: OccasionAction): Channel =>
  action === 'call' || action === 'congratulate' ? 'phone' : action === 'meet' ? 'faceToFace' : 'visit';

export const OCCASION_CANS = ['log', 'decline', 'amend', 'seen', 'withdraw'] as const;
export type OccasionCan = (typeof OCCASION_CANS)[number];

export type OccasionSide = {
  /** Is the person. */
  readonly self: boolean;
  /** Told it. */
  readonly raised: boolean;
  /** Writes for the leader: the leader, the office, the officer of the leader's unit. */
  readonly writes: boolean;
  readonly keeps: boolean;
};

export function occasionCans(
  occasion: OccasionState & { readonly private: boolean },
  { self, raised, writes, keeps }: OccasionSide,
): OccasionCan[] {
  return OCCASION_CANS.filter((action) => {
    const step = action === 'log' ? 'do' : action;
    if (!mayFollow(occasion, step)) return false;
    if (action === 'log' || action === 'decline') return writes && !self;
    if (action === 'seen') return raised;
    // What is private is the person's: others may tell it once, and then no longer touch it.
    if (action === 'amend') return self || (raised && !occasion.private);
    return self || keeps || (raised && !occasion.private);
  });
}
