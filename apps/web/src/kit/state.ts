/** The states that the small marks can show. What stands behind each is the caller's matter. */
export type MarkState = 'met' | 'onTrack' | 'dueSoon' | 'due' | 'late' | 'firstPending' | 'excused';

export const MARK_STATES: readonly MarkState[] = [
  'met',
  'onTrack',
  'dueSoon',
  'due',
  'late',
  'firstPending',
  'excused',
];

export const STATE_CLASS: Readonly<Record<MarkState, string>> = {
  met: 'is-met',
  onTrack: 'is-on-track',
  dueSoon: 'is-due-soon',
  due: 'is-due',
  late: 'is-late',
  firstPending: 'is-first-pending',
  excused: 'is-excused',
};
