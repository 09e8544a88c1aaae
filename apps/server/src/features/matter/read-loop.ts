/** The rules of the loop as the pages show them: each deadline in words, where it comes from, and the words for outcomes. */
import { sayRule } from '@zhengyou/domain/matter/rule.sentence.ts';
import {
  ANSWER_CHANGEABLE_DAYS,
  ASK_AGAIN_DAYS,
  CLOCKS,
  OUTCOMES,
  promises,
  RESULTS,
} from '@zhengyou/domain/matter/matter.ts';
import type { Context } from '../../edge/context.ts';
import { getRules } from './rules.ts';

export async function readLoop(context: Context) {
  const { loop } = await getRules(context);
  return {
    clocks: CLOCKS.map((clock) => {
      const { deadline, local, reason, requirement, clause } = loop.rules[clock];
      return { clock, says: deadline === null ? null : sayRule(deadline), local, reason, requirement, clause };
    }),
    outcomes: OUTCOMES.map((outcome) => ({ outcome, label: loop.outcomes[outcome], promises: promises(outcome) })),
    results: RESULTS.map((result) => ({ result, label: loop.results[result] })),
    answerChangeableDays: ANSWER_CHANGEABLE_DAYS,
    askAgainDays: ASK_AGAIN_DAYS,
  };
}
