/** What of somebody's days travels to their calendar. Names stay at home unless their owner lets them travel. */
import { CHANNEL_WORDS } from '../interaction/interaction.words.ts';
import { instantInZone } from '../interaction/when.ts';
import type { Id } from '../kit/ids.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import { say, type Language, type Words } from '../kit/words.ts';
import type { Channel } from '../policy/vocabulary.ts';
import { feedWords } from './feed.words.ts';

export const FEED_DAY_KINDS = ['due', 'festival', 'standingEnds', 'postEnds', 'pairingEnds'] as const;
export type FeedDayKind = (typeof FEED_DAY_KINDS)[number];

/** Something on a day, or at an hour of it. */
export type FeedEntry = {
  /** Stays the same as long as it is the same thing. */
  readonly key: string;
  readonly kind: 'talk' | FeedDayKind;
  readonly on: PlainDate;
  /** `HH:mm` in the house's zone; null is the whole day. */
  readonly at: string | null;
  /** Grows with each change of the thing. */
  readonly version: number;
  /** The other side, by name. */
  readonly who: string | null;
  readonly channel: Channel | null;
  /** The festival, the standing or the post. */
  readonly what: Words | null;
  /** For the link that opens the sheet: the pairing, where the reader is the leader of it. */
  readonly logs: Id | null;
};

/** How long a talk stands in a calendar: it says when to be there, not when to leave. */
export const TALK_MINUTES = 60;

export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly allDay: boolean;
  /** Of a whole day: midnight in UTC of that day, and of the next. */
  readonly start: Date;
  readonly end: Date;
};

/** A festival is public; a standing is somebody's. */
const isPublic = (entry: FeedEntry) => entry.kind === 'festival';

function titleOf(entry: FeedEntry, names: boolean, language: Language): string {
  const what = entry.what === null ? '' : entry.what[language];
  const channel = entry.channel === null ? '' : say(CHANNEL_WORDS[entry.channel], language);
  if (isPublic(entry)) return say(feedWords.festival, language, { what });
  if (!names || entry.who === null) return say(feedWords[entry.kind], language, { what: '' });
  const facts = { who: entry.who, what, channel };
  const named = {
    talk: feedWords.talkNamed,
    due: feedWords.dueNamed,
    festival: feedWords.festival,
    standingEnds: feedWords.standingEndsNamed,
    postEnds: feedWords.postEndsNamed,
    pairingEnds: feedWords.pairingEndsNamed,
  };
  return say(named[entry.kind], language, facts);
}

/** `origin`: the address of the house, for links; `names`: as the owner chose. */
export function calendarEvent(
  entry: FeedEntry,
  house: { readonly id: Id; readonly origin: string; readonly zone: string },
  names: boolean,
  language: Language,
): CalendarEvent {
  const allDay = entry.at === null;
  const start = allDay ? midnight(entry.on) : instantInZone(entry.on, entry.at ?? '', house.zone);
  const end = allDay ? midnight(addDays(entry.on, 1)) : new Date(start.getTime() + TALK_MINUTES * 60_000);
  return {
    uid: `${entry.key}@${house.id}`,
    sequence: entry.version,
    summary: titleOf(entry, names, language),
    description: say(entry.logs === null ? feedWords.open : feedWords.log, language),
    url: entry.logs === null ? `${house.origin}/` : `${house.origin}/?log=${entry.logs}`,
    allDay,
    start,
    end,
  };
}

const midnight = (on: PlainDate) => new Date(`${on}T00:00:00Z`);
