/** How messages leave the house: channels, other programs that are told, what went out and what did not. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import type { ChannelConfig } from './channel-config.ts';
import { zHour } from './notice.contract.ts';
import { DELIVERY_STATUSES, MESSAGE_CHANNELS, PURPOSES, WAYS, WEBHOOK_EVENTS, type WebhookEvent } from './notice.ts';
import type { ChannelState, WorkerState } from './sending.ts';
import { TROUBLE_WORDS, type Trouble } from './notice.words.ts';

const zTrouble = z.enum(Object.keys(TROUBLE_WORDS) as [Trouble, ...Trouble[]]);
const zText = (max: number) => z.string().trim().max(max);

const zConfig = z.strictObject({
  host: zText(200).default(''),
  port: zText(5).default(''),
  /** `tls` from the first byte, `starttls` asked for and required, `none` for a mail server within the house. */
  security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
  user: zText(200).default(''),
  from: zText(200).default(''),
  corpId: zText(100).default(''),
  agentId: zText(100).default(''),
  appKey: zText(100).default(''),
  appId: zText(100).default(''),
  /** Where somebody has entered no address, the account's name is one: alone, or before this domain. */
  byLogin: z.boolean().default(false),
  domain: zText(200).default(''),
}) satisfies z.ZodType<ChannelConfig>;

const STATES = ['off', 'unused', 'well', 'failing', 'late'] as const satisfies readonly ChannelState[];
const WORKER = ['alive', 'silent', 'never'] as const satisfies readonly WorkerState[];

const zChannel = z.object({
  channel: z.enum(MESSAGE_CHANNELS),
  version: z.number().int(),
  enabled: z.boolean(),
  config: zConfig,
  /** Whether a secret is kept; it is never shown. */
  hasSecret: z.boolean(),
  state: z.enum(STATES),
  succeededAt: z.string().nullable(),
  failedAt: z.string().nullable(),
  trouble: zTrouble.nullable(),
  troubleDetail: z.string().nullable(),
  waiting: z.number().int(),
  oldestWaitingAt: z.string().nullable(),
  /** Given up, or not known to have arrived: for a person to look at. */
  stuck: z.number().int(),
});

const OFFICE = ['office'] as const;
const health = ['channel.readHealth', 'channel.readAlarm', 'delivery.list'];

export const readHealth = endpoint({
  id: 'channel.readHealth',
  method: 'GET',
  path: '/api/channels',
  gist: 'Every way out of the house: set up how, last success, last failure, what waits; and whether the worker lives.',
  may: OFFICE,
  reply: z.object({
    worker: z.object({ state: z.enum(WORKER), beatAt: z.string().nullable(), minutes: z.number().int().nullable() }),
    channels: z.array(zChannel),
    house: z.object({
      version: z.number().int(),
      address: z.string().nullable(),
      names: z.boolean(),
      quiet: z.object({ from: zHour, until: zHour }),
    }),
  }),
});

export const readAlarm = endpoint({
  id: 'channel.readAlarm',
  method: 'GET',
  path: '/api/channels/alarm',
  gist: 'Whether something is wrong with the worker or a channel: for one line on the office’s first page.',
  may: OFFICE,
  reply: z.object({
    worker: z.enum(WORKER),
    channels: z.array(z.object({ channel: z.enum(MESSAGE_CHANNELS), state: z.enum(['failing', 'late']) })),
  }),
});

export const keepHouseReminders = endpoint({
  id: 'channel.keepHouse',
  method: 'PUT',
  path: '/api/reminders/house',
  gist: 'Sets the house’s address in links, whether messages may name people, and the quiet hours.',
  may: OFFICE,
  versioned: true,
  body: z.strictObject({
    address: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
    names: z.boolean(),
    quiet: z.strictObject({ from: zHour, until: zHour }),
  }),
  reply: z.object({ version: z.number().int() }),
  changes: [...health, 'reminder.readOwn'],
});

export const keepChannel = endpoint({
  id: 'channel.keep',
  method: 'PUT',
  path: '/api/channels/:channel',
  gist: 'Sets up a channel. The secret is written, never read; left out, the one that is kept stays.',
  may: OFFICE,
  versioned: true,
  params: z.strictObject({ channel: z.enum(WAYS) }),
  body: z.strictObject({ enabled: z.boolean(), config: zConfig, secret: z.string().min(1).max(500).optional() }),
  reply: z.object({ version: z.number().int() }),
  changes: [...health, 'reminder.readOwn'],
});

export const testChannel = endpoint({
  id: 'channel.test',
  method: 'POST',
  path: '/api/channels/:channel/tests',
  gist: 'Sends a test to oneself; how it went stands in the list of what went out.',
  may: OFFICE,
  params: z.strictObject({ channel: z.enum(WAYS) }),
  body: z.strictObject({}),
  reply: z.object({ deliveryId: zId }),
  changes: health,
});

const zDelivery = z.object({
  id: zId,
  version: z.number().int(),
  channel: z.enum(MESSAGE_CHANNELS),
  purpose: z.enum(PURPOSES),
  status: z.enum(DELIVERY_STATUSES),
  /** To whom, by name; null for a webhook. */
  person: z.string().nullable(),
  /** Which webhook, by the name that the office gave it, and the event. */
  webhook: z.string().nullable(),
  event: z.string().nullable(),
  createdAt: z.string(),
  notBefore: z.string(),
  sentAt: z.string().nullable(),
  attempts: z.number().int(),
  trouble: zTrouble.nullable(),
  troubleDetail: z.string().nullable(),
  can: z.array(z.enum(['again', 'drop'])),
});

export const listDeliveries = endpoint({
  id: 'delivery.list',
  method: 'GET',
  path: '/api/deliveries',
  gist: 'What went out and what did not, the latest first.',
  may: OFFICE,
  query: z.strictObject({
    /** `stuck`: given up, or not known to have arrived. */
    show: z.enum(['all', 'waiting', 'stuck']).default('all'),
    channel: z.enum(MESSAGE_CHANNELS).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(zDelivery), total: z.number().int() }),
});
export type Delivery = z.output<typeof zDelivery>;

export const settleDelivery = endpoint({
  id: 'delivery.settle',
  method: 'POST',
  path: '/api/deliveries/:deliveryId/settlements',
  gist: 'Tries one again that was given up or may have arrived, or puts it away.',
  may: OFFICE,
  params: z.strictObject({ deliveryId: zId }),
  body: z.strictObject({ action: z.enum(['again', 'drop']), version: z.number().int().min(1) }),
  reply: z.object({ status: z.enum(DELIVERY_STATUSES) }),
  changes: health,
});

const zEvents = z
  .array(z.enum(WEBHOOK_EVENTS as readonly [WebhookEvent, ...WebhookEvent[]]))
  .min(1)
  .max(20);
const zWebhook = z.object({
  id: zId,
  version: z.number().int(),
  name: z.string(),
  url: z.string(),
  events: zEvents,
  enabled: z.boolean(),
  /** Until when the secret before the last change signs too. */
  secretBeforeUntil: z.string().nullable(),
  lastSentAt: z.string().nullable(),
  stuck: z.number().int(),
});
const webhookBody = z.strictObject({
  name: z.string().trim().min(1).max(60),
  url: z.url({ protocol: /^https?$/ }).max(500),
  events: zEvents,
});
const webhookId = z.strictObject({ webhookId: zId });
const webhooks = ['webhook.list', ...health];

export const listWebhooks = endpoint({
  id: 'webhook.list',
  method: 'GET',
  path: '/api/webhooks',
  gist: 'Other programs that are told what happens, by number and id.',
  may: OFFICE,
  reply: z.object({ items: z.array(zWebhook) }),
});

export const addWebhook = endpoint({
  id: 'webhook.add',
  method: 'POST',
  path: '/api/webhooks',
  gist: 'Adds an address that is told; the answer holds the secret for its signatures, this once.',
  may: OFFICE,
  body: webhookBody,
  reply: z.object({ id: zId, secret: z.string() }),
  secret: true,
  changes: webhooks,
});

export const changeWebhook = endpoint({
  id: 'webhook.change',
  method: 'PUT',
  path: '/api/webhooks/:webhookId',
  gist: 'Changes name, address, events, or rests it.',
  may: OFFICE,
  versioned: true,
  params: webhookId,
  body: webhookBody.extend({ enabled: z.boolean() }),
  reply: z.object({ version: z.number().int() }),
  changes: webhooks,
});

export const rotateWebhook = endpoint({
  id: 'webhook.rotate',
  method: 'POST',
  path: '/api/webhooks/:webhookId/secrets',
  gist: 'Makes a new secret; for a day messages carry the signature of the old one too.',
  may: OFFICE,
  params: webhookId,
  body: z.strictObject({}),
  reply: z.object({ secret: z.string() }),
  secret: true,
  changes: webhooks,
});

export const removeWebhook = endpoint({
  id: 'webhook.remove',
  method: 'DELETE',
  path: '/api/webhooks/:webhookId',
  gist: 'Takes an address away; what still waits for it is dropped.',
  may: OFFICE,
  versioned: true,
  params: webhookId,
  reply: z.object({ removed: z.literal(true) }),
  changes: webhooks,
});

export const channelEndpoints = [
  readHealth,
  readAlarm,
  keepHouseReminders,
  keepChannel,
  testChannel,
  listDeliveries,
  settleDelivery,
  listWebhooks,
  addWebhook,
  changeWebhook,
  rotateWebhook,
  removeWebhook,
] as const;
