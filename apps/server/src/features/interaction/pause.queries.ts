/** What is put off between pairs: where it stands, and the steps that led there. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import { foldPauses, type PauseAction, type Pauses, type PauseStep } from '@zhengyou/domain/interaction/pause.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Db } from '../../store/database.ts';
import { withinPairs } from '../../store/reach.ts';
import type { PairRow } from './year.reads.ts';

export type HeldPauses = Pauses & { readonly version: number };

type Stored = { readonly excuses: unknown; readonly snoozes: unknown; readonly version: number };
const pausesOf = ({ excuses, snoozes, version }: Stored): HeldPauses => ({
  excuses: excuses as Pauses['excuses'],
  snoozes: snoozes as Pauses['snoozes'],
  version,
});

const within = (db: Db, institutionId: Id, reach: Reach) =>
  db
    .selectFrom('contact_pause')
    .where('institution_id', '=', institutionId)
    .where(withinPairs(reach, 'leader_id', 'representative_id', 'unit_id'));

export async function listPausesOf(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairs: readonly PairRow[],
): Promise<ReadonlyMap<Id, HeldPauses>> {
  const leaders = [...new Set(pairs.map((pair) => pair.leader.id))];
  const rows = await within(db, institutionId, reach)
    .select(['pairing_id', 'excuses', 'snoozes', 'version'])
    .where('leader_id', '=', sql<string>`any (${leaders}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.pairing_id as Id, pausesOf(row)]));
}

export async function listSnoozedPairs(
  db: Db,
  institutionId: Id,
  reach: Reach,
  today: PlainDate,
): Promise<ReadonlyMap<Id, PlainDate>> {
  const rows = await within(db, institutionId, reach)
    .select(['pairing_id', 'snoozed_until'])
    .where('snoozed_until', '>', today)
    .execute();
  return new Map(rows.map((row) => [row.pairing_id as Id, row.snoozed_until as PlainDate]));
}

/** Holds what is put off of a pair, so that two steps never take one number. */
export async function holdPauses(db: Db, institutionId: Id, pair: PairRow): Promise<HeldPauses> {
  await db
    .insertInto('contact_pause')
    .values({
      institution_id: institutionId,
      pairing_id: pair.pairingId,
      leader_id: pair.leader.id,
      representative_id: pair.person.id,
      unit_id: pair.unitId,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'pairing_id']).doNothing())
    .execute();
  return pausesOf(
    await db
      .selectFrom('contact_pause')
      .select(['excuses', 'snoozes', 'version'])
      .where('institution_id', '=', institutionId)
      .where('pairing_id', '=', pair.pairingId)
      .forUpdate()
      .executeTakeFirstOrThrow(),
  );
}

export type PauseRow = PauseStep & { readonly name: string; readonly at: Date };

export async function listPauseSteps(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairings: readonly Id[],
): Promise<ReadonlyMap<Id, PauseRow[]>> {
  if (pairings.length === 0) return new Map();
  const rows = await db
    .selectFrom('contact_pause_step')
    .select(['pairing_id', 'ordinal', 'action', 'done_on', 'starts_on', 'ends_on', 'reason', 'undoes'])
    .select(['actor_name', 'at'])
    .where('institution_id', '=', institutionId)
    .where('pairing_id', '=', sql<string>`any (${[...pairings]}::uuid[])`)
    .where(withinPairs(reach, 'leader_id', 'representative_id', 'unit_id'))
    .orderBy('ordinal')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      pairingId: row.pairing_id as Id,
      ordinal: row.ordinal,
      action: row.action as PauseAction,
      doneOn: row.done_on as PlainDate,
      from: row.starts_on as PlainDate | null,
      until: row.ends_on as PlainDate | null,
      reason: row.reason,
      undoes: row.undoes,
      name: row.actor_name,
      at: row.at,
    })),
    (row) => row.pairingId,
  );
}

type Made = Omit<PauseStep, 'ordinal'> & {
  readonly actor: { readonly id: Id; readonly name: string };
  readonly requestKey: string;
  readonly at: Date;
};

/** Appends a step to a pair that is held, and stores what stands after it by the fold that also reads the history. */
export async function appendPause(
  db: Db,
  institutionId: Id,
  pair: PairRow,
  before: HeldPauses,
  earlier: readonly PauseStep[],
  step: Made,
): Promise<HeldPauses> {
  const ordinal = before.version + 1;
  await db
    .insertInto('contact_pause_step')
    .values({
      institution_id: institutionId,
      pairing_id: pair.pairingId,
      ordinal,
      action: step.action,
      leader_id: pair.leader.id,
      representative_id: pair.person.id,
      unit_id: pair.unitId,
      done_on: step.doneOn,
      starts_on: step.from,
      ends_on: step.until,
      reason: step.reason,
      undoes: step.undoes,
      actor_id: step.actor.id,
      actor_name: step.actor.name,
      request_key: step.requestKey,
      at: step.at,
    })
    .execute();
  const after = foldPauses([...earlier, { ...step, ordinal }]);
  await db
    .updateTable('contact_pause')
    .set({
      excuses: JSON.stringify(after.excuses),
      snoozes: JSON.stringify(after.snoozes),
      snoozed_until: after.snoozes.at(-1)?.until ?? null,
      version: ordinal,
    })
    .where('institution_id', '=', institutionId)
    .where('pairing_id', '=', pair.pairingId)
    .execute();
  return { ...after, version: ordinal };
}
