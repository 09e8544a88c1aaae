/** How a channel is reached, beside its secret: words, so that a form is a list of them. */
import type { Way } from './notice.ts';

export type ChannelConfig = {
  host: string;
  port: string;
  /** `tls` from the first byte, `starttls` asked for and required, `none` for a mail server within the house. */
  security: 'tls' | 'starttls' | 'none';
  user: string;
  from: string;
  corpId: string;
  agentId: string;
  appKey: string;
  appId: string;
  /** Where somebody has entered no address, the account's name is one: alone, or before this domain. */
  byLogin: boolean;
  domain: string;
};

export const EMPTY_CONFIG: ChannelConfig = {
  host: '',
  port: '',
  security: 'starttls',
  user: '',
  from: '',
  corpId: '',
  agentId: '',
  appKey: '',
  appId: '',
  byLogin: false,
  domain: '',
};

/** What each channel asks for. */
export const CHANNEL_FIELDS = {
  email: ['host', 'port', 'security', 'user', 'from'],
  wecom: ['corpId', 'agentId'],
  dingtalk: ['appKey', 'agentId'],
  feishu: ['appId'],
} as const satisfies Readonly<Record<Way, readonly (keyof ChannelConfig)[]>>;
