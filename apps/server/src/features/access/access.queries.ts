/** Accounts, sessions, attempts: the tables of access, and the bonds from which an actor is made. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Role } from '@zhengyou/domain/kit/roles.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

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

type NewSession = {
  readonly institutionId: Id;
  readonly sessionId: Id;
  readonly personId: Id;
  readonly tokenHash: Buffer;
  readonly device: string;
  readonly now: Date;
  readonly endsAt: Date;
};

export const insertSession = (db: Db, one: NewSession) =>
  db
    .insertInto('session')
    .values({
      institution_id: one.institutionId,
      session_id: one.sessionId,
      person_id: one.personId,
      token_hash: one.tokenHash,
      device: one.device,
      started_at: one.now,
      seen_at: one.now,
      ends_at: one.endsAt,
    })
    .execute();

export const endSession = (db: Db, institutionId: Id, sessionId: Id, now: Date) =>
  db
    .updateTable('session')
    .set({ ended_at: now })
    .where('institution_id', '=', institutionId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();

export const endSessionsOf = (db: Db, institutionId: Id, personId: Id, now: Date) =>
  db
    .updateTable('session')
    .set({ ended_at: now })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();

export const listOpenSessions = (db: Db, of: { institutionId: Id; personId: Id; now: Date; idleSince: Date }) =>
  db
    .selectFrom('session')
    .select(['session_id', 'device', 'started_at', 'seen_at'])
    .where('institution_id', '=', of.institutionId)
    .where('person_id', '=', of.personId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', of.now)
    .where('seen_at', '>=', of.idleSince)
    .orderBy('seen_at', 'desc')
    .orderBy('session_id')
    .execute();

// ── Accounts ─────────────────────────────────────────────────────────────────────────────────────────────

export type Account = {
  readonly accountId: Id;
  readonly personId: Id;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly disabledAt: Date | null;
};

const accounts = (db: Db, institutionId: Id) =>
  db
    .selectFrom('account')
    .select([
      'account.account_id',
      'account.person_id',
      'account.login',
      'account.password_hash',
      'account.disabled_at',
    ])
    .where('account.institution_id', '=', institutionId);

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>;

const accountOf = (row: AccountRow | undefined): Account | undefined =>
  row && {
    accountId: row.account_id as Id,
    personId: row.person_id as Id,
    login: row.login,
    passwordHash: row.password_hash,
    disabledAt: row.disabled_at,
  };

export const findAccountByLogin = async (db: Db, institutionId: Id, login: string) =>
  accountOf(await accounts(db, institutionId).where('account.login', '=', login).executeTakeFirst());

export const findAccountOf = async (db: Db, institutionId: Id, personId: Id) =>
  accountOf(await accounts(db, institutionId).where('account.person_id', '=', personId).executeTakeFirst());

export const findAccountByInvitation = async (db: Db, institutionId: Id, hash: Buffer, now: Date) =>
  accountOf(
    await accounts(db, institutionId)
      .where('account.invitation_hash', '=', hash)
      .where('account.invitation_ends_at', '>', now)
      .executeTakeFirst(),
  );

type NewAccount = { institutionId: Id; personId: Id; login: string; passwordHash?: string; now: Date };

export async function insertAccount(db: Db, one: NewAccount): Promise<Id> {
  const accountId = newId(one.now.getTime());
  await db
    .insertInto('account')
    .values({
      institution_id: one.institutionId,
      account_id: accountId,
      person_id: one.personId,
      login: one.login,
      password_hash: one.passwordHash ?? null,
      changed_at: one.now,
    })
    .execute();
  return accountId;
}

const changeAccount = (db: Db, institutionId: Id, accountId: Id, now: Date) =>
  db
    .updateTable('account')
    .set((set) => ({ changed_at: now, version: set('version', '+', 1) }))
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId);

export const setPassword = (db: Db, of: { institutionId: Id; accountId: Id; passwordHash: string; now: Date }) =>
  changeAccount(db, of.institutionId, of.accountId, of.now).set({ password_hash: of.passwordHash }).execute();

export const setInvitation = (
  db: Db,
  of: { institutionId: Id; accountId: Id; hash: Buffer; endsAt: Date; now: Date },
) =>
  changeAccount(db, of.institutionId, of.accountId, of.now)
    .set({ invitation_hash: of.hash, invitation_ends_at: of.endsAt })
    .execute();

/** True for the one who got there first. */
export async function spendInvitation(
  db: Db,
  of: { institutionId: Id; accountId: Id; hash: Buffer; passwordHash: string; now: Date },
): Promise<boolean> {
  const result = await changeAccount(db, of.institutionId, of.accountId, of.now)
    .where('invitation_hash', '=', of.hash)
    .set({ password_hash: of.passwordHash, invitation_hash: null, invitation_ends_at: null })
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export const insertGrant = (db: Db, one: { institutionId: Id; personId: Id; role: Role; unitId?: Id }) =>
  db
    .insertInto('role_grant')
    .values({
      institution_id: one.institutionId,
      grant_id: newId(),
      person_id: one.personId,
      role: one.role,
      unit_id: one.unitId ?? null,
    })
    .execute();

export async function hasGrant(db: Db, institutionId: Id, personId: Id, role: Role): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .select('grant_id')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .executeTakeFirst();
  return row !== undefined;
}

export const deleteGrants = (db: Db, institutionId: Id, personId: Id, role: Role) =>
  db
    .deleteFrom('role_grant')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .execute();

// ── Who someone is ───────────────────────────────────────────────────────────────────────────────────────

/** The house holds one institution; its name may be read by anyone. */
export async function findInstitution(db: Db) {
  const row = await db
    .selectFrom('institution')
    .select(['institution_id', 'name', 'help', 'zone'])
    .orderBy('created_at')
    .executeTakeFirst();
  return row && { institutionId: row.institution_id as Id, name: row.name, help: row.help, zone: row.zone };
}

/** Everything that decides someone’s roles and reach, in one question, since every request asks it. */
const bonds = (db: Db, institutionId: Id) =>
  db
    .selectFrom('person')
    .innerJoin('institution', 'institution.institution_id', 'person.institution_id')
    .leftJoin('account', (join) =>
      join
        .onRef('account.institution_id', '=', 'person.institution_id')
        .onRef('account.person_id', '=', 'person.person_id'),
    )
    .select(['person.person_id', 'person.former_ids', 'person.name', 'institution.zone', 'account.disabled_at'])
    .select((from) => [
      jsonArrayFrom(
        from
          .selectFrom('role_grant as own')
          .select(['own.role', 'own.unit_id', 'own.starts_on', 'own.ends_on'])
          .where('own.institution_id', '=', institutionId)
          .whereRef('own.person_id', '=', 'person.person_id'),
      ).as('grants'),
      jsonArrayFrom(
        from
          .selectFrom('post as own')
          .select(['own.starts_on', 'own.ends_on'])
          .where('own.institution_id', '=', institutionId)
          .whereRef('own.person_id', '=', 'person.person_id')
          .where('own.leadership', '=', true),
      ).as('posts'),
      jsonObjectFrom(
        from
          .selectFrom('representative as own')
          .select(['own.since_on as starts_on', 'own.until_on as ends_on'])
          .where('own.institution_id', '=', institutionId)
          .whereRef('own.person_id', '=', 'person.person_id'),
      ).as('representative'),
      jsonArrayFrom(
        from
          .selectFrom('pairing as own')
          .select(['own.leader_id', 'own.representative_id'])
          .where('own.institution_id', '=', institutionId)
          // A leader who is asked may know whom; the other side knows the leader once the pair is published.
          .where((where) =>
            where.or([
              where.and([
                where('own.leader_id', '=', where.ref('person.person_id')),
                where('own.status', 'in', ['recommended', 'confirmed', 'active']),
              ]),
              where.and([
                where('own.representative_id', '=', where.ref('person.person_id')),
                where('own.status', '=', 'active'),
              ]),
            ]),
          ),
      ).as('pairs'),
    ])
    .where('person.institution_id', '=', institutionId);

type BondRow = Awaited<ReturnType<ReturnType<typeof bonds>['executeTakeFirstOrThrow']>>;

const bondsOf = ({ person_id, disabled_at, pairs, ...facts }: BondRow, units: Unit[]) => ({
  ...facts,
  personId: person_id as Id,
  disabled: disabled_at !== null,
  units,
  pairedWith: pairs.map((pair) => (pair.leader_id === person_id ? pair.representative_id : pair.leader_id) as Id),
});

type Unit = { unit_id: string; parent_id: string | null };
const listUnits = (db: Db, institutionId: Id): Promise<Unit[]> =>
  db.selectFrom('unit').select(['unit_id', 'parent_id']).where('institution_id', '=', institutionId).execute();

/** Undefined when the person is not there. */
export async function loadBonds(db: Db, institutionId: Id, personId: Id) {
  const row = await bonds(db, institutionId).where('person.person_id', '=', personId).executeTakeFirst();
  if (!row) return undefined;
  return bondsOf(row, row.grants.some((grant) => grant.unit_id) ? await listUnits(db, institutionId) : []);
}

/** Of everyone who has an account. */
export async function listBonds(db: Db, institutionId: Id) {
  const rows = await bonds(db, institutionId).where('account.account_id', 'is not', null).execute();
  const units = await listUnits(db, institutionId);
  return new Map(rows.map((row) => [row.person_id, bondsOf(row, units)]));
}
