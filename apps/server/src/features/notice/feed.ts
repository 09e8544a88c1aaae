/** A private calendar address: made, shown once, renamed, closed; and what is served under it. */
import { createHash } from 'node:crypto';
import { NO_REACH } from '@zhengyou/domain/access/actor.ts';
import type { ParamsOf } from '@zhengyou/domain/kit/endpoint.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { calendarEvent } from '@zhengyou/domain/notice/feed.ts';
import type { serveFeed as contract } from '@zhengyou/domain/notice/feed.contract.ts';
import { feedRefusals } from '@zhengyou/domain/notice/feed.refusals.ts';
import { writeAudit } from '../../edge/audit.ts';
import type { Context, OpenContext } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import type { Download } from '../../edge/route.ts';
import { hashToken } from '../../edge/session-cookie.ts';
import { inTransaction } from '../../store/database.ts';
import { findActorOf, newToken } from '../access/people.door.ts';
import { writeCalendar } from './feed.calendar.ts';
import { readEntries } from './feed.entries.ts';
import * as feeds from './feed.queries.ts';
import { createLimiter } from './feed.limiter.ts';

const shown = (feed: feeds.FeedRow | undefined) => ({
  open: feed !== undefined,
  names: feed?.names ?? false,
  openedAt: feed?.openedAt.toISOString() ?? null,
  askedAt: feed?.askedAt?.toISOString() ?? null,
  version: feed?.version ?? 0,
});

const own = ({ actor, db, institutionId }: Context) => feeds.findFeedOf(db, institutionId, actor.personId);

export const readFeed = async (context: Context) => shown(await own(context));

/** The address is told once; what is kept cannot be turned back into it. Names travel anew only when that is said anew. */
export async function openFeed(context: Context) {
  const { actor, db, institutionId, now } = context;
  const old = await own(context);
  if (old) await feeds.revokeFeed(db, old, now);
  const token = newToken();
  await feeds.insertFeed(db, { institutionId, personId: actor.personId, hash: hashToken(token), names: false, now });
  await note(context, old ? 'rotate' : 'open');
  return { path: `/api/calendars/${token}.ics` };
}

export async function nameInFeed(context: Context, names: boolean) {
  const feed = await held(context);
  await feeds.setNames(context.db, feed, names);
  await note(context, names ? 'nameOn' : 'nameOff');
  return shown(await own(context));
}

export async function closeFeed(context: Context) {
  const feed = await held(context);
  await feeds.revokeFeed(context.db, feed, context.now);
  await note(context, 'close');
  return shown(undefined);
}

async function held(context: Context): Promise<feeds.FeedRow> {
  const feed = await own(context);
  if (!feed) throw new Refused(feedRefusals.noFeed());
  if (feed.version !== context.ifMatch)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: shown(feed) } }));
  return feed;
}

const note = (context: Context, action: string) =>
  context.audit({ action, subjectKind: 'calendarFeed', people: [context.actor.personId] });

/** A calendar asks once an hour; several devices and an impatient hand are still well below this. */
const PER_FEED = createLimiter({ most: 60, within: 600_000 });
/** Of one network address, for whoever tries addresses out: a hospital's calendars all come from one. */
const PER_SOURCE = createLimiter({ most: 2000, within: 600_000 });

export async function serveFeed(context: OpenContext, params: ParamsOf<typeof contract>): Promise<Download> {
  const { now, outside } = context;
  const hash = hashToken(params.token.replace(/\.ics$/, ''));
  for (const wait of [PER_SOURCE(context.source, now), PER_FEED(hash.toString('hex'), now)])
    if (wait > 0) throw new Refused(feedRefusals.tooOften({ minutes: Math.ceil(wait / 60_000) }));
  const feed = await inTransaction(outside.pool, { token: hash }, (db) => feeds.findFeedByToken(db, hash));
  const known = feed && (await findActorOf(outside.pool, feed.institutionId, feed.personId, now));
  if (!feed || !known) throw new Refused(feedRefusals.gone());
  const { actor, zone } = known;
  const { institutionId, personId } = feed;
  const today = dateInZone(now, zone);
  const reach = { ...NO_REACH, self: actor.reach.self, people: actor.reach.people };
  const settings = { institution: institutionId, actor: personId, self: reach.self, people: reach.people };
  const entries = await inTransaction(outside.pool, settings, async (db) => {
    const isLeader = actor.roles.includes('leader');
    const found = await readEntries({ db, institutionId, personId, isLeader, reach, today });
    await feeds.markAsked(db, feed, now);
    const witness = { institutionId, actorId: personId, roles: actor.roles, endpoint: 'feed.serve' };
    await writeAudit(
      db,
      { ...witness, requestId: context.requestId, at: now },
      {
        action: 'read',
        subjectKind: 'calendarFeed',
        subjectId: feed.id,
        people: [personId],
        detail: { count: found.length, names: feed.names },
      },
    );
    return found;
  });
  const house = { id: institutionId, origin: context.origin, zone };
  const events = entries.map((entry) => calendarEvent(entry, house, feed.names, context.language));
  // The stamp moves with what the owner chose, not with the hour of asking: the same days are the same file.
  const bytes = writeCalendar(events, feed.openedAt, context.language);
  return calendarFile('zhengyou.ics', bytes);
}

/** One arranged talk of one's own, taken along by hand: here the owner is signed in and sees the name anyway. */
export async function takeEvent(context: Context, key: string): Promise<Download> {
  const { institutionId, zone, language } = context;
  const entry = (await ownTalks(context)).find((one) => one.key === key);
  if (!entry) throw new Refused(feedRefusals.noEvent());
  const names = (await own(context))?.names ?? false;
  const house = { id: institutionId, origin: context.origin, zone };
  return calendarFile('talk.ics', writeCalendar([calendarEvent(entry, house, names, language)], context.now, language));
}

const ownTalks = async ({ actor, db, institutionId, today }: Context) =>
  (
    await readEntries({
      db,
      institutionId,
      personId: actor.personId,
      isLeader: false,
      reach: { ...NO_REACH, self: actor.reach.self, people: actor.reach.people },
      today,
    })
  ).filter((one) => one.on >= today);

export async function listOwnTalks(context: Context) {
  const items = await ownTalks(context);
  return { items: items.map(({ key, on, at, who }) => ({ event: key, on, at, who })) };
}

const calendarFile = (fileName: string, bytes: Buffer): Download => ({
  fileName,
  type: 'text/calendar; charset=utf-8',
  bytes,
  etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
});
