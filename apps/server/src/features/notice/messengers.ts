/** The adapter of a channel as the house has set it up; kept, because it keeps its access token. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { MessageChannel } from '@zhengyou/domain/notice/notice.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import type { Messenger, Post } from '../../outside/messenger.ts';
import { createDingtalk } from '../../outside/messengers/dingtalk.ts';
import { createEmail } from '../../outside/messengers/email.ts';
import { createFeishu } from '../../outside/messengers/feishu.ts';
import { createWecom } from '../../outside/messengers/wecom.ts';
import { channelSeal, type ChannelRow } from './settings.queries.ts';

const HOUR_MS = 3_600_000;

/** For how long the other side knows a message by its id. Other programs are asked to look at the id, for as long as anything is tried. */
const REPEATABLE: Readonly<Record<MessageChannel, number>> = {
  email: 0,
  dingtalk: 0,
  wecom: 4 * HOUR_MS,
  feishu: HOUR_MS,
  webhook: 7 * 24 * HOUR_MS,
};
export const repeatableMsOf = (channel: MessageChannel): number => REPEATABLE[channel];

const kept = new WeakMap<Post, Map<string, { readonly version: number; readonly messenger: Messenger }>>();

type Parts = { readonly cipher: FieldCipher; readonly post: Post };

/** Throws where the secret cannot be opened. */
export function messengerOf(parts: Parts, institutionId: Id, row: ChannelRow): Messenger {
  const { post } = parts;
  const known = kept.get(post) ?? new Map();
  kept.set(post, known);
  const key = `${institutionId}:${row.channel}`;
  const before = known.get(key);
  if (before?.version === row.version) return before.messenger;
  before?.messenger.close?.();
  const messenger = create(parts, institutionId, row);
  known.set(key, { version: row.version, messenger });
  return messenger;
}

function create(
  { cipher, post }: Parts,
  institutionId: Id,
  { channel, config, secret: sealed }: ChannelRow,
): Messenger {
  const secret = sealed === null ? '' : cipher.open(sealed, channelSeal(institutionId, channel));
  const { timeoutMs, bases } = post;
  const { corpId, agentId, appKey, appId } = config;
  if (channel === 'wecom') return createWecom({ base: bases.wecom, corpId, agentId, secret, timeoutMs });
  if (channel === 'dingtalk') return createDingtalk({ base: bases.dingtalk, appKey, agentId, secret, timeoutMs });
  if (channel === 'feishu') return createFeishu({ base: bases.feishu, appId, secret, timeoutMs });
  const { host, port, security, user, from } = config;
  return createEmail({ host, port: Number(port), security, user, secret, from, timeoutMs });
}
