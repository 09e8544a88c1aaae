import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import type { LeaderSeat } from './interaction.reads.ts';

/** The leader of one's own pairing on a day, by name and unit. */
export async function findPairedLeader(
  db: Db,
  institutionId: Id,
  representativeId: Id,
  leaderId: Id,
  on: PlainDate,
): Promise<LeaderSeat | undefined> {
  const row = await db
    .selectFrom('pairing')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'pairing.institution_id')
        .onRef('person.person_id', '=', 'pairing.leader_id'),
    )
    .select(['person.name', 'pairing.unit_id'])
    .where('pairing.institution_id', '=', institutionId)
    .where('pairing.representative_id', '=', representativeId)
    .where('pairing.leader_id', '=', leaderId)
    .where('pairing.status', '=', 'active')
    .where('pairing.starts_on', '<=', on)
    .where((where) => where.or([where('pairing.ends_on', 'is', null), where('pairing.ends_on', '>', on)]))
    .executeTakeFirst();
  return row && { id: leaderId, name: row.name, unitId: row.unit_id as Id };
}
