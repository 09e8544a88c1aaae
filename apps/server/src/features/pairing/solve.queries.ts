/** Writes the plans that are asked for: begun, seen alive, finished, taken over. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { RosterProgress } from '@zhengyou/domain/pairing/optimiser.types.ts';
import type { Db } from '../../store/database.ts';
import type { SolveResult, SolveStatus } from './solve.reads.ts';

export async function insertSolve(
  db: Db,
  institutionId: Id,
  solve: {
    readonly id: Id;
    readonly draftId: Id;
    readonly unitId: Id | null;
    readonly version: number;
    readonly by: Id;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .insertInto('pairing_solve')
    .values({
      institution_id: institutionId,
      solve_id: solve.id,
      draft_id: solve.draftId,
      unit_id: solve.unitId,
      draft_version: solve.version,
      status: 'running',
      started_by: solve.by,
      started_at: solve.at,
      seen_at: solve.at,
    })
    .execute();
}

/** False where it does not run any more: somebody has called it off. */
export async function changeSolve(
  db: Db,
  institutionId: Id,
  solveId: Id,
  values: {
    readonly status?: SolveStatus;
    readonly progress?: RosterProgress | null;
    readonly result?: SolveResult;
    readonly seenAt: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pairing_solve')
    .set({
      seen_at: values.seenAt,
      ...(values.status === undefined ? {} : { status: values.status }),
      ...(values.progress === undefined ? {} : { progress: JSON.stringify(values.progress) }),
      ...(values.result === undefined ? {} : { result: JSON.stringify(values.result) }),
    })
    .where('institution_id', '=', institutionId)
    .where('solve_id', '=', solveId)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markApplied(db: Db, institutionId: Id, solveId: Id, at: Date): Promise<void> {
  await db
    .updateTable('pairing_solve')
    .set({ applied_at: at })
    .where('institution_id', '=', institutionId)
    .where('solve_id', '=', solveId)
    .execute();
}
