/**
 * Talks written where there was no network: kept on this device, sent again with the key of the first attempt, so that one talk becomes
 * one record however often it is sent. Nothing leaves the queue but by the server's yes or its writer's hand.
 */
import { logInteraction, type Talk } from '@zhengyou/domain/interaction/interaction.contract.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useSyncExternalStore } from 'react';
import { call, CallFailed, CallRefused } from '../../app/call.ts';
import { listWaiting, putWaiting, removeWaiting } from '../../app/offline/device-store.ts';
import { setPending } from '../../app/offline/pending.ts';
import { newKey } from '../../kit/new-key.ts';

type Body = BodyInOf<typeof logInteraction>;

export type WaitingTalk = {
  /** Idempotency key of every attempt with this body. */
  readonly id: string;
  readonly madeAt: number;
  /** With whom, for the list. */
  readonly name: string;
  readonly body: Body;
  readonly tries: number;
  /** What the server said against it; it is sent again only when its writer says so. */
  readonly trouble: { readonly code: string; readonly text: string; readonly earlier?: Talk } | null;
};

/** Longest wait between two attempts. */
const LONGEST_MS = 300_000;
/** A request on a bad line that is not answered by then is tried again later. */
export const PATIENCE_MS = 15_000;

let owner: string | undefined;
let waiting: readonly WaitingTalk[] = [];
const listeners = new Set<() => void>();

function show(next: readonly WaitingTalk[]) {
  waiting = next.toSorted((a, b) => a.madeAt - b.madeAt);
  setPending(waiting.length);
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};
export const useWaitingTalks = (): readonly WaitingTalk[] => useSyncExternalStore(subscribe, () => waiting);

/** Shows what this person left waiting on this device. */
export async function openQueue(person: string): Promise<void> {
  owner = person;
  show(await listWaiting<WaitingTalk>(person));
}

/** Forgets the list in memory; what is on the device is the business of whoever signs out. */
export function closeQueue(): void {
  owner = undefined;
  show([]);
}

/** False where this device can keep nothing: then the sheet stays open with what was written. */
export async function queueTalk(person: string, talk: Pick<WaitingTalk, 'id' | 'name' | 'body'>): Promise<boolean> {
  const item: WaitingTalk = { ...talk, madeAt: Date.now(), tries: 0, trouble: null };
  const kept = await putWaiting(person, item.id, item).catch(() => false); // full or refused storage: said by the sheet
  if (kept && person === owner) show([...waiting, item]);
  return kept;
}

async function replace(old: WaitingTalk, next: WaitingTalk) {
  if (owner === undefined) return;
  await putWaiting(owner, next.id, next);
  if (next.id !== old.id) await removeWaiting(old.id);
  show([...waiting.filter((one) => one.id !== old.id), next]);
}

export async function dropTalk(talk: WaitingTalk): Promise<void> {
  await removeWaiting(talk.id);
  show(waiting.filter((one) => one.id !== talk.id));
}

/** Another body is another question: it travels under a key of its own. */
export const answerTalk = (talk: WaitingTalk, merge: Body['merge']): Promise<void> =>
  replace(talk, { ...talk, id: newKey(), body: { ...talk.body, merge }, trouble: null });

export const retryTalk = (talk: WaitingTalk): Promise<void> => replace(talk, { ...talk, id: newKey(), trouble: null });

/** How long until the next attempt: at once, then longer each time. */
export const pauseAfter = (tries: number): number => Math.min(LONGEST_MS, 5000 * 4 ** Math.max(0, tries - 1));

export type Sent = { readonly sent: number; readonly left: number };

let sending: Promise<Sent> | undefined;

/** Sends what waits, oldest first; stops at the first that the network does not take. Windows take turns. */
export function sendWaiting(): Promise<Sent> {
  sending ??= ('locks' in navigator ? navigator.locks.request('zhengyou-waiting', sendAll) : sendAll()).finally(
    () => (sending = undefined),
  );
  return sending;
}

async function sendAll(): Promise<Sent> {
  let sent = 0;
  // Another window may have sent some of them meanwhile.
  if (owner !== undefined) show(await listWaiting<WaitingTalk>(owner));
  for (const talk of waiting) {
    if (talk.trouble) continue;
    const outcome = await send(talk);
    if (outcome === 'unanswered') break;
    if (outcome === 'sent') sent += 1;
  }
  return { sent, left: waiting.filter((one) => !one.trouble).length };
}

/** The session has ended, the first attempt is still under way, too many at once, or the house is in trouble: nothing is wrong with the talk. */
const isPassing = ({ problem }: CallRefused): boolean =>
  problem.status >= 500 || problem.status === 401 || problem.status === 429 || problem.code === 'keyRunning';

async function send(talk: WaitingTalk): Promise<'sent' | 'refused' | 'unanswered'> {
  const current = { ...talk, tries: talk.tries + 1 };
  await replace(talk, current);
  try {
    await call(
      logInteraction,
      { body: talk.body },
      { idempotencyKey: talk.id, signal: AbortSignal.timeout(PATIENCE_MS) },
    );
  } catch (error) {
    if (error instanceof CallRefused && !isPassing(error)) {
      const earlier = (error.problem.extra as { earlier?: Talk } | undefined)?.earlier;
      const trouble = { code: error.problem.code, text: error.message, ...(earlier ? { earlier } : {}) };
      await replace(current, { ...current, trouble });
      return 'refused';
    }
    if (error instanceof CallFailed || error instanceof CallRefused) return 'unanswered';
    throw error;
  }
  await dropTalk(talk);
  return 'sent';
}
