/** Accounts, sessions, attempts: the tables of access, and the bonds from which an actor is made. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

export type SessionRow = {
  readonly institutionId: Id;
  readonly sessionId: Id;
  readonly personId: Id;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
};

export async function findSession(db: Db, tokenHash: Buffer): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('session')
    .select(['institution_id', 'session_id', 'person_id', 'seen_at', 'ends_at', 'ended_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return (
    row && {
      institutionId: row.institution_id as Id,
      sessionId: row.session_id as Id,
      personId: row.person_id as Id,
      seenAt: row.seen_at,
      endsAt: row.ends_at,
      endedAt: row.ended_at,
    }
  );
}

export const touchSession = (db: Db, sessionId: Id, institutionId: Id, now: Date) =>
  db
    .updateTable('session')
    .set({ seen_at: now })
    .where('institution_id', '=', institutionId)
    .where('session_id', '=', sessionId)
    .execute();

/** Everything that decides roles and reach; undefined when the person is not there. */
export async function loadBonds(db: Db, institutionId: Id, personId: Id) {
  const person = await db
    .selectFrom('person')
    .innerJoin('institution', 'institution.institution_id', 'person.institution_id')
    .leftJoin('account', (join) =>
      join
        .onRef('account.institution_id', '=', 'person.institution_id')
        .onRef('account.person_id', '=', 'person.person_id'),
    )
    .select(['person.name', 'institution.zone', 'account.disabled_at'])
    .where('person.institution_id', '=', institutionId)
    .where('person.person_id', '=', personId)
    .executeTakeFirst();
  if (!person) return undefined;
  const grants = await db
    .selectFrom('role_grant')
    .select(['role', 'unit_id', 'starts_on', 'ends_on'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .execute();
  const posts = await db
    .selectFrom('post')
    .select(['starts_on', 'ends_on'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('leadership', '=', true)
    .execute();
  const representative = await db
    .selectFrom('representative')
    .select(['since_on as starts_on', 'until_on as ends_on'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const pairs = await db
    .selectFrom('pairing')
    .select(['leader_id', 'representative_id'])
    .where('institution_id', '=', institutionId)
    .where((where) => where.or([where('leader_id', '=', personId), where('representative_id', '=', personId)]))
    .where('status', '=', 'active')
    .execute();
  const units = grants.some((grant) => grant.unit_id)
    ? await db.selectFrom('unit').select(['unit_id', 'parent_id']).where('institution_id', '=', institutionId).execute()
    : [];
  return {
    name: person.name,
    zone: person.zone,
    disabled: person.disabled_at !== null,
    grants,
    posts,
    representative,
    units,
    pairedWith: pairs.map((pair) => (pair.leader_id === personId ? pair.representative_id : pair.leader_id) as Id),
  };
}
