/** One's own days in one's own calendar: a private address to subscribe to, and single events to take along. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';

const zFeed = z.object({
  open: z.boolean(),
  /** Whether names travel to the calendar. */
  names: z.boolean(),
  openedAt: z.string().nullable(),
  /** When a calendar last asked. */
  askedAt: z.string().nullable(),
  version: z.number().int(),
});

const changes = ['feed.read'];

export const readFeed = endpoint({
  id: 'feed.read',
  method: 'GET',
  path: '/api/calendar-feed',
  gist: 'Whether one has a private calendar address, and what travels to it; never the address itself.',
  may: ['leader', 'representative'],
  reply: zFeed,
});

export const openFeed = endpoint({
  id: 'feed.open',
  method: 'POST',
  path: '/api/calendar-feed',
  gist: 'Make a private calendar address, shown this once; an older one dies.',
  may: ['leader', 'representative'],
  secret: true,
  reply: z.object({ path: z.string() }),
  changes,
});

export const nameInFeed = endpoint({
  id: 'feed.names',
  method: 'PATCH',
  path: '/api/calendar-feed',
  gist: 'Let names travel to one’s own calendar, or no longer.',
  may: ['leader', 'representative'],
  versioned: true,
  body: z.strictObject({ names: z.boolean() }),
  reply: zFeed,
  changes,
});

export const closeFeed = endpoint({
  id: 'feed.close',
  method: 'DELETE',
  path: '/api/calendar-feed',
  gist: 'Close the calendar address at once.',
  may: ['leader', 'representative'],
  versioned: true,
  reply: zFeed,
  changes,
});

export const serveFeed = endpoint({
  id: 'feed.serve',
  method: 'GET',
  path: '/api/calendars/:token',
  gist: 'What a calendar reads under a private address (iCalendar); it knows no session and sets no cookie.',
  may: 'anyone',
  download: true,
  params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}(\.ics)?$/) }),
  reply: z.unknown(),
});

export const takeEvent = endpoint({
  id: 'feed.takeEvent',
  method: 'GET',
  path: '/api/calendar-events/:event',
  gist: 'One arranged talk of one’s own as a file for a calendar.',
  may: ['leader', 'representative'],
  download: true,
  params: z.strictObject({ event: z.string().regex(/^(request|appointment|next)-[0-9a-f-]{36}$/) }),
  reply: z.unknown(),
});

export const listOwnTalks = endpoint({
  id: 'feed.listTalks',
  method: 'GET',
  path: '/api/calendar-events',
  gist: 'One’s own arranged talks that are still to come.',
  may: ['leader', 'representative'],
  reply: z.object({
    items: z.array(
      z.object({ event: z.string(), on: z.string(), at: z.string().nullable(), who: z.string().nullable() }),
    ),
  }),
});
