/** Who proposes a pair and who has to say yes, as the policy in force puts it. */
import type { PlainDate } from '../kit/plain-date.ts';
import { findRequirement, type Policy } from '../policy/policy.ts';
import type { Tier } from '../policy/vocabulary.ts';

export type RosterPath = {
  /** `office`: only the institution's office. `unit`: whoever keeps the list of the leader's unit. */
  readonly proposes: 'office' | 'unit';
  /** `leader`: the leader in person. `keeper`: nobody further; what the list's keeper decides is decided. */
  readonly confirms: 'leader' | 'keeper';
  readonly requirement: string | null;
  readonly clause: string | null;
};

/** Where the policy says nothing, whoever keeps the list decides. */
export function pathOf(policy: Policy, on: PlainDate, tier: Tier): RosterPath {
  const row = findRequirement(policy, 'rosterProcedure', on, tier);
  return {
    proposes: row?.value.proposes === 'office' ? 'office' : 'unit',
    confirms: row?.value.confirms === 'leader' ? 'leader' : 'keeper',
    requirement: row?.id ?? null,
    clause: row?.basis ?? null,
  };
}
