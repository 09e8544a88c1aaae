/** Private calendar addresses: the hash of each, never the address. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

export type FeedRow = {
  readonly institutionId: Id;
  readonly id: Id;
  readonly personId: Id;
  readonly names: boolean;
  readonly openedAt: Date;
  readonly askedAt: Date | null;
  readonly version: number;
};

const feeds = (db: Db) =>
  db
    .selectFrom('calendar_feed')
    .select(['institution_id', 'feed_id', 'person_id', 'names', 'created_at', 'asked_at', 'version'])
    .where('revoked_at', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof feeds>['executeTakeFirstOrThrow']>>;
const feedOf = (row: Row | undefined): FeedRow | undefined =>
  row && {
    institutionId: row.institution_id as Id,
    id: row.feed_id as Id,
    personId: row.person_id as Id,
    names: row.names,
    openedAt: row.created_at,
    askedAt: row.asked_at,
    version: row.version,
  };

export const findFeedByToken = async (db: Db, hash: Buffer) =>
  feedOf(await feeds(db).where('token_hash', '=', hash).executeTakeFirst());

export const findFeedOf = async (db: Db, institutionId: Id, personId: Id) =>
  feedOf(
    await feeds(db).where('institution_id', '=', institutionId).where('person_id', '=', personId).executeTakeFirst(),
  );

export async function insertFeed(
  db: Db,
  one: { institutionId: Id; personId: Id; hash: Buffer; names: boolean; now: Date },
) {
  await db
    .insertInto('calendar_feed')
    .values({
      institution_id: one.institutionId,
      feed_id: newId(one.now.getTime()),
      person_id: one.personId,
      token_hash: one.hash,
      names: one.names,
      created_at: one.now,
    })
    .execute();
}

const change = (db: Db, feed: FeedRow) =>
  db.updateTable('calendar_feed').where('institution_id', '=', feed.institutionId).where('feed_id', '=', feed.id);

export const revokeFeed = (db: Db, feed: FeedRow, now: Date) =>
  change(db, feed)
    .set({ revoked_at: now, version: feed.version + 1 })
    .execute();

export const setNames = (db: Db, feed: FeedRow, names: boolean) =>
  change(db, feed)
    .set({ names, version: feed.version + 1 })
    .execute();

export const markAsked = (db: Db, feed: FeedRow, now: Date) => change(db, feed).set({ asked_at: now }).execute();
