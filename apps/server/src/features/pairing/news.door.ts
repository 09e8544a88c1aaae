/** What this room tells. Each is told in the transaction that wrote it; several pairs at once come as one list. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import { news } from '../../edge/news.ts';

export type PairTold = {
  readonly pairingId: Id;
  readonly leaderId: Id;
  readonly representativeId: Id;
  /** The unit of the leader, whose officer keeps this list. */
  readonly unitId: Id;
  readonly tier: Tier;
};

/** The leader is asked to confirm. */
export const pairingRecommended = news<readonly PairTold[]>('pairing.recommended');
/** The leader has answered; the office hears it. */
export const pairingAnswered =
  news<readonly (PairTold & { readonly answer: 'confirm' | 'decline' | 'askAnother' })[]>('pairing.answered');
/** A proposal was taken back before it held. */
export const pairingWithdrawn = news<readonly PairTold[]>('pairing.withdrawn');
/** From this day it holds; both sides are told. */
export const pairingPublished = news<readonly (PairTold & { readonly startsOn: PlainDate })[]>('pairing.published');
/** It holds no longer; both sides are told, and why. */
export const pairingEnded =
  news<readonly (PairTold & { readonly endsOn: PlainDate; readonly reason: string | null })[]>('pairing.ended');
/** The representative asks for another leader; the office or the unit answers. */
export const pairingChangeRequested = news<readonly PairTold[]>('pairing.changeRequested');
/** The answer: it stays for now. */
export const pairingKept = news<readonly (PairTold & { readonly reason: string })[]>('pairing.kept');
/** An end was taken back with the plan that brought it. */
export const pairingReinstated = news<readonly PairTold[]>('pairing.reinstated');

export type HandoverSection = {
  readonly title: Words;
  readonly lines: { readonly on: PlainDate | null; readonly text: Words }[];
};
/** A sheet is to be handed over for these pairs: rooms that hold something of them add a section. Nothing is written. */
export const handoverAsked = news<{
  readonly pairs: readonly { readonly leaderId: Id; readonly representativeId: Id }[];
  add(pair: { readonly leaderId: Id; readonly representativeId: Id }, section: HandoverSection): void;
}>('pairing.handoverAsked');
