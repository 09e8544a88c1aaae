import { readLoop } from '@zhengyou/domain/matter/matter.contract.ts';
import type { Outcome, Result } from '@zhengyou/domain/matter/matter.ts';
import { OUTCOME_WORDS, RESULT_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useLanguage } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';

/** What the measures in force call an outcome; until they are read, the house's own word. */
export function useOutcomeWords(): (outcome: Outcome) => string {
  const { language } = useLanguage();
  const loop = useCall(readLoop, {});
  return (outcome) =>
    (loop.data?.outcomes.find((one) => one.outcome === outcome)?.label ?? OUTCOME_WORDS[outcome])[language];
}

export function useResultWords(): (result: Result) => string {
  const { language } = useLanguage();
  const loop = useCall(readLoop, {});
  return (result) => (loop.data?.results.find((one) => one.result === result)?.label ?? RESULT_WORDS[result])[language];
}
