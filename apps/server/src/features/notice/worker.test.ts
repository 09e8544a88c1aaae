/** The worker, a process of its own, killed again and again: no reminder is lost or doubled, and what is told arrives once by its number. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPTY_CONFIG } from '@zhengyou/domain/notice/channel-config.ts';
import { keepChannel } from '@zhengyou/domain/notice/channel.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';
import { repository } from '../../../../../tests/support/sources.ts';
import { createFieldCipher } from '../../outside/field-cipher.ts';
import { startStandIn, type StandIn } from '../../outside/messengers/stand-in.build.ts';
import { inTransaction } from '../../store/database.ts';
import { POST } from '../../outside/messenger.ts';
import { newId } from '../../store/new-id.ts';
import { runNotices } from './run-notices.ts';
import { asHouse, recoverAbandoned } from './send-messages.ts';
import { channelSeal } from './settings.queries.ts';

const KILLS = 50;
/** At once, as in a house with several workers of which any may die. */
const WORKERS = 5;
const EVENTS = 400;
const KEY = 'ab'.repeat(32);

let house: TestHouse;
let folder: string;
let wecom: StandIn;
let office: readonly Id[];

beforeAll(async () => {
  house = await openHouse({ now: new Date().toISOString() });
  folder = await mkdtemp(join(tmpdir(), 'zhengyou-worker-'));
  wecom = await startStandIn(({ path }) =>
    path === '/cgi-bin/gettoken'
      ? { errcode: 0, errmsg: 'ok', access_token: 't', expires_in: 7200 }
      : { errcode: 0, errmsg: 'ok', msgid: 'm' },
  );
  const keeper = await house.as('周敏');
  await keeper.call(keepChannel, {
    params: { channel: 'wecom' },
    ifMatch: 0,
    body: { enabled: true, secret: 's', config: { ...EMPTY_CONFIG, corpId: 'c', agentId: '1', byLogin: true } },
  });
  // The workers have a key of their own, as a house has; the channel's secret is sealed under it.
  const cipher = createFieldCipher(Buffer.from(KEY, 'hex'));
  office = [await house.personId('周敏'), await house.personId('沈知行')];
  await inTransaction(house.pool, asHouse(house.institutionId), async (db) => {
    await db
      .updateTable('message_channel')
      .set({ secret: cipher.seal('s', channelSeal(house.institutionId, 'wecom')) })
      .execute();
  });
}, 60_000);

afterAll(async () => {
  await house.close();
  await wecom.close();
  await rm(folder, { recursive: true, force: true });
});

function startWorker(): ChildProcess {
  const { DATABASE_URL: _own, ...rest } = process.env;
  return spawn(process.execPath, [join(repository, 'apps/server/src/worker.ts')], {
    env: {
      ...rest,
      DATABASE_URL: house.url,
      ZHENGYOU_DATA: folder,
      ZHENGYOU_FIELD_KEY: KEY,
      ZHENGYOU_WECOM_URL: wecom.base,
      // Fifty starts read the same modules; what the first one compiled is there for the others.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What requests leave behind: an event for the office, and a message to go. */
async function leaveWork(count: number, from: number): Promise<void> {
  const now = new Date();
  await inTransaction(house.pool, asHouse(house.institutionId), async (db) => {
    await db
      .insertInto('notice_event')
      .values(
        Array.from({ length: count }, (_, index) => ({
          institution_id: house.institutionId,
          event_id: newId(),
          audience: 'office',
          name: 'requestPassedOn',
          subject_id: newId(),
          thing: `request:${from + index}`,
          dedupe_key: `kill:${from + index}`,
          at: now,
        })),
      )
      .execute();
    await db
      .insertInto('delivery')
      .values(
        Array.from({ length: Math.ceil(count / 4) }, (_, index) => ({
          institution_id: house.institutionId,
          delivery_id: newId(),
          channel: 'wecom',
          purpose: 'test',
          person_id: office[0] ?? '',
          dedupe_key: `kill:${from + index}`,
          status: 'waiting',
          not_before: now,
          created_at: now,
        })),
      )
      .execute();
  });
}

it(`loses and doubles nothing when it is killed ${KILLS} times`, async () => {
  // One that stops in order: it makes the jobs' tables, and leaves behind what it compiled.
  const first = startWorker();
  const stopped = once(first, 'exit');
  await once(first.stdout as NonNullable<typeof first.stdout>, 'data');
  first.kill('SIGTERM');
  await stopped;

  let killed = 0;
  let begun = 0;
  /** One place for a worker: it works for a moment, is killed, and another takes its place. */
  const place = async (number: number) => {
    while (begun < KILLS) {
      begun += 1;
      const worker = startWorker();
      const ended = once(worker, 'exit');
      // It says "ready" once its jobs stand; the first round begins within that moment. A few die before.
      const ready = new Promise((said) => worker.stdout?.once('data', said));
      if (killed % 7 !== number) await Promise.race([ready, ended]);
      await new Promise((done) => setTimeout(done, 20 + ((killed * 37 + number * 11) % 180)));
      worker.kill('SIGKILL');
      const [code, signal] = (await ended) as [number | null, string | null];
      expect([code, signal]).toEqual([null, 'SIGKILL']);
      killed += 1;
    }
  };
  const feed = async () => {
    for (let sent = 0; sent < EVENTS; sent += 20) {
      await leaveWork(20, sent);
      await new Promise((done) => setTimeout(done, 150));
    }
  };
  await Promise.all([feed(), ...Array.from({ length: WORKERS }, (_, number) => place(number))]);
  expect(killed).toBe(KILLS);

  // What the dead left lying is taken up by the living.
  const parts = {
    pool: house.pool,
    clock: () => new Date(),
    cipher: createFieldCipher(Buffer.from(KEY, 'hex')),
    post: { ...POST, bases: { ...POST.bases, wecom: wecom.base } },
    log: {
      error: (facts: object, text: string) => {
        throw new Error(text, { cause: facts });
      },
    },
  };
  await recoverAbandoned(parts, house.institutionId, 0);
  const later = { ...parts, clock: () => new Date(Date.now() + 10 * 60_000) };
  await runNotices(later, house.institutionId);
  await runNotices(later, house.institutionId);

  const rows = await inTransaction(house.pool, asHouse(house.institutionId), async (db) => ({
    waiting: await db.selectFrom('notice_event').select('event_id').execute(),
    notices: await db
      .selectFrom('notice')
      .select(['person_id', 'dedupe_key'])
      .where('dedupe_key', 'like', 'kill:%')
      .execute(),
    sent: await db
      .selectFrom('delivery')
      .select(['delivery_id', 'status'])
      .where('dedupe_key', 'like', 'kill:%')
      .execute(),
  }));
  expect(rows.waiting).toEqual([]);
  const keys = rows.notices.map((row) => `${row.person_id} ${row.dedupe_key}`).sort();
  const wanted = office.flatMap((person) => Array.from({ length: EVENTS }, (_, at) => `${person} kill:${at}`)).sort();
  expect(keys).toEqual(wanted);
  expect(rows.sent.map((row) => row.status)).toEqual(rows.sent.map(() => 'sent'));
  // By the number that the messenger compares, each arrived, and as one.
  const arrived = new Set(
    wecom.asked
      .filter((one) => one.path === '/cgi-bin/message/send')
      .map((one) => new URL((one.body['textcard'] as { url: string }).url).searchParams.get('message')),
  );
  expect([...arrived].sort()).toEqual(rows.sent.map((row) => row.delivery_id).sort());
}, 240_000);
