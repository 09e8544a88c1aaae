/**
 * A representative asks for a talk. The leader takes one of the times offered, names another, or hands the request to the office; it is
 * met when the talk is written down. Unanswered by its day it is the office's too. Nothing closes it but a talk, or the one who asked.
 */
import type { PlainDate } from '../kit/plain-date.ts';

export const REQUEST_ACTIONS = [
  'ask',
  'pick',
  'offer',
  'passOn',
  'accept',
  'another',
  'withdraw',
  'meet',
  'unmeet',
] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

export const REQUEST_STATUSES = ['asked', 'offered', 'withOffice', 'agreed', 'met', 'withdrawn'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const URGENCIES = ['anyTime', 'thisMonth', 'thisWeek'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A day, and a time of it where one was named (`HH:mm`). */
export type Slot = { readonly on: PlainDate; readonly at: string | null };
export const SLOTS = 3;

export type RequestStep = {
  readonly action: RequestAction;
  /** `ask` and `another`: what suits; `pick` and `offer`: the one meant. */
  readonly slots: readonly Slot[];
};

export type RequestState = {
  readonly status: RequestStatus;
  /** What suits whoever asked, as last said. */
  readonly slots: readonly Slot[];
  /** Named by the leader or the office, or agreed. */
  readonly meant: Slot | null;
};

/** From which states an action may follow; the table is the machine. */
const FROM: Readonly<Record<Exclude<RequestAction, 'ask'>, readonly RequestStatus[]>> = {
  pick: ['asked', 'withOffice'],
  offer: ['asked', 'offered', 'withOffice', 'agreed'],
  passOn: ['asked', 'offered'],
  accept: ['offered'],
  another: ['offered', 'agreed'],
  withdraw: ['asked', 'offered', 'withOffice', 'agreed'],
  meet: ['asked', 'offered', 'withOffice', 'agreed'],
  // The record of the talk was taken back: the request stands where it stood.
  unmeet: ['met'],
};
const TO: Readonly<Record<Exclude<RequestAction, 'unmeet'>, RequestStatus>> = {
  ask: 'asked',
  pick: 'agreed',
  offer: 'offered',
  passOn: 'withOffice',
  accept: 'agreed',
  another: 'asked',
  withdraw: 'withdrawn',
  meet: 'met',
};

export const mayFollow = (status: RequestStatus, action: Exclude<RequestAction, 'ask'>): boolean =>
  FROM[action].includes(status);

export function foldRequest(steps: readonly RequestStep[]): RequestState | undefined {
  const [first, ...rest] = steps;
  if (first?.action !== 'ask') return undefined;
  let state: RequestState = { status: 'asked', slots: first.slots, meant: null };
  let beforeMet: RequestStatus = 'asked';
  for (const { action, slots } of rest) {
    if (action === 'ask' || !mayFollow(state.status, action)) continue;
    const meant =
      action === 'pick' || action === 'offer' ? (slots[0] ?? null) : action === 'another' ? null : state.meant;
    if (action === 'meet') beforeMet = state.status;
    const status = action === 'unmeet' ? beforeMet : TO[action];
    state = { status, slots: action === 'another' ? slots : state.slots, meant };
  }
  return state;
}

export const isOpen = (status: RequestStatus): boolean => status !== 'met' && status !== 'withdrawn';

/** Nobody has answered by the day set: from then on the office sees it as its own. */
export const isOverdue = (
  request: { readonly status: RequestStatus; readonly answerBy: PlainDate | null },
  today: PlainDate,
): boolean => request.status === 'asked' && request.answerBy !== null && today > request.answerBy;

export const REQUEST_CANS = ['pick', 'offer', 'passOn', 'accept', 'another', 'withdraw'] as const;
export type RequestCan = (typeof REQUEST_CANS)[number];

export function requestCans(
  status: RequestStatus,
  side: { readonly asked: boolean; readonly answers: boolean; readonly office: boolean },
): RequestCan[] {
  return REQUEST_CANS.filter((action) => {
    if (!mayFollow(status, action)) return false;
    if (action === 'accept' || action === 'another' || action === 'withdraw') return side.asked;
    return action === 'passOn' ? side.answers && !side.office : side.answers;
  });
}
