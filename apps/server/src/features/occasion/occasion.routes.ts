import * as contract from '@zhengyou/domain/occasion/occasion.contract.ts';
import * as round from '@zhengyou/domain/occasion/round.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { endGiftKind, listGiftKinds, setGiftKind } from './gifts.ts';
import { readNear } from './near.ts';
import * as occasions from './occasions.ts';
import { listMyVisits, listRounds, openRound, readRound, readRoundStanding, withdrawRound } from './rounds.ts';
import { previewTickUndo, tickVisits, undoTick } from './tick-visits.ts';

export const occasionRoutes: Route[] = [
  route(round.listRounds, (context) => listRounds(context)),
  route(round.openRound, (context, { body }) => openRound(context, body)),
  route(round.withdrawRound, (context, { params }) => withdrawRound(context, params.roundId)),
  route(round.readRound, (context, { params, query }) => readRound(context, params.roundId, query)),
  route(round.tickVisits, (context, { params, body }) => tickVisits(context, params.roundId, body)),
  route(round.previewTickUndo, (context, { params }) => previewTickUndo(context, params.tickId)),
  route(round.undoTick, (context, { params }) => undoTick(context, params.tickId)),
  route(round.listGiftKinds, (context) => listGiftKinds(context)),
  route(round.setGiftKind, (context, { body }) => setGiftKind(context, body)),
  route(round.endGiftKind, (context, { params }) => endGiftKind(context, params.giftId)),
  route(round.readRoundStanding, (context) => readRoundStanding(context)),
  route(round.listMyVisits, (context) => listMyVisits(context)),
  route(contract.listOccasions, (context, { query }) => occasions.listOccasions(context, query)),
  route(contract.startRaise, (context, { query }) => occasions.startRaise(context, query)),
  route(contract.readNear, (context) => readNear(context)),
  route(contract.readOccasion, (context, { params }) => occasions.readOccasion(context, params.occasionId)),
  route(contract.raiseOccasion, (context, { body }) => occasions.raiseOccasion(context, body)),
  route(contract.declineOccasion, (context, { params, body }) =>
    occasions.declineOccasion(context, params.occasionId, body),
  ),
  route(contract.amendOccasion, (context, { params, body }) =>
    occasions.amendOccasion(context, params.occasionId, body),
  ),
  route(contract.markAnswerSeen, (context, { params, body }) =>
    occasions.markAnswerSeen(context, params.occasionId, body),
  ),
  route(contract.withdrawOccasion, (context, { params, body }) =>
    occasions.withdrawOccasion(context, params.occasionId, body),
  ),
];
