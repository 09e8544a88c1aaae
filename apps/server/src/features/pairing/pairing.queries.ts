/** Writes pairings and their steps; the status is what the fold of the steps says. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { foldPairing, type PairingStatus, type PairingStep } from '@zhengyou/domain/pairing/pairing.steps.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';

export type PairingRow = {
  readonly id: Id;
  readonly leaderId: Id;
  readonly representativeId: Id;
  /** The unit of the leader. */
  readonly unitId: Id;
  readonly tier: Tier;
  readonly status: PairingStatus;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly version: number;
};

export type NewPairing = {
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly unitId: Id;
  readonly representativeUnitId: Id;
  readonly tier: Tier;
  readonly startsOn: PlainDate;
  readonly reason: string | null;
  readonly actorId: Id | null;
  readonly at: Date;
};

type Line = Pick<NewPairing, 'leaderId' | 'representativeId' | 'unitId' | 'actorId' | 'at' | 'reason'>;

async function appendStep(db: Db, institutionId: Id, pairingId: Id, ordinal: number, line: Line, step: PairingStep) {
  await db
    .insertInto('pairing_step')
    .values({
      institution_id: institutionId,
      pairing_id: pairingId,
      ordinal,
      action: step.action,
      on_day: step.onDay,
      leader_id: line.leaderId,
      representative_id: line.representativeId,
      unit_id: line.unitId,
      reason: line.reason,
      actor_id: line.actorId,
      at: line.at,
    })
    .execute();
}

export async function insertPairing(db: Db, institutionId: Id, pairingId: Id, pairing: NewPairing): Promise<void> {
  const step: PairingStep = { action: 'enter', onDay: pairing.startsOn };
  await db
    .insertInto('pairing')
    .values({
      institution_id: institutionId,
      pairing_id: pairingId,
      leader_id: pairing.leaderId,
      representative_id: pairing.representativeId,
      unit_id: pairing.unitId,
      tier: pairing.tier,
      representative_unit_id: pairing.representativeUnitId,
      ...columnsOf([step]),
    })
    .execute();
  await appendStep(db, institutionId, pairingId, 1, pairing, step);
}

function columnsOf(steps: readonly PairingStep[]) {
  const state = foldPairing(steps);
  if (!state) throw new Error('a pairing begins with being entered');
  return { status: state.status, starts_on: state.startsOn, ends_on: state.endsOn };
}

/** Appends a step and stores what follows from all of them; undefined where the pairing is no longer at `version`. */
export async function addStep(
  db: Db,
  institutionId: Id,
  pairing: PairingRow,
  version: number,
  step: PairingStep,
  by: Pick<Line, 'actorId' | 'at' | 'reason'>,
): Promise<number | undefined> {
  const earlier = await listSteps(db, institutionId, pairing.id);
  const row = await db
    .updateTable('pairing')
    .set({ ...columnsOf([...earlier, step]), version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('pairing_id', '=', pairing.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!row) return undefined;
  await appendStep(db, institutionId, pairing.id, earlier.length + 1, { ...pairing, ...by }, step);
  return row.version;
}

export async function listSteps(db: Db, institutionId: Id, pairingId: Id): Promise<PairingStep[]> {
  const rows = await db
    .selectFrom('pairing_step')
    .select(['action', 'on_day'])
    .where('institution_id', '=', institutionId)
    .where('pairing_id', '=', pairingId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ action: row.action as PairingStep['action'], onDay: row.on_day as PlainDate }));
}

/** The representative has moved: their new unit is the one that needs to know of the leader. */
export async function followRepresentative(db: Db, institutionId: Id, personId: Id, unitId: Id): Promise<void> {
  await db
    .updateTable('pairing')
    .set({ representative_unit_id: unitId })
    .where('institution_id', '=', institutionId)
    .where('representative_id', '=', personId)
    .execute();
}
