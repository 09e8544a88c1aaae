export const ADJUSTMENT_KINDS = [
  'leaderLeft', // the leader holds no leadership post any more
  'leaderLeaves', // and here it is known ahead
  'representativeLeft', // no longer on the list
  'retired',
  'outOfScope', // no standing of the tier any more
  'expiring', // the standing that carries the pair ends soon
  'tierChanged', // befriended by one tier, and now of the other
  'changeAsked',
  'anotherAsked', // a leader asks for somebody else
  'declined', // a recommendation was declined and nobody was proposed since
  'officeChanged', // the office has another holder
  'plannedEnd', // a published plan ends this pair on its day, which has come
] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];
