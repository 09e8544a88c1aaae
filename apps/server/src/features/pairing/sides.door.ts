/** What the counterparts of some pairs are on a day: for whoever counts friends by a rule that asks for some of each kind. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { CounterpartFacts } from '@zhengyou/domain/pairing/quota.ts';
import type { Counterpart, StandingKind } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPeople } from '../../store/reach.ts';

export async function listSides(
  db: Db,
  institutionId: Id,
  reach: Reach,
  people: readonly Id[],
  on: PlainDate,
): Promise<(representativeId: string) => CounterpartFacts | undefined> {
  const rows = await db
    .selectFrom('representative as r')
    .select(['r.person_id', 'r.counterpart'])
    .select(
      sql<string[]>`array(select distinct s.kind from standing s
        where s.institution_id = r.institution_id and s.person_id = r.person_id
          and ${withinPeople(reach, 's.person_id', 's.unit_id')}
          and (s.starts_on is null or s.starts_on <= ${on}) and (s.ends_on is null or s.ends_on > ${on}))`.as('kinds'),
    )
    .where('r.institution_id', '=', institutionId)
    .where('r.person_id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .where(withinPeople(reach, 'r.person_id', 'r.unit_id'))
    .execute();
  const known = new Map<string, CounterpartFacts>(
    rows.map((row) => [
      row.person_id,
      { counterpart: row.counterpart as Counterpart, kinds: row.kinds as StandingKind[] },
    ]),
  );
  return (id) => known.get(id);
}
