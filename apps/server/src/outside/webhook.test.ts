import { createHmac } from 'node:crypto';
import type { lookup } from 'node:dns';
import { afterEach, describe, expect, it } from 'vitest';
import { startStandIn, type StandIn } from './messengers/stand-in.build.ts';
import { isPublicAddress, isPublicHost } from './safe-address.ts';
import { postHook, signatureOf } from './webhook.ts';

const now = new Date('2026-11-23T01:12:00Z');
const hook = { secrets: ['new', 'old'], id: 'e1', event: 'talk.logged', body: '{"id":"e1"}', now };
let standIn: StandIn | undefined;
afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

describe('an address within', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('%s is never told', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '202.120.2.1', '2400:3200::1', '::ffff:8.8.8.8'])('%s is outside', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['localhost', false],
    ['db', false],
    ['printer.local', false],
    ['app.internal.', false],
    ['[::1]', false],
    ['127.0.0.1', false],
    ['hooks.example.edu.cn', true],
    ['8.8.8.8', true],
  ])('%s', (host, open) => expect(isPublicHost(host)).toBe(open));
});

describe('another program', () => {
  const post = (url: string, extra = {}) =>
    postHook({ ...hook, url }, { allowPrivate: true, timeoutMs: 300, ...extra });

  it('is told with a signature of each secret over the time and the body', async () => {
    standIn = await startStandIn(() => ({}));
    expect(await post(`${standIn.base}/hook`)).toEqual({ kind: 'sent' });
    const [asked] = standIn.asked;
    const seconds = now.getTime() / 1000;
    const signed = (secret: string) => createHmac('sha256', secret).update(`${seconds}.${hook.body}`).digest('hex');
    expect(asked?.text).toBe(hook.body);
    expect(asked?.headers).toMatchObject({ 'zhengyou-id': 'e1', 'zhengyou-event': 'talk.logged' });
    expect(asked?.headers['zhengyou-signature']).toBe(`t=${seconds},v1=${signed('new')},v1=${signed('old')}`);
    expect(signatureOf(hook.body, ['other'], now)).not.toContain(signed('new'));
  });

  it.each([
    [
      { status: 302, headers: { location: 'http://127.0.0.1/' } },
      { kind: 'refused', trouble: 'redirected' },
    ],
    [
      { status: 429, headers: { 'retry-after': '30' } },
      { kind: 'later', afterMs: 30_000 },
    ],
    [{ status: 500 }, { kind: 'unknown' }],
    [{ status: 410 }, { kind: 'refused', trouble: 'noSuchRecipient' }],
    [null, { kind: 'unknown', trouble: 'timeout' }],
  ])('that answers %o', async (answer, expected) => {
    standIn = await startStandIn(() => answer);
    expect(await post(`${standIn.base}/hook`)).toMatchObject(expected);
  });

  it('is not looked for within: by number, by name, or by a name that leads inside', async () => {
    standIn = await startStandIn(() => ({}));
    const { port } = new URL(standIn.base);
    const inside = ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])) as unknown as typeof lookup;
    for (const url of [
      `https://127.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `https://2130706433:${port}/`,
      `https://localhost:${port}/`,
      `http://hooks.example.edu.cn:${port}/`,
    ])
      expect(await post(url, { allowPrivate: false, resolve: inside })).toMatchObject({ trouble: 'privateAddress' });
    const named = await post(`https://hooks.example.edu.cn:${port}/`, { allowPrivate: false, resolve: inside });
    expect(named).toEqual({ kind: 'refused', trouble: 'privateAddress' });
    expect(standIn.asked).toEqual([]);
  });
});
