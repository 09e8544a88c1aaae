/** Writes pairings and their steps; how a pair stands is what the fold of the steps says. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import {
  foldPairing,
  type PairingAction,
  type PairingStatus,
  type PairingStep,
} from '@zhengyou/domain/pairing/pairing.steps.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';

export type PairingRow = {
  readonly id: Id;
  readonly leaderId: Id;
  readonly representativeId: Id;
  /** The unit of the leader. */
  readonly unitId: Id;
  readonly tier: Tier;
  readonly status: PairingStatus;
  /** Null for a pair that has not been published. */
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly version: number;
};

/** Who takes a step, and in which words both sides read it. */
export type StepBy = {
  readonly actorId: Id | null;
  readonly actorName: string | null;
  readonly at: Date;
  readonly reason?: string | null | undefined;
  readonly cause?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** The plan that the step belongs to, so that undoing finds it. */
  readonly draftId?: Id | null | undefined;
};

export type NewPairing = {
  readonly id: Id;
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly unitId: Id;
  readonly representativeUnitId: Id;
  readonly tier: Tier;
  readonly replacesId?: Id | null | undefined;
  readonly draftId?: Id | null | undefined;
  readonly officeId?: Id | null | undefined;
  /** From the first on; usually one. */
  readonly steps: readonly PairingStep[];
  readonly by: StepBy;
};

const columnsOf = (steps: readonly PairingStep[]) => {
  const state = foldPairing(steps);
  if (!state) throw new Error('a pairing begins with a beginning');
  return {
    status: state.status,
    starts_on: state.startsOn,
    ends_on: state.endsOn,
    waiting_since: state.waitingSince,
    change_asked_on: state.changeAskedOn,
  };
};

type Line = Pick<NewPairing, 'leaderId' | 'representativeId' | 'unitId'>;

const stepRow = (institutionId: Id, pairingId: Id, ordinal: number, line: Line, step: PairingStep, by: StepBy) => ({
  institution_id: institutionId,
  pairing_id: pairingId,
  ordinal,
  leader_id: line.leaderId,
  representative_id: line.representativeId,
  unit_id: line.unitId,
  action: step.action,
  on_day: step.onDay,
  reason: by.reason ?? null,
  cause: by.cause ?? null,
  note: by.note ?? null,
  draft_id: by.draftId ?? null,
  actor_id: by.actorId,
  actor_name: by.actorName,
  at: by.at,
});

/** Any number of new pairs in two statements. */
export async function insertPairings(db: Db, institutionId: Id, rows: readonly NewPairing[]): Promise<void> {
  await insertMany(
    db,
    'pairing',
    rows.map((row) => ({
      institution_id: institutionId,
      pairing_id: row.id,
      leader_id: row.leaderId,
      representative_id: row.representativeId,
      unit_id: row.unitId,
      representative_unit_id: row.representativeUnitId,
      tier: row.tier,
      replaces_id: row.replacesId ?? null,
      draft_id: row.draftId ?? null,
      office_id: row.officeId ?? null,
      version: row.steps.length,
      created_at: row.by.at,
      ...columnsOf(row.steps),
    })),
  );
  await insertMany(
    db,
    'pairing_step',
    rows.flatMap((row) => row.steps.map((step, index) => stepRow(institutionId, row.id, index + 1, row, step, row.by))),
  );
}

export type StepTaken = {
  readonly pairing: Line & { readonly id: Id };
  /** The version that whoever takes the step has seen. */
  readonly version: number;
  readonly step: PairingStep;
  readonly by: StepBy;
};

/**
 * Appends a step to each pair and stores what follows, in five statements for any number; each pair at most once. Returns those that
 * are no longer at their version: then nothing was written. The rows are locked first, so that of two at once one waits and sees it.
 */
export async function takeSteps(db: Db, institutionId: Id, taken: readonly StepTaken[]): Promise<readonly Id[]> {
  if (taken.length === 0) return [];
  const ids = taken.map((one) => one.pairing.id);
  const locked = await sql<{ pairing_id: Id; version: number }>`select pairing_id, version from pairing
    where institution_id = ${institutionId} and pairing_id = any (${ids}::uuid[]) order by pairing_id for update`.execute(
    db,
  );
  const versions = new Map(locked.rows.map((row) => [row.pairing_id, row.version]));
  const stale = taken.filter((one) => versions.get(one.pairing.id) !== one.version).map((one) => one.pairing.id);
  if (stale.length > 0) return stale;

  const earlier = await listStepsOf(db, institutionId, ids);
  const changed = taken.map((one) => ({
    pairing_id: one.pairing.id,
    ...columnsOf([...(earlier.get(one.pairing.id) ?? []), one.step]),
  }));
  await sql`update pairing set status = new.status, starts_on = new.starts_on, ends_on = new.ends_on,
      waiting_since = new.waiting_since, change_asked_on = new.change_asked_on, version = pairing.version + 1
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as new (pairing_id uuid, status text, starts_on date,
      ends_on date, waiting_since date, change_asked_on date)
    where pairing.institution_id = ${institutionId} and pairing.pairing_id = new.pairing_id`.execute(db);
  await insertMany(
    db,
    'pairing_step',
    taken.map((one) =>
      stepRow(
        institutionId,
        one.pairing.id,
        (earlier.get(one.pairing.id)?.length ?? 0) + 1,
        one.pairing,
        one.step,
        one.by,
      ),
    ),
  );
  return [];
}

async function listStepsOf(db: Db, institutionId: Id, ids: readonly Id[]): Promise<Map<Id, PairingStep[]>> {
  const { rows } = await sql<{ pairing_id: Id; action: PairingAction; on_day: PlainDate }>`
    select pairing_id, action, on_day from pairing_step
    where institution_id = ${institutionId} and pairing_id = any (${[...ids]}::uuid[])
    order by pairing_id, ordinal`.execute(db);
  const steps = Map.groupBy(rows, (row) => row.pairing_id);
  return new Map(
    [...steps].map(([id, own]) => [id, own.map((row) => ({ action: row.action, onDay: row.on_day }))] as const),
  );
}

export const listSteps = async (db: Db, institutionId: Id, pairingId: Id): Promise<PairingStep[]> =>
  (await listStepsOf(db, institutionId, [pairingId])).get(pairingId) ?? [];

/** The representative has moved: their new unit is the one that needs to know of the leader. */
export async function followRepresentative(db: Db, institutionId: Id, personId: Id, unitId: Id): Promise<void> {
  await db
    .updateTable('pairing')
    .set({ representative_unit_id: unitId })
    .where('institution_id', '=', institutionId)
    .where('representative_id', '=', personId)
    .execute();
  await db
    .updateTable('pairing_wish')
    .set({ unit_id: unitId })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .execute();
}

export async function insertConflict(
  db: Db,
  institutionId: Id,
  conflict: {
    readonly id: Id;
    readonly leaderId: Id;
    readonly representativeId: Id;
    readonly unitId: Id;
    readonly kind: string;
    readonly since: PlainDate;
    readonly by: Id;
    readonly byName: string;
  },
): Promise<boolean> {
  const row = await db
    .insertInto('pairing_conflict')
    .values({
      institution_id: institutionId,
      conflict_id: conflict.id,
      leader_id: conflict.leaderId,
      representative_id: conflict.representativeId,
      unit_id: conflict.unitId,
      kind: conflict.kind,
      since_on: conflict.since,
      declared_by: conflict.by,
      declared_by_name: conflict.byName,
    })
    .onConflict((clash) => clash.columns(['institution_id', 'leader_id', 'representative_id']).doNothing())
    .returning('conflict_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertWish(
  db: Db,
  institutionId: Id,
  wish: {
    readonly id: Id;
    readonly personId: Id;
    readonly unitId: Id;
    readonly kind: string;
    readonly words: string | null;
    readonly since: PlainDate;
    readonly toldTo: string | null;
  },
): Promise<void> {
  await db
    .insertInto('pairing_wish')
    .values({
      institution_id: institutionId,
      wish_id: wish.id,
      person_id: wish.personId,
      unit_id: wish.unitId,
      kind: wish.kind,
      words: wish.words,
      since_on: wish.since,
      told_to: wish.toldTo,
    })
    .execute();
}

const KEYS = { pairing_wish: 'wish_id', pairing_conflict: 'conflict_id' } as const;

/** False where the record is no longer at `version`. */
export async function removeRecord(
  db: Db,
  institutionId: Id,
  table: keyof typeof KEYS,
  id: Id,
  version: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table)}
    where institution_id = ${institutionId} and ${sql.ref(KEYS[table])} = ${id} and version = ${version}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
