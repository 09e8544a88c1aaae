/**
 * How a message leaves the house: one small type, an adapter for each system. An adapter tells how it went and throws only for bugs; whether
 * and when to try again is not its business.
 */
export type Message = {
  /** The same for every attempt: a system that knows it by that shows it once. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** One line a thing, each with its own link. */
  readonly lines: readonly { readonly text: string; readonly link: string }[];
  readonly foot: string;
  /** Where the whole is seen. */
  readonly link: string;
  /** The word on the button. */
  readonly open: string;
};

/** `later`: surely not accepted, may be tried again. `unknown`: may have arrived. `refused`: will not be accepted as it is. */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly trouble: Trouble; readonly detail?: string; readonly afterMs?: number }
  | { readonly kind: 'unknown'; readonly trouble: Trouble; readonly detail?: string }
  | { readonly kind: 'refused'; readonly trouble: Trouble; readonly detail?: string };

export type Trouble =
  | 'notConnected'
  | 'timeout'
  | 'malformed'
  | 'wrongCredentials'
  | 'tokenRefused'
  | 'untrustedAddress'
  | 'noSuchRecipient'
  | 'tooMany'
  | 'otherRefused'
  | 'otherTrouble'
  | 'privateAddress'
  | 'redirected';

export type Messenger = {
  /** For so long after a first attempt the system shows a message with the same id only once; 0 where it does not look. */
  readonly repeatableMs: number;
  send(to: string, message: Message): Promise<Sent>;
  close?(): void;
};

/** Where the systems live; another address only for tests, or for a house that goes through a gateway of its own. */
export type Post = {
  /** Where the house is found, as long as the office has not said it. */
  readonly address: string;
  readonly bases: { readonly wecom: string; readonly dingtalk: string; readonly feishu: string };
  /** Addresses within the house may be told: only for tests and while developing. */
  readonly allowPrivate: boolean;
  readonly timeoutMs: number;
};

export const POST: Post = {
  address: 'http://localhost:4100',
  bases: {
    wecom: 'https://qyapi.weixin.qq.com',
    dingtalk: 'https://oapi.dingtalk.com',
    feishu: 'https://open.feishu.cn',
  },
  allowPrivate: false,
  timeoutMs: 15_000,
};

/** `ZHENGYOU_WECOM_URL`, `ZHENGYOU_DINGTALK_URL`, `ZHENGYOU_FEISHU_URL`; `ZHENGYOU_OPEN_WEBHOOKS=1` only while developing. */
export const postFromEnvironment = (env: NodeJS.ProcessEnv, address: string): Post => ({
  ...POST,
  address,
  bases: {
    wecom: env['ZHENGYOU_WECOM_URL'] ?? POST.bases.wecom,
    dingtalk: env['ZHENGYOU_DINGTALK_URL'] ?? POST.bases.dingtalk,
    feishu: env['ZHENGYOU_FEISHU_URL'] ?? POST.bases.feishu,
  },
  allowPrivate: env['ZHENGYOU_OPEN_WEBHOOKS'] === '1',
});

/** What a system answers, as text: the message in one piece, for those that show no list. */
export const wholeText = (message: Message): string =>
  [message.lead, ...message.lines.map((line) => `${line.text} ${line.link}`), message.foot].join('\n');
