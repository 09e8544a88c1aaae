/** Everything that stands in somebody's calendar: talks arranged, and for a leader the days that press. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { FEED_DAY_KINDS, type FeedDayKind, type FeedEntry } from '@zhengyou/domain/notice/feed.ts';
import type { Db } from '../../store/database.ts';
import { readAgenda } from '../interaction/agenda.door.ts';
import { listArranged } from './feed.reads.ts';

const DAYS_AHEAD = 180;
/** A talk stays for some days after it was to be, so that its link can still be followed. */
const DAYS_BEHIND = 14;

type Of = {
  readonly db: Db;
  readonly institutionId: Id;
  readonly personId: Id;
  readonly isLeader: boolean;
  /** One's own alone: whoever also checks or keeps the house has no house in their calendar. */
  readonly reach: Reach;
  readonly today: PlainDate;
};

const isDay = (kind: string): kind is FeedDayKind => (FEED_DAY_KINDS as readonly string[]).includes(kind);

export async function readEntries(of: Of): Promise<FeedEntry[]> {
  const talks = await listArranged(of.db, of.institutionId, of.personId, addDays(of.today, -DAYS_BEHIND));
  if (!of.isLeader) return talks;
  const agenda = await readAgenda(of, { days: DAYS_AHEAD, leader: of.personId });
  const days = agenda.items.flatMap((item): FeedEntry[] =>
    isDay(item.kind)
      ? [
          {
            // Another day is another event: the earlier one is simply no longer there.
            key: `${item.key.replaceAll(' ', '-')}-${item.on}`,
            kind: item.kind,
            on: item.on as PlainDate,
            at: null,
            version: 0,
            who: item.person?.name ?? item.leader?.name ?? null,
            channel: null,
            what: item.what,
            logs: item.kind === 'due' ? (item.pairingId as Id | null) : null,
          },
        ]
      : [],
  );
  return [...talks, ...days];
}
