/**
 * The rules of the loop as the policy and the house state them: for each clock a deadline or none, and where it comes
 * from. "Promptly" has no number and gets none; a number that the house set for itself is marked as its own.
 */
import type { Deadline } from '../calendar/deadline.ts';
import type { Words } from '../kit/words.ts';
import { CLOCKS, OUTCOMES, RESULTS, type ClockKind, type Outcome, type Result } from './matter.ts';
import { OUTCOME_WORDS, RESULT_WORDS } from './matter.words.ts';

/** `redo` is the reply of a further round, `extension` how far beyond its day a reply may be put off. */
export const LOOP_RULES = [...CLOCKS, 'redo', 'extension'] as const;
export type LoopRuleKey = (typeof LOOP_RULES)[number];

export type LoopRule = {
  readonly deadline: Deadline | null;
  /** Set by the house itself, with its reason. */
  readonly local: boolean;
  readonly reason: string | null;
  readonly requirement: string | null;
  readonly clause: string | null;
};

export type ReplyLoop = {
  readonly rules: Readonly<Record<LoopRuleKey, LoopRule>>;
  readonly outcomes: Readonly<Record<Outcome, Words>>;
  readonly results: Readonly<Record<Result, Words>>;
};

export const NO_RULE: LoopRule = { deadline: null, local: false, reason: null, requirement: null, clause: null };

/** Where nothing gives a number. */
export const PROMPTLY: ReplyLoop = {
  rules: Object.fromEntries(LOOP_RULES.map((key) => [key, NO_RULE])) as Record<LoopRuleKey, LoopRule>,
  outcomes: Object.fromEntries(OUTCOMES.map((one) => [one, OUTCOME_WORDS[one]])) as Record<Outcome, Words>,
  results: Object.fromEntries(RESULTS.map((one) => [one, RESULT_WORDS[one]])) as Record<Result, Words>,
};

/** The rule for one running of a clock: a reply of a further round has its own where there is one. */
export function ruleFor(loop: ReplyLoop, clock: ClockKind, round: number): LoopRule {
  const redo = loop.rules.redo;
  return clock === 'reply' && round > 1 && redo.deadline !== null ? redo : loop.rules[clock];
}
