/** One post or one circumstance with its person, as the use cases that change it need it. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { PersonFactKind } from '@zhengyou/domain/person/dated-fact.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

/** A post within reach: its own unit decides who keeps it. */
export async function findPost(db: Db, institutionId: Id, reach: Reach, postId: Id) {
  const row = await db
    .selectFrom('post')
    .select(['post.post_id', 'post.person_id', 'post.unit_id', 'post.title', 'post.charge', 'post.version'])
    .select(['post.starts_on', 'post.ends_on'])
    .where('post.institution_id', '=', institutionId)
    .where('post.post_id', '=', postId)
    .where(withinPeople(reach, 'post.person_id', 'post.unit_id'))
    .executeTakeFirst();
  return (
    row && {
      id: row.post_id as Id,
      personId: row.person_id as Id,
      unitId: row.unit_id as Id,
      title: row.title,
      charge: row.charge,
      startsOn: row.starts_on as PlainDate | null,
      endsOn: row.ends_on as PlainDate | null,
      version: row.version,
    }
  );
}

export async function findFact(db: Db, institutionId: Id, reach: Reach, factId: Id) {
  const row = await db
    .selectFrom('dated_fact')
    .select(['fact_id', 'person_id', 'unit_id', 'kind', 'written', 'starts_on', 'ends_on', 'version'])
    .where('institution_id', '=', institutionId)
    .where('fact_id', '=', factId)
    .where(withinPeople(reach, 'dated_fact.person_id', 'dated_fact.unit_id'))
    .executeTakeFirst();
  return (
    row && {
      id: row.fact_id as Id,
      personId: row.person_id as Id,
      unitId: row.unit_id as Id,
      kind: row.kind as PersonFactKind,
      written: row.written,
      startsOn: row.starts_on as PlainDate | null,
      endsOn: row.ends_on as PlainDate | null,
      version: row.version,
    }
  );
}
