/**
 * 求一个方案: begun, watched, called off, taken over. The reckoning runs in the background in its own process; a killed server
 * leaves one without signs of life, which is then told as interrupted.
 */
import type { startSolve as startEndpoint } from '@zhengyou/domain/pairing/solve.contract.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { DraftLine } from '@zhengyou/domain/pairing/draft.rules.ts';
import { DRAFT_REFUSALS } from '@zhengyou/domain/pairing/draft.words.ts';
import { asFarAsPossible, leadersShort } from '@zhengyou/domain/pairing/optimiser.short.ts';
import type {
  RosterBasis,
  RosterPlan,
  RosterProblem,
  RosterProgress,
} from '@zhengyou/domain/pairing/optimiser.types.ts';
import { keepingOf } from '@zhengyou/domain/person/person.access.ts';
import type { Context, Outside } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { inTransaction, type Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { replaceLines } from './draft.queries.ts';
import { forLines, getOpenDraft, takeVersion } from './keep-drafts.ts';
import { loadBoard } from './load-board.ts';
import { namesIn, problemOfBoard } from './problem-of.ts';
import { listWishes } from './proposal.reads.ts';
import { getDraft, keepsDraft } from './read-draft.ts';
import { isLost, showSolve } from './show-solve.ts';
import { changeSolve, insertSolve, markApplied } from './solve.queries.ts';
import { findLatestSolve, findSolve, type SolveResult } from './solve.reads.ts';
import { solveRoster } from './solve/solve-roster.ts';
import { endSolvers } from './solve/solver-process.ts';

const SIGN_EVERY_MS = 700;

type Running = { readonly caller: AbortController; readonly outside: Outside; readonly over: Promise<void> };
const running = new Map<Id, Running>();

/** When a server ends: what it solves is told as interrupted later on, and no process stays behind. */
export async function endSolves(pool: Outside['pool']): Promise<void> {
  const own = [...running.values()].filter(({ outside }) => outside.pool === pool);
  for (const { caller } of own) caller.abort(new Error('the server ends'));
  await Promise.all(own.map(({ over }) => over));
  await endSolvers();
}

export async function startSolve(context: Context, draftId: Id, body: BodyOf<typeof startEndpoint>) {
  const { db, institutionId, actor, now } = context;
  const draft = await getDraft(context, draftId);
  if (!keepsDraft(keepingOf(actor), draft)) throw new Refused(DRAFT_REFUSALS.notYours());
  if (draft.status !== 'open') throw new Refused(DRAFT_REFUSALS.notOpen());
  const latest = await findLatestSolve(db, institutionId, draftId);
  if (latest?.status === 'running' && !isLost(latest, now)) throw new Refused(DRAFT_REFUSALS.solving());
  const board = await loadBoard(context, draft);
  const wishes = await listWishes(db, institutionId, { ...keepingOf(actor), self: [] });
  const problem = problemOfBoard(board, wishes);

  const id = newId();
  const unitId = draft.unit?.id ?? null;
  await insertSolve(db, institutionId, { id, draftId, unitId, version: draft.version, by: actor.personId, at: now });
  await context.audit({ action: 'solve', subjectKind: 'pairingDraft', subjectId: draftId, detail: { solve: id } });
  context.afterCommit(() => run(context, id, problem, body));
  return { id };
}

/** Outlives the request; each sign of life and the end are short transactions of their own. */
function run(context: Context, solveId: Id, problem: RosterProblem, body: BodyOf<typeof startEndpoint>): void {
  const { outside, institutionId, actor } = context;
  const settings = {
    institution: institutionId,
    actor: actor.personId,
    whole: actor.reach.whole,
    keeps: actor.keeps,
    units: actor.reach.units,
    self: actor.reach.self,
  };
  const write = (work: (db: Db) => Promise<boolean>) => inTransaction(outside.pool, settings, work);
  const change = (values: Omit<Parameters<typeof changeSolve>[3], 'seenAt'>) =>
    write((db) => changeSolve(db, institutionId, solveId, { ...values, seenAt: outside.clock() }));
  const caller = new AbortController();
  let latest: RosterProgress | null = null;
  const sign = setInterval(() => {
    change({ progress: latest })
      .then((alive) => alive || caller.abort(new Error('called off')))
      .catch((error: unknown) => outside.log.warn({ err: error }, 'a sign of life of a solving was lost'));
  }, SIGN_EVERY_MS);
  const work = async () => {
    const answer = await solveRoster(body.asFarAsPossible ? asFarAsPossible(problem) : problem, {
      signal: caller.signal,
      timeLimitMs: body.timeLimit * 1000,
      onProgress: (progress) => {
        latest = progress;
      },
    });
    if (answer.status === 'cancelled') return;
    const short = 'plan' in answer ? leadersShort(problem, answer.plan) : [];
    const result: SolveResult = { answer, names: namesIn(problem), short };
    await change({ status: answer.status === 'optimal' ? 'done' : answer.status, progress: null, result });
  };
  const over = work()
    .catch(async (error: unknown) => {
      if (caller.signal.aborted) return;
      const refusal = error instanceof Refused ? error.refusal : undefined;
      if (!refusal) outside.log.error({ err: error }, 'a roster could not be solved');
      const says = refusal && { words: refusal.words, facts: refusal.facts ?? {} };
      await change({ status: 'failed', progress: null, ...(says ? { result: { failed: says } } : {}) });
    })
    .catch((error: unknown) => outside.log.error({ err: error }, 'the end of a solving could not be written'))
    .finally(() => {
      clearInterval(sign);
      running.delete(solveId);
    });
  running.set(solveId, { caller, outside, over });
}

export async function readSolve(context: Context, solveId: Id) {
  const { db, institutionId, reach } = context;
  const solve = await findSolve(db, institutionId, reach, solveId);
  if (!solve) throw new Refused(edgeRefusals.notFound());
  const draft = await getDraft(context, solve.draftId);
  return showSolve(solve, draft, (id) => ({ id, name: null }), context.now);
}

export async function cancelSolve(context: Context, solveId: Id) {
  const { db, institutionId, reach, actor, now } = context;
  const solve = await findSolve(db, institutionId, reach, solveId);
  if (!solve) throw new Refused(edgeRefusals.notFound());
  const draft = await getDraft(context, solve.draftId);
  if (!keepsDraft(keepingOf(actor), draft)) throw new Refused(DRAFT_REFUSALS.notYours());
  // One that has ended meanwhile keeps its answer.
  await changeSolve(db, institutionId, solveId, { status: 'cancelled', progress: null, seenAt: now });
  await context.audit({ action: 'cancel', subjectKind: 'pairingSolve', subjectId: solveId });
  context.afterCommit(() => running.get(solveId)?.caller.abort(new Error('called off')));
  return { id: solveId };
}

export async function applySolve(context: Context, draftId: Id, solveId: Id) {
  const { db, institutionId, reach, now } = context;
  const draft = await getOpenDraft(context, draftId);
  const solve = await findSolve(db, institutionId, reach, solveId);
  if (!solve || solve.draftId !== draftId) throw new Refused(edgeRefusals.notFound());
  const answer = solve.result && 'answer' in solve.result ? solve.result.answer : undefined;
  if (!answer || !('plan' in answer)) throw new Refused(DRAFT_REFUSALS.notSolved());
  if (solve.draftVersion !== draft.version) throw new Refused(DRAFT_REFUSALS.solveOutdated());
  const board = await loadBoard(context, draft);

  const pins = board.lines.filter((line) => line.kind === 'pin');
  const lines = [...pins, ...linesOf(answer.plan)];
  const version = await takeVersion(context, draft);
  await replaceLines(db, institutionId, forLines(draft), lines);
  await markApplied(db, institutionId, solveId, now);
  const people = [...new Set(lines.map((line) => line.representativeId))];
  await context.audit({
    action: 'apply',
    subjectKind: 'pairingDraft',
    subjectId: draftId,
    people,
    detail: { solve: solveId },
  });
  return { version };
}

const clauseOf = (basis: readonly RosterBasis[]) => basis.find((one) => one.clause !== null)?.clause ?? null;

const linesOf = (plan: RosterPlan): DraftLine[] => [
  ...plan.moved.map((line) => ({
    kind: 'add' as const,
    leaderId: line.toLeaderId as Id,
    representativeId: line.representativeId as Id,
    fromLeaderId: line.fromLeaderId as Id,
    reason: line.reason,
    clause: clauseOf(line.basis),
  })),
  ...plan.added.map((line) => ({
    kind: 'add' as const,
    leaderId: line.leaderId as Id,
    representativeId: line.representativeId as Id,
    fromLeaderId: null,
    reason: line.reason,
    clause: clauseOf(line.basis),
  })),
  ...plan.ended.map((line) => ({
    kind: 'drop' as const,
    leaderId: line.leaderId as Id,
    representativeId: line.representativeId as Id,
    fromLeaderId: null,
    reason: line.reason,
    clause: clauseOf(line.basis),
  })),
];
