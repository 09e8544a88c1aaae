/** The application is killed while it writes an import: all of it is there afterwards, or none, and the next start works. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChild, type ChildHouse } from '../../../../../tests/support/child-house.ts';

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

type Body = Record<string, unknown>;
let cookie = '';
async function ask(
  method: string,
  path: string,
  body?: Body,
  ifMatch?: number,
): Promise<{ status: number; reply: never }> {
  const response = await fetch(`${house.origin}${path}`, {
    method,
    headers: {
      cookie,
      'x-zhengyou': '1',
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  return { status: response.status, reply: (await response.json()) as never };
}

async function readLedger(): Promise<{ id: string; version: number }> {
  const { reply } = await ask('POST', '/api/ledger-sample-import', {});
  const { id } = reply as { id: string };
  for (;;) {
    const run = (await ask('GET', `/api/ledger-imports/${id}`)).reply as { status: string; version: number };
    if (run.status === 'read') return { id, version: run.version };
    if (run.status !== 'reading') throw new Error(`the ledger was ${run.status}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
}

const people = async () => ((await ask('GET', '/api/people?kind=representatives')).reply as { total: number }).total;

describe('killed in the middle of an import', () => {
  it('leaves all or nothing, and starts again', async () => {
    await ask('POST', '/api/demo-session', { login: 'zhoumin' });
    const before = await people();
    expect(before).toBe(3);
    let { id, version } = await readLedger();
    const seen: number[] = [];
    for (const delay of [1, 40, 90, 160]) {
      const applying = ask('POST', `/api/ledger-imports/${id}/application`, {}, version).catch(() => undefined);
      await new Promise((wait) => setTimeout(wait, delay));
      await house.kill();
      await applying;
      house = await startChild(folder);
      const now = await people();
      seen.push(now);
      const run = (await ask('GET', `/api/ledger-imports/${id}`)).reply as { status: string; version: number };
      expect([now > before, run.status]).toEqual(now > before ? [true, 'applied'] : [false, 'read']);
      if (now === before) continue;
      await ask('POST', `/api/ledger-imports/${id}/undoing`, {}, run.version);
      expect(await people()).toBe(before);
      ({ id, version } = await readLedger());
    }
    expect(seen.length).toBe(4);
  });

  it('is written whole when nobody kills it', async () => {
    const { id, version } = await readLedger();
    expect((await ask('POST', `/api/ledger-imports/${id}/application`, {}, version)).status).toBe(200);
    expect(await people()).toBeGreaterThan(60);
  });

  it('stops within three seconds, its database too', async () => {
    const { code, took } = await house.stop();
    expect(code).toBe(0);
    // The promise to users, not a measure of speed: past it the process is cut off.
    expect(took).toBeLessThan(3000);
    house = await startChild(folder);
  });
});
