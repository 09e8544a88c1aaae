/** What excuses the duty for its time, once the office has confirmed it. */
export const DATED_FACT_KINDS = ['retired', 'abroad', 'leave'] as const;
export type DatedFactKind = (typeof DATED_FACT_KINDS)[number];
