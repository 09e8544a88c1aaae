/** DingTalk: a work notice. It knows no id of ours: what may have arrived is not sent again by itself. */
import { wholeText, type Message, type Messenger, type Sent } from '../messenger.ts';
import { ask, beforeSending } from './ask.ts';
import { keepToken, withToken, type Grant } from './token.ts';

type Setup = {
  readonly base: string;
  readonly appKey: string;
  readonly agentId: string;
  readonly secret: string;
  readonly timeoutMs: number;
};

const REFUSED_TOKEN = new Set([40014, 42001, 88]);
const WRONG_KEY = new Set([40001, 40089, 40096, 41027]);
const UNKNOWN_PEOPLE = new Set([33012, 400002, 60121]);
const TOO_MANY = new Set([90002, 90018, 143106]);

export function createDingtalk({ base, appKey, agentId, secret, timeoutMs }: Setup): Messenger {
  const keeper = keepToken(async (): Promise<Grant> => {
    const url = new URL('/gettoken', base);
    url.searchParams.set('appkey', appKey);
    url.searchParams.set('appsecret', secret);
    const asked = await ask(url, { method: 'GET' }, timeoutMs);
    if (!asked.ok) return { ok: false, sent: beforeSending(asked.sent) };
    const { errcode, access_token: token, expires_in: seconds } = asked.answer.body;
    if (errcode === 0 && typeof token === 'string')
      return { ok: true, token, forMs: typeof seconds === 'number' ? seconds * 1000 : 7_200_000 };
    const told = toldBy(errcode);
    return {
      ok: false,
      sent: told === 'tokenRefused' ? { kind: 'refused', trouble: 'wrongCredentials' } : beforeSending(told),
    };
  });
  return {
    repeatableMs: 0,
    send: (to, message) =>
      withToken(keeper, async (token) => {
        const url = new URL('/topapi/message/corpconversation/asyncsend_v2', base);
        url.searchParams.set('access_token', token);
        const asked = await ask(url, { method: 'POST', body: bodyOf(to, agentId, message) }, timeoutMs);
        if (!asked.ok) return asked.sent;
        const { errcode } = asked.answer.body;
        return errcode === 0 ? { kind: 'sent' } : toldBy(errcode);
      }),
  };
}

const bodyOf = (to: string, agentId: string, message: Message) => ({
  agent_id: Number(agentId),
  userid_list: to,
  to_all_user: false,
  msg: {
    msgtype: 'action_card',
    action_card: {
      title: message.title,
      markdown: wholeText({ ...message, lines: message.lines.map((line) => ({ text: `- ${line.text}`, link: '' })) }),
      single_title: message.open,
      single_url: message.link,
    },
  },
});

function toldBy(errcode: unknown): Exclude<Sent, { kind: 'sent' }> | 'tokenRefused' {
  if (typeof errcode !== 'number') return { kind: 'unknown', trouble: 'malformed' };
  const detail = String(errcode);
  if (REFUSED_TOKEN.has(errcode)) return 'tokenRefused';
  if (errcode === 60020) return { kind: 'refused', trouble: 'untrustedAddress', detail };
  if (WRONG_KEY.has(errcode)) return { kind: 'refused', trouble: 'wrongCredentials', detail };
  if (UNKNOWN_PEOPLE.has(errcode)) return { kind: 'refused', trouble: 'noSuchRecipient', detail };
  if (TOO_MANY.has(errcode)) return { kind: 'later', trouble: 'tooMany', detail, afterMs: 60_000 };
  if (errcode === -1) return { kind: 'later', trouble: 'otherTrouble', detail };
  return { kind: 'refused', trouble: 'otherRefused', detail };
}
