/** The application is killed while it publishes a plan: every leader has been asked afterwards, or none. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChild, type ChildHouse } from '../../../../../tests/support/child-house.ts';

let folder: string;
let house: ChildHouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengyou-publish-'));
  await chmod(folder, 0o711);
  house = await startChild(folder);
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

let cookie = '';
async function ask<T = unknown>(method: string, path: string, body?: object, ifMatch?: number) {
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
  return { status: response.status, reply: (await response.json()) as T };
}

type Board = { leaders: { id: string; name: string }[]; draft: { version: number; status: string } };
type Proposals = { asOf: string; counts: { waiting: number } };
const proposals = async () => (await ask<Proposals>('GET', '/api/pairing-proposals')).reply;
const waiting = async () => (await proposals()).counts.waiting;

describe('8.1 — killed in the middle of publishing', () => {
  it('asks all leaders or none, and the plan says which', async () => {
    await ask('POST', '/api/demo-session', { login: 'zhoumin' });
    const units = (await ask<{ items: { id: string; name: string }[] }>('GET', '/api/units')).reply.items;
    const unitId = units.find((unit) => unit.name === '附属儿童医院')?.id;
    const people: string[] = [];
    for (const sign of '甲乙丙丁戊己庚辛') {
      const made = await ask<{ id: string }>('POST', '/api/people', { name: `岑文${sign}`, unitId });
      people.push(made.reply.id);
    }
    const { asOf: effectiveOn } = await proposals();
    const plan = async () => {
      const { id } = (
        await ask<{ id: string }>('POST', '/api/pairing-drafts', {
          name: '方案',
          tier: 'school',
          effectiveOn,
        })
      ).reply;
      const board = (await ask<Board>('GET', `/api/pairing-drafts/${id}`)).reply;
      const moves = people.map((representativeId, index) => ({
        op: 'add',
        leaderId: board.leaders[index % board.leaders.length]?.id,
        representativeId,
        reason: '同一学科',
      }));
      expect((await ask('POST', `/api/pairing-drafts/${id}/moves`, { moves }, 1)).status).toBe(200);
      return id;
    };
    let id = await plan();
    const seen: number[] = [];
    for (const delay of [1, 12, 30, 60]) {
      const sending = ask('POST', `/api/pairing-drafts/${id}/publication`, {}, 2).catch(() => undefined);
      await new Promise((wait) => setTimeout(wait, delay));
      await house.kill();
      await sending;
      house = await startChild(folder);
      const now = await waiting();
      seen.push(now);
      const { draft } = (await ask<Board>('GET', `/api/pairing-drafts/${id}`)).reply;
      expect([now, draft.status]).toEqual(now > 0 ? [people.length, 'sent'] : [0, 'open']);
      if (now === 0) continue;
      expect((await ask('POST', `/api/pairing-drafts/${id}/undoing`, {}, draft.version)).status).toBe(200);
      expect(await waiting()).toBe(0);
      id = await plan();
    }
    expect(seen).toHaveLength(4);
    expect((await ask('POST', `/api/pairing-drafts/${id}/publication`, {}, 2)).status).toBe(200);
    expect(await waiting()).toBe(people.length);
  });
});
