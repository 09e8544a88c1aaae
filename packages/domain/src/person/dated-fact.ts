/** What excuses the duty for its time, once the office has confirmed it. */
export const DATED_FACT_KINDS = ['retired', 'abroad', 'leave'] as const;
export type DatedFactKind = (typeof DATED_FACT_KINDS)[number];

/** What is known of somebody's circumstances, with the one after which nobody is reminded of them any more. */
export const PERSON_FACT_KINDS = [...DATED_FACT_KINDS, 'deceased'] as const;
export type PersonFactKind = (typeof PERSON_FACT_KINDS)[number];

/** Why someone is on the list no more; none of them says anything about the person. */
export const LEFT_REASONS = ['standingOver', 'movedAway', 'ownWish', 'joinedParty', 'deceased', 'other'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];
