/** Tables of working days as people read them: ranges, and what another table would change. */
import { addDays, endOfYear, startOfYear, type PlainDate } from '../kit/plain-date.ts';
import { isWorkingDay, type WorkdayTable } from './working-days.ts';

export type DayRange = { readonly from: PlainDate; readonly until: PlainDate };

/** Days joined to ranges where they follow one another; `until` is the last day of a range. */
export function rangesOf(days: Iterable<PlainDate>): DayRange[] {
  const ranges: { from: PlainDate; until: PlainDate }[] = [];
  for (const on of [...days].sort()) {
    const last = ranges.at(-1);
    if (last && addDays(last.until, 1) === on) last.until = on;
    else ranges.push({ from: on, until: on });
  }
  return ranges;
}

/** The days of the year on which the table answers otherwise than the present one, or than the estimate where there is none. */
export function changesOf(
  table: WorkdayTable,
  present: WorkdayTable | undefined,
): { readonly on: PlainDate; readonly works: boolean }[] {
  const [after, before] = [new Map([[table.year, table]]), new Map(present ? [[present.year, present]] : [])];
  const changes: { on: PlainDate; works: boolean }[] = [];
  for (let on = startOfYear(table.year); on <= endOfYear(table.year); on = addDays(on, 1)) {
    const { works } = isWorkingDay(on, after);
    if (works !== isWorkingDay(on, before).works) changes.push({ on, works });
  }
  return changes;
}

/** The table in its plain format, as it is kept. */
export const writeWorkdays = ({ year, source, off, working }: WorkdayTable): string =>
  [
    `year ${year}`,
    `source ${source}`,
    ...rangesOf(off).map(({ from, until }) => (from === until ? `${from} off` : `${from}..${until} off`)),
    ...[...working].sort().map((on) => `${on} work`),
  ].join('\n');
