/**
 * WeCom: an application's message. The token travels in the address, so that addresses are never logged. The duplicate check compares what is
 * sent, for at most four hours; the link carries the message's own id, so that two different messages never look alike.
 */
import { wholeText, type Message, type Messenger, type Sent } from '../messenger.ts';
import { ask, beforeSending } from './ask.ts';
import { keepToken, withToken, type Grant } from './token.ts';

const SAME_SECONDS = 14_400;

type Setup = {
  readonly base: string;
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
  readonly timeoutMs: number;
};

const REFUSED_TOKEN = new Set([40014, 42001]);
const WRONG_KEY = new Set([40001, 40013, 40056, 301002]);
const UNKNOWN_PEOPLE = new Set([81013, 60111]);
const TOO_MANY = new Set([45009, 45033, 45047]);

export function createWecom({ base, corpId, agentId, secret, timeoutMs }: Setup): Messenger {
  const keeper = keepToken(async (): Promise<Grant> => {
    const url = new URL('/cgi-bin/gettoken', base);
    url.searchParams.set('corpid', corpId);
    url.searchParams.set('corpsecret', secret);
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
    repeatableMs: SAME_SECONDS * 1000,
    send: (to, message) =>
      withToken(keeper, async (token) => {
        const url = new URL('/cgi-bin/message/send', base);
        url.searchParams.set('access_token', token);
        const asked = await ask(url, { method: 'POST', body: bodyOf(to, agentId, message) }, timeoutMs);
        if (!asked.ok) return asked.sent;
        const { errcode, invaliduser } = asked.answer.body;
        if (errcode !== 0) return toldBy(errcode);
        return typeof invaliduser === 'string' && invaliduser !== ''
          ? { kind: 'refused', trouble: 'noSuchRecipient' }
          : { kind: 'sent' };
      }),
  };
}

const bodyOf = (to: string, agentId: string, message: Message) => ({
  touser: to,
  msgtype: 'textcard',
  agentid: Number(agentId),
  textcard: {
    title: message.title.slice(0, 60),
    description: wholeText({ ...message, lines: message.lines.map((line) => ({ ...line, link: '' })) }).slice(0, 500),
    url: message.link,
    btntxt: message.open.slice(0, 4),
  },
  enable_duplicate_check: 1,
  duplicate_check_interval: SAME_SECONDS,
});

function toldBy(errcode: unknown): Exclude<Sent, { kind: 'sent' }> | 'tokenRefused' {
  if (typeof errcode !== 'number') return { kind: 'unknown', trouble: 'malformed' };
  const detail = String(errcode);
  if (REFUSED_TOKEN.has(errcode)) return 'tokenRefused';
  if (errcode === 60020) return { kind: 'refused', trouble: 'untrustedAddress', detail };
  if (WRONG_KEY.has(errcode)) return { kind: 'refused', trouble: 'wrongCredentials', detail };
  if (UNKNOWN_PEOPLE.has(errcode)) return { kind: 'refused', trouble: 'noSuchRecipient', detail };
  if (TOO_MANY.has(errcode)) return { kind: 'later', trouble: 'tooMany', detail, afterMs: 60_000 };
  // -1 is their own fault, and nothing was taken.
  if (errcode === -1) return { kind: 'later', trouble: 'otherTrouble', detail };
  return { kind: 'refused', trouble: 'otherRefused', detail };
}
