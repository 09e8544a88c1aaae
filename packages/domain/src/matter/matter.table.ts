/** From which stops each step may be taken, as data. */
import type { MatterActionKind, MatterStatus } from './matter.ts';
import type { MatterState } from './matter.state.ts';

const OPEN: readonly MatterStatus[] = [
  'registered',
  'reported',
  'assigned',
  'inProgress',
  'waiting',
  'drafted',
  'reviewed',
];
const ANSWERED: readonly MatterStatus[] = ['replied', 'confirmed', 'closed'];
const WORKING: readonly MatterStatus[] = ['assigned', 'inProgress', 'waiting'];
const UNFINISHED: readonly MatterStatus[] = [...OPEN, 'replied', 'confirmed'];

/** From which stops each step may be taken. What else it needs, `refuseStep` asks. */
export const FROM: Readonly<Record<MatterActionKind, readonly MatterStatus[]>> = {
  register: [],
  import: ['registered'],
  choose: ['registered'],
  revise: ['registered'],
  forward: ['registered', 'reported'],
  answerOnSpot: ['registered', 'reported'],
  // What its leader answered on the spot is reported afterwards.
  report: ['registered', 'replied', 'confirmed'],
  triage: ['registered', 'reported'],
  release: OPEN,
  assign: ['registered', 'reported', 'assigned', 'inProgress'],
  take: ['assigned'],
  handBack: ['assigned', 'inProgress'],
  tell: UNFINISHED,
  wait: ['inProgress'],
  resume: ['waiting'],
  note: UNFINISHED,
  giveOpinion: [...WORKING, 'drafted'],
  draft: ['inProgress', 'waiting'],
  submit: ['inProgress'],
  askExtension: WORKING,
  decideExtension: [...WORKING, 'drafted'],
  review: ['drafted'],
  publish: ['reviewed'],
  deliver: ANSWERED,
  acknowledge: ANSWERED,
  // Also while a further round is worked on: the answer that opened it can still be changed.
  answer: [...OPEN, ...ANSWERED],
  lookBack: [...UNFINISHED, 'closed'],
  add: UNFINISHED,
  askProgress: OPEN,
  withdraw: [...OPEN, 'replied', 'endedInLedger'],
  merge: ['registered', 'reported', 'assigned', 'inProgress', 'waiting'],
  receive: OPEN,
  split: ['registered', 'reported', 'assigned', 'inProgress'],
  close: ['replied', 'confirmed'],
  reopen: ['endedInLedger'],
};

/** Views and suggestions go to the leadership before they are handed on; a difficulty need not wait for it. */
export const isReady = (state: Pick<MatterState, 'status' | 'kind'>): boolean =>
  state.status !== 'registered' || state.kind === 'difficulty';
