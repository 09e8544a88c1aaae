import * as channelContract from '@zhengyou/domain/notice/channel.contract.ts';
import * as noticeContract from '@zhengyou/domain/notice/notice.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Context } from '../../edge/context.ts';
import { route, type Route } from '../../edge/route.ts';
import * as channels from './channels.ts';
import * as inbox from './inbox.ts';
import * as own from './own-reminders.ts';
import { sendWaiting } from './send-messages.ts';
import * as webhooks from './webhooks.ts';

/** Lets one message go at once, beside the worker; how it went stands in its row. */
const sendNow =
  ({ outside, institutionId, log }: Context) =>
  (id: Id) =>
    void sendWaiting({ ...outside, log }, institutionId, 1, id).catch((error: unknown) =>
      log.error({ err: error }, 'a message could not be sent'),
    );

const isOpen = ({ outside }: Context) => outside.post.allowPrivate;

export const noticeRoutes: readonly Route[] = [
  route(noticeContract.listNotices, (context, { query }) => inbox.listInbox(context, query)),
  route(noticeContract.countNotices, (context) => inbox.countInbox(context)),
  route(noticeContract.openNotice, (context, { params }) => inbox.openNotice(context, params.noticeId)),
  route(noticeContract.readAll, (context) => inbox.readAllNotices(context)),
  route(noticeContract.readOwnReminders, (context) => own.readOwnReminders(context)),
  route(noticeContract.keepOwnReminders, (context, { body }) => own.keepOwnReminders(context, body)),
  route(channelContract.readHealth, (context) => channels.readHealth(context)),
  route(channelContract.readAlarm, (context) => channels.readAlarm(context)),
  route(channelContract.keepHouseReminders, (context, { body }) => channels.keepHouseReminders(context, body)),
  route(channelContract.keepChannel, (context, { params, body }) =>
    channels.keepChannel(context, params.channel, body),
  ),
  route(channelContract.testChannel, (context, { params }) =>
    channels.testChannel(context, params.channel, sendNow(context)),
  ),
  route(channelContract.listDeliveries, (context, { query }) => channels.listDeliveries(context, query)),
  route(channelContract.settleDelivery, (context, { params, body }) =>
    channels.settleDelivery(context, params.deliveryId, body, sendNow(context)),
  ),
  route(channelContract.listWebhooks, (context) => webhooks.listWebhooks(context)),
  route(channelContract.addWebhook, (context, { body }) => webhooks.addWebhook(context, body, isOpen(context))),
  route(channelContract.changeWebhook, (context, { params, body }) =>
    webhooks.changeWebhook(context, params.webhookId, body, isOpen(context)),
  ),
  route(channelContract.rotateWebhook, (context, { params }) => webhooks.rotateWebhook(context, params.webhookId)),
  route(channelContract.removeWebhook, (context, { params }) => webhooks.removeWebhook(context, params.webhookId)),
];
