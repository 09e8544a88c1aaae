/**
 * Working days as the General Office of the State Council published them each autumn, in the format of `workday-table.ts`. For
 * a year that does not stand here an office pastes its table; until then days are estimated.
 */
import { parseWorkdays } from './workday-table.ts';
import type { WorkdayCalendar } from './working-days.ts';

export const STATE_COUNCIL_TEXT = `
year 2024
source 国务院办公厅关于 2024 年部分节假日安排的通知
2024-01-01 off
2024-02-10..2024-02-17 off
2024-02-04 work
2024-02-18 work
2024-04-04..2024-04-06 off
2024-04-07 work
2024-05-01..2024-05-05 off
2024-04-28 work
2024-05-11 work
2024-06-10 off
2024-09-15..2024-09-17 off
2024-09-14 work
2024-10-01..2024-10-07 off
2024-09-29 work
2024-10-12 work

year 2025
source 国务院办公厅关于 2025 年部分节假日安排的通知
2025-01-01 off
2025-01-28..2025-02-04 off
2025-01-26 work
2025-02-08 work
2025-04-04..2025-04-06 off
2025-05-01..2025-05-05 off
2025-04-27 work
2025-05-31..2025-06-02 off
2025-10-01..2025-10-08 off
2025-09-28 work
2025-10-11 work

year 2026
source 国务院办公厅关于 2026 年部分节假日安排的通知
2026-01-01..2026-01-03 off
2026-01-04 work
2026-02-15..2026-02-23 off
2026-02-14 work
2026-02-28 work
2026-04-04..2026-04-06 off
2026-05-01..2026-05-05 off
2026-05-09 work
2026-06-19..2026-06-21 off
2026-09-25..2026-09-27 off
2026-09-20 work
2026-10-01..2026-10-07 off
2026-10-10 work
`;

let calendar: WorkdayCalendar | undefined;

/** The tables that the house ships with, by year. */
export function stateCouncilDays(): WorkdayCalendar {
  if (calendar) return calendar;
  const parsed = parseWorkdays(STATE_COUNCIL_TEXT);
  if (!parsed.ok) throw new Error(`the shipped working days: ${JSON.stringify(parsed.problems)}`);
  calendar = new Map(parsed.tables.map((table) => [table.year, table]));
  return calendar;
}
