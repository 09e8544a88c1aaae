/**
 * The way of a briefing to the leadership team: drafted, handed for approval, approved by a second person, issued with a
 * number. What follows from the appended steps is folded here, and the same fold writes what is stored.
 */
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';

export const BRIEFING_STATUSES = ['drafted', 'handed', 'approved', 'issued'] as const;
export type BriefingStatus = (typeof BRIEFING_STATUSES)[number];

export const BRIEFING_ACTIONS = ['draft', 'write', 'handOver', 'return', 'approve', 'issue'] as const;
export type BriefingAction = (typeof BRIEFING_ACTIONS)[number];

export type BriefingStep = {
  readonly ordinal: number;
  readonly action: BriefingAction;
  readonly actorId: Id;
  readonly on: PlainDate;
};

export type BriefingState = {
  readonly status: BriefingStatus;
  /** Everyone whose hand is in the text, and whoever handed it over: they do not approve it. */
  readonly wroteBy: readonly Id[];
  readonly approvedBy: Id | null;
  readonly issuedOn: PlainDate | null;
};

const FROM: Readonly<Record<BriefingAction, readonly BriefingStatus[]>> = {
  draft: [],
  write: ['drafted'],
  handOver: ['drafted'],
  return: ['handed', 'approved'],
  approve: ['handed'],
  issue: ['approved'],
};

export const REFUSED_BECAUSE = ['notNow', 'secondPerson'] as const;
export type RefusedBecause = (typeof REFUSED_BECAUSE)[number];

/** Why someone cannot take a step now; undefined where they can. */
export function judgeStep(state: BriefingState, action: BriefingAction, actorId: Id): RefusedBecause | undefined {
  if (!FROM[action].includes(state.status)) return 'notNow';
  if (action === 'approve' && state.wroteBy.includes(actorId)) return 'secondPerson';
  return undefined;
}

const beginning = (step: BriefingStep): BriefingState => ({
  status: 'drafted',
  wroteBy: [step.actorId],
  approvedBy: null,
  issuedOn: null,
});

/** The state after a step; undefined where the step is not possible. */
export function applyStep(state: BriefingState | undefined, step: BriefingStep): BriefingState | undefined {
  if (state === undefined) return step.action === 'draft' ? beginning(step) : undefined;
  if (judgeStep(state, step.action, step.actorId) !== undefined) return undefined;
  const wroteBy = state.wroteBy.includes(step.actorId) ? state.wroteBy : [...state.wroteBy, step.actorId];
  switch (step.action) {
    case 'write':
      return { ...state, wroteBy };
    case 'handOver':
      return { ...state, status: 'handed', wroteBy };
    case 'return':
      return { ...state, status: 'drafted', approvedBy: null };
    case 'approve':
      return { ...state, status: 'approved', approvedBy: step.actorId };
    case 'issue':
      return { ...state, status: 'issued', issuedOn: step.on };
    case 'draft':
      return undefined;
  }
}

/** From the steps in the order of their ordinals; a step that was not possible changes nothing. Throws without a first draft. */
export function foldBriefing(steps: readonly BriefingStep[]): BriefingState {
  let state: BriefingState | undefined;
  for (const step of steps.toSorted((a, b) => a.ordinal - b.ordinal)) state = applyStep(state, step) ?? state;
  if (!state) throw new Error('a briefing begins with its draft');
  return state;
}

/** What whoever keeps the briefings may do with one now; the server asks the same before it acts. */
export const KEEPER_CANS = [
  'write',
  'handOver',
  'return',
  'approve',
  'issue',
] as const satisfies readonly BriefingAction[];
export const keeperCans = (state: BriefingState, actorId: Id) =>
  KEEPER_CANS.filter((action) => judgeStep(state, action, actorId) === undefined);

/** Items of one briefing; characters of one text. A briefing is read in a few minutes. */
export const BRIEFING_ITEMS_LIMIT = 40;
export const BRIEFING_TEXT_LIMIT = 4_000;
export const BRIEFING_TITLE_LIMIT = 80;
