import type { Requirement, RequirementKind } from './requirement.ts';

/** Kinds of which one alone governs a tier on a day: a later row replaces an earlier one, two of one day contradict each other. */
const ALONE: ReadonlySet<RequirementKind> = new Set(['eligibility', 'quota', 'rosterProcedure', 'reply']);

/** What two rows share that speak of the same: for a cadence also its period and its set of channels. Its own id where several stand side by side. */
export const matterOf = (row: Requirement): string =>
  row.kind === 'cadence'
    ? `cadence ${row.unit} ${[...row.value.channels].sort().join()}`
    : ALONE.has(row.kind)
      ? row.kind
      : row.id;
