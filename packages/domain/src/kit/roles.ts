/**
 * Who someone is to the house. Leader and representative follow from posts and from the list of representatives; the others are granted.
 * A person may be several at once; reach is the union.
 */
export const ROLES = [
  'leader',
  'representative',
  'office', // the united-front office: the whole institution
  'unitOfficer', // liaison officer of a unit: that unit
  'handler', // officer of a department that answers: the matters handed to it, never the persons of that unit
  'secretary', // may be lent a leader's name by a delegation; reaches nobody without one
  'checker', // Party secretary and assisting deputy secretary: reads the whole, writes nothing
] as const;
export type Role = (typeof ROLES)[number];
