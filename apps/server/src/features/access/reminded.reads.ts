/** To whom a leader's reminders also go. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';

/** Whoever receives reminders for these leaders on a day; the transaction sees what the house or the leader sees. */
export async function listRemindedFor(db: Db, institutionId: Id, leaders: readonly Id[], on: PlainDate) {
  const rows = await db
    .selectFrom('delegation')
    .select(['leader_id', 'leader_name', 'delegate_id', 'delegate_name'])
    .where('institution_id', '=', institutionId)
    .where('leader_id', '=', sql<string>`any (${[...leaders]}::uuid[])`)
    .where('status', '=', 'given')
    .where('starts_on', '<=', on)
    .where('ends_on', '>', on)
    .where(sql<boolean>`'remind' = any (scopes)`)
    .execute();
  return rows.map((row) => ({
    leaderId: row.leader_id as Id,
    leaderName: row.leader_name,
    delegateId: row.delegate_id as Id,
    delegateName: row.delegate_name,
  }));
}
