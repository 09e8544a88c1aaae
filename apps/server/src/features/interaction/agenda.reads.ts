/** Terms that end within a span: standings of friends, posts of leaders, pairings. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { sql } from 'kysely';
import type { Db } from '../../store/database.ts';
import type { PairRow } from './year.reads.ts';

/** Half-open ends: what ends on the first of March was held to the last of February. */
type Span = { readonly from: PlainDate; readonly until: PlainDate };
export type EndRow = { readonly id: Id; readonly personId: Id; readonly endsOn: PlainDate; readonly written: string };

const asArray = (ids: readonly Id[]) => sql<string>`any (${[...new Set(ids)]}::uuid[])`;

/** Of these pairs' representatives: a pair in reach has its standings in reach. */
export async function listStandingEnds(
  db: Db,
  institutionId: Id,
  pairs: readonly PairRow[],
  span: Span,
): Promise<EndRow[]> {
  const rows = await db
    .selectFrom('standing')
    .select(['standing_id', 'person_id', 'ends_on', 'written'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', asArray(pairs.map((pair) => pair.person.id)))
    .where('ends_on', '>', span.from)
    .where('ends_on', '<=', span.until)
    .execute();
  return rows.map((row) => ({
    id: row.standing_id as Id,
    personId: row.person_id as Id,
    endsOn: row.ends_on as PlainDate,
    written: row.written,
  }));
}

export async function listPostEnds(
  db: Db,
  institutionId: Id,
  pairs: readonly PairRow[],
  span: Span,
): Promise<EndRow[]> {
  const rows = await db
    .selectFrom('post')
    .select(['post_id', 'person_id', 'ends_on', 'title'])
    .where('institution_id', '=', institutionId)
    .where('leadership', '=', true)
    .where('person_id', '=', asArray(pairs.map((pair) => pair.leader.id)))
    .where('ends_on', '>', span.from)
    .where('ends_on', '<=', span.until)
    .execute();
  return rows.map((row) => ({
    id: row.post_id as Id,
    personId: row.person_id as Id,
    endsOn: row.ends_on as PlainDate,
    written: row.title,
  }));
}
