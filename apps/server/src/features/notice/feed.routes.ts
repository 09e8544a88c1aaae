import * as contract from '@zhengyou/domain/notice/feed.contract.ts';
import { openRoute, route, type Route } from '../../edge/route.ts';
import * as feed from './feed.ts';

export const feedRoutes: readonly Route[] = [
  route(contract.readFeed, feed.readFeed),
  route(contract.openFeed, feed.openFeed),
  route(contract.nameInFeed, (context, { body }) => feed.nameInFeed(context, body.names)),
  route(contract.closeFeed, feed.closeFeed),
  openRoute(contract.serveFeed, (context, { params }) => feed.serveFeed(context, params)),
  route(contract.takeEvent, (context, { params }) => feed.takeEvent(context, params.event)),
  route(contract.listOwnTalks, feed.listOwnTalks),
];
