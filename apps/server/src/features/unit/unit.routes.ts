import { listUnits as listUnitsEndpoint } from '@zhengyou/domain/unit/unit.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { listUnits } from './list-units.ts';

export const unitRoutes: Route[] = [route(listUnitsEndpoint, (context) => listUnits(context))];
