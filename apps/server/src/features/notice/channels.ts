/** The house's ways out: how they are reached, how they do, what went out by them. Secrets are written and never read back. */
import { CHANNEL_FIELDS, EMPTY_CONFIG, type ChannelConfig } from '@zhengyou/domain/notice/channel-config.ts';
import type * as contract from '@zhengyou/domain/notice/channel.contract.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { MESSAGE_CHANNELS, type Way } from '@zhengyou/domain/notice/notice.ts';
import { noticeRefusals } from '@zhengyou/domain/notice/notice.words.ts';
import { channelState, workerState } from '@zhengyou/domain/notice/sending.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { countByChannel, findBeat, listDeliveryRows, type ChannelCounts, type ListFilter } from './delivery.reads.ts';
import { endDelivery, findDelivery, putDeliveries, resetDelivery } from './delivery.queries.ts';
import { addressesOf } from './own-reminders.ts';
import {
  channelSeal,
  findChoice,
  getHouse,
  listChannels,
  listWebhookRows,
  refreshHouse,
  writeChannel,
  writeHouse,
  type ChannelRow,
} from './settings.queries.ts';

const NOTHING: ChannelCounts = { waiting: 0, oldestWaitingAt: null, stuck: 0 };

async function channelsNow({ db, institutionId, now }: Context) {
  const kept = await listChannels(db, institutionId);
  const counts = await countByChannel(db, institutionId, now);
  const hooks = await listWebhookRows(db, institutionId);
  return MESSAGE_CHANNELS.map((channel) => {
    const row = kept.get(channel);
    const { waiting, oldestWaitingAt, stuck } = counts.get(channel) ?? NOTHING;
    const enabled = channel === 'webhook' ? hooks.some((hook) => hook.enabled) : (row?.enabled ?? false);
    const facts = { succeededAt: row?.succeededAt ?? null, failedAt: row?.failedAt ?? null };
    return {
      channel,
      row,
      enabled,
      ...facts,
      waiting,
      oldestWaitingAt,
      stuck,
      state: channelState({ enabled, oldestWaitingAt, stuck, ...facts }, now),
    };
  });
}

export async function readHealth(context: Context) {
  const { db, institutionId, now } = context;
  const beatAt = await findBeat(db, institutionId);
  const { version, address, names, quiet } = await getHouse(db, institutionId);
  return {
    worker: {
      state: workerState(beatAt, now),
      beatAt: beatAt?.toISOString() ?? null,
      minutes: beatAt && Math.floor((now.getTime() - beatAt.getTime()) / 60_000),
    },
    channels: (await channelsNow(context)).map(({ row, succeededAt, failedAt, oldestWaitingAt, ...one }) => ({
      ...one,
      version: row?.version ?? 0,
      config: row?.config ?? EMPTY_CONFIG,
      hasSecret: row?.secret != null,
      succeededAt: succeededAt?.toISOString() ?? null,
      failedAt: failedAt?.toISOString() ?? null,
      oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null,
      trouble: row?.trouble ?? null,
      troubleDetail: row?.troubleDetail ?? null,
    })),
    house: { version, address, names, quiet },
  };
}

export async function readAlarm(context: Context) {
  const beatAt = await findBeat(context.db, context.institutionId);
  return {
    worker: workerState(beatAt, context.now),
    channels: (await channelsNow(context)).flatMap(({ channel, state }) =>
      state === 'failing' || state === 'late' ? [{ channel, state }] : [],
    ),
  };
}

export async function keepHouseReminders(context: Context, body: BodyOf<typeof contract.keepHouseReminders>) {
  const { db, institutionId, ifMatch } = context;
  const address = body.address === '' ? null : body.address.replace(/\/+$/, '');
  if (!(await writeHouse(db, institutionId, ifMatch, { address, names: body.names, quiet: body.quiet })))
    throw await stale(context);
  await context.audit({ action: 'keep', subjectKind: 'houseReminders', detail: { names: body.names, address } });
  return { version: (await getHouse(db, institutionId)).version };
}

const stale = async (context: Context) =>
  new Refused(edgeRefusals.stale(undefined, { extra: { current: await readHealth(context) } }));

const HOST = /^(?=.{1,200}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

export async function keepChannel(context: Context, channel: Way, body: BodyOf<typeof contract.keepChannel>) {
  const { db, institutionId, outside, ifMatch } = context;
  const before = (await listChannels(db, institutionId)).get(channel);
  const secret =
    body.secret === undefined
      ? (before?.secret ?? null)
      : outside.cipher.seal(body.secret, channelSeal(institutionId, channel));
  if (body.enabled) checkComplete(channel, body.config, secret);
  if (body.config.host !== '' && !HOST.test(body.config.host))
    throw new Refused(noticeRefusals.badHost(undefined, { field: 'host' }));
  if (!(await writeChannel(db, institutionId, channel, ifMatch, { ...body, secret }))) throw await stale(context);
  await refreshHouse(db, institutionId);
  // What changed is told without what it changed to: an account's name is nobody's business in a log.
  await context.audit({
    action: 'keep',
    subjectKind: 'channel',
    detail: { channel, enabled: body.enabled, secret: body.secret !== undefined },
  });
  return { version: ifMatch + 1 };
}

/** Without an account a mail server within the house is spoken to without a secret. */
const needsSecret = (channel: Way, config: ChannelConfig) => channel !== 'email' || config.user !== '';

function checkComplete(channel: Way, config: ChannelConfig, secret: Buffer | null) {
  const missing = CHANNEL_FIELDS[channel].find((field) => field !== 'user' && config[field] === '');
  if (missing) throw new Refused(noticeRefusals.fieldMissing({ field: missing }, { field: missing }));
  if (needsSecret(channel, config) && secret === null)
    throw new Refused(noticeRefusals.secretMissing(undefined, { field: 'secret' }));
}

/** `send` is told of the message once it is committed, so that the answer need not wait for the worker's round. */
export async function testChannel(context: Context, channel: Way, send: (id: Id) => void) {
  const { db, institutionId, actor, outside, now, requestKey } = context;
  const row: ChannelRow | undefined = (await listChannels(db, institutionId)).get(channel);
  if (!row?.enabled) throw new Refused(noticeRefusals.channelOff());
  const addresses = addressesOf(outside.cipher, await findChoice(db, institutionId, actor.personId));
  if (addresses[channel] === '' && !row.config.byLogin) throw new Refused(noticeRefusals.noAddress());
  const key = `test:${actor.personId}:${requestKey}`;
  const made = await putDeliveries(db, institutionId, now, [
    { channel, purpose: 'test', personId: actor.personId, key, notBefore: now },
  ]);
  const id = made.get(key);
  if (!id) throw new Error('a test under a key that was used before');
  await context.audit({ action: 'test', subjectKind: 'channel', subjectId: id, detail: { channel } });
  context.afterCommit(() => send(id));
  return { deliveryId: id };
}

export const listDeliveries = ({ db, institutionId }: Context, filter: ListFilter) =>
  listDeliveryRows(db, institutionId, filter);

export async function settleDelivery(
  context: Context,
  id: Id,
  body: BodyOf<typeof contract.settleDelivery>,
  send: (id: Id) => void,
) {
  const { db, institutionId, now } = context;
  const one = await findDelivery(db, institutionId, id);
  if (!one) throw new Refused(edgeRefusals.notFound());
  const may = one.status === 'failed' || one.status === 'unknown' || one.status === 'waiting';
  if (!may || one.version !== body.version) throw new Refused(noticeRefusals.notWaiting());
  if (body.action === 'drop') await endDelivery(db, institutionId, one, { status: 'dropped' });
  else {
    await resetDelivery(db, institutionId, one, now);
    context.afterCommit(() => send(id));
  }
  await context.audit({
    action: body.action,
    subjectKind: 'delivery',
    subjectId: id,
    people: one.personId ? [one.personId] : [],
  });
  return { status: body.action === 'drop' ? ('dropped' as const) : ('waiting' as const) };
}
