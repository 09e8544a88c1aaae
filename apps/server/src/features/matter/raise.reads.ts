/** Who raises something, and to whom: looked up before a matter is. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PointKind } from '@zhengyou/domain/interaction/log-rules.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';
import { anyOf } from './matter.reads.ts';

/** A representative in reach. */
export async function findRaiser(db: Db, institutionId: Id, reach: Reach, personId: Id) {
  const row = await db
    .selectFrom('representative')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'representative.institution_id')
        .onRef('person.person_id', '=', 'representative.person_id'),
    )
    .select(['person.person_id', 'person.name', 'person.unit_id'])
    .where('representative.institution_id', '=', institutionId)
    .where('person.person_id', '=', personId)
    .where(withinPeople(reach, 'person.person_id', 'person.unit_id'))
    .executeTakeFirst();
  return row && { id: row.person_id as Id, name: row.name, unitId: row.unit_id as Id };
}

/** The leader to whom it is said, one with whom the person is paired; without one the institution itself. */
export async function findAddressed(
  db: Db,
  institutionId: Id,
  personId: Id,
  leaderId: Id | undefined,
): Promise<{ unitId: Id; leaderId: Id | null; leaderName: string | null } | undefined> {
  if (leaderId === undefined) {
    const top = await db
      .selectFrom('unit')
      .select('unit_id')
      .where('institution_id', '=', institutionId)
      .where('parent_id', 'is', null)
      .orderBy('rank')
      .executeTakeFirstOrThrow();
    return { unitId: top.unit_id as Id, leaderId: null, leaderName: null };
  }
  const row = await db
    .selectFrom('pairing')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'pairing.institution_id')
        .onRef('person.person_id', '=', 'pairing.leader_id'),
    )
    .select(['pairing.unit_id', 'person.person_id', 'person.name'])
    .where('pairing.institution_id', '=', institutionId)
    .where('pairing.leader_id', '=', leaderId)
    .where('pairing.representative_id', '=', personId)
    .where('pairing.status', '=', 'active')
    .executeTakeFirst();
  return row && { unitId: row.unit_id as Id, leaderId: row.person_id as Id, leaderName: row.name };
}

/** Lines of a talk of which no matter has been made yet. */
export async function listNewPoints(db: Db, institutionId: Id, interactionId: Id) {
  const rows = await db
    .selectFrom('interaction_point as point')
    .select(['point.point_id', 'point.kind', 'point.named', 'point.words'])
    .where('point.institution_id', '=', institutionId)
    .where('point.interaction_id', '=', interactionId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('matter_proposer as made')
            .select('made.point_id')
            .whereRef('made.institution_id', '=', 'point.institution_id')
            .whereRef('made.point_id', '=', 'point.point_id'),
        ),
      ),
    )
    .orderBy('point.ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.point_id as Id,
    kind: row.kind as PointKind,
    named: row.named,
    words: row.words,
  }));
}

/** Everyone who took part, as they were called then. */
export async function listTalkParties(db: Db, institutionId: Id, interactionId: Id) {
  const rows = await db
    .selectFrom('interaction_party')
    .select(['representative_id', 'representative_name'])
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', interactionId)
    .orderBy('representative_id')
    .execute();
  return rows.map((row) => ({ id: row.representative_id as Id, name: row.representative_name }));
}

/** Matters that were born from a talk. */
export async function listBornFrom(db: Db, institutionId: Id, interactionId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('matter_proposer')
    .select('matter_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', interactionId)
    .execute();
  return rows.map((row) => row.matter_id as Id);
}

export async function listVersions(db: Db, institutionId: Id, ids: readonly Id[]) {
  const rows = await db
    .selectFrom('matter')
    .select(['matter_id', 'version', 'status'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', anyOf(ids))
    .execute();
  return rows.map((row) => ({ id: row.matter_id as Id, version: row.version, status: row.status }));
}
