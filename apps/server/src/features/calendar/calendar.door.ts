/** What later rooms ask of the calendar: which days are worked, by the house's own tables before the shipped ones. */
import { stateCouncilDays } from '@zhengyou/domain/calendar/state-council.ts';
import { parseWorkdays } from '@zhengyou/domain/calendar/workday-table.ts';
import type { WorkdayCalendar, WorkdayTable } from '@zhengyou/domain/calendar/working-days.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';
import { listTables, type KeptTable } from './workday-tables.queries.ts';

export const tableOf = ({ year, text }: Pick<KeptTable, 'year' | 'text'>): WorkdayTable => {
  const parsed = parseWorkdays(text);
  const table = parsed.ok ? parsed.tables[0] : undefined;
  // It was checked before it was kept.
  if (!table) throw new Error(`the kept table of ${year} cannot be read`);
  return table;
};

export async function workdaysOf({ db, institutionId }: { db: Db; institutionId: Id }): Promise<WorkdayCalendar> {
  const own = await listTables(db, institutionId);
  return own.length === 0
    ? stateCouncilDays()
    : new Map([...stateCouncilDays(), ...own.map((kept) => [kept.year, tableOf(kept)] as const)]);
}
