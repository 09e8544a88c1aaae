import * as listContract from '@zhengyou/domain/briefing/briefing-list.contract.ts';
import * as contract from '@zhengyou/domain/briefing/briefing.contract.ts';
import * as youSaid from '@zhengyou/domain/briefing/you-said.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { instruct, markBriefingRead, passOnInstruction } from './instruct.ts';
import { downloadBriefing, listBriefings, listRecipients, listSources, readBriefing } from './read-briefing.ts';
import {
  approveBriefing,
  draftBriefing,
  handOverBriefing,
  issueBriefing,
  returnBriefing,
  writeBriefing,
} from './write-briefing.ts';
import { issueYouSaid, proposeYouSaid, readYouSaid } from './you-said.ts';

export const briefingRoutes: readonly Route[] = [
  route(contract.listSources, (context, { query }) => listSources(context, query.limit)),
  route(contract.listRecipients, (context) => listRecipients(context)),
  route(listContract.listBriefings, (context, { query }) => listBriefings(context, query)),
  route(contract.draftBriefing, (context, { body }) => draftBriefing(context, body)),
  route(contract.readBriefing, (context, { params }) => readBriefing(context, params.briefingId)),
  route(contract.writeBriefing, (context, { params, body }) => writeBriefing(context, params.briefingId, body)),
  route(contract.handOverBriefing, (context, { params, body }) => handOverBriefing(context, params.briefingId, body)),
  route(contract.returnBriefing, (context, { params, body }) => returnBriefing(context, params.briefingId, body)),
  route(contract.approveBriefing, (context, { params }) => approveBriefing(context, params.briefingId)),
  route(contract.issueBriefing, (context, { params, body }) => issueBriefing(context, params.briefingId, body)),
  route(contract.markBriefingRead, (context, { params }) => markBriefingRead(context, params.briefingId)),
  route(contract.instructOnBriefing, (context, { params, body }) => instruct(context, params.briefingId, body)),
  route(contract.passOnInstruction, (context, { params, body }) => passOnInstruction(context, params, body)),
  route(contract.downloadBriefing, (context, { params }) => downloadBriefing(context, params.briefingId)),
  route(youSaid.readYouSaid, (context) => readYouSaid(context)),
  route(youSaid.proposeYouSaid, (context, { params }) => proposeYouSaid(context, params.period)),
  route(youSaid.issueYouSaid, (context, { params, body }) => issueYouSaid(context, params.period, body.lines)),
];
