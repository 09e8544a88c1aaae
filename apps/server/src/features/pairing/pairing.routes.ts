import * as pairing from '@zhengyou/domain/pairing/pairing.contract.ts';
import * as proposal from '@zhengyou/domain/pairing/proposal.contract.ts';
import * as draft from '@zhengyou/domain/pairing/draft.contract.ts';
import * as portfolio from '@zhengyou/domain/pairing/portfolio.contract.ts';
import * as renewal from '@zhengyou/domain/pairing/renewal.contract.ts';
import * as solve from '@zhengyou/domain/pairing/solve.contract.ts';
import * as wish from '@zhengyou/domain/pairing/wish.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { confirmPairing, declinePairing, keepPairing, requestChange, withdrawPairing } from './answer-pairing.ts';
import { listAdjustments } from './adjustments.ts';
import { changeFacts, readPastedFacts } from './keep-facts.ts';
import { closeOffice, createOffice, listOffices } from './keep-offices.ts';
import { readCoverage } from './read-coverage.ts';
import { readPortfolio } from './read-portfolio.ts';
import { readHandover, readRenewal } from './read-renewal.ts';
import { endPairing } from './end-pairing.ts';
import { enterPairing } from './enter-pairing.ts';
import { addWish, declareConflict, listConflicts, listWishes, removeConflict, removeWish } from './keep-wishes.ts';
import { changeDraft, createDraft, discardDraft, moveInDraft } from './keep-drafts.ts';
import { judgeMoves, listDrafts, readDraft } from './read-draft.ts';
import { applySolve, cancelSolve, readSolve, startSolve } from './run-solve.ts';
import { sendDraft } from './send-draft.ts';
import { previewUndo, undoDraft } from './undo-draft.ts';
import { listPairings } from './list-pairings.ts';
import { publishPairings } from './publish-pairings.ts';
import { listProposals, readMyPairings, readMyProposals, readPairing } from './read-proposals.ts';
import { readRoster } from './read-roster.ts';
import { recommendPairing } from './recommend-pairing.ts';

export const pairingRoutes: Route[] = [
  route(pairing.listPairings, (context, { query }) => listPairings(context, query)),
  route(pairing.readRoster, (context, { query }) => readRoster(context, query)),
  route(pairing.enterPairing, (context, { body }) => enterPairing(context, body)),
  route(pairing.endPairing, (context, { params, body }) => endPairing(context, params.pairingId, body)),

  route(proposal.recommendPairing, (context, { body }) => recommendPairing(context, body)),
  route(proposal.confirmPairing, (context, { params }) => confirmPairing(context, params.pairingId)),
  route(proposal.declinePairing, (context, { params, body }) =>
    declinePairing(context, params.pairingId, 'decline', body),
  ),
  route(proposal.askForAnother, (context, { params, body }) =>
    declinePairing(context, params.pairingId, 'askAnother', body),
  ),
  route(proposal.withdrawPairing, (context, { params, body }) =>
    withdrawPairing(context, params.pairingId, body.reason),
  ),
  route(proposal.publishPairings, (context, { body }) => publishPairings(context, body)),
  route(proposal.requestChange, (context, { params, body }) => requestChange(context, params.pairingId, body)),
  route(proposal.keepPairing, (context, { params, body }) => keepPairing(context, params.pairingId, body.reason)),
  route(proposal.readPairing, (context, { params }) => readPairing(context, params.pairingId)),
  route(proposal.listProposals, (context, { query }) => listProposals(context, query)),
  route(proposal.readMyProposals, (context) => readMyProposals(context)),
  route(proposal.readMyPairings, (context) => readMyPairings(context)),

  route(wish.listWishes, (context, { query }) => listWishes(context, query.person)),
  route(wish.addWish, (context, { body }) => addWish(context, body)),
  route(wish.removeWish, (context, { params }) => removeWish(context, params.wishId)),
  route(wish.listConflicts, (context, { query }) => listConflicts(context, query.person)),
  route(wish.declareConflict, (context, { body }) => declareConflict(context, body)),
  route(wish.removeConflict, (context, { params }) => removeConflict(context, params.conflictId)),

  route(draft.listDrafts, (context, { query }) => listDrafts(context, query)),
  route(draft.createDraft, (context, { body }) => createDraft(context, body)),
  route(draft.readDraft, (context, { params }) => readDraft(context, params.draftId)),
  route(draft.judgeMoves, (context, { params, query }) => judgeMoves(context, params.draftId, query)),
  route(draft.moveInDraft, (context, { params, body }) => moveInDraft(context, params.draftId, body)),
  route(draft.changeDraft, (context, { params, body }) => changeDraft(context, params.draftId, body)),
  route(draft.discardDraft, (context, { params }) => discardDraft(context, params.draftId)),
  route(draft.sendDraft, (context, { params }) => sendDraft(context, params.draftId)),
  route(draft.previewUndo, (context, { params }) => previewUndo(context, params.draftId)),
  route(draft.undoDraft, (context, { params }) => undoDraft(context, params.draftId)),

  route(solve.startSolve, (context, { params, body }) => startSolve(context, params.draftId, body)),
  route(solve.readSolve, (context, { params }) => readSolve(context, params.solveId)),
  route(solve.cancelSolve, (context, { params }) => cancelSolve(context, params.solveId)),
  route(solve.applySolve, (context, { params, body }) => applySolve(context, params.draftId, body.solveId)),

  route(renewal.changeFacts, (context, { params, body }) => changeFacts(context, params.draftId, body)),
  route(renewal.readPastedFacts, (context, { params, body }) => readPastedFacts(context, params.draftId, body)),
  route(renewal.readRenewal, (context, { params }) => readRenewal(context, params.draftId)),
  route(renewal.readHandover, (context, { params, query }) => readHandover(context, params.draftId, query)),

  route(portfolio.readPortfolio, (context, { params }) => readPortfolio(context, params.leaderId)),
  route(portfolio.readCoverage, (context, { query }) => readCoverage(context, query)),
  route(portfolio.listAdjustments, (context, { query }) => listAdjustments(context, query)),
  route(portfolio.listOffices, (context, { query }) => listOffices(context, query.on)),
  route(portfolio.createOffice, (context, { body }) => createOffice(context, body)),
  route(portfolio.closeOffice, (context, { params }) => closeOffice(context, params.officeId)),
];
