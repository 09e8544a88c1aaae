/** Who is to hear of a step on a matter. Proposers stand here by their places: whoever takes the step may not know them. */
import type { Id } from '../kit/ids.ts';
import { isLive } from './matter.answers.ts';
import type { MatterState } from './matter.state.ts';
import type { MatterStep } from './matter.steps.ts';
import type { MatterActionKind } from './matter.ts';

export const MATTER_NOTICES = [
  'raised', // to the keepers: something new
  'reported', // to the proposers
  'assigned', // to the departments
  'handedBack', // to the keepers
  'askedBack', // to the proposers: something is missing
  'added', // to whoever has it: the proposer has said more, or asks how it goes; the leader who heard it passes it on with a word
  'toReview', // to the keepers: a reply waits for a second person
  'replied', // to the proposers: the reply is published
  'reopened', // to whoever has it: it was not solved
  'withdrawn', // to whoever has it
] as const;
export type MatterNotice = (typeof MATTER_NOTICES)[number];

/** `keepers`: the office, and the officers of the matter's unit. `parties`: the proposers at these places. */
export type NoticeTo =
  { readonly keepers: true } | { readonly desks: readonly Id[] } | { readonly parties: readonly number[] };

const KEEPERS: NoticeTo = { keepers: true };
const desksOf = (state: MatterState): NoticeTo => ({
  desks: [...(state.lead ? [state.lead] : []), ...state.coHandlers],
});
const whoeverHasIt = (state: MatterState): NoticeTo => (state.lead === null ? KEEPERS : desksOf(state));
const everybody = (state: MatterState): NoticeTo => ({
  parties: state.parties.flatMap((_, index) => (isLive(state, index + 1) ? [index + 1] : [])),
});

const NOTICES: Partial<Record<MatterActionKind, readonly [MatterNotice, (state: MatterState) => NoticeTo]>> = {
  register: ['raised', () => KEEPERS],
  report: ['reported', everybody],
  assign: ['assigned', desksOf],
  handBack: ['handedBack', () => KEEPERS],
  wait: ['askedBack', everybody],
  add: ['added', whoeverHasIt],
  askProgress: ['added', whoeverHasIt],
  submit: ['toReview', () => KEEPERS],
  publish: ['replied', everybody],
  answerOnSpot: ['replied', everybody],
  forward: ['added', () => KEEPERS],
  withdraw: ['withdrawn', whoeverHasIt],
  reopen: ['reopened', () => KEEPERS],
};

/** What a step that led from `before` to `after` is told as; undefined where nobody needs to be told. */
export function noticeOf(
  before: MatterState | undefined,
  step: MatterStep,
  after: MatterState,
): { readonly kind: MatterNotice; readonly to: NoticeTo } | undefined {
  if (step.action === 'answer')
    return before && after.round > before.round ? { kind: 'reopened', to: whoeverHasIt(after) } : undefined;
  const known = NOTICES[step.action];
  return known && { kind: known[0], to: known[1](after) };
}
