/** What is on the sheet, and what is sent of it. Plain values, kept in memory while the sheet is put away. */
import type { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import type { readLogDefaults } from '@zhengyou/domain/interaction/year.contract.ts';
import { needsLateReason, type PointKind, type WhenChoice } from '@zhengyou/domain/interaction/log-rules.ts';
import type { NextChoice } from '@zhengyou/domain/interaction/next-talk.ts';
import type { BodyInOf, ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { parsePlainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';

export type Defaults = ReplyOf<typeof readLogDefaults>;
export type Friend = Defaults['people'][number];
type Body = BodyInOf<typeof logInteraction>;

export type DraftPoint = {
  readonly key: number;
  readonly kind: PointKind;
  readonly named: boolean;
  readonly words: string;
};

export type LogDraft = {
  readonly pairingId: Id;
  /** What of a later room it was opened from: the record answers it. */
  readonly from: Id | null;
  readonly together: readonly Id[];
  readonly channel: Channel;
  readonly when: WhenChoice;
  /** As the browser's field holds it; empty while nothing is picked. */
  readonly on: string;
  readonly at: string;
  readonly lateReason: string;
  readonly words: string;
  readonly points: readonly DraftPoint[];
  readonly next: NextChoice;
  readonly nextOn: string;
  readonly place: string;
  readonly attempt: boolean;
  /** Chosen by hand: another person no longer brings their own. */
  readonly channelChosen: boolean;
  readonly nextChosen: boolean;
};

export const draftFor = (friend: Friend): LogDraft => ({
  pairingId: friend.pairingId,
  from: null,
  together: [],
  channel: friend.channel,
  when: 'now',
  on: '',
  at: '',
  lateReason: '',
  words: '',
  points: [],
  next: friend.next,
  nextOn: '',
  place: '',
  attempt: false,
  channelChosen: false,
  nextChosen: false,
});

/** What the sheet was opened from, and the way that suits it. */
export type Opening = { readonly from: Id | null; readonly way: Channel | undefined };

/** Opened from something of a later room, the record answers it; a way chosen by hand stays. */
export const openedFrom = (draft: LogDraft, { from, way }: Opening): LogDraft =>
  from === null ? draft : { ...draft, from, ...(way !== undefined && !draft.channelChosen && { channel: way }) };

/** What was written stays; what was only pre-chosen follows the person. Companions are the leader's own. */
export const withFriend = (draft: LogDraft, friend: Friend, before: Friend | undefined): LogDraft => ({
  ...draft,
  pairingId: friend.pairingId,
  from: friend.pairingId === draft.pairingId ? draft.from : null,
  together: before?.leader.id === friend.leader.id ? draft.together.filter((id) => id !== friend.person.id) : [],
  channel: draft.channelChosen ? draft.channel : friend.channel,
  next: draft.nextChosen ? draft.next : friend.next,
});

export const isTouched = (draft: LogDraft): boolean =>
  draft.words.trim() !== '' ||
  draft.points.length > 0 ||
  draft.place.trim() !== '' ||
  draft.lateReason.trim() !== '' ||
  draft.together.length > 0 ||
  draft.when !== 'now' ||
  draft.channelChosen ||
  draft.nextChosen ||
  draft.attempt;

const picked = (day: string): PlainDate | undefined => parsePlainDate(day);

export const asksLateReason = (draft: LogDraft, today: PlainDate): boolean => {
  const on = draft.when === 'pick' ? picked(draft.on) : undefined;
  return on !== undefined && needsLateReason(on, today);
};

export function bodyOf(draft: LogDraft, friend: Friend, defaults: Defaults, merge?: Body['merge']): Body {
  const { when, on, at, next, nextOn, words, place, lateReason } = draft;
  const onBehalf = friend.leader.id !== defaults.self;
  return {
    ...(onBehalf ? { leaderId: friend.leader.id } : {}),
    representativeIds: [friend.person.id, ...draft.together],
    channel: draft.channel,
    when: {
      kind: when,
      ...(when === 'pick' && on !== '' ? { on } : {}),
      ...(when === 'pick' && on !== '' && at !== '' ? { at } : {}),
    },
    // A line begun and left empty is no line.
    points: draft.points
      .filter((point) => point.words.trim() !== '')
      .map(({ kind, named, words: said }) => ({ kind, named, words: said })),
    next: { choice: next, ...(next === 'pick' && nextOn !== '' ? { on: nextOn } : {}) },
    cameAbout: !draft.attempt,
    ...(draft.from === null ? {} : { from: draft.from }),
    ...(words.trim() === '' ? {} : { words }),
    ...(place.trim() === '' ? {} : { place }),
    ...(lateReason.trim() === '' || !asksLateReason(draft, defaults.today) ? {} : { lateReason }),
    ...(merge === undefined ? {} : { merge }),
  };
}

/** By characters of the name, pinyin from its beginning, or first letters. */
export function findFriends(people: readonly Friend[], wanted: string): readonly Friend[] {
  const text = wanted.trim().toLowerCase().replace(/\s+/g, '');
  if (text === '') return people;
  return people.filter(
    ({ person }) =>
      person.name.includes(wanted.trim()) ||
      person.reading.replaceAll(' ', '').startsWith(text) ||
      person.initials.startsWith(text),
  );
}

/** Put away with Esc, found again on opening; gone with the page, and never another person's. */
let kept: { readonly owner: Id; readonly draft: LogDraft } | undefined;

/** A sheet opened for someone and left untouched does not push out what was written about another. */
export function keepDraft(owner: Id, draft: LogDraft): void {
  if (isTouched(draft)) kept = { owner, draft };
  else if (kept?.draft.pairingId === draft.pairingId) kept = undefined;
}
export function dropDraft(): void {
  kept = undefined;
}
export const findKeptDraft = (owner: Id): LogDraft | undefined => (kept?.owner === owner ? kept.draft : undefined);
