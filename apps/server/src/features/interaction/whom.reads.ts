/** What a rule may tell apart: the rank of the leader, the kind of the other side, and who holds an office today. Asked only where a rule does. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { HOLDER_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { findHolder } from '@zhengyou/domain/person/office.ts';
import type { Policy, Whom } from '@zhengyou/domain/policy/policy.ts';
import type { Counterpart, StandingKind, StandingRole } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import type { PairRow } from './year.reads.ts';

/** `holders`: for an office, who holds it on the day, in words; empty for a person. */
export type KnownWhom = Whom & { readonly holders: readonly string[] };

const NOBODY_TOLD_APART: KnownWhom = { holders: [] };

export async function listWhoms(
  db: Db,
  institutionId: Id,
  policy: Policy,
  pairs: readonly PairRow[],
  on: PlainDate,
): Promise<(pair: PairRow) => KnownWhom> {
  const rows = policy.requirements;
  const byRank = rows.some((row) => row.kind === 'cadence' && row.appliesTo.ranks !== undefined);
  const bySide = rows.some(
    (row) => row.appliesTo.counterparts !== undefined || (row.kind === 'eligibility' && row.value.counterparts),
  );
  if (!byRank && !bySide) return () => NOBODY_TOLD_APART;
  const ranks = byRank ? await ranksOf(db, institutionId, pairs, on) : new Map<string, string>();
  const sides = bySide ? await sidesOf(db, institutionId, pairs) : new Map<string, Counterpart>();
  const holders = await holdersOf(
    db,
    institutionId,
    [...sides].filter(([, side]) => side === 'office').map(([id]) => id),
    on,
  );
  return (pair) => ({
    rank: ranks.get(pair.leader.id),
    counterpart: sides.get(pair.person.id) ?? 'person',
    holders: holders.get(pair.person.id) ?? [],
  });
}

const among = (ids: readonly string[]) => sql<string>`any (${[...new Set(ids)]}::uuid[])`;

async function ranksOf(
  db: Db,
  institutionId: Id,
  pairs: readonly PairRow[],
  on: PlainDate,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('post')
    .select(['person_id', 'kind'])
    .where('institution_id', '=', institutionId)
    .where('leadership', '=', true)
    .where('person_id', '=', among(pairs.map((pair) => pair.leader.id)))
    .where((where) => where.or([where('starts_on', 'is', null), where('starts_on', '<=', on)]))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    // The first post that was put down is the one by which a leader is known.
    .orderBy('post_id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.kind]));
}

async function sidesOf(db: Db, institutionId: Id, pairs: readonly PairRow[]): Promise<Map<string, Counterpart>> {
  const rows = await db
    .selectFrom('representative')
    .select(['person_id', 'counterpart'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', among(pairs.map((pair) => pair.person.id)))
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.counterpart as Counterpart]));
}

/** The office's own standing says which it is; the person who holds the same one on the day is behind it. */
async function holdersOf(
  db: Db,
  institutionId: Id,
  offices: readonly string[],
  on: PlainDate,
): Promise<Map<string, string[]>> {
  if (offices.length === 0) return new Map();
  const rows = await db
    .selectFrom('standing')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'standing.institution_id')
        .onRef('person.person_id', '=', 'standing.person_id'),
    )
    .select(['standing.person_id', 'person.name', 'kind', 'body', 'role', 'starts_on', 'ends_on'])
    .where('standing.institution_id', '=', institutionId)
    .where(
      'standing.body',
      'in',
      db
        .selectFrom('standing as own')
        .select('own.body')
        .where('own.institution_id', '=', institutionId)
        .where('own.person_id', '=', among(offices)),
    )
    .execute();
  const held = rows.map((row) => ({
    personId: row.person_id,
    kind: row.kind as StandingKind,
    body: row.body,
    role: row.role as StandingRole | null,
    startsOn: row.starts_on as PlainDate | null,
    endsOn: row.ends_on as PlainDate | null,
  }));
  const isOffice = new Set(offices);
  const people = held.filter((one) => !isOffice.has(one.personId));
  const nameOf = new Map(rows.map((row) => [row.person_id, row.name]));
  return new Map(
    held
      .filter((one) => isOffice.has(one.personId))
      .map((office) => {
        const holder = findHolder(office, people, on);
        return [
          office.personId,
          holder === undefined ? [] : [say(HOLDER_WORDS.holder, 'zh', { name: nameOf.get(holder) ?? '' })],
        ];
      }),
  );
}
