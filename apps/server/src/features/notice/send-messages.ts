/**
 * Takes one message after another whose time has come, lets it go, and writes how it went. Nothing is in a transaction while the other side is
 * waited for; a message is marked before it leaves, so that one that is killed over it is found again.
 */
import type pg from 'pg';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import type { Trouble } from '@zhengyou/domain/notice/notice.words.ts';
import type { Way } from '@zhengyou/domain/notice/notice.ts';
import { afterAttempt, afterDeath, type Outcome, type Verdict } from '@zhengyou/domain/notice/sending.ts';
import type { Clock } from '../../outside/clock.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import type { Messenger, Post, Sent } from '../../outside/messenger.ts';
import { postHook } from '../../outside/webhook.ts';
import { inTransaction, type Db } from '../../store/database.ts';
import { composeMessage } from './compose.ts';
import {
  claimDelivery,
  endDelivery,
  listAbandoned,
  noteChannel,
  type DeliveryEnd,
  type DeliveryRow,
} from './delivery.queries.ts';
import { listOwnNotices } from './inbox.reads.ts';
import { messengerOf, repeatableMsOf } from './messengers.ts';
import { addressesOf } from './own-reminders.ts';
import { listLogins, listPairedWith, zoneOf } from './recipients.reads.ts';
import { findChoice, getHouse, listChannels, listWebhookRows, type ChannelRow } from './settings.queries.ts';

export type Parts = {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly post: Post;
  readonly log: { error(facts: object, text: string): void };
};

/** The house itself: it reads and keeps all of the institution, and nobody is behind it. */
export const asHouse = (institutionId: Id) => ({ institution: institutionId, whole: true, keeps: true });

/** What lies claimed for so long has lost its worker. */
const ABANDONED_MS = 120_000;

export async function recoverAbandoned(parts: Parts, institutionId: Id, afterMs = ABANDONED_MS): Promise<number> {
  const now = parts.clock();
  return inTransaction(parts.pool, asHouse(institutionId), async (db) => {
    const lost = await listAbandoned(db, institutionId, new Date(now.getTime() - afterMs));
    for (const one of lost) {
      const tried = { attempts: one.attempts, firstAt: one.firstAt ?? now, now };
      await endDelivery(db, institutionId, one, {
        ...endOf(afterDeath(tried, repeatableMsOf(one.channel)), now),
        trouble: 'interrupted',
      });
    }
    return lost.length;
  });
}

/** Sends what may go now; how many attempts were made. `id`: only this one. */
export async function sendWaiting(parts: Parts, institutionId: Id, limit: number, id?: Id): Promise<number> {
  for (let count = 0; count < limit; count += 1) if (!(await sendNext(parts, institutionId, id))) return count;
  return limit;
}

async function sendNext(parts: Parts, institutionId: Id, id?: Id): Promise<boolean> {
  const { pool, clock } = parts;
  const settings = asHouse(institutionId);
  const taken = await inTransaction(pool, settings, async (db) => {
    const one = await claimDelivery(db, institutionId, clock(), id);
    return one && { one, load: await loadOf(parts, db, institutionId, one) };
  });
  if (!taken) return false;
  const { one, load } = taken;
  const outcome = load === 'nothing' ? undefined : typeof load === 'function' ? await load() : load;
  const now = clock();
  await inTransaction(pool, settings, async (db) => {
    if (!outcome) return endDelivery(db, institutionId, one, { status: 'dropped' });
    const tried = { attempts: one.attempts, firstAt: one.firstAt ?? now, now };
    const verdict = afterAttempt(outcome, tried, repeatableMsOf(one.channel));
    const trouble = outcome.kind === 'sent' ? null : (outcome.trouble as Trouble); // adapters say no other than these
    const detail = outcome.kind === 'sent' ? null : (outcome.detail ?? null);
    const end = { ...endOf(verdict, now), trouble, troubleDetail: detail };
    if (await endDelivery(db, institutionId, one, end))
      await noteChannel(db, institutionId, one.channel, now, trouble && { code: trouble, detail });
    return true;
  });
  return true;
}

const endOf = (verdict: Verdict, now: Date): DeliveryEnd =>
  verdict.status === 'waiting'
    ? { status: 'waiting', notBefore: verdict.notBefore }
    : verdict.status === 'sent'
      ? { status: 'sent', sentAt: now }
      : { status: verdict.status };

/** How it goes out, ready to be let go; or why it cannot; or that nothing is left to say. */
type Load = (() => Promise<Sent>) | Outcome | 'nothing';

const stuck = (trouble: Trouble): Outcome => ({ kind: 'refused', trouble });

async function loadOf(parts: Parts, db: Db, institutionId: Id, one: DeliveryRow): Promise<Load> {
  if (one.channel === 'webhook') return hookOf(parts, db, institutionId, one);
  const channel = (await listChannels(db, institutionId)).get(one.channel);
  if (!channel?.enabled) return stuck('channelOff');
  const personId = one.personId;
  if (personId === null) return stuck('noAddress');
  const choice = await findChoice(db, institutionId, personId);
  const to = await addressOf(parts, db, institutionId, channel, one.channel, personId, choice);
  if (to === undefined) return stuck('noAddress');
  const messenger = openMessenger(parts, institutionId, channel);
  if (!messenger) return stuck('sealedOtherwise');
  const house = await getHouse(db, institutionId);
  const zone = await zoneOf(db, institutionId);
  const today = dateInZone(parts.clock(), zone);
  // As far as the person oneself reads by being a pair's side, and not as far as the house does.
  const people = [personId, ...(await listPairedWith(db, institutionId, personId, today))];
  const reach = { whole: false, units: [], self: [personId], people, desks: [] };
  const open = await listOwnNotices(db, institutionId, reach, { show: 'open', offset: 0, limit: 100 });
  const message = composeMessage(one, open, {
    language: choice?.language ?? 'zh',
    today,
    names: house.names,
    address: house.address ?? parts.post.address,
  });
  return message ? () => messenger.send(to, message) : 'nothing';
}

function openMessenger(parts: Parts, institutionId: Id, channel: ChannelRow): Messenger | undefined {
  try {
    return messengerOf(parts, institutionId, channel);
  } catch {
    // The key of the house is another one than when the secret was sealed: the office is told to enter it again.
    return undefined;
  }
}

/** What the person entered; else the account's name, where the channel reaches people by it. */
async function addressOf(
  { cipher }: Parts,
  db: Db,
  institutionId: Id,
  { config }: ChannelRow,
  way: Way,
  personId: Id,
  choice: Awaited<ReturnType<typeof findChoice>>,
): Promise<string | undefined> {
  const entered = addressesOf(cipher, choice)[way];
  if (entered !== '') return entered;
  if (!config.byLogin) return undefined;
  const login = (await listLogins(db, institutionId, [personId])).get(personId);
  if (login === undefined) return undefined;
  return config.domain === '' ? login : `${login}@${config.domain}`;
}

async function hookOf({ cipher, clock, post }: Parts, db: Db, institutionId: Id, one: DeliveryRow): Promise<Load> {
  const hook = (await listWebhookRows(db, institutionId)).find((each) => each.id === one.webhookId);
  const { payload } = one;
  if (!hook || !payload) return 'nothing';
  if (!hook.enabled) return stuck('channelOff');
  const now = clock();
  let secrets: string[];
  try {
    const both = hook.secretBefore && hook.secretBeforeUntil && hook.secretBeforeUntil > now;
    secrets = [hook.secret, ...(both && hook.secretBefore ? [hook.secretBefore] : [])].map((sealed) =>
      cipher.open(sealed, hook.id),
    );
  } catch {
    // As above: sealed under another key.
    return stuck('sealedOtherwise');
  }
  const { id, event, at, subject, number } = payload;
  const body = JSON.stringify({ id, event, at, subject, number });
  return () => postHook({ url: hook.url, secrets, id, event, body, now }, post);
}
