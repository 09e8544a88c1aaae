import * as contract from '@zhengyou/domain/report/report.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { exportHeat, exportPeople, exportRoster, exportYear } from './export-lists.ts';

export const reportRoutes: readonly Route[] = [
  route(contract.exportPeople, (context, { query }) => exportPeople(context, query)),
  route(contract.exportRoster, (context, { query }) => exportRoster(context, query)),
  route(contract.exportHeat, (context, { query }) => exportHeat(context, query)),
  route(contract.exportYear, (context, { query }) => exportYear(context, query)),
];
