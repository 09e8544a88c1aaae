/** Who on the list would gain or lose a ground for being befriended, were another policy in force on a day. */
import type { Id } from '../kit/ids.ts';
import { words, type Words } from '../kit/words.ts';
import type { EffectPart, PolicyTrial } from '../policy/policy-effects.ts';
import type { Policy } from '../policy/policy.ts';
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
    return [{ person, other: null, before: wordsOf(old, before), after: wordsOf(now, after), clause }];
  });
  return { part: 'eligibility', title: ELIGIBILITY_EFFECT.title, of: people.length, effects };
}

const tiersOf = (found: readonly TierEligibility[]) => found.map((one) => one.tier).join();

/** The names of the tiers as the policy has them that opens them. */
function wordsOf(found: readonly TierEligibility[], policy: Policy): Words {
  if (found.length === 0) return ELIGIBILITY_EFFECT.none;
  const names = found.map((one): Words => {
    const tier = policy.tiers.find(({ id }) => id === one.tier);
    return tier?.name ?? { zh: one.tier, en: one.tier };
  });
  return { zh: names.map((name) => name.zh).join('、'), en: names.map((name) => name.en).join(', ') };
}
