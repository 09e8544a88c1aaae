/** Notices as they are read: the name of the other side comes from the live record, under the reader's own rights. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { isNoticeKind, NOTICE_KINDS, NOTICES } from '@zhengyou/domain/notice/notice.ts';
import type { Notice } from '@zhengyou/domain/notice/notice.contract.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

const ended = sql<boolean>`exists (select from notice_end e
  where e.institution_id = notice.institution_id and e.thing = notice.thing and e.ended_at > notice.told_at)`;
const acting = NOTICE_KINDS.filter((kind) => NOTICES[kind].asks === 'act');

/** What waits to be done until it is settled; what is only to be known until it is read. */
const isOpen = sql<boolean>`(not ${ended} and (read_at is null or kind = any (${acting}::text[])))`;
const isUnread = sql<boolean>`(read_at is null and not ${ended})`;

const mine = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('notice')
    .where('notice.institution_id', '=', institutionId)
    .where('notice.person_id', '=', sql<string>`any (${[...reach.self]}::uuid[])`);

const withNames = (db: Db, institutionId: Id, reach: Reach) =>
  mine(db, institutionId, reach)
    .leftJoin('person as about', (join) =>
      join
        .onRef('about.institution_id', '=', 'notice.institution_id')
        .onRef('about.person_id', '=', 'notice.about_id')
        .on(withinPeople(reach, 'about.person_id', 'about.unit_id')),
    )
    .select([
      ...(['notice.notice_id', 'notice.kind', 'notice.subject_id', 'notice.about_id', 'notice.number'] as const),
      ...(['notice.on_day', 'notice.created_at', 'notice.read_at', 'about.name'] as const),
      isUnread.as('unread'),
      ended.as('settled'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

function noticeOf(row: Row): Notice {
  if (!isNoticeKind(row.kind)) throw new Error(`a notice of an unknown kind: ${row.kind}`);
  return {
    id: row.notice_id as Id,
    kind: row.kind,
    subjectId: row.subject_id as Id,
    about: row.about_id === null || row.name === null ? null : { id: row.about_id as Id, name: row.name },
    number: row.number,
    onDay: row.on_day as PlainDate | null,
    at: row.created_at.toISOString(),
    asks: NOTICES[row.kind].asks,
    unread: row.unread,
    settled: row.settled,
  };
}

export async function listOwnNotices(
  db: Db,
  institutionId: Id,
  reach: Reach,
  page: { readonly show: 'open' | 'all'; readonly offset: number; readonly limit: number },
): Promise<Notice[]> {
  let query = withNames(db, institutionId, reach);
  if (page.show === 'open') query = query.where(isOpen);
  const rows = await query
    .orderBy('notice.created_at', 'desc')
    .orderBy('notice.notice_id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map(noticeOf);
}

export async function findOwnNotice(db: Db, institutionId: Id, reach: Reach, id: Id): Promise<Notice | undefined> {
  const row = await withNames(db, institutionId, reach).where('notice.notice_id', '=', id).executeTakeFirst();
  return row && noticeOf(row);
}

export async function countOwnNotices(db: Db, institutionId: Id, reach: Reach) {
  return mine(db, institutionId, reach)
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`count(*) filter (where ${isOpen})::int`.as('open'),
      sql<number>`count(*) filter (where ${isUnread})::int`.as('unread'),
    ])
    .executeTakeFirstOrThrow();
}
