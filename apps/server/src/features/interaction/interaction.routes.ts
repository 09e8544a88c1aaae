import { readAgenda as agenda } from '@zhengyou/domain/interaction/agenda.contract.ts';
import * as heat from '@zhengyou/domain/interaction/heat.contract.ts';
import { readHome as home } from '@zhengyou/domain/interaction/home.contract.ts';
import * as contract from '@zhengyou/domain/interaction/interaction.contract.ts';
import * as pause from '@zhengyou/domain/interaction/pause.contract.ts';
import * as text from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { searchTexts as search } from '@zhengyou/domain/interaction/text-search.contract.ts';
import * as request from '@zhengyou/domain/interaction/talk-request.contract.ts';
import * as year from '@zhengyou/domain/interaction/year.contract.ts';
import * as attachment from '@zhengyou/domain/interaction/attachment.contract.ts';
import { readHelping as helping } from '@zhengyou/domain/interaction/helping.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { logInteraction } from './log-interaction.ts';
import { readLogDefaults } from './log-defaults.ts';
import { readAgenda } from './read-agenda.ts';
import { listMonthTalks, readHeat } from './read-heat.ts';
import * as files from './attachments.ts';
import { readHelping } from './read-helping.ts';
import { readHome } from './read-home.ts';
import { readMyLeaders } from './read-my-leaders.ts';
import { readOverview } from './read-overview.ts';
import { listTalks, readInteraction } from './read-talks.ts';
import * as pauses from './pauses.ts';
import { readYear } from './read-year.ts';
import { answerRequest, askTalk, listRequests, replyToOffer } from './talk-requests.ts';
import * as shared from './shared-text.ts';
import { searchTexts } from './search-texts.ts';
import { undoInteraction } from './undo-interaction.ts';

export const interactionRoutes: Route[] = [
  route(contract.logInteraction, (context, { body }) => logInteraction(context, body)),
  route(contract.undoInteraction, (context, { params }) => undoInteraction(context, params.interactionId)),
  route(contract.readInteraction, (context, { params }) => readInteraction(context, params.interactionId)),
  route(contract.listTalks, (context, { query }) => listTalks(context, query)),
  route(text.confirmText, (context, { params, body }) =>
    shared.confirmText(context, params.interactionId, body.version),
  ),
  route(text.addWords, (context, { params, body }) => shared.addWords(context, params.interactionId, body.words)),
  route(text.askCorrection, (context, { params, body }) =>
    shared.askCorrection(context, params.interactionId, body.words),
  ),
  route(text.answerCorrection, (context, { params, body }) =>
    shared.answerCorrection(context, params.interactionId, params.ordinal, body),
  ),
  route(text.changeText, (context, { params, body }) => shared.changeText(context, params.interactionId, body.words)),
  route(text.listUnconfirmed, (context) => shared.listUnconfirmed(context)),
  route(text.confirmMine, (context, { body }) => shared.confirmMine(context, body.interactionIds)),
  route(attachment.addAttachment, (context, { params, query, bytes }) =>
    files.addAttachment(context, params.interactionId, query.name, bytes),
  ),
  route(attachment.readAttachment, (context, { params }) => files.readAttachment(context, params.attachmentId)),
  route(attachment.removeAttachment, (context, { params }) => files.removeAttachment(context, params.attachmentId)),
  route(request.askTalk, (context, { body }) => askTalk(context, body)),
  route(request.listRequests, (context, { query }) => listRequests(context, query)),
  route(request.answerRequest, (context, { params, body }) => answerRequest(context, params.requestId, body)),
  route(request.replyToOffer, (context, { params, body }) => replyToOffer(context, params.requestId, body)),
  route(pause.excusePair, (context, { params, body }) => pauses.excusePair(context, params.pairingId, body)),
  route(pause.snoozePair, (context, { params, body }) => pauses.snoozePair(context, params.pairingId, body)),
  route(pause.takeBackPause, (context, { params }) => pauses.takeBackPause(context, params.pairingId, params.ordinal)),
  route(pause.listPauses, (context, { params }) => pauses.listPauses(context, params.pairingId)),
  route(year.readYear, (context, { query }) => readYear(context, query)),
  route(home, (context) => readHome(context)),
  route(heat.readHeat, (context, { query }) => readHeat(context, query)),
  route(heat.listMonthTalks, (context, { params, query }) => listMonthTalks(context, params, query)),
  route(agenda, (context, { query }) => readAgenda(context, query)),
  route(search, (context, { query }) => searchTexts(context, query)),
  route(helping, (context) => readHelping(context)),
  route(year.readOverview, (context) => readOverview(context)),
  route(year.readMyLeaders, (context) => readMyLeaders(context)),
  route(year.readLogDefaults, (context, { query }) => readLogDefaults(context, query.with)),
];
