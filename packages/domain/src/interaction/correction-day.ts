/** Until when a request for a correction is answered. Apart from the shared text, whose shapes a phone loads without any calendar. */
import { addWorkingDays, type WorkdayCalendar } from '../calendar/working-days.ts';
import type { PlainDate } from '../kit/plain-date.ts';

/** Working days within which a request for a correction is answered. */
const CORRECTION_DAYS = 15;

export const answerByOf = (today: PlainDate, tables: WorkdayCalendar): PlainDate =>
  addWorkingDays(today, CORRECTION_DAYS, tables).on;
