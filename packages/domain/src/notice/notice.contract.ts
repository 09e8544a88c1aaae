/** One's own inbox, and how one wants to be reminded. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { NOTICE_KINDS, WAYS } from './notice.ts';

export const zHour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const zNotice = z.object({
  id: zId,
  kind: z.enum(NOTICE_KINDS),
  subjectId: zId,
  /** The person on the other side, by name where the reader may read it. */
  about: z.object({ id: zId, name: z.string() }).nullable(),
  number: z.string().nullable(),
  onDay: zPlainDate.nullable(),
  at: z.string(),
  /** Waits for something to be done, or only to be read. */
  asks: z.enum(['act', 'know']),
  unread: z.boolean(),
  settled: z.boolean(),
});

const readsAnew = ['notice.list', 'notice.count'];

export const listNotices = endpoint({
  id: 'notice.list',
  method: 'GET',
  path: '/api/notices',
  gist: 'What waits for whoever is signed in, or happened to something of theirs; the latest first.',
  may: 'signedIn',
  serves: ['cadence', 'occasion', 'rosterProcedure', 'reply'],
  query: z.strictObject({
    /** `open`: unread, or waiting to be done. */
    show: z.enum(['open', 'all']).default('open'),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(zNotice), total: z.number().int(), unread: z.number().int() }),
});
export type Notice = z.output<typeof zNotice>;

export const countNotices = endpoint({
  id: 'notice.count',
  method: 'GET',
  path: '/api/notices/count',
  gist: 'How many notices are unread and still of use.',
  may: 'signedIn',
  reply: z.object({ unread: z.number().int() }),
});

export const openNotice = endpoint({
  id: 'notice.open',
  method: 'POST',
  path: '/api/notices/:noticeId/openings',
  gist: 'Marks one of one’s own notices as read and says where it leads.',
  may: 'signedIn',
  params: z.strictObject({ noticeId: zId }),
  reply: zNotice,
  changes: readsAnew,
});

export const readAll = endpoint({
  id: 'notice.readAll',
  method: 'POST',
  path: '/api/notices/readings',
  gist: 'Marks one’s own notices as read; what waits to be done stays in the list until it is.',
  may: 'signedIn',
  body: z.strictObject({}),
  reply: z.object({ read: z.number().int() }),
  changes: readsAnew,
});

const zAddresses = z.strictObject({
  email: z.union([z.literal(''), z.email().max(200)]),
  wecom: z.string().trim().max(100),
  dingtalk: z.string().trim().max(100),
  feishu: z.string().trim().max(100),
});

export const readOwnReminders = endpoint({
  id: 'reminder.readOwn',
  method: 'GET',
  path: '/api/reminders/own',
  gist: 'How whoever is signed in is reminded: digest, channel, addresses, quiet hours.',
  may: 'signedIn',
  reply: z.object({
    version: z.number().int(),
    digest: z.boolean(),
    extra: z.boolean(),
    /** Null: as the house does it. */
    way: z.enum([...WAYS, 'none']).nullable(),
    addresses: zAddresses,
    /** Null: as the house has it. */
    quiet: z.object({ from: zHour, until: zHour }).nullable(),
    language: z.enum(['zh', 'en']),
    house: z.object({
      quiet: z.object({ from: zHour, until: zHour }),
      /** Channels that the house has put in use. */
      ways: z.array(z.enum(WAYS)),
      /** By which a message would go today, and null where none can. */
      wayNow: z.enum(WAYS).nullable(),
    }),
  }),
});

export const keepOwnReminders = endpoint({
  id: 'reminder.keepOwn',
  method: 'PUT',
  path: '/api/reminders/own',
  gist: 'Sets how one is reminded.',
  may: 'signedIn',
  versioned: true,
  body: z.strictObject({
    digest: z.boolean(),
    extra: z.boolean(),
    way: z.enum([...WAYS, 'none']).nullable(),
    addresses: zAddresses,
    quiet: z.strictObject({ from: zHour, until: zHour }).nullable(),
    language: z.enum(['zh', 'en']),
  }),
  reply: readOwnReminders.reply,
  changes: ['reminder.readOwn'],
});

export const noticeEndpoints = [
  listNotices,
  countNotices,
  openNotice,
  readAll,
  readOwnReminders,
  keepOwnReminders,
] as const;
