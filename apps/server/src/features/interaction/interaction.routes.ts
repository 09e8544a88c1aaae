import * as contract from '@zhengyou/domain/interaction/interaction.contract.ts';
import * as year from '@zhengyou/domain/interaction/year.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { logInteraction } from './log-interaction.ts';
import { readLogDefaults } from './log-defaults.ts';
import { readHome } from './read-home.ts';
import { readMyLeaders } from './read-my-leaders.ts';
import { readOverview } from './read-overview.ts';
import { listTalks, readInteraction } from './read-talks.ts';
import { readYear } from './read-year.ts';
import { undoInteraction } from './undo-interaction.ts';

export const interactionRoutes: Route[] = [
  route(contract.logInteraction, (context, { body }) => logInteraction(context, body)),
  route(contract.undoInteraction, (context, { params }) => undoInteraction(context, params.interactionId)),
  route(contract.readInteraction, (context, { params }) => readInteraction(context, params.interactionId)),
  route(contract.listTalks, (context, { query }) => listTalks(context, query)),
  route(year.readYear, (context, { query }) => readYear(context, query)),
  route(year.readHome, (context) => readHome(context)),
  route(year.readOverview, (context) => readOverview(context)),
  route(year.readMyLeaders, (context) => readMyLeaders(context)),
  route(year.readLogDefaults, (context, { query }) => readLogDefaults(context, query.with)),
];
