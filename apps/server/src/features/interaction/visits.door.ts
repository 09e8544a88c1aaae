/**
 * Visits of one day written down together: one record for each pair, all in few statements. The caller has found the pairs in reach;
 * here it is said once more who may write for whom. A visit counts as no talk, so that no request for one is met by it.
 */
import { sql } from 'kysely';
import { interactionRefusals, mayWriteFor } from '@zhengyou/domain/interaction/interaction.access.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { addInteractions, addParties } from './bulk.door.ts';

export type Visit = {
  readonly interactionId: Id;
  readonly pairingId: Id;
  readonly leader: { readonly id: Id; readonly name: string; readonly unitId: Id };
  readonly person: { readonly id: Id; readonly name: string };
};

export async function logVisits(context: Context, on: PlainDate, visits: readonly Visit[]): Promise<void> {
  const { actor, db, institutionId, now } = context;
  if (visits.some(({ leader }) => !mayWriteFor(actor, leader.id, leader.unitId)))
    throw new Refused(interactionRefusals.notYourLeader());
  const facts = {
    institution_id: institutionId,
    channel: 'visit',
    happened_on: on,
    precision: 'day',
    came_about: true,
  };
  await addInteractions(
    db,
    visits.map(({ interactionId, leader, person }) => ({
      ...facts,
      interaction_id: interactionId,
      leader_id: leader.id,
      leader_name: leader.name,
      unit_id: leader.unitId,
      representative_ids: [person.id],
      recorded_by: actor.personId,
      recorded_as: leader.id === actor.personId ? null : actor.name,
      version: 1,
      created_at: now,
    })),
  );
  await addParties(
    db,
    visits.map(({ interactionId, leader, person, pairingId }) => ({
      ...facts,
      interaction_id: interactionId,
      representative_id: person.id,
      representative_name: person.name,
      leader_id: leader.id,
      unit_id: leader.unitId,
      pairing_id: pairingId,
    })),
  );
}

/** Nobody has added, confirmed or changed anything since: such a record is still only what was ticked. */
const untouched = sql<boolean>`version = 1 and leader_confirmed_at is null
  and not exists (select from interaction_step s
    where s.institution_id = interaction.institution_id and s.interaction_id = interaction.interaction_id)
  and not exists (select from interaction_point p
    where p.institution_id = interaction.institution_id and p.interaction_id = interaction.interaction_id)`;

/** Which of these records could be taken back. */
export async function listUntouched({ db, institutionId }: Context, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await db
    .selectFrom('interaction')
    .select('interaction_id')
    .where('institution_id', '=', institutionId)
    .where('interaction_id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .where(untouched)
    .execute();
  return new Set(rows.map((row) => row.interaction_id as Id));
}

/** Takes back those that nobody has touched, and tells which they were. */
export async function takeBackVisits(context: Context, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const { db, institutionId } = context;
  const { rows } = await sql<{ interaction_id: Id }>`select interaction_id from interaction
    where institution_id = ${institutionId} and interaction_id = any (${[...ids]}::uuid[]) and ${untouched} for update`.execute(
    db,
  );
  const gone = rows.map((row) => row.interaction_id);
  for (const table of ['interaction_party', 'interaction'] as const)
    await db
      .deleteFrom(table)
      .where('institution_id', '=', institutionId)
      .where('interaction_id', '=', sql<string>`any (${gone}::uuid[])`)
      .execute();
  return new Set(gone);
}
