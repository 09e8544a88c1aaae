/** The application is killed while a new version is passed: it is in force from its day afterwards, or the old one is whole. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChild, type ChildHouse } from '../../../../../tests/support/child-house.ts';
import { THREE_EACH } from './policy.build.ts';

let folder: string;
let house: ChildHouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengyou-kill-'));
  await chmod(folder, 0o711);
  house = await startChild(folder);
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

type Who = 'zhoumin' | 'shenzhixing';
const cookies = new Map<Who, string>();

async function ask(who: Who, method: string, path: string, body?: unknown, ifMatch?: number) {
  const file = Buffer.isBuffer(body);
  const response = await fetch(`${house.origin}${path}`, {
    method,
    headers: {
      cookie: cookies.get(who) ?? '',
      'x-zhengyou': '1',
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(body === undefined ? {} : { 'content-type': file ? 'application/octet-stream' : 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(body === undefined ? {} : { body: file ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  cookies.set(who, response.headers.get('set-cookie')?.split(';')[0] ?? cookies.get(who) ?? '');
  return { status: response.status, reply: (await response.json()) as never };
}

type Version = { policyId: string; state: string; endsOn: string | null; startsOn: string; version: number };
const versions = async () =>
  ((await ask('zhoumin', 'GET', '/api/policy-versions')).reply as { items: Version[] }).items;

it('killed in the middle of passing a version, leaves the old one whole or the new one passed', async () => {
  for (const login of ['zhoumin', 'shenzhixing'] as const) await ask(login, 'POST', '/api/demo-session', { login });
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const draft = (await ask('zhoumin', 'POST', '/api/policy-drafts?fileName=p.yaml', Buffer.from(THREE_EACH))).reply as {
    id: string;
    version: number;
  };
  const path = `/api/policy-drafts/${draft.id}`;
  let { version } = (await ask('zhoumin', 'POST', `${path}/submission`, { startsOn: day }, draft.version)).reply as {
    version: number;
  };
  const seen: string[] = [];
  for (const delay of [1, 8, 25, 60]) {
    const passing = ask('shenzhixing', 'POST', `${path}/approval`, {}, version).catch(() => undefined);
    await new Promise((wait) => setTimeout(wait, delay));
    await house.kill();
    await passing;
    house = await startChild(folder);
    const all = await versions();
    const inForce = all.find((one) => one.state === 'inForce');
    const coming = all.find((one) => one.state === 'coming');
    const now = (await ask('zhoumin', 'GET', path)).reply as { status: string; version: number };
    // Never a gap, never both: the old one ends on the very day on which the new one begins.
    expect([now.status, inForce?.endsOn ?? null]).toEqual(coming ? ['approved', day] : ['submitted', null]);
    seen.push(now.status);
    if (coming) break;
    version = now.version;
  }
  expect(seen.length).toBeGreaterThan(0);
  if (seen.at(-1) === 'submitted')
    expect((await ask('shenzhixing', 'POST', `${path}/approval`, {}, version)).status).toBe(200);
  expect((await versions()).map((one) => one.state).sort()).toEqual(['coming', 'inForce']);
});
