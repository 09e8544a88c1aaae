/** A plan that was asked for, as the page shows it: how far it is, what it would change and why, or what stands in the way. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import { SOLVE_WORDS } from '@zhengyou/domain/pairing/draft.words.ts';
import type { RosterBasis, RosterPlan } from '@zhengyou/domain/pairing/optimiser.types.ts';
import type { DraftRow } from './draft.reads.ts';
import type { SolveRow } from './solve.reads.ts';

type Who = { readonly id: Id; readonly name: string | null };

/** A solving that shows no life for so long has lost its process. */
const LOST_AFTER_MS = 30_000;

export const isLost = (solve: Pick<SolveRow, 'status' | 'seenAt'>, now: Date): boolean =>
  solve.status === 'running' && now.getTime() - solve.seenAt.getTime() > LOST_AFTER_MS;

const both = (words: Words, facts: Readonly<Record<string, string | number>> = {}): Words => ({
  zh: say(words, 'zh', facts),
  en: say(words, 'en', facts),
});

const clauseOf = (basis: readonly RosterBasis[]) => basis.find((one) => one.clause !== null)?.clause ?? null;

export function showSolve(solve: SolveRow, draft: DraftRow, whoIs: (id: Id) => Who, now: Date) {
  const { result } = solve;
  const solved = result && 'answer' in result ? result : null;
  const failed = result && 'failed' in result ? result.failed : null;
  const lost = isLost(solve, now);
  const status = lost ? 'failed' : solve.status;
  const who = (id: string): Who => {
    const name = solved?.names[id];
    return name === undefined ? whoIs(id as Id) : { id: id as Id, name };
  };
  const answer = solved?.answer;
  const plan = answer && 'plan' in answer ? answer.plan : null;
  const diff = plan && {
    kept: plan.kept.length,
    moved: plan.moved.length,
    added: plan.added.length,
    dropped: plan.ended.length,
  };
  const words = lost ? SOLVE_WORDS.lost : status === 'running' ? null : SOLVE_WORDS[status];
  const says = failed
    ? both(failed.words, failed.facts)
    : answer?.status === 'infeasible'
      ? answer.core.sentence
      : words && both(words, diff ?? {});
  return {
    id: solve.id,
    draftId: solve.draftId,
    status,
    startedAt: solve.startedAt.toISOString(),
    progress:
      status === 'running' && solve.progress
        ? { phase: solve.progress.aim ?? 'rules', done: solve.progress.done, total: solve.progress.total }
        : null,
    says,
    diff,
    lines: plan ? linesOf(plan, who) : [],
    short: (solved?.short ?? []).map(({ leaderId, by }) => ({ leader: who(leaderId), by })),
    conflicts:
      answer?.status === 'infeasible'
        ? answer.core.rules.map((rule, index) => ({
            says: rule.says,
            cure: answer.core.cures[index] ?? null,
            clause: rule.clause,
            people: [rule.leaderId, rule.representativeId].flatMap((id) => (id === null ? [] : [who(id)])),
          }))
        : [],
    cures: answer?.status === 'infeasible' ? [...answer.core.cures] : [],
    outdated: solve.appliedAt === null && solve.draftVersion !== draft.version,
    applied: solve.appliedAt !== null,
  };
}

const linesOf = (plan: RosterPlan, who: (id: string) => Who) => [
  ...plan.moved.map((line) => ({
    representative: who(line.representativeId),
    from: who(line.fromLeaderId),
    to: who(line.toLeaderId),
    change: 'moved' as const,
    reason: line.reason,
    clause: clauseOf(line.basis),
  })),
  ...plan.added.map((line) => ({
    representative: who(line.representativeId),
    from: null,
    to: who(line.leaderId),
    change: 'added' as const,
    reason: line.reason,
    clause: clauseOf(line.basis),
  })),
  ...plan.ended.map((line) => ({
    representative: who(line.representativeId),
    from: who(line.leaderId),
    to: null,
    change: 'dropped' as const,
    reason: line.reason,
    clause: clauseOf(line.basis),
  })),
];
