/** Reads over the plans that were asked for. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { LeaderShort } from '@zhengyou/domain/pairing/optimiser.short.ts';
import type { RosterAnswer, RosterProgress } from '@zhengyou/domain/pairing/optimiser.types.ts';
import type { Db } from '../../store/database.ts';

export type SolveStatus = 'running' | 'done' | 'bestSoFar' | 'infeasible' | 'cancelled' | 'failed';
/** The answer, with the names of whom it speaks as they were when it was asked; or why there is none. */
export type SolveResult =
  | {
      readonly answer: RosterAnswer;
      readonly names: Readonly<Record<string, string>>;
      readonly short?: readonly LeaderShort[];
    }
  | { readonly failed: { readonly words: Words; readonly facts: Readonly<Record<string, string | number>> } };

export type SolveRow = {
  readonly id: Id;
  readonly draftId: Id;
  readonly draftVersion: number;
  readonly status: SolveStatus;
  readonly progress: RosterProgress | null;
  readonly result: SolveResult | null;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly appliedAt: Date | null;
};

async function listSolves(
  db: Db,
  institutionId: Id,
  only: { readonly draftId?: Id; readonly id?: Id },
  reach?: Reach,
): Promise<SolveRow[]> {
  let query = db
    .selectFrom('pairing_solve')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('started_at', 'desc')
    .orderBy('solve_id', 'desc')
    .limit(1);
  if (only.draftId) query = query.where('draft_id', '=', only.draftId);
  if (only.id) query = query.where('solve_id', '=', only.id);
  if (reach && !reach.whole) query = query.where(sql<boolean>`unit_id = any (${[...reach.units]}::uuid[])`);
  return (await query.execute()).map((row) => ({
    id: row.solve_id as Id,
    draftId: row.draft_id as Id,
    draftVersion: row.draft_version,
    status: row.status as SolveStatus,
    progress: row.progress as RosterProgress | null,
    result: row.result as SolveResult | null,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    appliedAt: row.applied_at,
  }));
}

/** The caller has been shown the draft. */
export const findLatestSolve = async (db: Db, institutionId: Id, draftId: Id) =>
  (await listSolves(db, institutionId, { draftId }))[0];

export const findSolve = async (db: Db, institutionId: Id, reach: Reach, id: Id) =>
  (await listSolves(db, institutionId, { id }, reach))[0];
