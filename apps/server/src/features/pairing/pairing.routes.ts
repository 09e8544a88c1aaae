import {
  endPairing as endPairingEndpoint,
  enterPairing as enterPairingEndpoint,
  listPairings as listPairingsEndpoint,
  readRoster as readRosterEndpoint,
} from '@zhengyou/domain/pairing/pairing.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { endPairing } from './end-pairing.ts';
import { enterPairing } from './enter-pairing.ts';
import { listPairings } from './list-pairings.ts';
import { readRoster } from './read-roster.ts';

export const pairingRoutes: Route[] = [
  route(listPairingsEndpoint, (context, { query }) => listPairings(context, query)),
  route(readRosterEndpoint, (context, { query }) => readRoster(context, query)),
  route(enterPairingEndpoint, (context, { body }) => enterPairing(context, body)),
  route(endPairingEndpoint, (context, { params, body }) => endPairing(context, params.pairingId, body)),
];
