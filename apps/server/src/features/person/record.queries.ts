/** Writes posts, circumstances and the list of representatives, one at a time. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Precision } from '@zhengyou/domain/calendar/precision.ts';
import type { LeftReason, PersonFactKind } from '@zhengyou/domain/person/dated-fact.ts';
import type { PostKind } from '@zhengyou/domain/person/posts.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

type Bounds = {
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly precision: Precision | null;
};
const boundColumns = (bounds: Bounds) => ({
  starts_on: bounds.startsOn,
  ends_on: bounds.endsOn,
  precision: bounds.precision,
});

export type PostValues = Bounds & {
  readonly unitId: Id;
  readonly tier: Tier;
  readonly kind: PostKind;
  readonly title: string;
  readonly charge: string | null;
  readonly leadership: boolean;
};
const postColumns = (post: PostValues) => ({
  unit_id: post.unitId,
  tier: post.tier,
  kind: post.kind,
  title: post.title,
  charge: post.charge,
  leadership: post.leadership,
  ...boundColumns(post),
});

export async function insertPosts(
  db: Db,
  institutionId: Id,
  personId: Id,
  posts: readonly PostValues[],
): Promise<Id[]> {
  const rows = posts.map((post) => ({ id: newId(), post }));
  await db
    .insertInto('post')
    .values(
      rows.map(({ id, post }) => ({
        institution_id: institutionId,
        post_id: id,
        person_id: personId,
        ...postColumns(post),
      })),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** The new version, or undefined where the post is no longer at `version`. */
export async function changePost(db: Db, institutionId: Id, postId: Id, version: number, post: PostValues) {
  const row = await db
    .updateTable('post')
    .set({ ...postColumns(post), version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('post_id', '=', postId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

export async function deletePost(db: Db, institutionId: Id, postId: Id, version: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('post')
    .where('institution_id', '=', institutionId)
    .where('post_id', '=', postId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Every post of the person that reaches beyond the day ends on it; one that had not begun yet goes. */
export async function endPosts(db: Db, institutionId: Id, personId: Id, on: PlainDate): Promise<void> {
  await db
    .deleteFrom('post')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('starts_on', '>=', on)
    .execute();
  await db
    .updateTable('post')
    .set({ ends_on: on, precision: 'day', version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .execute();
}

export type FactValues = Bounds & { readonly kind: PersonFactKind; readonly written: string };

export async function insertFact(
  db: Db,
  institutionId: Id,
  of: { personId: Id; unitId: Id; by: Id; at: Date },
  fact: FactValues,
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('dated_fact')
    .values({
      institution_id: institutionId,
      fact_id: id,
      person_id: of.personId,
      unit_id: of.unitId,
      kind: fact.kind,
      written: fact.written,
      ...boundColumns(fact),
      confirmed_by: of.by,
      confirmed_at: of.at,
    })
    .execute();
  return id;
}

export async function changeFact(
  db: Db,
  institutionId: Id,
  factId: Id,
  version: number,
  fact: Omit<FactValues, 'kind'>,
  by: { readonly actorId: Id; readonly at: Date },
) {
  const row = await db
    .updateTable('dated_fact')
    .set({
      written: fact.written,
      ...boundColumns(fact),
      confirmed_by: by.actorId,
      confirmed_at: by.at,
      version: sql<number>`version + 1`,
    })
    .where('institution_id', '=', institutionId)
    .where('fact_id', '=', factId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

export async function deleteFact(db: Db, institutionId: Id, factId: Id, version: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('dated_fact')
    .where('institution_id', '=', institutionId)
    .where('fact_id', '=', factId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Counts the person’s version up; undefined where it is no longer the one named. Whoever edits the record meanwhile hears of it. */
export async function touchPerson(db: Db, institutionId: Id, personId: Id, version: number) {
  const row = await db
    .updateTable('person')
    .set({ version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** The row of the list as it then is: from when, until when, and why it ended. */
export async function setListing(
  db: Db,
  institutionId: Id,
  personId: Id,
  listing: {
    readonly untilOn: PlainDate | null;
    readonly reason: LeftReason | null;
    readonly words: string | null;
  },
): Promise<void> {
  await db
    .updateTable('representative')
    .set({
      until_on: listing.untilOn,
      left_reason: listing.reason,
      left_words: listing.words,
      version: sql<number>`version + 1`,
    })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .execute();
}
