/**
 * The rules of the loop as the policy and the house state them: for each clock a deadline or none, and where it comes
 * from. "Promptly" has no number and gets none; a number that the house set for itself is marked as its own.
 */
import type { Deadline } from '../calendar/deadline.ts';
import type { Words } from '../kit/words.ts';
import type { Reply, Reporting } from '../policy/requirement.ts';
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

/** A number that the house set for itself, as it is stored: `7d` days, `5w` working days. */
export type LoopSetting = { readonly kind: string; readonly value: string; readonly reason: string };

/** The kinds of local setting that speak of the loop, and the clock that each is for. */
export const LOOP_SETTINGS = {
  triageWithin: 'triage',
  reportWithin: 'report',
  handBackWithin: 'handBack',
  firstContactWithin: 'firstContact',
  responseWithin: 'response',
  coOpinionWithin: 'coOpinion',
  replyWithin: 'reply',
  reviewWithin: 'review',
  deliverWithin: 'deliver',
  answerWithin: 'confirm',
  redoWithin: 'redo',
  extensionWithin: 'extension',
} as const satisfies Readonly<Record<string, LoopRuleKey>>;

/** Undefined where the value is not written as it should be. */
export function readSetting(value: string): Deadline | undefined {
  const parts = /^(\d{1,3})([dw])$/.exec(value);
  const number = Number(parts?.[1]);
  if (!parts || number < 1) return undefined;
  return { count: parts[2] === 'w' ? 'workingDays' : 'calendarDays', number };
}

const MEANS: Readonly<Record<Outcome, string>> = { A: 'done', B: 'underWay', C: 'planned', D: 'notNow' };

/** From what the measures ask and what the house set for itself; a number of the measures comes before the house's own. */
export function replyLoopOf(
  reply: Reply | undefined,
  reporting: Reporting | undefined,
  settings: readonly LoopSetting[],
): ReplyLoop {
  const asked: Partial<Record<LoopRuleKey, Deadline | null | undefined>> = {
    triage: reply?.value.triage?.within,
    report: reporting?.value.within,
    handBack: reply?.value.handBackWithin,
    firstContact: reply?.value.firstContactWithin,
    coOpinion: reply?.value.coHandlerWithin,
    reply: reply?.value.within,
    redo: reply?.value.redoWithin,
    extension: reply?.value.extension?.by,
    confirm: reply?.value.proposerWithin,
  };
  const rules = Object.fromEntries(
    LOOP_RULES.map((key): [LoopRuleKey, LoopRule] => {
      const requirement = key === 'report' ? reporting : reply;
      const basis = { requirement: requirement?.id ?? null, clause: requirement?.basis ?? null };
      const rule = asked[key] ?? null;
      if (rule !== null) return [key, { deadline: rule, local: false, reason: null, ...basis }];
      const own = settings.findLast((one) => (LOOP_SETTINGS as Record<string, string>)[one.kind] === key);
      const deadline = own ? readSetting(own.value) : undefined;
      if (own && deadline) return [key, { deadline, local: true, reason: own.reason, ...basis }];
      return [key, { ...NO_RULE, ...basis }];
    }),
  ) as Record<LoopRuleKey, LoopRule>;
  const outcomes = Object.fromEntries(
    OUTCOMES.map((one) => [
      one,
      reply?.value.outcomes?.find((each) => each.means === MEANS[one])?.name ?? OUTCOME_WORDS[one],
    ]),
  ) as Record<Outcome, Words>;
  return { rules, outcomes, results: resultWords(reply) };
}

/** The first question of the policy names the three answers where it has three: solved, in between, opened again. */
function resultWords(reply: Reply | undefined): Record<Result, Words> {
  const answers = reply?.value.responses?.[0]?.answers ?? [];
  const named = answers.length === 3 ? RESULTS.map((_, place) => answers[place]?.name) : [];
  return Object.fromEntries(RESULTS.map((one, place) => [one, named[place] ?? RESULT_WORDS[one]])) as Record<
    Result,
    Words
  >;
}
