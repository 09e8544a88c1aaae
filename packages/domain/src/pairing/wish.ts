/**
 * Wishes are about oneself, never about another: what someone would like, in choices that say nothing of the other side.
 * Whoever wishes reads it, and so does whoever keeps the list; both write it, and the source says who did.
 */
export const WISH_KINDS = [
  'ownUnit', // somebody of my own unit
  'otherUnit', // somebody of another unit
  'stay', // to go on with whom I have
  'change', // somebody new
  'words', // in one's own words; no rule reads them
] as const;
export type WishKind = (typeof WISH_KINDS)[number];

/** Why a leader says no, or asks for another: each is about the leader's own side. The other person may read it. */
export const DECLINE_CAUSES = ['load', 'field', 'superior', 'household', 'moving', 'other'] as const;
export type DeclineCause = (typeof DECLINE_CAUSES)[number];

/** Why a representative asks for another leader: each is about the representative's own side. The leader may read it. */
export const CHANGE_CAUSES = ['field', 'time', 'place', 'newEyes', 'other'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** What keeps two people from being paired. Both may read it; nothing more is held than that it is so. */
export const CONFLICT_KINDS = ['superior', 'household', 'declared'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];
