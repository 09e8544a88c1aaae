/** Who on the list would gain or lose a ground for being befriended, were another policy in force on a day. */
import type { Id } from '../kit/ids.ts';
import { words, type Words } from '../kit/words.ts';
import type { EffectPart, PolicyTrial } from '../policy/policy-effects.ts';
import { TIER_WORDS } from '../policy/policy.words.ts';
import { eligibilityOn, type TierEligibility } from './eligibility.ts';
import type { Standing } from './standing.ts';

export const ELIGIBILITY_EFFECT = words({
  title: { zh: '联系对象的范围', en: 'Who may be befriended' },
  none: { zh: '不在范围内', en: 'not within the scope' },
});

export function eligibilityEffects(
  people: readonly {
    readonly id: Id;
    readonly name: string;
    readonly unit: string;
    readonly standings: readonly Standing[];
  }[],
  { before, after, on }: Pick<PolicyTrial, 'before' | 'after' | 'on'>,
): EffectPart {
  const effects = people.flatMap(({ standings, ...person }) => {
    const old = eligibilityOn(standings, before, on);
    const now = eligibilityOn(standings, after, on);
    if (tiersOf(old) === tiersOf(now)) return [];
    const clause = now[0]?.clause ?? old[0]?.clause ?? null;
    return [{ person, other: null, before: wordsOf(old), after: wordsOf(now), clause }];
  });
  return { part: 'eligibility', title: ELIGIBILITY_EFFECT.title, of: people.length, effects };
}

const tiersOf = (found: readonly TierEligibility[]) => found.map((one) => one.tier).join();

function wordsOf(found: readonly TierEligibility[]): Words {
  if (found.length === 0) return ELIGIBILITY_EFFECT.none;
  return {
    zh: found.map((one) => TIER_WORDS[one.tier].zh).join('、'),
    en: found.map((one) => TIER_WORDS[one.tier].en).join(', '),
  };
}
