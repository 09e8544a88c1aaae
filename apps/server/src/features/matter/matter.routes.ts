import * as desk from '@zhengyou/domain/matter/desk.contract.ts';
import * as asHandler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import * as line from '@zhengyou/domain/matter/matter.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import * as asLeader from '@zhengyou/domain/matter/leader-steps.contract.ts';
import * as again from '@zhengyou/domain/matter/reopen.contract.ts';
import { openRoute, route, type Route } from '../../edge/route.ts';
import { answerByLink, makeAnswerLink, readAnswerLink } from './answer-link.ts';
import { listToAsk } from './answer-link.reads.ts';
import * as handler from './handler-steps.ts';
import * as keeper from './keeper-steps.ts';
import * as leader from './leader-steps.ts';
import { listDesk, listDesks, listMatters, listSimilar } from './list-matters.ts';
import { listPromises, lookBack } from './look-back.ts';
import { mergeMatter, splitMatter } from './merge-matter.ts';
import * as proposer from './proposer-steps.ts';
import { raiseMatter } from './raise-matter.ts';
import { readLoop } from './read-loop.ts';
import { readMatter } from './read-matter.ts';
import * as templates from './templates.ts';

export const matterRoutes: readonly Route[] = [
  route(line.listMatters, (context, { query }) => listMatters(context, query)),
  route(line.readLoop, (context) => readLoop(context)),
  route(line.readMatter, (context, { params }) => readMatter(context, params.matterId)),
  route(asProposer.raiseMatter, (context, { body }) => raiseMatter(context, body)),

  route(asProposer.chooseNaming, (context, { params, body }) => proposer.chooseNaming(context, params.matterId, body)),
  route(asProposer.reviseMatter, (context, { params, body }) => proposer.reviseMatter(context, params.matterId, body)),
  route(asProposer.addToMatter, (context, { params, body }) => proposer.addToMatter(context, params.matterId, body)),
  route(asProposer.askProgress, (context, { params, body }) => proposer.askProgress(context, params.matterId, body)),
  route(asProposer.withdrawMatter, (context, { params }) => proposer.withdrawMatter(context, params.matterId)),
  route(asProposer.acknowledgeReply, (context, { params }) => proposer.acknowledgeReply(context, params.matterId)),
  route(asProposer.answerMatter, (context, { params, body }) => proposer.answerMatter(context, params.matterId, body)),

  route(asKeeper.reportMatter, (context, { params, body }) => keeper.reportMatter(context, params.matterId, body)),
  route(asKeeper.triageMatter, (context, { params, body }) => keeper.triageMatter(context, params.matterId, body)),
  route(asKeeper.releaseMatter, (context, { params, body }) => keeper.releaseMatter(context, params.matterId, body)),
  route(asKeeper.assignMatter, (context, { params, body }) => keeper.assignMatter(context, params.matterId, body)),
  route(asKeeper.decideExtension, (context, { params, body }) =>
    keeper.decideExtension(context, params.matterId, body),
  ),
  route(asKeeper.reviewReply, (context, { params, body }) => keeper.reviewReply(context, params.matterId, body)),
  route(asKeeper.publishReply, (context, { params }) => keeper.publishReply(context, params.matterId)),
  route(asKeeper.deliverReply, (context, { params, body }) => keeper.deliverReply(context, params.matterId, body)),
  route(asKeeper.closeMatter, (context, { params }) => keeper.closeMatter(context, params.matterId)),
  route(asKeeper.mergeMatter, (context, { params, body }) => mergeMatter(context, params.matterId, body)),
  route(asKeeper.splitMatter, (context, { params, body }) => splitMatter(context, params.matterId, body)),

  route(asHandler.takeMatter, (context, { params, body }) => handler.takeMatter(context, params.matterId, body)),
  route(asHandler.handBackMatter, (context, { params, body }) =>
    handler.handBackMatter(context, params.matterId, body),
  ),
  route(asHandler.tellProposer, (context, { params, body }) => handler.tellProposer(context, params.matterId, body)),
  route(asHandler.waitForMore, (context, { params, body }) => handler.waitForMore(context, params.matterId, body)),
  route(asHandler.resumeMatter, (context, { params, body }) => handler.resumeMatter(context, params.matterId, body)),
  route(asHandler.noteHandling, (context, { params, body }) => handler.noteHandling(context, params.matterId, body)),
  route(asHandler.giveOpinion, (context, { params, body }) => handler.giveOpinion(context, params.matterId, body)),
  route(asHandler.writeReply, (context, { params, body }) => handler.writeReply(context, params.matterId, body)),
  route(asHandler.submitReply, (context, { params }) => handler.submitReply(context, params.matterId)),
  route(asHandler.askExtension, (context, { params, body }) => handler.askExtension(context, params.matterId, body)),

  route(asLeader.answerOnSpot, (context, { params, body }) => leader.answerOnSpot(context, params.matterId, body)),
  route(asLeader.forwardMatter, (context, { params, body }) => leader.forwardMatter(context, params.matterId, body)),
  route(again.reopenMatter, (context, { params, body }) => keeper.reopenMatter(context, params.matterId, body)),

  route(desk.listDesk, (context, { query }) => listDesk(context, query)),
  route(desk.listDesks, (context) => listDesks(context)),
  route(desk.listSimilar, (context, { params }) => listSimilar(context, params.matterId)),
  route(desk.listTemplates, (context) => templates.listTemplates(context)),
  route(desk.makeTemplate, (context, { body }) => templates.makeTemplate(context, body)),
  route(desk.changeTemplate, (context, { params, body }) => templates.changeTemplate(context, params.templateId, body)),
  route(desk.removeTemplate, (context, { params }) => templates.removeTemplate(context, params.templateId)),
  route(desk.listPromises, (context, { query }) => listPromises(context, query)),
  route(desk.lookBack, (context, { params, body }) => lookBack(context, params.promiseId, body)),
  route(desk.listAskAgain, ({ db, institutionId, reach, today }, { query }) =>
    listToAsk(db, institutionId, reach, today, query),
  ),
  route(desk.makeAnswerLink, (context, { params, body }) => makeAnswerLink(context, params.matterId, body)),
  openRoute(desk.readAnswerLink, (context, { params }) => readAnswerLink(context, params.token)),
  openRoute(desk.answerByLink, (context, { params, body }) => answerByLink(context, params.token, body)),
];
