/** Each adapter against a local stand-in that answers as its system documents: what is sent, and what each answer means. */
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message, Messenger } from '../messenger.ts';
import { createDingtalk } from './dingtalk.ts';
import { createEmail } from './email.ts';
import { createFeishu } from './feishu.ts';
import { createPace } from './pace.ts';
import { startStandIn, type Answer, type StandIn } from './stand-in.build.ts';
import { createWecom } from './wecom.ts';

const message: Message = {
  id: '019a0000-0000-7000-8000-000000000001',
  title: '诤友：您有 2 件事',
  lead: '您有 2 件事。',
  lines: [
    { text: '有一位朋友该联系了', link: 'https://z.example/inbox/1' },
    { text: '有人约您谈谈', link: 'https://z.example/inbox/2' },
  ],
  foot: '可以在「我」里改。',
  link: 'https://z.example/inbox?message=019a',
  open: '打开',
};
const timeoutMs = 300;

let standIn: StandIn;
afterEach(() => standIn.close());

type System = {
  readonly name: string;
  readonly token: string;
  readonly send: string;
  readonly granted: (token: string) => object;
  readonly taken: object;
  readonly says: (code: number) => object;
  readonly create: (base: string) => Messenger;
};

const systems: readonly System[] = [
  {
    name: 'WeCom',
    token: '/cgi-bin/gettoken',
    send: '/cgi-bin/message/send',
    granted: (access_token) => ({ errcode: 0, errmsg: 'ok', access_token, expires_in: 7200 }),
    taken: { errcode: 0, errmsg: 'ok', msgid: 'm1' },
    says: (errcode) => ({ errcode, errmsg: 'said' }),
    create: (base) => createWecom({ base, corpId: 'corp', agentId: '1000002', secret: 's', timeoutMs }),
  },
  {
    name: 'DingTalk',
    token: '/gettoken',
    send: '/topapi/message/corpconversation/asyncsend_v2',
    granted: (access_token) => ({ errcode: 0, errmsg: 'ok', access_token, expires_in: 7200 }),
    taken: { errcode: 0, errmsg: 'ok', task_id: 256271667526, request_id: 'r' },
    says: (errcode) => ({ errcode, errmsg: 'said' }),
    create: (base) => createDingtalk({ base, appKey: 'key', agentId: '42', secret: 's', timeoutMs }),
  },
  {
    name: 'Feishu',
    token: '/open-apis/auth/v3/tenant_access_token/internal',
    send: '/open-apis/im/v1/messages',
    granted: (tenant_access_token) => ({ code: 0, msg: 'ok', tenant_access_token, expire: 7200 }),
    taken: { code: 0, msg: 'success', data: { message_id: 'om_1' } },
    says: (code) => ({ code, msg: 'said' }),
    create: (base) => createFeishu({ base, appId: 'app', secret: 's', timeoutMs }),
  },
];
const refusedToken: Readonly<Record<string, number>> = { WeCom: 42001, DingTalk: 40014, Feishu: 99991663 };
const untrusted: Readonly<Record<string, number>> = { WeCom: 60020, DingTalk: 60020, Feishu: 99991401 };
const tooMany: Readonly<Record<string, number>> = { WeCom: 45009, DingTalk: 90018, Feishu: 99991400 };

describe.each(systems)('$name', (system) => {
  async function open(): Promise<Messenger> {
    let tokens = 0;
    standIn = await startStandIn(({ path }): Answer => {
      if (path !== system.token) return system.taken;
      tokens += 1;
      return system.granted(`token-${tokens}`);
    });
    return system.create(standIn.base);
  }
  const paths = () => standIn.asked.map((one) => one.path);

  it('asks for a token once and sends with it', async () => {
    const messenger = await open();
    expect(await messenger.send('zhangsan', message)).toEqual({ kind: 'sent' });
    expect(await messenger.send('lisi', { ...message, id: 'another' })).toEqual({ kind: 'sent' });
    expect(paths()).toEqual([system.token, system.send, system.send]);
  });

  it('asks for one token where several need it at the same time', async () => {
    const messenger = await open();
    await Promise.all(['a', 'b', 'c'].map((to) => messenger.send(to, message)));
    expect(paths().filter((path) => path === system.token)).toHaveLength(1);
  });

  it('fetches a refused token anew once, and sends again with the new one', async () => {
    const messenger = await open();
    standIn.next(system.send, system.says(refusedToken[system.name] ?? 0));
    expect(await messenger.send('zhangsan', message)).toEqual({ kind: 'sent' });
    expect(paths()).toEqual([system.token, system.send, system.token, system.send]);
  });

  it('gives up where the new token is refused too', async () => {
    const messenger = await open();
    for (let turn = 0; turn < 2; turn += 1) standIn.next(system.send, system.says(refusedToken[system.name] ?? 0));
    expect(await messenger.send('zhangsan', message)).toEqual({ kind: 'refused', trouble: 'tokenRefused' });
    expect(paths()).toHaveLength(4);
  });

  it('says that the address of this server is not trusted', async () => {
    const messenger = await open();
    standIn.next(system.send, system.says(untrusted[system.name] ?? 0));
    expect(await messenger.send('zhangsan', message)).toMatchObject({ kind: 'refused', trouble: 'untrustedAddress' });
  });

  it('waits where it is asked to', async () => {
    const messenger = await open();
    standIn.next(system.send, system.says(tooMany[system.name] ?? 0));
    expect(await messenger.send('zhangsan', message)).toMatchObject({ kind: 'later', trouble: 'tooMany' });
    standIn.next(system.send, { status: 429, headers: { 'retry-after': '7' } });
    expect(await messenger.send('zhangsan', message)).toMatchObject({
      kind: 'later',
      trouble: 'tooMany',
      afterMs: 7000,
    });
  });

  it('does not know what became of a message that was not answered, or answered in no language', async () => {
    const messenger = await open();
    standIn.next(system.send, null);
    expect(await messenger.send('zhangsan', message)).toEqual({ kind: 'unknown', trouble: 'timeout' });
    standIn.next(system.send, '<html>请先登录上网认证</html>');
    expect(await messenger.send('zhangsan', message)).toMatchObject({ kind: 'unknown', trouble: 'malformed' });
    standIn.next(system.send, {});
    expect(await messenger.send('zhangsan', message)).toMatchObject({ kind: 'unknown', trouble: 'malformed' });
  });

  it('knows that nothing was sent where it got no token', async () => {
    const messenger = await open();
    standIn.next(system.token, null);
    expect(await messenger.send('zhangsan', message)).toMatchObject({ kind: 'later' });
    standIn.next(system.token, '<html>');
    expect(await messenger.send('zhangsan', message)).toMatchObject({ kind: 'later' });
  });

  it('says that nobody answers', async () => {
    const messenger = await open();
    await standIn.close();
    expect(await messenger.send('zhangsan', message)).toMatchObject({ kind: 'later', trouble: 'notConnected' });
  });

  it('says no name of another and no text of a talk', async () => {
    const messenger = await open();
    await messenger.send('zhangsan', message);
    expect(standIn.asked.at(-1)?.text).toContain('2 件事');
  });
});

describe('what is sent', () => {
  it('to WeCom: a card, and the check for duplicates', async () => {
    standIn = await startStandIn(
      ({ path }) => (path === '/cgi-bin/gettoken' ? systems[0]?.granted('t') : systems[0]?.taken) ?? null,
    );
    await systems[0]?.create(standIn.base).send('zhangsan', message);
    expect(standIn.asked[0]?.query).toEqual({ corpid: 'corp', corpsecret: 's' });
    expect(standIn.asked[1]).toMatchObject({
      query: { access_token: 't' },
      body: {
        touser: 'zhangsan',
        agentid: 1000002,
        msgtype: 'textcard',
        textcard: { title: message.title, url: message.link },
        enable_duplicate_check: 1,
        duplicate_check_interval: 14400,
      },
    });
  });

  it('to Feishu: content as a string of JSON, and its uuid', async () => {
    standIn = await startStandIn(
      ({ path }) => (path.includes('token') ? systems[2]?.granted('t') : systems[2]?.taken) ?? null,
    );
    await systems[2]?.create(standIn.base).send('u1', message);
    const sent = standIn.asked[1];
    expect(sent?.headers.authorization).toBe('Bearer t');
    expect(sent?.query).toEqual({ receive_id_type: 'user_id' });
    expect(sent?.body['uuid']).toBe(message.id);
    expect(JSON.parse(String(sent?.body['content']))).toMatchObject({ zh_cn: { title: message.title } });
  });

  it('to WeCom where the person is not there: refused, and said', async () => {
    standIn = await startStandIn(({ path }) =>
      path === '/cgi-bin/gettoken'
        ? (systems[0]?.granted('t') ?? null)
        : { errcode: 0, errmsg: 'ok', invaliduser: 'x' },
    );
    expect(await systems[0]?.create(standIn.base).send('x', message)).toEqual({
      kind: 'refused',
      trouble: 'noSuchRecipient',
    });
  });

  it('five a second to one person, and to others without waiting', async () => {
    standIn = await startStandIn(() => null);
    const wait = createPace(5, 200);
    const from = performance.now();
    for (let turn = 0; turn < 5; turn += 1) await wait('a');
    await wait('b');
    const before = performance.now() - from;
    await wait('a');
    // Whatever the machine's pace: the sixth waited for the span to pass, the others did not have to.
    expect(performance.now() - from).toBeGreaterThanOrEqual(199);
    expect(before).toBeLessThan(performance.now() - from);
  });
});

describe('e-mail', () => {
  type Got = { to: string[]; text: string };
  async function openSmtp(options: {
    readonly onData?: (got: Got) => Error | 'silence' | undefined;
    readonly refuseTo?: string;
    readonly password?: string;
  }) {
    const got: Got[] = [];
    const server = new SMTPServer({
      authOptional: options.password === undefined,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) =>
        password === options.password ? done(null, { user: 'u' }) : done(new Error('no')),
      onRcptTo: ({ address }, _session, done) =>
        address === options.refuseTo ? done(Object.assign(new Error('nobody'), { responseCode: 550 })) : done(),
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (part) => (text += part));
        stream.on('end', () => {
          const one = { to: session.envelope.rcptTo.map((each) => each.address), text };
          const answer = options.onData?.(one);
          if (answer !== 'silence' && !answer) got.push(one);
          if (answer !== 'silence') done(answer ?? null);
        });
      },
    });
    server.on('error', () => {});
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.server.address() as AddressInfo;
    standIn = { close: () => new Promise((closed) => server.close(() => closed())) } as StandIn;
    const base = {
      host: '127.0.0.1',
      port,
      security: 'none',
      user: '',
      secret: null,
      from: '诤友 <z@z.example>',
      timeoutMs,
    } as const;
    return { got, base };
  }

  it('arrives with its own Message-ID, a link for each thing, and says that nobody need answer', async () => {
    const { got, base } = await openSmtp({});
    expect(await createEmail(base).send('li@z.example', message)).toEqual({ kind: 'sent' });
    const text = got[0]?.text.replace(/=\r?\n/g, '') ?? '';
    expect(got[0]?.to).toEqual(['li@z.example']);
    expect(text).toContain(`Message-ID: <${message.id}@z.example>`);
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toMatch(/multipart\/alternative/);
  });

  it('takes no second recipient from an address', async () => {
    const { got, base } = await openSmtp({});
    await createEmail(base).send('li@z.example, wang@z.example', message);
    expect(got.flatMap((one) => one.to)).not.toContain('wang@z.example');
  });

  it.each([
    ['a wrong password', { password: 'right' }, { kind: 'refused', trouble: 'wrongCredentials' }],
    ['an unknown recipient', { refuseTo: 'li@z.example' }, { kind: 'refused', trouble: 'noSuchRecipient' }],
    [
      'a server that asks for patience',
      { onData: () => Object.assign(new Error('later'), { responseCode: 451 }) },
      { kind: 'later', trouble: 'tooMany' },
    ],
    [
      'a server that does not want it',
      { onData: () => Object.assign(new Error('spam'), { responseCode: 554 }) },
      { kind: 'refused', trouble: 'otherRefused' },
    ],
    ['a server that is silent after it took the text', { onData: () => 'silence' as const }, { kind: 'unknown' }],
  ])('says %s', async (_name, options, expected) => {
    const { base } = await openSmtp(options);
    const auth = 'password' in options ? { user: 'u', secret: 'wrong' } : {};
    expect(await createEmail({ ...base, ...auth }).send('li@z.example', message)).toMatchObject(expected);
  });

  it('says that nobody answers', async () => {
    const { base } = await openSmtp({});
    await standIn.close();
    expect(await createEmail(base).send('li@z.example', message)).toMatchObject({ kind: 'later' });
    standIn = { close: () => Promise.resolve() } as StandIn;
  });
});
