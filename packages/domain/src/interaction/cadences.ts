/** Which of a tier's duties of contact the year screen counts itself, and which stand beside it. */
import { cadencesOn, type Policy, type Whom } from '../policy/policy.ts';
import type { Cadence } from '../policy/requirement.ts';
import type { Tier } from '../policy/vocabulary.ts';
import type { PlainDate } from '../kit/plain-date.ts';

export type Cadences = {
  /** Counted by the calendar year, as talks are; undefined where no rule does so. */
  readonly yearly: Cadence | undefined;
  readonly others: readonly Cadence[];
};

/** An academic year, and a duty with a name of its own, stand beside the calendar year of talks. */
export function cadencesOf(policy: Policy, on: PlainDate, tier: Tier, whom: Whom = {}): Cadences {
  const all = cadencesOn(policy, on, tier, whom);
  const yearly =
    policy.year === 'calendar'
      ? all.find((cadence) => cadence.unit === 'year' && cadence.value.name === undefined)
      : undefined;
  return { yearly, others: all.filter((cadence) => cadence !== yearly) };
}
