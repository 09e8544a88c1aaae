/** Which of a tier's duties of contact the year screen counts itself, and which stand beside it. */
import { cadencesOn, type Policy, type Whom } from '../policy/policy.ts';
import type { Cadence } from '../policy/requirement.ts';
import type { Tier } from '../policy/vocabulary.ts';
import { addDays, startOfYear, yearOf, type PlainDate } from '../kit/plain-date.ts';

export type Cadences = {
  /** Counted by the calendar year, as talks are; undefined where no rule does so. */
  readonly yearly: Cadence | undefined;
  readonly others: readonly Cadence[];
  /** What stood before `yearly` in the same year, the latest first, each up to the day on which the next took its place. */
  readonly earlier: readonly Cadence[];
};

/** An academic year, and a duty with a name of its own, stand beside the calendar year of talks. */
export function cadencesOf(policy: Policy, on: PlainDate, tier: Tier, whom: Whom = {}): Cadences {
  const all = cadencesOn(policy, on, tier, whom);
  const yearly = yearlyOf(policy, all);
  return {
    yearly,
    others: all.filter((cadence) => cadence !== yearly),
    earlier: yearly
      ? earlierIn(policy, yearly, startOfYear(yearOf(on)), (day) => cadencesOn(policy, day, tier, whom))
      : [],
  };
}

const yearlyOf = (policy: Policy, all: readonly Cadence[]): Cadence | undefined =>
  policy.year === 'calendar'
    ? all.find((cadence) => cadence.unit === 'year' && cadence.value.name === undefined)
    : undefined;

function earlierIn(
  policy: Policy,
  yearly: Cadence,
  first: PlainDate,
  standing: (day: PlainDate) => readonly Cadence[],
): Cadence[] {
  const found: Cadence[] = [];
  for (let since = yearly.from; since > first;) {
    const before = yearlyOf(policy, standing(addDays(since, -1)));
    if (!before) break;
    found.push({ ...before, until: since });
    since = before.from;
  }
  return found;
}
