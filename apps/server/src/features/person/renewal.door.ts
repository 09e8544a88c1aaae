/** What a renewal of terms writes: posts, standings and the list end on a day, many at once. What ends earlier already stays so. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';

type Ending = { readonly personId: Id; readonly onDay: PlainDate };

const asTable = (rows: readonly unknown[]) => JSON.stringify(rows);

/** Of one post where it is named, else every leadership post that the person holds on the day. */
export async function endPosts(
  db: Db,
  institutionId: Id,
  ends: readonly (Ending & { readonly postId: Id | null })[],
): Promise<void> {
  if (ends.length === 0) return;
  await sql`update post set ends_on = e."onDay", precision = 'day', version = version + 1
    from jsonb_to_recordset(${asTable(ends)}::jsonb) as e ("personId" uuid, "postId" uuid, "onDay" date)
    where post.institution_id = ${institutionId} and post.person_id = e."personId"
      and (post.post_id = e."postId" or (e."postId" is null and post.leadership))
      and (post.starts_on is null or post.starts_on < e."onDay") and (post.ends_on is null or post.ends_on > e."onDay")`.execute(
    db,
  );
}

export async function endStandings(
  db: Db,
  institutionId: Id,
  ends: readonly (Ending & { readonly standingId: Id | null })[],
): Promise<void> {
  if (ends.length === 0) return;
  await sql`update standing set ends_on = e."onDay", precision = 'day', version = version + 1
    from jsonb_to_recordset(${asTable(ends)}::jsonb) as e ("standingId" uuid, "onDay" date)
    where standing.institution_id = ${institutionId} and standing.standing_id = e."standingId"
      and (standing.starts_on is null or standing.starts_on < e."onDay")
      and (standing.ends_on is null or standing.ends_on > e."onDay")`.execute(db);
}

export async function endListings(db: Db, institutionId: Id, ends: readonly Ending[]): Promise<void> {
  if (ends.length === 0) return;
  await sql`update representative set until_on = e."onDay", version = version + 1
    from jsonb_to_recordset(${asTable(ends)}::jsonb) as e ("personId" uuid, "onDay" date)
    where representative.institution_id = ${institutionId} and representative.person_id = e."personId"
      and (representative.until_on is null or representative.until_on > e."onDay")`.execute(db);
}
