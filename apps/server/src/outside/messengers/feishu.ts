/** Feishu: a message with `uuid`, which it shows once within an hour; five a second for one person. */
import type { Message, Messenger, Sent } from '../messenger.ts';
import { ask, beforeSending } from './ask.ts';
import { createPace } from './pace.ts';
import { keepToken, withToken, type Grant } from './token.ts';

type Setup = { readonly base: string; readonly appId: string; readonly secret: string; readonly timeoutMs: number };

const HOUR_MS = 3_600_000;
const REFUSED_TOKEN = new Set([99991661, 99991663, 99991664, 99991668, 99991671]);
const WRONG_KEY = new Set([10003, 10014, 99991662]);
const UNTRUSTED = new Set([99991401]);
const UNKNOWN_PEOPLE = new Set([230001, 230013, 99992351, 99992361]);
const TOO_MANY = new Set([99991400, 230020, 11232]);

export function createFeishu({ base, appId, secret, timeoutMs }: Setup): Messenger {
  const wait = createPace(5, 1000);
  const keeper = keepToken(async (): Promise<Grant> => {
    const url = new URL('/open-apis/auth/v3/tenant_access_token/internal', base);
    const asked = await ask(url, { method: 'POST', body: { app_id: appId, app_secret: secret } }, timeoutMs);
    if (!asked.ok) return { ok: false, sent: beforeSending(asked.sent) };
    const { code, tenant_access_token: token, expire } = asked.answer.body;
    if (code === 0 && typeof token === 'string')
      return { ok: true, token, forMs: typeof expire === 'number' ? expire * 1000 : 7_200_000 };
    const told = toldBy(code, asked.answer.retryAfterMs);
    return {
      ok: false,
      sent: told === 'tokenRefused' ? { kind: 'refused', trouble: 'wrongCredentials' } : beforeSending(told),
    };
  });
  return {
    repeatableMs: HOUR_MS,
    send: (to, message) =>
      withToken(keeper, async (token) => {
        await wait(to);
        const url = new URL('/open-apis/im/v1/messages', base);
        url.searchParams.set('receive_id_type', to.includes('@') ? 'email' : 'user_id');
        const asked = await ask(
          url,
          { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: bodyOf(to, message) },
          timeoutMs,
        );
        if (!asked.ok) return asked.sent;
        const { code } = asked.answer.body;
        return code === 0 ? { kind: 'sent' } : toldBy(code, asked.answer.retryAfterMs);
      }),
  };
}

const bodyOf = (to: string, message: Message) => {
  const line = (text: string, href: string) => [{ tag: 'a', text, href }];
  return {
    receive_id: to,
    msg_type: 'post',
    // Their `content` is a string that holds JSON.
    content: JSON.stringify({
      zh_cn: {
        title: message.title,
        content: [
          [{ tag: 'text', text: message.lead }],
          ...message.lines.map((each) => line(each.text, each.link)),
          line(message.open, message.link),
        ],
      },
    }),
    uuid: message.id.slice(0, 50),
  };
};

function toldBy(code: unknown, afterMs: number): Exclude<Sent, { kind: 'sent' }> | 'tokenRefused' {
  if (typeof code !== 'number') return { kind: 'unknown', trouble: 'malformed' };
  const detail = String(code);
  if (REFUSED_TOKEN.has(code)) return 'tokenRefused';
  if (UNTRUSTED.has(code)) return { kind: 'refused', trouble: 'untrustedAddress', detail };
  if (WRONG_KEY.has(code)) return { kind: 'refused', trouble: 'wrongCredentials', detail };
  if (UNKNOWN_PEOPLE.has(code)) return { kind: 'refused', trouble: 'noSuchRecipient', detail };
  if (TOO_MANY.has(code)) return { kind: 'later', trouble: 'tooMany', detail, afterMs: Math.max(afterMs, 1000) };
  return { kind: 'refused', trouble: 'otherRefused', detail };
}
