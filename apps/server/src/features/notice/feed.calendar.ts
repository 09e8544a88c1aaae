/** Writes events as iCalendar (RFC 5545, with the name and refresh interval of RFC 7986). All hours are UTC. */
import ical, { ICalEventClass } from 'ical-generator';
import type { Language } from '@zhengyou/domain/kit/words.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import type { CalendarEvent } from '@zhengyou/domain/notice/feed.ts';
import { feedWords } from '@zhengyou/domain/notice/feed.words.ts';

const REFRESH_SECONDS = 3600;

/** `stamp`: when the content last changed; the same content is the same file, so that a calendar need not read it again. */
export function writeCalendar(events: readonly CalendarEvent[], stamp: Date, language: Language): Buffer {
  const calendar = ical({
    name: say(feedWords.name, language),
    description: say(feedWords.about, language),
    prodId: { company: 'zhengyou', product: 'liaison', language: language.toUpperCase() },
    ttl: REFRESH_SECONDS,
  });
  for (const event of events)
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp,
      start: event.start,
      end: event.end,
      allDay: event.allDay,
      summary: event.summary,
      description: `${event.description}\n${event.url}`,
      url: event.url,
      class: ICalEventClass.PRIVATE,
    });
  return Buffer.from(calendar.toString(), 'utf8');
}
