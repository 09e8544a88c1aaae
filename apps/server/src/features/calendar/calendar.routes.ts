import * as contract from '@zhengyou/domain/calendar/calendar.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { dropWorkdays, keepWorkdays, readCalendar } from './calendar.ts';

export const calendarRoutes: Route[] = [
  route(contract.readCalendar, (context) => readCalendar(context)),
  route(contract.keepWorkdays, (context, { body }) => keepWorkdays(context, body)),
  route(contract.dropWorkdays, (context, { params }) => dropWorkdays(context, params.year)),
];
