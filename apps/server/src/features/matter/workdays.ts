import type { WorkdayCalendar } from '@zhengyou/domain/calendar/working-days.ts';
import type { Context } from '../../edge/context.ts';

const none: WorkdayCalendar = new Map();

/** Until tables of working days are known, weekends and statutory holidays are taken and every day says that it is estimated. */
export const workdaysOf = (_asks: Pick<Context, 'db' | 'institutionId' | 'today'>): Promise<WorkdayCalendar> =>
  Promise.resolve(none);
