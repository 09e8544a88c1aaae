import { stateCouncilDays } from '@zhengyou/domain/calendar/state-council.ts';
import type { WorkdayCalendar } from '@zhengyou/domain/calendar/working-days.ts';

/** The tables that the house ships with; a day in a year without one says that it is estimated. */
export const workdaysOf = (): WorkdayCalendar => stateCouncilDays();
